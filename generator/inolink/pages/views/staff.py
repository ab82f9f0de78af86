"""The page of those who keep the directory: what grows old, and what the site does not show."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from inolink.pages.leaves import Section
from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts
from inolink.pages.views.lists import list_tasks
from inolink.problems import Problem
from inolink.upkeep.freshness import Concern, Item, Upkeep

MOST_LEFT_OUT = 100
Row = tuple[str, str, list[Item]]
"""An owner, a cluster of theirs, and what there is to do for it."""


def staff_tasks(site: Site) -> Iterator[Task]:
    """Yield the page; it is in no list, no menu and no search."""
    rows = list(_rows(site.upkeep))
    yield from list_tasks("staff/", [Section("todo", rows)], site.leaf_size, partial(_page, site))


def _page(site: Site) -> View:
    head = head_of_texts("staff.title", "staff.description")
    return View("staff/", "staff", "staff/page.html", head, _context(site), indexed=False)


def _context(site: Site) -> dict[str, object]:
    found = site.upkeep
    reasons: dict[str, list[Problem]] = {}
    for problem in found.errors:
        reasons.setdefault(problem.path, []).append(problem)
    return {
        "counts": [(concern, found.count(concern)) for concern in Concern],
        "by_owner": _by_owner,
        "left_out": [(path, reasons.get(path, [])) for path in found.left_out[:MOST_LEFT_OUT]],
        "not_named": len(found.left_out) - MOST_LEFT_OUT,
        "name_of": lambda slug: cluster.name if (cluster := site.catalogue.find(slug)) else None,
        "unconfirmed": Concern.UNCONFIRMED,
        "confirming": f"last_reviewed: {site.catalogue.today}",
    }


def _rows(found: Upkeep) -> Iterator[Row]:
    for owner, items in found.by_owner().items():
        for slug, own in groupby(items, key=lambda item: item.cluster):
            yield owner, slug, list(own)


def _by_owner(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    return [(owner, list(own)) for owner, own in groupby(rows, key=lambda row: row[0])]
