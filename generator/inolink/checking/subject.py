"""One record under check, with everything that a rule on it may look at beside it."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inolink.checking.codes import known_codes
from inolink.checking.entry import Entry
from inolink.checking.schemas import Schemas
from inolink.checking.shapes import Node
from inolink.problems import Problem, json_pointer
from inolink.reading.document import Document, FileKind
from inolink.reading.vocabularies import Vocabularies
from inolink.settings import Settings


@dataclass(frozen=True)
class Ground:
    """What all records are held against."""

    schemas: Schemas
    vocabularies: Vocabularies
    settings: Settings
    today: date


@dataclass(frozen=True)
class Subject:
    """A record, what it is held against, and what its schema refused."""

    document: Document
    ground: Ground
    form: tuple[Problem, ...] = ()

    @property
    def schemas(self) -> Schemas:
        """The schemas of all kinds of files."""
        return self.ground.schemas

    @property
    def vocabularies(self) -> Vocabularies:
        """The lists that records choose from."""
        return self.ground.vocabularies

    @property
    def settings(self) -> Settings:
        """The settings of the directory."""
        return self.ground.settings

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.ground.today

    def records(self, kind: FileKind) -> Iterator[Entry]:
        """Yield the record, if it is of this kind."""
        if self.document.kind == kind:
            yield self.top

    @cached_property
    def top(self) -> Entry:
        """The record as a whole."""
        return Entry.top(self.document)

    @cached_property
    def nodes(self) -> list[Node]:
        """The values of known meaning."""
        return self.schemas.nodes(self.document)

    @property
    def well_formed_nodes(self) -> Iterator[Node]:
        """The values of known meaning that the schema does not refuse already."""
        refused = {problem.pointer for problem in self.form}
        return (node for node in self.nodes if not refused or json_pointer(node.pointer) not in refused)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All texts for people, once each; those of fields that the schema doesn't know included."""
        found: dict[str, None] = {}
        _collect(self.document.value, found)
        return tuple(text for text in found if is_for_people(text))

    def known_codes(self, vocabulary: str) -> Container[str]:
        """Return the codes of a list."""
        return known_codes(vocabulary, self.vocabularies)


def is_for_people(text: str) -> bool:
    """Whether a text is more than the address of a page."""
    return not text.startswith(("https://", "http://"))


def _collect(value: object, found: dict[str, None]) -> None:
    if isinstance(value, str):
        found[value] = None
    elif isinstance(value, dict):
        for child in value.values():
            _collect(child, found)
    elif isinstance(value, list):
        for child in value:
            _collect(child, found)
