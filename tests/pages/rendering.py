"""The pages of a directory, all the way from its files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from inolink.catalogue import build_catalogue
from inolink.pages import Page, Site, render_pages
from inolink.settings import load_settings
from tests.directories import TODAY, Directory
from tests.pages.elements import Element, parse

STATES = Path(__file__).parent / "directory" / "clusters"
"""Organisations, offers, labels and events in every state."""

WHOLE = """\
<!doctype html>
<html lang="{language}">
<head><title>{title}</title><meta name="description" content="{description}">{head}</head>
<body>{switch}{breadcrumb}<main>{content}</main></body></html>"""


@dataclass(frozen=True)
class Rendered(Mapping[str, Page]):
    """All pages by their paths."""

    site: Site
    pages: Mapping[str, Page]
    _trees: dict[str, Element] = field(default_factory=dict)

    def __getitem__(self, path: str) -> Page:
        return self.pages[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def whole(self, path: str) -> str:
        """Return a page's slots where the theme has them."""
        page = self.pages[path]
        return WHOLE.format(language=page.language, **page.slots)

    def tree(self, path: str) -> Element:
        """Return a whole page as a tree."""
        if path not in self._trees:
            self._trees[path] = parse(self.whole(path))
        return self._trees[path]

    def main(self, path: str) -> Element:
        """Return the content of a page as a tree."""
        return self.tree(path).one("main")


def rendered(directory: Directory, today: date = TODAY, **options: int) -> Rendered:
    """Render a directory in which nothing is wrong."""
    assert [problem.message() for problem in directory.errors(today)] == []
    return rendered_unchecked(directory, today, **options)


def rendered_unchecked(directory: Directory, today: date = TODAY, **options: int) -> Rendered:
    """Render whatever could be read, with other options of the site where a test asks for them."""
    settings, checked = load_settings(directory.root), directory.check(today)
    catalogue = build_catalogue(
        checked.documents,
        today=today,
        languages=settings.languages,
        root=directory.root,
        logos=checked.usable_logos(),
        zone=settings.zone,
    )
    site = Site(catalogue, checked.vocabularies, settings, **options)
    pages = list(render_pages(site))
    by_path = {page.path: page for page in pages}
    assert len(by_path) == len(pages), "two pages at one path"
    return Rendered(site, by_path)
