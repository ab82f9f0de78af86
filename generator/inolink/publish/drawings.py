"""What the site builder drew, kept until something changes that it was drawn from."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from inolink.publish.builder import Builder
from inolink.publish.drawn import Drawn, drawing_staged, fingerprint
from inolink.publish.hang import Frame, frames_by_kind
from inolink.publish.kept import share
from inolink.publish.staging import stage
from inolink.reading.commits import last_commit
from inolink.reading.guides import Guide
from inolink.remembered import program, recall, remember
from inolink.settings import SETTINGS_FILE, Settings


@dataclass
class Drawings:
    """The last drawing: most changes are of records, which the builder never sees."""

    folder: Path
    """Where the builder's files are kept; nobody else's."""
    frames: str | None = None
    """The fingerprint of the frames, if nothing has to be drawn this time."""
    _state: tuple[str, str] = ("", "")
    """What was drawn from, and a digest of the builder's files."""
    _drawn: Drawn | None = None

    @contextmanager
    def drawing(
        self, root: Path, folder: Path, builder: Builder, guides: Iterable[Guide], settings: Settings
    ) -> Iterator[Callable[[], Drawn]]:
        """Do what `drawing` does, but let the builder run only if it would draw something else."""
        docs, site = folder / "docs", folder / "site"
        stage(root, docs, guides, settings.languages)
        key = _fingerprint(root, docs, builder)
        kept = self._kept(key)
        if kept is not None:
            self._share(site)
            self.frames = fingerprint(kept.frames)
            yield lambda: kept
            return
        self.frames = None
        with drawing_staged(root, folder, builder, settings) as drawn:
            yield lambda: self._keep(key, drawn(), site)

    def _kept(self, key: str) -> Drawn | None:
        """Return what was drawn from the same, by this process or by one before it, if all of it is here."""
        if self._drawn is None and (stored := recall(self._record, _Stored)):
            self._state, self._drawn = (stored.key, stored.files), stored.drawn()
        with suppress(OSError):
            if self._state == (key, _digest(self.folder)):
                return self._drawn
        return None

    def _share(self, site: Path) -> None:
        for file in _files(self.folder):
            target = site / file.relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            share(str(file), str(target))

    def _keep(self, key: str, drawn: Drawn, site: Path) -> Drawn:
        """Keep a drawing; what can't be kept is drawn again the next time."""
        self._drawn = None
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            shutil.copytree(site, self.folder)
            self._state, self._drawn = (key, _digest(self.folder)), drawn
            remember(self._record, _Stored.of(*self._state, drawn))
        return drawn

    @property
    def _record(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.record")


class _Stored(msgspec.Struct):
    """A drawing as it lies in a file."""

    key: str
    files: str
    """A digest of the builder's files: the published site shares them, so somebody may have edited one."""
    frames: list[tuple[str, str, str, str]]
    documents: dict[str, str]
    rules: str

    @classmethod
    def of(cls, key: str, files: str, drawn: Drawn) -> "_Stored":
        """Return what is to be written."""
        frames = [(each.kind, each.language, each.path, each.html) for each in drawn.frames.values()]
        return cls(key, files, frames, dict(drawn.documents), drawn.rules)

    def drawn(self) -> Drawn:
        """Return what was written."""
        frames = frames_by_kind(Frame(*parts) for parts in self.frames)
        return Drawn(frames, self.documents, self.rules)


def _fingerprint(root: Path, docs: Path, builder: Builder) -> str:
    """Return what stays the same as long as the builder would draw the same."""
    return _digest_of(_parts(root, docs, builder))


def _digest(folder: Path) -> str:
    """Return a digest of all files in a folder."""
    return _digest_of(_content(folder))


def _digest_of(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _parts(root: Path, docs: Path, builder: Builder) -> Iterator[bytes]:
    yield builder.module.encode()
    yield program().encode()
    yield str(last_commit(root).time).encode()
    yield (root / SETTINGS_FILE).read_bytes()
    yield from _content(docs)
    for file in _files(builder.theme):
        state = file.stat()
        yield f"{file} {state.st_size} {state.st_mtime_ns}".encode("utf-8", "surrogateescape")


def _content(folder: Path) -> Iterator[bytes]:
    for file in _files(folder):
        yield os.fsencode(file.relative_to(folder))
        yield file.read_bytes()


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
