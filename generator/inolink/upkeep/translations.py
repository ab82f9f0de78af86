"""How far the texts of a directory are translated, file by file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inolink.checking.schemas import Schemas
from inolink.reading.document import Document, Pointer

LOCALISED = frozenset({"text", "markdown"})
TRANSLATED = "machine_translated"


@dataclass(frozen=True)
class Translation:
    """The texts of one file in one language."""

    path: str
    language: str
    own: int
    """How many are in the organisation's own words."""
    machine: int
    """How many the directory translated."""
    missing: tuple[Pointer, ...]
    """Where the others stand."""

    @property
    def texts(self) -> int:
        """How many there are."""
        return self.own + self.machine + len(self.missing)


def translations(
    documents: Iterable[Document], schemas: Schemas, languages: Iterable[str]
) -> Iterator[Translation]:
    """Yield each file in each language of the site."""
    wanted = tuple(languages)
    for document in documents:
        texts = [
            (node.pointer, node.value)
            for node in schemas.nodes(document)
            if node.shape.format in LOCALISED and isinstance(node.value, dict)
        ]
        yield from (_translation(document.path, language, texts) for language in wanted)


def _translation(path: str, language: str, texts: Sequence[tuple[Pointer, Mapping[str, Any]]]) -> Translation:
    there = [text for _, text in texts if language in text]
    machine = sum(language in text.get(TRANSLATED, ()) for text in there)
    missing = tuple(pointer for pointer, text in texts if language not in text)
    return Translation(path, language, len(there) - machine, machine, missing)
