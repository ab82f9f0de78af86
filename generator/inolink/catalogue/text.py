"""Texts in several languages, and which of them the directory translated itself."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

TRANSLATED = "machine_translated"


class Spoken(NamedTuple):
    """A text as a page shows it, with the language that it is really in."""

    text: str
    language: str
    machine: bool
    """Whether the directory translated it; it is not the organisation's own wording then."""


class Text:
    """One text in one language or more; it never changes."""

    __slots__ = ("by_language", "machine")

    by_language: Mapping[str, str]
    machine: frozenset[str]
    """The languages whose text is a translation made by the directory."""

    def __init__(self, by_language: Mapping[str, str], machine: frozenset[str] = frozenset()) -> None:
        if not by_language:
            raise ValueError("a text needs one language at least")
        object.__setattr__(self, "by_language", MappingProxyType(dict(by_language)))
        object.__setattr__(self, "machine", machine)

    @classmethod
    def of(cls, value: Mapping[str, str | list[str]]) -> "Text":
        """Read a text as it stands in a record."""
        texts = {language: text for language, text in value.items() if isinstance(text, str)}
        return cls(texts, frozenset(value.get(TRANSLATED, ())))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the text is there in."""
        return tuple(self.by_language)

    def get(self, language: str, fallback: str) -> str:
        """Return the text in this language, else in the fallback, else in the first that there is."""
        return self.spoken(language, fallback).text

    def spoken(self, language: str, fallback: str) -> Spoken:
        """Return the same text as `get`, with what must be said of it."""
        candidates = (language, fallback, *self.by_language)
        found = next(code for code in candidates if code in self.by_language)
        return Spoken(self.by_language[found], found, found in self.machine)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a text can't be changed")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return self.by_language == other.by_language and self.machine == other.machine

    def __hash__(self) -> int:
        return hash((frozenset(self.by_language.items()), self.machine))

    def __repr__(self) -> str:
        return f"Text({dict(self.by_language)!r}, {self.machine!r})"
