"""Everything that a rule may look at: the records, the lists they choose from, the settings and the day."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from inolink.checking.codes import known_codes
from inolink.checking.entry import Entry
from inolink.checking.schemas import Schemas
from inolink.checking.shapes import Node
from inolink.problems import Problem, json_pointer
from inolink.reading.directory import Logo, Reading
from inolink.reading.document import Document, FileKind
from inolink.reading.vocabularies import Vocabularies
from inolink.settings import Settings


@dataclass(frozen=True)
class Context:
    """What one check of a directory knows."""

    reading: Reading
    schemas: Schemas
    vocabularies: Vocabularies
    settings: Settings
    today: date
    form: tuple[Problem, ...] = ()
    """What the schemas refused."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files that could be read."""
        return self.reading.documents

    @property
    def logos(self) -> tuple[Logo, ...]:
        """All logos, unseen."""
        return self.reading.logos

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

    @cached_property
    def _refused(self) -> Mapping[str, frozenset[str]]:
        places: dict[str, set[str]] = {}
        for problem in self.form:
            places.setdefault(problem.path, set()).add(problem.pointer)
        return {path: frozenset(pointers) for path, pointers in places.items()}

    def well_formed_nodes(self, document: Document) -> Iterator[Node]:
        """Yield the values of known meaning that the schema does not refuse already."""
        refused = self._refused.get(document.path, frozenset())
        for node in self.schemas.nodes(document):
            if not refused or json_pointer(node.pointer) not in refused:
                yield node

    def known_codes(self, vocabulary: str) -> Container[str]:
        """Return the codes of a list."""
        return known_codes(vocabulary, self.vocabularies)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files below clusters/, in order."""
        return self.reading.paths
