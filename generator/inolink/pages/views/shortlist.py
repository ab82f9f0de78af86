"""The shortlist: a page whose content lies in the visitor's browser."""

from collections.abc import Iterator

from inolink.pages.render import View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts


def shortlist_views(_: Site) -> Iterator[View]:
    """Yield the page; search engines would find nothing on it."""
    head = head_of_texts("shortlist.title", "shortlist.description")
    yield View("shortlist/", "shortlist", "shortlist/page.html", head, indexed=False)
