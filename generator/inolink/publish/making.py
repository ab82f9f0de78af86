"""Pages hung and files written, by as many processes as there are cores.

The work is cut into the same jobs however many processes there are, and each job tells what it made and saw.
So the site, and whatever is found wrong with it, is the same to the byte.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inolink.outputs import FileTask
from inolink.pages.page import Page
from inolink.parallel import shared_out
from inolink.publish.crawlers import Listed
from inolink.publish.hang import Frames, hang, write_new
from inolink.publish.options import Content, PageTask
from inolink.publish.verify import Findings, Inspector
from inolink.settings import Settings

TASKS_PER_JOB = 16
JOBS_WORTH_SHARING = 16
PAGE = "index.html"


@dataclass
class Made:
    """What came of a job, or of all of them."""

    pages: int = 0
    size: int = 0
    """Of all files, in bytes."""
    listed: list[Listed] = field(default_factory=list)
    """What the sitemap names."""
    folders: set[str] = field(default_factory=set)
    """The first folders below the home pages that hold pages, as `closed_folders` wants them."""
    findings: list[Findings] = field(default_factory=list)

    def add(self, other: "Made") -> None:
        """Take in what came of another job."""
        self.pages += other.pages
        self.size += other.size
        self.listed += other.listed
        self.folders |= other.folders
        self.findings += other.findings


@dataclass(frozen=True)
class Maker:
    """Makes the pages and files of one site."""

    site: Path
    settings: Settings
    frames: Frames
    inspector: Inspector
    """Has looked at the frames already."""

    def make(self, content: Iterable[Content]) -> Made:
        """Make one part of the content after the other: what a part holds in memory goes with it."""
        made = Made()
        for part in content:
            jobs = [*map(self._files_job, part.files), *self._page_jobs(part.pages)]
            for done in shared_out(jobs, _run, least=JOBS_WORTH_SHARING, chunk=1):
                made.add(done)
        return made

    def _page_jobs(self, tasks: Sequence[PageTask]) -> list[Callable[[], Made]]:
        starts = range(0, len(tasks), TASKS_PER_JOB)
        return [self._pages_job(tasks[start : start + TASKS_PER_JOB]) for start in starts]

    def _pages_job(self, tasks: Sequence[PageTask]) -> Callable[[], Made]:
        return lambda: self._hang_all(page for task in tasks for page in task())

    def _files_job(self, task: FileTask) -> Callable[[], Made]:
        return lambda: self._write_all(task)

    def _hang_all(self, pages: Iterable[Page]) -> Made:
        made, inspector = Made(), self.inspector.fresh()
        for page in pages:
            frame = self.frames[page.frame, page.language]
            made.size += hang(self.site, frame, page)
            made.pages += 1
            made.folders.add(first_folder(page.path, self.settings))
            inspector.page(frame, page)
            if page.indexed:
                made.listed.append(Listed(page.path, page.alternates))
        made.findings.append(inspector.findings())
        return made

    def _write_all(self, task: FileTask) -> Made:
        made, inspector = Made(), self.inspector.fresh()
        for path, data in task():
            made.size += write_new(f"{self.site}/{path}", data)
            if path.endswith(".html"):
                made.pages += 1
                made.folders.add(first_folder(path, self.settings))
                html = (self.site / path).read_text("utf-8")
                inspector.document(path, html, language_of(path, self.settings))
        made.findings.append(inspector.findings())
        return made


def _run(job: Callable[[], Made]) -> Made:
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
