"""Texts in several languages, and which of them the directory translated itself."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeVar

import msgspec

from inolink.shelf import Place, Shelf

TRANSLATED = "machine_translated"
LONG = 250
"""So many characters in all languages together are not kept in memory, if there is a shelf for them."""
TEXTS_REMEMBERED = 500
Codes = TypeVar("Codes", tuple[str, ...], frozenset[str])


class Spoken(NamedTuple):
    """A text as a page shows it, with the language that it is really in."""

    text: str
    language: str
    machine: bool
    """Whether the directory translated it; it is not the organisation's own wording then."""


class Text:
    """One text in one language or more; it never changes."""

    __slots__ = ("_said", "_shelf", "languages", "machine")

    languages: tuple[str, ...]
    """The languages that the text is there in."""
    machine: frozenset[str]
    """The languages whose text is a translation made by the directory."""
    _said: tuple[str, ...] | Place
    """The text in these languages, or where it lies."""
    _shelf: Shelf | None

    def __init__(
        self,
        by_language: Mapping[str, str],
        machine: frozenset[str] = frozenset(),
        shelf: Shelf | None = None,
    ) -> None:
        if not by_language:
            raise ValueError("a text needs one language at least")
        said = tuple(by_language.values())
        laid = shelf if shelf and sum(map(len, said)) > LONG else None
        object.__setattr__(self, "languages", _once(tuple(by_language)))
        object.__setattr__(self, "machine", _once(machine))
        object.__setattr__(self, "_said", laid.lay(msgspec.msgpack.encode(said)) if laid else said)
        object.__setattr__(self, "_shelf", laid)

    @classmethod
    def of(cls, value: Mapping[str, str | list[str]], shelf: Shelf | None = None) -> "Text":
        """Read a text as it stands in a record; a long one goes to the shelf."""
        texts = {language: text for language, text in value.items() if isinstance(text, str)}
        return cls(texts, frozenset(value.get(TRANSLATED, ())), shelf)

    @property
    def by_language(self) -> Mapping[str, str]:
        """The text in each of its languages."""
        return MappingProxyType(dict(zip(self.languages, self._texts, strict=True)))

    def get(self, language: str, fallback: str) -> str:
        """Return the text in this language, else in the fallback, else in the first that there is."""
        return self.spoken(language, fallback).text

    def spoken(self, language: str, fallback: str) -> Spoken:
        """Return the same text as `get`, with what must be said of it."""
        languages = self.languages
        found = language if language in languages else fallback if fallback in languages else languages[0]
        return Spoken(self._texts[languages.index(found)], found, found in self.machine)

    @property
    def _texts(self) -> tuple[str, ...]:
        return self._said if isinstance(self._said, tuple) else _read(self._shelf, self._said)

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


@lru_cache(maxsize=1000)
def _once(codes: Codes) -> Codes:
    """Return one and the same value for all texts of the same languages."""
    return codes


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _read(shelf: Shelf, place: Place) -> tuple[str, ...]:
    """Read a text; a page asks for it again and again."""
    return msgspec.msgpack.decode(shelf.take(place), type=tuple[str, ...])
