"""The site as the records are at this moment: each page is made when somebody asks for it.

A whole build takes seconds; until it is done, whoever changes a record sees the change all the same. A page
made here is the same, to the byte, as the one that the build will write.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from inolink.checking import check_directory
from inolink.pages.frames import localised
from inolink.pages.render import Task, render_page
from inolink.pages.site import Site
from inolink.pages.views import all_tasks
from inolink.publish.content import catalogue_site
from inolink.publish.drawings import Drawings
from inolink.publish.drawn import Drawn
from inolink.publish.options import BuildOptions, BuildReport, Material
from inolink.reading.guides import read_guides
from inolink.settings import Settings

INDEX = "index.html"


@dataclass(frozen=True)
class Live:
    """Pages and guide pages of one moment, and the files that don't depend on records."""

    report: BuildReport
    site: Site = field(repr=False)
    drawn: Drawn = field(repr=False)
    files: Path
    """A folder with the scripts, styles and images."""
    tasks: Mapping[str, tuple[Task, str]] = field(repr=False)
    """How each page is made, and in which language, by its path."""

    def html(self, path: str) -> str | None:
        """Return the page at a path (`lt/clusters/litek/`), if there is one."""
        if path in self.tasks:
            task, language = self.tasks[path]
            page = render_page(task.view(), self.site, language)
            return self.drawn.frames[page.frame, page.language].around(page)
        return self.drawn.documents.get(f"{path}{INDEX}")

    @property
    def not_found(self) -> str | None:
        """The page for what isn't there."""
        return self.drawn.documents.get("404.html")


def live_site(root: Path, settings: Settings, options: BuildOptions, drawings: Drawings) -> Live:
    """Read and check the directory; make no page yet."""
    checked = check_directory(root, settings, options.today, looks=options.looks)
    guides = read_guides(root, settings.languages)
    drawings.folder.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="live-", dir=drawings.folder.parent) as folder,
        drawings.drawing(root, Path(folder), options.builder, guides, settings) as draw,
    ):
        drawn = draw()
    site = catalogue_site(Material(root, settings, checked, guides, options.today))
    tasks = {
        localised(task.path, language, settings.default_language): (task, language)
        for task in all_tasks(site)
        for language in settings.languages
    }
    return Live(BuildReport(checked, options.site_dir), site, drawn, drawings.folder, tasks)
