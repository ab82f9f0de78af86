"""The views: which pages there are, and what each of them is made from."""

from collections.abc import Iterator

from inolink.pages.render import View
from inolink.pages.site import Site
from inolink.pages.views.clusters import cluster_views
from inolink.pages.views.data import data_views
from inolink.pages.views.event import event_page_views
from inolink.pages.views.events import event_views
from inolink.pages.views.forms import form_views
from inolink.pages.views.home import home_views
from inolink.pages.views.impact import impact_views
from inolink.pages.views.landing import landing_views
from inolink.pages.views.map import map_views
from inolink.pages.views.matches import match_views
from inolink.pages.views.offers import offer_views
from inolink.pages.views.problems import problem_views
from inolink.pages.views.sheet import sheet_views
from inolink.pages.views.shortlist import shortlist_views
from inolink.pages.views.staff import staff_views


def all_views(site: Site) -> Iterator[View]:
    """Yield the views of all pages made from records."""
    for views in (
        home_views,
        shortlist_views,
        cluster_views,
        match_views,
        offer_views,
        landing_views,
        event_views,
        event_page_views,
        sheet_views,
        map_views,
        impact_views,
        data_views,
        form_views,
        problem_views,
        staff_views,
    ):
        yield from views(site)
