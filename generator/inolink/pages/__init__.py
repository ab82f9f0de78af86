"""The stage that turns the catalogue into pages: finished HTML for the slots that the theme leaves open."""

from collections.abc import Iterator

from inolink.pages.page import SLOTS, Page
from inolink.pages.render import render_view
from inolink.pages.site import Site
from inolink.pages.views import all_views

__all__ = ["SLOTS", "Page", "Site", "render_pages"]


def render_pages(site: Site) -> Iterator[Page]:
    """Yield every page made from records, in every language of the site."""
    for view in all_views(site):
        yield from render_view(view, site)
