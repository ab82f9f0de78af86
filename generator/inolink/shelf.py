"""A file for what is too long to lie in memory by the ten thousand; whoever needs a piece reads it there.

The copies of a process (`parallel`) share the file, so a piece is read at its place, and no position is kept.
"""

import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple
from weakref import finalize

LENGTH = 28
"""Bits of a place that tell how long the piece is."""
Place = int


class Shelf:
    """Pieces of data one after the other in a file that has no name, and goes with this object."""

    def __init__(self, folder: Path) -> None:
        with TemporaryFile(dir=folder) as file:
            self._file = os.dup(file.fileno())
        self._end = 0
        finalize(self, os.close, self._file)

    @classmethod
    def within(cls, folder: Path | None) -> "Shelf | None":
        """Open a shelf in a folder; None where there is none, or the system can't read at a place."""
        return cls(folder) if folder and hasattr(os, "pread") else None

    def lay(self, piece: bytes) -> Place:
        """Put a piece down, and return its place."""
        if len(piece) >> LENGTH:
            raise ValueError(f"{len(piece)} bytes are too long for one piece")
        written = 0
        while written < len(piece):
            written += os.write(self._file, piece[written:])
        self._end += len(piece)
        return (self._end - len(piece)) << LENGTH | len(piece)

    def take(self, place: Place) -> bytes:
        """Return the piece at a place."""
        return os.pread(self._file, place & ((1 << LENGTH) - 1), place >> LENGTH)


class Laid(NamedTuple):
    """A piece on a shelf."""

    shelf: Shelf
    place: Place

    def take(self) -> bytes:
        """Return the piece."""
        return self.shelf.take(self.place)


class Pieces(Sequence[bytes]):
    """Many pieces by their numbers, on a shelf if there is one, else in memory."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._places = array("Q")
        self._held: list[bytes] = []

    def add(self, piece: bytes) -> None:
        """Take one more piece."""
        if self._shelf:
            self._places.append(self._shelf.lay(piece))
        else:
            self._held.append(piece)

    def __len__(self) -> int:
        return len(self._places) or len(self._held)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]  # nobody asks for several at once
        return self._shelf.take(self._places[number]) if self._shelf else self._held[number]
