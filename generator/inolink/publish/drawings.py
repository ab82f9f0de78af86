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
from inolink.remembered import program
from inolink.settings import SETTINGS_FILE, Settings


@dataclass
class Drawings:
    """The last drawing: most changes are of records, which the builder never sees."""

    folder: Path
    """Where the builder's files are kept; nobody else's."""
    frames: str | None = None
    """The fingerprint of the frames, if nothing has to be drawn this time."""
    _key: str | None = None
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
            shutil.copytree(self.folder, site, copy_function=_shared)
            self.frames = fingerprint(kept.frames)
            yield lambda: kept
            return
        self.frames = None
        with drawing_staged(root, folder, builder, settings) as drawn:
            yield lambda: self._keep(key, drawn(), site)

    def _kept(self, key: str) -> Drawn | None:
        """Return what was drawn from the same, by this process or by one before it."""
        if self._drawn is None:
            with suppress(OSError, msgspec.MsgspecError):
                stored = msgspec.json.decode(self._record.read_bytes(), type=_Stored)
                self._key, self._drawn = stored.key, stored.drawn()
        return self._drawn if key == self._key and self.folder.is_dir() else None

    def _keep(self, key: str, drawn: Drawn, site: Path) -> Drawn:
        self._key = None
        self._record.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(site, self.folder)
        # Only now: a record without all of its files would be believed.
        self._record.write_bytes(msgspec.json.encode(_Stored.of(key, drawn)))
        self._key, self._drawn = key, drawn
        return drawn

    @property
    def _record(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.json")


class _Stored(msgspec.Struct):
    """A drawing as it lies in a file."""

    key: str
    frames: list[tuple[str, str, str, str]]
    documents: dict[str, str]
    rules: str

    @classmethod
    def of(cls, key: str, drawn: Drawn) -> "_Stored":
        """Return what is to be written."""
        frames = [(each.kind, each.language, each.path, each.html) for each in drawn.frames.values()]
        return cls(key, frames, dict(drawn.documents), drawn.rules)

    def drawn(self) -> Drawn:
        """Return what was written."""
        frames = frames_by_kind(Frame(*parts) for parts in self.frames)
        return Drawn(frames, self.documents, self.rules)


def _fingerprint(root: Path, docs: Path, builder: Builder) -> str:
    """Return what stays the same as long as the builder would draw the same."""
    digest = hashlib.sha256()
    for part in _parts(root, docs, builder):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _parts(root: Path, docs: Path, builder: Builder) -> Iterator[bytes]:
    yield builder.module.encode()
    yield program().encode()
    yield str(last_commit(root).time).encode()
    yield (root / SETTINGS_FILE).read_bytes()
    for file in _files(docs):
        yield os.fsencode(file.relative_to(docs))
        yield file.read_bytes()
    for file in _files(builder.theme):
        state = file.stat()
        yield f"{file} {state.st_size} {state.st_mtime_ns}".encode("utf-8", "surrogateescape")


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _shared(source: str, target: str) -> str:
    share(source, target)
    return target
