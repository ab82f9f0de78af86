"""Finished files kept from one build for the next ones, those of each task with what they were made from.

A task is not done again if everything that it asked for is answered as it was: see `watched`. Its files are
linked into the new site as they are, and what the verifier saw in them holds as well. What all tasks work
with besides (program, templates, settings, short lists, frames) is named in the record: another state begins
anew.
"""

# ruff: noqa: PTH103, PTH108, PTH113, PTH116, PTH120, PTH123, PTH208
# For a hundred thousand files, path objects cost more than the linking

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

import msgspec

from inolink.plainfile import carefully
from inolink.publish.made import Made
from inolink.publish.verify import Findings, ids_in, names_of
from inolink.remembered import recall, remember

FILES, RECORD, LOCK = "files", "kept", "lock"
Marks = Mapping[str, frozenset[str]]
"""Files of a site, and what can be referred to in those that are pages."""


class KeptFile(msgspec.Struct, array_like=True, frozen=True):
    """A file of the site, and how its kept copy is told from one that somebody has touched."""

    path: str
    digest: str
    """Of its content; the copy's name."""
    size: int
    changed: int
    """When the copy was written, in nanoseconds."""


class Piece(msgspec.Struct, array_like=True, frozen=True):
    """What a task has made."""

    key: str
    """The fingerprint of the task with its own arguments."""
    asked: bytes
    """The questions with the fingerprints of their answers, as `watched` writes them."""
    made: Made
    files: tuple[KeptFile, ...]


class Record(msgspec.Struct, array_like=True, frozen=True):
    """What a build has left, all of it verified."""

    state: str = ""
    """The fingerprint of what all tasks work with."""
    frames: str = ""
    """The fingerprint of the frames that all pages hang in."""
    inputs: str = ""
    """The fingerprint of everything else that the site was made from."""
    pieces: tuple[Piece, ...] = ()
    marks: dict[str, frozenset[str]] = {}
    """The files that no task made."""


@dataclass
class Kept:
    """A folder with what the last build has left, and what this one leaves."""

    folder: Path
    record: Record = field(default_factory=Record)
    """Of the last build."""
    state: str = ""
    frames: str = ""
    inputs: str = ""
    pieces: list[Piece] = field(default_factory=list)
    """What this build has made, as far as it could be kept."""
    standing: list[Piece] = field(default_factory=list)
    """What it has not made again."""
    complete: bool = True
    """Whether everything could be kept."""

    def begin(self, state: str, inputs: str) -> None:
        """Say what this build is made from; what another state has left is of no use."""
        self.state, self.inputs = state, inputs
        if self.record.state != state:
            self.record = Record()

    def hang_in(self, frames: str) -> None:
        """Say in which frames the pages hang."""
        self.frames = frames
        if self.record.frames != frames:
            self.record = Record()

    def whole(self, frames: str | None) -> bool:
        """Tell whether everything is as it was, so that nothing has to be made."""
        same = self.record.inputs == self.inputs and self.record.frames == frames
        return same and all(map(self.sound, self.record.pieces))

    def piece(self, key: str | None) -> Piece | None:
        """Return what a task made when it was done last."""
        return self._by_key.get(key or "")

    @cached_property
    def _by_key(self) -> Mapping[str, Piece]:
        return {piece.key: piece for piece in self.record.pieces}

    def sound(self, piece: Piece) -> bool:
        """Tell whether all kept files of a piece are as they were written."""
        return all(map(self._sound, piece.files))

    def _sound(self, file: KeptFile) -> bool:
        place = self._place(file.digest)
        try:
            state = os.stat(place)
            if state.st_size != file.size:
                return False
            # An archive that came between may have changed the time alone.
            return state.st_mtime_ns == file.changed or _digest(place) == file.digest
        except OSError:
            return False

    def link(self, pieces: Iterable[Piece], site: Path) -> None:
        """Put the kept files of some pieces into the site."""
        for file in (file for piece in pieces for file in piece.files):
            target = f"{site}/{file.path}"
            try:
                share(self._place(file.digest), target)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                share(self._place(file.digest), target)

    def keep(self, key: str, asked: bytes, made: Made, site: Path) -> Piece | None:
        """Keep the files of a task; None where there is no room for them."""
        try:
            files = tuple(self._kept(site, path) for path in made.paths)
        except OSError:
            return None
        return Piece(key, asked, made.without_paths(), files)

    def _kept(self, site: Path, path: str) -> KeptFile:
        file = f"{site}/{path}"
        digest = _digest(file)
        place = self._place(digest)
        try:
            share(file, place)
        except FileExistsError:
            # Of an equal file, or left by a build that was killed, or spoilt since.
            if _digest(place) != digest:
                os.unlink(place)
                share(file, place)
        state = os.stat(place)
        return KeptFile(path, digest, state.st_size, state.st_mtime_ns)

    def stand(self, pieces: Iterable[Piece]) -> None:
        """Take over what the last build made."""
        self.standing += pieces

    def add(self, pieces: Sequence[Piece], tasks: int) -> None:
        """Take in what came of some tasks."""
        self.pieces += pieces
        self.complete = self.complete and len(pieces) == tasks

    def in_doubt(self, site: Path, marks: Marks) -> Iterator[Findings]:
        """Yield what was seen of standing pages that lead to something that is gone since the last build."""
        if lost := {name for path in self._all_lost(site, marks) for name in names_of(path)}:
            seen = (each.leading_to(lost) for piece in self.standing for each in piece.made.findings)
            yield from filter(None, seen)

    def _all_lost(self, site: Path, marks: Marks) -> Iterator[str]:
        """Yield the files that are gone, or lack a place that they had."""
        for path, ids in self.record.marks.items():
            if path not in marks or not ids <= marks[path]:
                yield path
        standing = {piece.key for piece in self.standing}
        again = (piece for piece in self.record.pieces if piece.key not in standing)
        yield from (file.path for piece in again for file in piece.files if self._lost(file, site))

    def _lost(self, file: KeptFile, site: Path) -> bool:
        now = f"{site}/{file.path}"
        if not os.path.isfile(now):
            return True
        if not file.path.endswith(".html"):
            return False
        return not self._sound(file) or not ids_in(self._place(file.digest)) <= ids_in(now)

    def _place(self, digest: str) -> str:
        return f"{self.folder}/{FILES}/{digest}"

    def save(self, marks: Marks) -> None:
        """Leave what this build has made for the next one; nothing may be wrong with the site."""
        pieces = (*self.standing, *self.pieces)
        inputs = self.inputs if self.complete else ""
        record = Record(self.state, self.frames, inputs, pieces, dict(marks))
        # What can't be kept, for want of room, is no reason to end a build that has nearly ended.
        if record == self.record or remember(self.folder / RECORD, record):
            needed = {file.digest for piece in pieces for file in piece.files}
            with suppress(OSError):
                for name in set(os.listdir(self.folder / FILES)) - needed:
                    os.unlink(self._place(name))


@contextmanager
def kept_in(cache: Path | None) -> Iterator[Kept | None]:
    """Open what the last build left; a folder that another build is using is none for this one."""
    opened = _opened(cache) if cache else None
    if cache is None or opened is None:
        yield None
        return
    with opened as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
            return
        for draft in cache.glob("*.[0-9]*"):
            with suppress(OSError):
                draft.unlink()  # of a process that was killed
        yield Kept(cache, recall(cache / RECORD, Record) or Record())


def _opened(cache: Path) -> IO[str] | None:
    """Open the lock; that nothing can be kept is no reason not to build."""
    try:
        (cache / FILES).mkdir(parents=True, exist_ok=True)
        if (cache / FILES).is_symlink():
            return None  # what is of no use any more would be taken away from elsewhere
        return open(cache / LOCK, "a", opener=carefully)
    except OSError:
        return None


def _digest(file: str) -> str:
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=20)).hexdigest()


def share(source: str, target: str) -> None:
    """Let two names share a file, as a published file never changes; copy where that is impossible."""
    try:
        os.link(source, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        shutil.copy2(source, target)
