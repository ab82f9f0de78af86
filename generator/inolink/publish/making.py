"""Pages hung and files written, by as many processes as there are cores.

The work is cut into the same jobs however many processes there are, and each job tells what it made and saw.
So the site, and whatever is found wrong with it, is the same to the byte.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from inolink.outputs import FileTask
from inolink.parallel import shared_out
from inolink.publish.crawlers import Listed
from inolink.publish.hang import Frames, hang, write_new
from inolink.publish.kept import Kept, Piece
from inolink.publish.made import Made
from inolink.publish.options import Content, PageTask
from inolink.publish.verify import Inspector
from inolink.settings import Settings

if TYPE_CHECKING:
    from inolink.publish.watched import Watch

TASKS_PER_JOB = 16
PIECES_PER_JOB = 500
"""It takes a process longer to begin than to link these."""
JOBS_WORTH_SHARING = 16
PAGE = "index.html"
T = TypeVar("T")


class Done(NamedTuple):
    """What came of a job."""

    made: Made
    pieces: Sequence[Piece] = ()
    """What the next build may use of it."""
    tasks: int = 0
    """How many there were."""


Job = Callable[[], Done]


@dataclass(frozen=True)
class Maker:
    """Makes the pages and files of one site."""

    site: Path
    settings: Settings
    frames: Frames
    inspector: Inspector
    """Has looked at the frames already."""
    kept: Kept | None = None
    """What the last build left."""

    def make(self, content: Iterable[Content]) -> Made:
        """Make one part of the content after the other: what a part holds in memory goes with it."""
        made = Made()
        for part in content:
            # The first job is the search's, which takes as long as thousands of others.
            for done in shared_out(self._jobs(part), _run, least=JOBS_WORTH_SHARING, chunk=1, ahead=None):
                made.add(done.made)
                if self.kept:
                    self.kept.add(done.pieces, done.tasks)
        for piece in self.kept.standing if self.kept else ():
            made.add(piece.made.without_findings())
        return made

    def _jobs(self, part: Content) -> list[Job]:
        if self.kept and part.watch:
            return Keeping(self, self.kept, part.watch).jobs(part)
        if self.kept and part.standing:
            return linking(self.kept, part.standing, self.site)
        files = [partial(self._done, self.write_all, [task]) for task in part.files]
        return [
            *files,
            *(partial(self._done, self.hang_all, some) for some in _cut(part.pages, TASKS_PER_JOB)),
        ]

    def _done(self, make: Callable[[Sequence[T]], Made], tasks: Sequence[T]) -> Done:
        return Done(make(tasks).without_paths(), tasks=len(tasks))

    def hang_all(self, tasks: Iterable[PageTask]) -> Made:
        """Make pages and hang them into their frames."""
        made, inspector = Made(), self.inspector.fresh()
        for page in (page for task in tasks for page in task()):
            frame = self.frames[page.frame, page.language]
            made.size += hang(self.site, frame, page)
            made.pages += 1
            made.paths.append(f"{page.path}{PAGE}")
            made.folders.add(first_folder(page.path, self.settings))
            inspector.page(frame, page)
            # The pages in all languages come together: the first one stands for them.
            paths = page.alternates or {page.language: page.path}
            if page.indexed and page.path == next(iter(paths.values())):
                made.listed.append(Listed(paths))
        made.findings.append(inspector.findings())
        return made

    def write_all(self, tasks: Iterable[FileTask]) -> Made:
        """Make files and write them."""
        made, inspector = Made(), self.inspector.fresh()
        for path, data in (file for task in tasks for file in task()):
            made.size += write_new(f"{self.site}/{path}", data)
            made.paths.append(path)
            if path.endswith(".html"):
                made.pages += 1
                made.folders.add(first_folder(path, self.settings))
                html = (self.site / path).read_text("utf-8")
                inspector.document(path, html, language_of(path, self.settings))
        made.findings.append(inspector.findings())
        return made


def linking(kept: Kept, pieces: Sequence[Piece], site: Path) -> list[Job]:
    """Return the jobs that put kept files into the site."""
    kept.stand(pieces)
    return [partial(_link, kept, some, site) for some in _cut(pieces, PIECES_PER_JOB)]


def _link(kept: Kept, pieces: Sequence[Piece], site: Path) -> Done:
    kept.link(pieces, site)
    return Done(Made())


@dataclass(frozen=True)
class Keeping:
    """Makes what is not there from the last build, and keeps it for the next one."""

    maker: Maker
    kept: Kept
    watch: "Watch"

    def jobs(self, part: Content) -> list[Job]:
        """Return what there is to do for a part of the content."""
        standing: list[Piece] = []
        files, pages = self._to_make(part.files, standing), self._to_make(part.pages, standing)
        return [
            *linking(self.kept, standing, self.maker.site),
            *(partial(self._make, self.maker.write_all, [each]) for each in files),
            *(partial(self._make, self.maker.hang_all, some) for some in _cut(pages, TASKS_PER_JOB)),
        ]

    def _to_make(self, tasks: Iterable[T], standing: list[Piece]) -> list[tuple[T, str | None]]:
        """Return the tasks that have to be done, with their keys; the files of the others stand."""
        left = []
        for task in tasks:
            key = self.watch.key(task)
            piece = self.kept.piece(key)
            asked = self.watch.still(piece.asked) if piece else None
            if piece and asked is not None and self.kept.sound(piece):
                standing.append(msgspec.structs.replace(piece, asked=asked))
            else:
                left.append((task, key))
        return left

    def _make(self, make: Callable[[Sequence[T]], Made], tasks: Sequence[tuple[T, str | None]]) -> Done:
        made, pieces = Made(), []
        for task, key in tasks:
            self.watch.asked.clear()
            own = make([task])
            made.add(own)
            if key and (piece := self.kept.keep(key, self.watch.written(), own, self.maker.site)):
                pieces.append(piece)
        return Done(made, pieces, len(tasks))


def _cut(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _run(job: Job) -> Done:
    return job()


def language_of(path: str, settings: Settings) -> str:
    """Return the language of a page, which its path begins with unless it is the first one."""
    first = path.partition("/")[0]
    return first if first in settings.languages[1:] else settings.default_language


def first_folder(path: str, settings: Settings) -> str:
    """Return the part of a page's path that tells where in its language it stands: `lt/clusters/`."""
    language = language_of(path, settings)
    home = "" if language == settings.default_language else f"{language}/"
    folder, slash, _ = path.removeprefix(home).partition("/")
    return home + folder + slash if slash else home
