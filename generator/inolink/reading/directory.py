"""All files of a directory: each becomes a document, a logo or a problem."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from inolink.errors import RootError
from inolink.plainfile import read_bytes
from inolink.problems import Problem
from inolink.reading.document import Document, FileKind, Marks
from inolink.reading.guess import slugified, suggestion
from inolink.reading.loader import load
from inolink.reading.places import FOLDER, SLUG, Place, likely_name, place_of
from inolink.reading.progress import Track, quietly
from inolink.reading.text import LARGEST_FILE

# Files that operating systems and Git leave behind: nobody put them there on purpose.
IGNORED_NAMES = frozenset({".DS_Store", ".gitkeep", ".gitignore", "Thumbs.db", "desktop.ini"})
LARGEST_LOGO = 300_000
DEEPEST_FOLDER = 12
"""Records lie three folders deep; what somebody has put far below is named, not searched."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A cluster's logo as it lies in its folder; nothing is known of its content yet."""

    path: str
    cluster: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The bytes of a file that lies where a record belongs."""

    path: str
    kind: FileKind
    data: bytes = field(repr=False)

    def read(self) -> Document | tuple[Problem, ...]:
        """Return the record, or what stops it."""
        loaded = load(self.path, self.data)
        if loaded.value is None:
            return loaded.problems
        return Document(self.path, self.kind, loaded.value, loaded.marks)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files of a directory hold, and what stopped the others."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    paths: tuple[str, ...]
    """Every file that was looked at, in order."""
    logos: tuple[Logo, ...] = ()

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)


def read_directory(root: Path, track: Track = quietly) -> Reading:
    """Read every file below the folder clusters/ of `root`."""
    paths = file_paths(root)
    results = [found for path in track("Reading", paths) for found in _read(root, path)]
    return Reading(
        documents=tuple(found for found in results if isinstance(found, Document)),
        problems=tuple(found for found in results if isinstance(found, Problem)),
        paths=tuple(map(shown_path, paths)),
        logos=tuple(found for found in results if isinstance(found, Logo)),
    )


def _read(root: Path, path: str) -> tuple[Document | Logo | Problem, ...]:
    opened = open_file(root, path)
    if not isinstance(opened, RecordFile):
        return (opened,)
    found = opened.read()
    # The bytes are done with: should somebody ask for a place, it is found in the file.
    return (replace(found, marks=Marks((root, path))),) if isinstance(found, Document) else found


def file_paths(root: Path) -> list[str]:
    """Return the paths of all files below the folder clusters/ of `root`, in order."""
    if not (root / FOLDER).is_dir():
        raise RootError(
            f"{root}: no folder {FOLDER}/ here. "
            "Name the directory with --root, or add a cluster with `inolink new cluster`."
        )
    paths = sorted(_paths(root, FOLDER))
    if not paths:
        raise RootError(f"{root / FOLDER}: holds no files. Add a cluster with `inolink new cluster`.")
    return paths


def _paths(root: Path, folder: str) -> Iterator[str]:
    """Yield all files below a folder, and folders that can't be entered; links are not followed."""
    entries = _entries(root / folder) if folder.count("/") < DEEPEST_FOLDER else None
    if entries is None:
        yield folder
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _paths(root, path)
        elif entry.name not in IGNORED_NAMES:
            yield path


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    """Return what a folder holds, or None if it can't be entered or is not the folder that it seems to be."""
    try:
        with os.scandir(folder) as entries:
            return None if folder.is_symlink() else sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return None


def open_file(root: Path, path: str) -> RecordFile | Logo | Problem:
    """Read the bytes of one of these files, if they can be a record or a logo."""
    shown, place = shown_path(path), place_of(path)
    try:
        kind = (root / path).lstat().st_mode
    except OSError as error:
        return _unreadable(shown, error)
    if stat.S_ISLNK(kind):
        return Problem.of_file("IL111", shown)
    if stat.S_ISDIR(kind):
        return Problem.of_file("IL110", shown, reason="the folder can't be entered")
    if place is None:
        return Problem.of_file("IL201", shown, **suggestion(likely_name(shown)))
    if bad := [slug for slug in place.slugs if not SLUG.match(slug)]:
        return Problem.of_file("IL202", shown, name=shown_path(bad[0]), **suggestion(slugified(bad[0])))
    return _opened(root, path, place)


def _opened(root: Path, path: str, place: Place) -> RecordFile | Logo | Problem:
    try:
        data = read_bytes(root / path, (LARGEST_FILE if place.kind else LARGEST_LOGO) + 1)
    except OSError as error:
        return _unreadable(path, error)
    if place.kind is None:
        return Logo(path, PurePosixPath(path).parts[1], data)
    return RecordFile(path, place.kind, data)


def shown_path(path: str) -> str:
    """Return a path as text: file names may hold bytes that are none."""
    return os.fsencode(path).decode("utf-8", "replace")


def _unreadable(path: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return Problem.of_file("IL111", path)
    return Problem.of_file("IL110", path, reason=error.strerror or "unreadable")
