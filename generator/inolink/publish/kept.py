"""Pages kept from one build for the next ones, each with what it was made from.

A page comes from here only if everything that it asked for is answered as it was: see `watched`. What all
pages are made from besides (program, templates, settings, short lists) names the folder that they lie in.
"""

import hashlib
import os
import shutil
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from markupsafe import Markup

from inolink.pages import Site, Task, page_tasks, render_task
from inolink.pages.page import Page
from inolink.publish.fingerprints import NoFingerprintError, program
from inolink.publish.watched import Question, Watch

FOLDER = "pages"


class _Kept(msgspec.Struct, array_like=True):
    """What lies in a file: what was asked, with the fingerprint of each answer, and the pages."""

    made_by: str
    asked: list[tuple[Question, str]]
    pages: list[Page]


@dataclass(frozen=True)
class KeptPages:
    """The pages of one state of program, settings and short lists."""

    folder: Path
    watch: Watch

    @classmethod
    def of(cls, cache: Path, site: Site) -> "KeptPages":
        """Open the folder; those of other states are of no use any more."""
        watch = Watch(site)
        state = watch.fingerprints.of((program(), site.settings, _lists(site), site.leaf_size))
        folder = cache / FOLDER / state
        for other in (cache / FOLDER).glob("*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder, watch)

    def tasks(self) -> list[Callable[[], Sequence[Page]]]:
        """Return what makes the pages of the site or finds them; pages of no task any more are dropped."""
        # Taken now, it is there in all processes.
        _ = self.watch.everything
        tasks = page_tasks(self.watch.watched)
        names = {_name(task) for task in tasks}
        for file in self.folder.iterdir():
            if file.name not in names:
                file.unlink(missing_ok=True)
        return [_Making(self, task) for task in tasks]

    def pages(self, task: Task) -> Sequence[Page]:
        """Return the pages of a task."""
        try:
            made_by = self.watch.fingerprints.of(task.view)
        except NoFingerprintError:
            return render_task(self.watch.watched, task)
        file = self.folder / _name(task)
        return self._found(file, made_by) or self._made(file, made_by, task)

    def _found(self, file: Path, made_by: str) -> Sequence[Page] | None:
        try:
            kept = msgspec.msgpack.decode(zlib.decompress(file.read_bytes()), type=_Kept, dec_hook=_special)
        except (OSError, zlib.error, msgspec.MsgspecError):
            return None  # not there, or cut off when a build was killed
        if kept.made_by != made_by or not all(self.watch.still(*each) for each in kept.asked):
            return None
        return kept.pages

    def _made(self, file: Path, made_by: str, task: Task) -> Sequence[Page]:
        self.watch.asked.clear()
        pages = render_task(self.watch.watched, task)
        kept = _Kept(made_by, sorted(self.watch.asked.items(), key=str), pages)
        # A file is whole or not there: its new state takes its name when it is complete. What can't be kept,
        # for want of room or because another build cleans up, is no reason to end this one.
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            draft.write_bytes(zlib.compress(msgspec.msgpack.encode(kept, enc_hook=str), 1))
            draft.replace(file)
        return pages


@dataclass(frozen=True)
class _Making:
    kept: KeptPages
    task: Task

    def __call__(self) -> Sequence[Page]:
        return self.kept.pages(self.task)


def _name(task: Task) -> str:
    return hashlib.blake2b(task.path.encode(), digest_size=16).hexdigest()


def _special(kind: type, value: object) -> object:
    if kind is Markup:
        return Markup(value)  # noqa: S704  # from a page of ours
    raise TypeError(kind)


def _lists(site: Site) -> list[tuple[str, object]]:
    return [(name, list(vocabulary)) for name, vocabulary in site.vocabularies.items()]
