"""A directory in which every text field of every kind of record says something hostile."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inolink.yamlcore import load_trusted
from tests.directories import PROJECT, Directory, settle
from tests.pages.records import LASTING, OTHER, VOCABULARIES, Filler, full_offer, full_profile, write

RAN = "ilRan"
"""The function that every payload tries to call; the tests put it on `window` and hear of each call."""
OUTSIDE = "outside.example"
"""The website that payloads try to reach."""

ENDLESS, WORD = "endless", "W\u0117"
"""Stands for one word that is as long as its field."""
Saying = tuple[str, str]
"""What stands in long fields, and in fields for no more than twenty signs."""
PAYLOADS: Mapping[str, Saying] = {
    name: (forms["long"], forms["short"])
    for name, forms in load_trusted(Path(__file__).with_name("payloads.yml").read_bytes()).items()
}
SHORT = 20
BENIGN = ("Harmless words", "Words")

WEB = r'^(?:https?://[^\s<>"\\]+)$'
URLS = (
    "https://outside.example/?a=1&quot;onclick=ilRan()&lt=%22%3E%3Cb%3E&#39;x#--%3E",
    "https://outside.example/)](javascript:ilRan())[x](data:text/html,a",
    "http://outside.example/%0d%0aSet-Cookie:a=b/%E2%80%AE/..%2f..%2f;x=:a,b&=1+1*_~$(ilRan())",
)
FORMS: Mapping[str, str] = {
    r"^(?:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$": "info+bcc_x-1.y@a--b.example",
    r"^(?:[0-9]{1,3}(?:-[0-9]{1,3}|\+)?)$": "999-999",
    r"^(?:@?[A-Za-z0-9][A-Za-z0-9._/-]*)$": "@a--.b/c_.d",
    r"^(?:[a-z0-9][a-z0-9-]{0,60})$": "constructor",
}
"""The most hostile value of each field that must have a form; dates and codes leave no room for one."""
ROOMLESS = {
    r"^(?:[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?)$",
    r"^(?:[12][0-9]{3}-[0-9]{2}-[0-9]{2})$",
    r"^(?:not-relevant)$",
}


@dataclass
class Hostile(Filler):
    """Says hostile things in turn, in their longer or shorter form, in every field that takes a text."""

    sayings: tuple[Saying, ...] = (BENIGN,)
    address: str = "https://outside.example/"
    forms: Mapping[str, str] = field(default_factory=dict)

    def text(self, longest: int) -> str:
        """Return what fits; one word without end is as long as the field."""
        long, short = self.sayings[len(self.texts) % len(self.sayings)]
        if long == ENDLESS:
            return WORD * (longest // len(WORD))
        return long if longest >= len(long) else short

    def url(self) -> str:
        """Return the one address of this filler."""
        return self.address

    def _plain(self, shape: Mapping[str, Any], way: str, example: object) -> object:
        pattern = str(shape.get("pattern"))
        if not shape.get("x-reference") and pattern in self.forms:
            return self.forms[pattern]
        return super()._plain(shape, way, example)


def slug_of(name: str) -> str:
    """Return the folder of the cluster that says a payload; one has a name that objects have themselves."""
    return "constructor" if name == "names" else f"x-{name}"


SLUGS = tuple(map(slug_of, PAYLOADS))


def saying_of(slug: str) -> Hostile:
    """Return who fills the records of a cluster."""
    place = SLUGS.index(slug)
    said = tuple(PAYLOADS.values())[place]
    return Hostile(sayings=(said,), address=URLS[place % len(URLS)], forms=FORMS)


def _harmless(slug: str, place: int) -> Hostile:
    """Return the harmless twin: as long as what it stands for, and no two say the same."""
    return Hostile(
        sayings=((f"Word {'abcdefghijklmnopqrstuvwxyz'[place]}{slug[2:]}", f"W {place}"),), forms=FORMS
    )


def hostile(folder: Path, *, benign: bool = False) -> Directory:
    """Write the directory, with guide pages, so that its site can be built; or its harmless twin."""
    directory = settle(folder)
    directory.write("mkdocs.yml", (PROJECT / "mkdocs.yml").read_bytes())
    shutil.copytree(PROJECT / "docs", folder / "docs")
    write(directory, f"{OTHER}/profile.yml", _bare(full_profile(Hostile())))
    for place, slug in enumerate(SLUGS):
        _write_cluster(directory, slug, _harmless(slug, place) if benign else saying_of(slug), place)
    everything = Hostile(sayings=tuple(PAYLOADS.values()), address=URLS[0])
    write(directory, "programme.yml", (Hostile() if benign else everything).record("programme"))
    return directory


def _write_cluster(directory: Directory, slug: str, saying: Hostile, place: int) -> None:
    """Write one record of every kind, and offers of one or another type."""
    profile = full_profile(saying)
    write(directory, f"{slug}/profile.yml", profile | {"formerly": [f"former-{slug}"]})
    for kind in ("strategy", "initiatives", "partnerships", "events"):
        write(directory, f"{slug}/{kind}.yml", _dated(saying.record(kind)))
    types = VOCABULARIES["offer-types"].codes
    code = types[place % len(types)]
    write(directory, f"{slug}/offers/constructor.yml", full_offer(saying, code))
    ended = LASTING | {"status": "fulfilled", "outcome": {"en": saying.text(500), "lt": saying.text(500)}}
    write(directory, f"{slug}/offers/ended.yml", full_offer(saying, types[(place + 1) % len(types)]) | ended)


def _dated(record: dict[str, Any]) -> dict[str, Any]:
    """Let events lie ahead, so that they are shown."""
    for event in record.get("events", ()):
        event |= {"start": "2027-03-10", "end": "2027-03-11"}
    return record


def _bare(profile: dict[str, Any]) -> dict[str, Any]:
    needed = ("name", "organisation_type", "status", "summary", "sources", "last_reviewed", "address")
    return {key: profile[key] for key in needed}
