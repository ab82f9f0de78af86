"""Everything that a rule on more than one record may look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from inolink.checking.entry import Entry
from inolink.reading.directory import Logo
from inolink.reading.document import Document, FileKind, Pointer


@dataclass(frozen=True)
class Context:
    """What one check of a directory has read."""

    documents: tuple[Document, ...]
    """All files that could be read."""
    paths: tuple[str, ...]
    """The paths of all files below clusters/, in order."""
    logos: tuple[Logo, ...] = ()
    addresses: Mapping[str, tuple[tuple[Pointer, str], ...]] = field(default_factory=dict)
    """Of each file the texts with e-mail addresses that may be somebody's own."""

    def records(self, kind: FileKind) -> Iterator[Entry]:
        """Yield all records of a kind."""
        return (Entry.top(document) for document in self.documents if document.kind == kind)

    @cached_property
    def profiles(self) -> Mapping[str, Entry]:
        """The profiles that could be read, by the slug of their cluster."""
        return {str(entry.document.cluster): entry for entry in self.records(FileKind.PROFILE)}

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The slugs of all clusters, also of those whose profile can't be read."""
        paths = (PurePosixPath(path) for path in self.paths)
        return frozenset(path.parent.name for path in paths if path.name == "profile.yml")
