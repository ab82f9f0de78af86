"""A file for what is too long to lie in memory by the ten thousand; whoever needs a piece reads it there.

The copies of a process (`parallel`) share the file, so a piece is read at its place, and no position is kept.
"""

import hashlib
import os
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple
from weakref import finalize

from inolink.plainfile import carefully

LENGTH = 28
"""Bits of a place that tell how long the piece is."""
AT_ONCE = 1 << 20
"""Bytes to be copied at a time."""
Place = int


class Shelf:
    """Pieces of data one after the other in a file that has no name, and goes with this object."""

    def __init__(self, folder: Path) -> None:
        with TemporaryFile(dir=folder) as file:
            self._take(os.dup(file.fileno()))

    @classmethod
    def standing(cls, file: Path) -> "Shelf":
        """Take a file that another shelf was copied to; nothing more is laid there."""
        shelf = cls.__new__(cls)
        shelf._take(carefully(file, os.O_RDONLY))  # noqa: SLF001  # its own
        return shelf

    def _take(self, file: int) -> None:
        self._file = file
        self._end = os.fstat(file).st_size
        finalize(self, os.close, file)

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

    def _whole(self) -> Iterator[bytes]:
        return (os.pread(self._file, AT_ONCE, start) for start in range(0, self._end, AT_ONCE))

    def digest(self) -> bytes:
        """Return a digest of all pieces."""
        digest = hashlib.blake2b(digest_size=20)
        for data in self._whole():
            digest.update(data)
        return digest.digest()

    def copy(self, file: Path) -> None:
        """Leave all pieces in a file, which changes in one step."""
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            with draft.open("wb") as stream:
                stream.writelines(self._whole())
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)


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

    @property
    def places(self) -> Sequence[Place]:
        """Where they lie on the shelf."""
        return self._places

    def __len__(self) -> int:
        return len(self._places) or len(self._held)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]  # nobody asks for several at once
        return self._shelf.take(self._places[number]) if self._shelf else self._held[number]
