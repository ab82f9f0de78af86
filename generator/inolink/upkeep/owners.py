"""CODEOWNERS: the forge asks a cluster's own accounts before its folder changes.

The file's head is written by hand and stays; below the mark stands one line for each cluster, so that for
its folder it counts more than what the head says of everything.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from inolink.checking.entry import Entry
from inolink.errors import InoLinkError
from inolink.problems import shorten
from inolink.reading.directory import Reading
from inolink.reading.document import FileKind
from inolink.settings import ForgeKind, Settings

NAME = "CODEOWNERS"
MARK = (
    "# Written by `inolink owners` from the maintainers of each profile; what stands below is written anew."
)
HEAD = "# Who is asked before a file changes. Lines of your own go above the mark: * @your-staff\n"
ACCOUNT = re.compile(r"@?([A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*){0,4})\Z")
PLACES = {
    ForgeKind.GITHUB: ".github",
    ForgeKind.GITLAB: ".gitlab",
    ForgeKind.FORGEJO: ".forgejo",
}


class OwnersError(InoLinkError):
    """Who owns what can't be said."""


def owners_file(root: Path, settings: Settings) -> Path:
    """Return the file that the forge reads: one that is there, else where the forge looks first."""
    folders = [folder for kind, folder in PLACES.items() if settings.forge and settings.forge.kind is kind]
    candidates = [root / folder / NAME for folder in (*folders, ".", "docs")]
    return next((file for file in candidates if file.is_file()), candidates[0])


def owners_text(reading: Reading, present: str) -> str:
    """Return the whole file: its head as it is at present, and the clusters' lines."""
    _demand_profiles(reading)
    head = present.partition(MARK)[0] if present else HEAD
    gap = "" if not head or head.endswith("\n\n") else "\n"
    return "\n".join((f"{head}{gap}{MARK}", *_lines(reading), ""))


def _lines(reading: Reading) -> Iterator[str]:
    profiles = (each for each in reading.documents if each.kind is FileKind.PROFILE)
    for profile in sorted(profiles, key=lambda each: each.path):
        names = (name for _, name in Entry.top(profile).texts("maintainers"))
        if accounts := sorted({_account(profile.path, name) for name in names}):
            yield f"/clusters/{profile.cluster}/ {' '.join(accounts)}"


def _account(path: str, name: str) -> str:
    """Return an account as the file names it; anything else could give other folders away."""
    found = ACCOUNT.match(name)
    if not found:
        raise OwnersError(
            f"{path}: the maintainer `{shorten(name)}` is no account. "
            "Write only its name, such as example-cluster."
        )
    return f"@{found.group(1)}"


def _demand_profiles(reading: Reading) -> None:
    """Stop while a profile can't be read: its cluster would silently lose its say."""
    for problem in reading.problems:
        if problem.path.endswith("/profile.yml"):
            raise OwnersError(
                f"{shorten(problem.path)}: can't be read ({problem.code}). Mend it: see `inolink check`."
            )
