"""What the place of a file says: which kind of record it holds and to which cluster it belongs."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from inolink.reading.document import FileKind
from inolink.reading.guess import closest, slugified

FOLDER = "clusters"
SLUG = re.compile(r"(?!page\Z)[a-z0-9][a-z0-9-]{0,60}\Z")
"""`page` is taken: offers/page/2/ continues the list of offers."""
CLUSTER_FILES = {
    f"{kind}.yml": kind
    for kind in (
        FileKind.PROFILE,
        FileKind.STRATEGY,
        FileKind.INITIATIVES,
        FileKind.PARTNERSHIPS,
        FileKind.EVENTS,
    )
}
LOGO_NAMES = ("logo.svg", "logo.png", "logo.webp")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that means something: a record's kind, or none for a logo."""

    kind: FileKind | None
    slugs: tuple[str, ...]
    """The parts of the path that must be slugs."""


def likely_name(path: str) -> str | None:
    """Return the name that a stray file probably should have."""
    name = PurePosixPath(path).name
    if PurePosixPath(path).parent.name == "offers":
        return f"{slugified(PurePosixPath(name).stem)}.yml" if name.endswith(".yaml") else None
    return closest(name, (*CLUSTER_FILES, *LOGO_NAMES))


def place_of(path: str) -> Place | None:
    """Return what a file's place says, or None for a place where nothing belongs."""
    match path.split("/")[1:]:
        case ("programme.yml",):
            return Place(FileKind.PROGRAMME, ())
        case (cluster, name) if name in CLUSTER_FILES:
            return Place(CLUSTER_FILES[name], (cluster,))
        case (cluster, name) if name in LOGO_NAMES:
            return Place(None, (cluster,))
        case (cluster, "offers", name) if name.endswith(".yml"):
            return Place(FileKind.OFFER, (cluster, name.removesuffix(".yml")))
    return None
