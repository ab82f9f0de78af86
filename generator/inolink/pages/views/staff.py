"""The page of those who keep the directory: what grows old, and what the site does not show."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts
from inolink.problems import Problem
from inolink.upkeep.freshness import Concern, Item


def staff_tasks(site: Site) -> Iterator[Task]:
    """Yield the page; it is in no list, no menu and no search."""
    yield Task("staff/", partial(_page, site))


def _page(site: Site) -> View:
    head = head_of_texts("staff.title", "staff.description")
    return View("staff/", "staff", "staff/page.html", head, _context(site), indexed=False)


def _context(site: Site) -> dict[str, object]:
    found = site.upkeep
    return {
        "counts": [(concern, found.count(concern)) for concern in Concern],
        "owners": {owner: _by_cluster(items) for owner, items in found.by_owner().items()},
        "left_out": [(path, _reasons(path, found.errors)) for path in found.left_out],
        "name_of": lambda slug: cluster.name if (cluster := site.catalogue.find(slug)) else None,
        "unconfirmed": Concern.UNCONFIRMED,
        "confirming": f"last_reviewed: {site.catalogue.today}",
    }


def _by_cluster(items: tuple[Item, ...]) -> list[tuple[str, list[Item]]]:
    return [(slug, list(own)) for slug, own in groupby(items, key=lambda item: item.cluster)]


def _reasons(path: str, errors: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in errors if problem.path == path]
