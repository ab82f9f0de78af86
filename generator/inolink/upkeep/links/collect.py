"""Where links to other sites stand: in the fields and texts of records, and in guide pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from inolink.checking.schemas import Schemas
from inolink.reading.document import Document

WEB = re.compile(r"https?://", re.IGNORECASE)
MARKDOWN_LINK = re.compile(r"\]\(\s*<?(https?://[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)", re.IGNORECASE)
GUIDES = "docs"


class Place(NamedTuple):
    """Where a link stands."""

    path: str
    line: int


def collect(root: Path, documents: Iterable[Document], schemas: Schemas) -> Mapping[str, tuple[Place, ...]]:
    """Return every address with all places where it stands."""
    found: dict[str, dict[Place, None]] = {}
    for url, place in (*_in_records(documents, schemas), *_in_guides(root)):
        found.setdefault(url, {})[place] = None
    return {url: tuple(places) for url, places in found.items()}


def _in_records(documents: Iterable[Document], schemas: Schemas) -> Iterator[tuple[str, Place]]:
    for document in documents:
        for node in schemas.nodes(document):
            place = Place(document.path, document.position(node.pointer).line)
            if node.shape.format == "url" and isinstance(node.value, str) and WEB.match(node.value):
                yield node.value, place
            if node.shape.format == "markdown" and isinstance(node.value, dict):
                texts = [text for text in node.value.values() if isinstance(text, str)]
                yield from ((url, place) for text in texts for url in MARKDOWN_LINK.findall(text))


def _in_guides(root: Path) -> Iterator[tuple[str, Place]]:
    for file in sorted((root / GUIDES).rglob("*.md")):
        if file.is_symlink() or not file.is_file():
            continue
        path = file.relative_to(root).as_posix()
        lines = file.read_text("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, 1):
            yield from ((url, Place(path, number)) for url in MARKDOWN_LINK.findall(line))
