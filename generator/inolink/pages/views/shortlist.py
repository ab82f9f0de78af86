"""The shortlist: a page whose content lies in the visitor's browser."""

from collections.abc import Iterator

from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts


def shortlist_tasks(_: Site) -> Iterator[Task]:
    """Yield the page; search engines would find nothing on it."""
    yield Task("shortlist/", _page)


def _page() -> View:
    head = head_of_texts("shortlist.title", "shortlist.description")
    return View("shortlist/", "shortlist", "shortlist/page.html", head, indexed=False)
