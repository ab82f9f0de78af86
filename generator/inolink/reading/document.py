"""A file of the directory as plain values, with the place of every one of them in the file."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from inolink.problems import Problem, json_pointer

Pointer = tuple[str | int, ...]
"""The way from the top of a document to one of its values: keys and list indices."""


class FileKind(StrEnum):
    """What a file of the directory holds; its place says which."""

    PROFILE = "profile"
    STRATEGY = "strategy"
    OFFER = "offer"
    INITIATIVES = "initiatives"
    PARTNERSHIPS = "partnerships"
    EVENTS = "events"
    PROGRAMME = "programme"


class Position(NamedTuple):
    """A place in a text file, counted from 1."""

    line: int
    column: int


class Marks:
    """The positions of all values of one document, 8 bytes each.

    They lie in the order of a walk through the value, each key before its value: so the value itself is
    the map to them. The walk is made when the first position is asked for; most documents never need it.
    """

    __slots__ = ("_numbers", "_places")

    def __init__(self) -> None:
        self._numbers = array("I")
        self._places: dict[Pointer, int] | None = None

    def add(self, position: Position) -> None:
        """Note the place of the next key or value (the reader's walk goes the same way)."""
        self._numbers.extend(position)

    def find(self, value: object, pointer: Pointer, *, key: bool) -> Position:
        """Return the place of what the pointer leads to, or of the nearest thing around it that exists."""
        if self._places is None:
            self._places = {way: place for place, way in enumerate(_walk(value, ())) if way is not None}
        while pointer not in self._places:
            pointer, key = pointer[:-1], False
        place = self._places[pointer]
        if key and pointer and isinstance(pointer[-1], str):
            place -= 1
        return Position(self._numbers[2 * place], self._numbers[2 * place + 1])


def _walk(value: object, pointer: Pointer) -> Iterator[Pointer | None]:
    """Yield the pointer of every value, and None for every key, in the order of the file."""
    yield pointer
    if isinstance(value, dict):
        for key, child in value.items():
            yield None
            yield from _walk(child, (*pointer, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _walk(child, (*pointer, index))


@dataclass(frozen=True, slots=True)
class Document:
    """One file that could be read. Its value is not to be changed: the marks follow its order."""

    path: str
    """Relative to the root of the directory, with `/` between its parts."""
    kind: FileKind
    value: Mapping[str, Any]
    marks: Marks = field(repr=False, compare=False)

    @property
    def cluster(self) -> str | None:
        """The slug of the cluster whose folder the file lies in."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if len(parts) > 2 else None  # noqa: PLR2004  # clusters/<slug>/<file>

    @property
    def stem(self) -> str:
        """The file's name without its ending: the slug of an offer."""
        return PurePosixPath(self.path).stem

    def position(self, pointer: Sequence[str | int] = (), *, key: bool = False) -> Position:
        """Return where a value stands, or its key; where there is none, the value around it."""
        return self.marks.find(self.value, tuple(pointer), key=key)

    def problem(self, code: str, pointer: Sequence[str | int] = (), **params: object) -> Problem:
        """Make a problem of a value of this document."""
        return self._problem(code, pointer, self.position(pointer), params)

    def key_problem(self, code: str, pointer: Sequence[str | int], **params: object) -> Problem:
        """Make a problem of the key that the pointer ends with."""
        return self._problem(code, pointer, self.position(pointer, key=True), params)

    def _problem(
        self, code: str, pointer: Sequence[str | int], position: Position, params: Mapping[str, object]
    ) -> Problem:
        shown = tuple((name, str(value)) for name, value in params.items())
        return Problem(code, self.path, *position, json_pointer(pointer), shown)
