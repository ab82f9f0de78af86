"""A directory for what the published one lacks: an event ahead, the longest texts, hostile ones."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.directories import PROJECT, Directory, settle
from tests.matching.conftest import interest, organisation, text
from tests.pages.records import Filler, write_all

FIELD = {"technologies": ["injection-moulding"], "ecosystems": ["electronics"]}
COOPERATION = {"cooperation": ["supplier-agreement"]}
SEEKS = interest("seeks", "Moulded parts wanted", **FIELD, **COOPERATION)
OFFERS = interest("offers", "Moulded parts made", **FIELD, **COOPERATION)
ATTENDING = ["seeker-1", "seeker-2", "maker-1", "maker-2"]
EVENT: dict[str, Any] = {
    "id": "fair",
    "name": {"en": "Fair of parts", "lt": "Detalių mugė"},
    "kind": "matchmaking",
    "start": "2027-03-10",
    "end": "2027-03-11",
    "place": "Kaunas",
    "country": "LT",
    "clusters": ATTENDING[1:],
    "registration": "https://fair.example/register",
    "text": text("Two days of short meetings."),
    "sources": ["https://fair.example/"],
}
HOSTILE = "</title><img src=x onerror=alert(1)>\"'><script>alert(1)</script>{{ 7*7 }}"


class Longest(Filler):
    """Fills every field to its last character."""

    def text(self, longest: int) -> str:
        """Return words of usual length, as many as the field takes."""
        words = "Lithuanian manufacturers of precision components cooperate internationally " * (
            longest // 20
        )
        return words[: longest - 1].rstrip() + "."


def fair(folder: Path) -> Path:
    """Write the directory, with guide pages, so that its site can be built."""
    directory = write_all(settle(folder), Longest())
    directory.write("mkdocs.yml", (PROJECT / "mkdocs.yml").read_bytes())
    shutil.copytree(PROJECT / "docs", folder / "docs")
    for slug in ATTENDING:
        kind, _, number = slug.partition("-")
        wanted = SEEKS if kind == "seeker" else OFFERS
        _write(directory, slug, organisation(f"{kind.title()} {number}", wanted))
    directory.write(f"clusters/{ATTENDING[0]}/events.yml", json.dumps({"events": [EVENT]}))
    threats = [interest("seeks", HOSTILE, id=f"threat-{number}", text=text(HOSTILE)) for number in range(3)]
    _write(directory, "hostile", organisation(HOSTILE, *threats))
    return folder


def _write(directory: Directory, slug: str, profile: dict[str, Any]) -> None:
    directory.write(f"clusters/{slug}/profile.yml", json.dumps(profile))
