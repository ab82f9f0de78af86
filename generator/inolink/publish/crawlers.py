"""What search engines read first: which pages there are, and in which languages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from inolink.settings import Settings

NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that the sitemap names."""

    path: str
    alternates: Mapping[str, str]
    """The path of the same page in every language."""


def sitemap(pages: Iterable[Listed], settings: Settings) -> str:
    """Return sitemap.xml, in the order of the pages' paths."""
    entries = (_entry(page, settings) for page in sorted(pages, key=lambda page: page.path))
    body = "".join(f"<url>{''.join(entry)}</url>\n" for entry in entries)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACES}>\n{body}</urlset>\n'


def robots(settings: Settings) -> str:
    """Return robots.txt."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}sitemap.xml\n"


def _entry(page: Listed, settings: Settings) -> Iterator[str]:
    yield f"<loc>{escape(settings.site_url + page.path)}</loc>"
    for language, path in _alternates(page, settings):
        address = escape(settings.site_url + path)
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'


def _alternates(page: Listed, settings: Settings) -> Iterator[tuple[str, str]]:
    if len(page.alternates) > 1:
        yield from page.alternates.items()
        if (path := page.alternates.get(settings.default_language)) is not None:
            yield "x-default", path
