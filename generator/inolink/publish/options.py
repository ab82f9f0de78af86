"""What a build is asked to do, and what it says when it is done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from inolink.checking import CheckResult, Looks
from inolink.outputs import FileTask
from inolink.pages.page import Page
from inolink.problems import Severity
from inolink.publish.builder import Builder
from inolink.publish.drawings import Drawings
from inolink.publish.kept import Kept, Piece
from inolink.reading.guides import Guide
from inolink.settings import Settings

if TYPE_CHECKING:
    from inolink.publish.watched import Watch

THEME = Path(__file__).parents[1] / "pages" / "theme"


class Step(StrEnum):
    """What a build does, one after the other."""

    CHECK = "Checking the records"
    CATALOGUE = "Linking them into a catalogue"
    FRAMES = "Drawing frames and guide pages"
    HANG = "Hanging the pages"
    FILES = "Writing search, logos and sitemap"
    VERIFY = "Verifying every page"
    SWAP = "Putting the site into its place"


Notify = Callable[[Step], None]
"""Is told each step when it begins."""


@dataclass(frozen=True)
class BuildOptions:
    """One build: where to, for which day, and how strictly."""

    site_dir: Path
    today: date
    strict: bool = False
    """Whether a warning is enough to publish nothing."""
    builder: Builder = field(default_factory=lambda: Builder(THEME))
    drawings: Drawings | None = None
    """What was drawn before, for those who build again and again."""
    looks: Looks | None = None
    """What was found in the files before, likewise."""
    cache: Path | None = None
    """A folder for what the next build can use again; without one, everything is made anew."""


@dataclass(frozen=True)
class Material:
    """What the pages of a site are made from."""

    root: Path
    settings: Settings
    checked: CheckResult
    guides: tuple[Guide, ...]
    today: date
    kept: Kept | None = None
    """What the last build left."""
    frames: str | None = None
    """The fingerprint of the frames, if nothing has to be drawn."""
    scratch: Path | None = None
    """A folder for what is too large to lie in memory until it is written."""


PageTask = Callable[[], Iterable[Page]]
"""Makes some pages; it may run in another process."""


@dataclass(frozen=True)
class Content:
    """What comes from the records: pages to be hung, and files as they are."""

    pages: Sequence[PageTask] = ()
    files: Sequence[FileTask] = ()
    watch: "Watch | None" = None
    """Knows what the tasks ask for, so that what they make can be kept."""
    standing: Sequence[Piece] = ()
    """What the last build made, and no task has to make again."""


Source = Callable[[Material], Iterable[Content]]
"""Gives the content part by part; a part is made before the next one is asked for."""


@dataclass(frozen=True)
class BuildReport:
    """The outcome of a build."""

    checked: CheckResult
    site_dir: Path
    published: bool = False
    pages: int = 0
    size: int = 0
    """Of all files, in bytes."""

    def count(self, severity: Severity) -> int:
        """Return how many problems of this severity the records have."""
        return sum(problem.severity is severity for problem in self.checked.problems)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that were not published."""
        return self.checked.left_out
