"""One file that a change touches, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from inolink.checking.revisions import Base
from inolink.plainfile import read_bytes
from inolink.reading.document import FileKind
from inolink.reading.loader import load
from inolink.reading.places import FOLDER, SLUG, place_of
from inolink.reading.text import LARGEST_FILE

PAGES = {
    FileKind.PROFILE: "clusters/{cluster}/",
    FileKind.STRATEGY: "clusters/{cluster}/",
    FileKind.INITIATIVES: "clusters/{cluster}/",
    FileKind.PARTNERSHIPS: "clusters/{cluster}/",
    FileKind.OFFER: "offers/{cluster}/{stem}/",
    FileKind.EVENTS: "events/",
    FileKind.PROGRAMME: "impact/",
}
"""The page on which a record of each kind is read first."""


class State(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class ChangedFile:
    """One file that a change touches."""

    path: str
    before: bytes | None
    after: bytes | None

    @classmethod
    def of(cls, base: Base, path: str) -> "ChangedFile":
        """Read both states of a file; what isn't a plain file holds nothing."""
        try:
            after = read_bytes(base.root / path, LARGEST_FILE + 1)
        except OSError:
            after = None
        return cls(path, base.read(path), after)

    @property
    def state(self) -> State:
        """What became of it."""
        if self.before is None:
            return State.NEW
        return State.GONE if self.after is None else State.CHANGED

    @property
    def is_record(self) -> bool:
        """Whether its place is one for content: a record or a logo."""
        return self.path.startswith(f"{FOLDER}/") and place_of(self.path) is not None

    @property
    def kind(self) -> FileKind | None:
        """The kind of record that belongs into its place."""
        place = place_of(self.path) if self.path.startswith(f"{FOLDER}/") else None
        return place.kind if place else None

    @property
    def cluster(self) -> str | None:
        """The slug of the cluster whose folder it lies in."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if parts[0] == FOLDER and len(parts) > 2 else None  # noqa: PLR2004  # clusters/<slug>/…

    @property
    def page(self) -> str | None:
        """The page on which its record is read first, from the site's root."""
        place = place_of(self.path) if self.is_record else None
        if place is None or place.kind is None or not all(map(SLUG.match, place.slugs)):
            return None
        return PAGES[place.kind].format(cluster=self.cluster, stem=PurePosixPath(self.path).stem)

    @cached_property
    def old(self) -> Mapping[str, Any]:
        """The record before; empty if there was none, or none that can be read."""
        return self._values(self.before) or {}

    @cached_property
    def new(self) -> Mapping[str, Any]:
        """The record after; empty if there is none, or none that can be read."""
        return self._values(self.after) or {}

    @property
    def broken(self) -> bool:
        """Whether it is a record that can't be read as it stands now."""
        return self.kind is not None and self.after is not None and not self.new

    def _values(self, data: bytes | None) -> Mapping[str, Any] | None:
        return load(self.path, data).value if data is not None and self.kind else None
