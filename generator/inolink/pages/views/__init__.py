"""The views: which pages there are, and what each of them is made from."""

from collections.abc import Iterator

from inolink.pages.render import Task
from inolink.pages.site import Site
from inolink.pages.views.clusters import cluster_tasks
from inolink.pages.views.data import data_tasks
from inolink.pages.views.event import event_page_tasks
from inolink.pages.views.events import event_tasks
from inolink.pages.views.forms import form_tasks
from inolink.pages.views.home import home_tasks
from inolink.pages.views.impact import impact_tasks
from inolink.pages.views.landing import landing_tasks
from inolink.pages.views.map import map_tasks
from inolink.pages.views.matches import match_tasks
from inolink.pages.views.offers import offer_tasks
from inolink.pages.views.problems import problem_tasks
from inolink.pages.views.sheet import sheet_tasks
from inolink.pages.views.shortlist import shortlist_tasks
from inolink.pages.views.staff import staff_tasks


def all_tasks(site: Site) -> Iterator[Task]:
    """Yield all pages made from records, none of them made yet."""
    for tasks in (
        home_tasks,
        shortlist_tasks,
        cluster_tasks,
        match_tasks,
        offer_tasks,
        landing_tasks,
        event_tasks,
        event_page_tasks,
        sheet_tasks,
        map_tasks,
        impact_tasks,
        data_tasks,
        form_tasks,
        problem_tasks,
        staff_tasks,
    ):
        yield from tasks(site)
