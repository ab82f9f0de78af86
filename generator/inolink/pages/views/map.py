"""The map: where the organisations are, and where their partnerships lead."""

from collections.abc import Iterator
from functools import partial

from inolink.pages.maps.atlas import Atlas
from inolink.pages.maps.seats import Precision
from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts


def map_tasks(site: Site) -> Iterator[Task]:
    """Yield the page of the maps."""
    yield Task("map/", partial(_map, site))


def _map(site: Site) -> View:
    atlas = Atlas(site)
    context = {
        "atlas": atlas,
        "known": sum(len(seat.clusters) for seat in atlas.seats if seat.precision is Precision.TOWN),
        "placeless": sum(1 for each in site.catalogue.partnerships if not each.record.countries),
    }
    return View("map/", "map", "map/map.html", head_of_texts("map.title", "map.description"), context)
