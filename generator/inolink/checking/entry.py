"""A mapping somewhere in a document, asked by rules.

Rules also run on documents that the schema refuses, so that all problems are found at once. That is why
every question has a type: what is missing or of the wrong kind is simply not there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from inolink.problems import Problem
from inolink.reading.dates import PartialDate
from inolink.reading.document import Document, Pointer


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping with the way to it."""

    document: Document
    value: Mapping[str, Any] = field(repr=False)
    pointer: Pointer = ()

    @classmethod
    def top(cls, document: Document) -> "Entry":
        """Return the whole of a document as an entry."""
        return cls(document, document.value)

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever it holds."""
        return key in self.value

    def text(self, key: str) -> str | None:
        """Return a text."""
        value = self.value.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int | float | None:
        """Return a number; true and false are none."""
        value = self.value.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def date(self, key: str) -> PartialDate | None:
        """Return a date of the calendar."""
        return PartialDate.parse(self.text(key) or "")

    def entry(self, key: str) -> "Entry":
        """Return the mapping below a key, an empty one if there is none."""
        value = self.value.get(key)
        return Entry(self.document, value if isinstance(value, dict) else {}, (*self.pointer, key))

    def entries(self, key: str) -> Iterator["Entry"]:
        """Yield the mappings of the list below a key."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, dict):
                yield Entry(self.document, value, (*self.pointer, key, index))

    def texts(self, key: str) -> Iterator[tuple[int, str]]:
        """Yield the texts of the list below a key, each with its index."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, str):
                yield index, value

    def localised(self, key: str) -> dict[str, str]:
        """Return the texts below a key by language."""
        texts = self.entry(key).value.items()
        return {language: text for language, text in texts if isinstance(text, str)}

    def problem(self, code: str, *way: str | int, **params: object) -> Problem:
        """Make a problem of the value at the end of the way from here."""
        return self.document.problem(code, (*self.pointer, *way), **params)

    def key_problem(self, code: str, *way: str | int, **params: object) -> Problem:
        """Make a problem of the key at the end of the way from here."""
        return self.document.key_problem(code, (*self.pointer, *way), **params)

    def _list(self, key: str) -> list[Any]:
        value = self.value.get(key)
        return value if isinstance(value, list) else []
