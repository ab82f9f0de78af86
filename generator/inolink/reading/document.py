"""A file of the directory as plain values, which knows where each of them stands in the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

import msgspec

from inolink.problems import Problem, json_pointer
from inolink.reading.marks import Marks
from inolink.reading.position import Pointer, Position
from inolink.shelf import Laid

__all__ = ["Document", "FileKind", "Marks", "Pointer", "Position"]


class FileKind(StrEnum):
    """What a file of the directory holds; its place says which."""

    PROFILE = "profile"
    STRATEGY = "strategy"
    OFFER = "offer"
    INITIATIVES = "initiatives"
    PARTNERSHIPS = "partnerships"
    EVENTS = "events"
    PROGRAMME = "programme"


def packed(value: Mapping[str, Any]) -> bytes:
    """Pack the value of a document."""
    return msgspec.msgpack.encode(value)


def unpacked(content: bytes) -> Mapping[str, Any]:
    """Unpack the value of a document."""
    value: dict[str, Any] = msgspec.msgpack.decode(content)
    return value


@dataclass(frozen=True, slots=True)
class Document:
    """One file that could be read. Its value is not to be changed."""

    path: str
    """Relative to the root of the directory, with `/` between its parts."""
    kind: FileKind
    content: Mapping[str, Any] | bytes | Laid = field(repr=False)
    """The value, or its packed form: a third of the size, for thousands that wait in memory or on a shelf."""
    marks: Marks = field(repr=False, compare=False)

    @property
    def value(self) -> Mapping[str, Any]:
        """What the file says. Of a packed document it is made anew each time: ask once."""
        if isinstance(self.content, Laid):
            return unpacked(self.content.take())
        return unpacked(self.content) if isinstance(self.content, bytes) else self.content

    @property
    def cluster(self) -> str | None:
        """The slug of the cluster whose folder the file lies in."""
        parts = self.path.split("/")
        return parts[1] if len(parts) > 2 else None  # noqa: PLR2004  # clusters/<slug>/<file>

    @property
    def stem(self) -> str:
        """The file's name without its ending: the slug of an offer."""
        return PurePosixPath(self.path).stem

    def position(self, pointer: Sequence[str | int] = (), *, key: bool = False) -> Position:
        """Return where a value stands, or its key; where there is none, the value around it."""
        return self.marks.find(tuple(pointer), key=key)

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
