"""What search engines read first: which pages there are, and in which languages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from markupsafe import escape

from inolink.settings import Settings

INDEX = "sitemap.xml"
LONGEST = 50_000
"""How many addresses a sitemap may hold, as sitemaps.org has it."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
ALTERNATES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that the sitemap names, in all of its languages."""

    paths: Mapping[str, str]
    """By language."""


Address = tuple[str, Listed]
"""The path of a page in one language, and the page."""


def sitemaps(pages: Iterable[Listed], settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield sitemap.xml, in the order of the pages' paths; a long one is an index of several."""
    addresses = ((path, page) for page in pages for path in page.paths.values())
    listed = sorted(addresses, key=itemgetter(0))
    parts = [listed[start : start + LONGEST] for start in range(0, len(listed), LONGEST)] or [[]]
    if len(parts) == 1:
        yield INDEX, _sitemap(parts[0], settings)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield INDEX, _index(names, settings)
    yield from zip(names, (_sitemap(part, settings) for part in parts), strict=True)


def _index(names: Iterable[str], settings: Settings) -> str:
    entries = (f"<sitemap><loc>{escape(settings.site_url + name)}</loc></sitemap>\n" for name in names)
    return f"{HEAD}<sitemapindex {SITEMAP}>\n{''.join(entries)}</sitemapindex>\n"


def _sitemap(addresses: Iterable[Address], settings: Settings) -> str:
    body = "".join(f"<url>{''.join(_entry(*address, settings))}</url>\n" for address in addresses)
    return f"{HEAD}<urlset {SITEMAP} {ALTERNATES}>\n{body}</urlset>\n"


def robots(settings: Settings) -> str:
    """Return robots.txt."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}{INDEX}\n"


def _entry(own: str, page: Listed, settings: Settings) -> Iterator[str]:
    yield f"<loc>{escape(settings.site_url + own)}</loc>"
    for language, path in _alternates(page, settings):
        address = escape(settings.site_url + path)
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'


def _alternates(page: Listed, settings: Settings) -> Iterator[tuple[str, str]]:
    if len(page.paths) > 1:
        yield from page.paths.items()
        if (path := page.paths.get(settings.default_language)) is not None:
            yield "x-default", path
