"""The page of events: what is coming, what has been, and what carries no year."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from inolink.catalogue import Event, EventState
from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.subscriptions import calendar
from inolink.pages.views.heads import head_of_texts

COMING = frozenset({EventState.UPCOMING, EventState.RUNNING})


def event_tasks(site: Site) -> Iterator[Task]:
    """Yield the page of all events."""
    yield Task("events/", partial(_list, site))


def _list(site: Site) -> View:
    events = site.catalogue.events
    past = [event for event in events if event.state is EventState.PAST]
    context = {
        "upcoming": [event for event in events if event.state in COMING],
        "years": [(year, list(group)) for year, group in groupby(past, key=_year)],
        "undated": [event for event in events if event.state is EventState.UNDATED],
    }
    head = head_of_texts(
        "events.title", "events.description", files=lambda speech: (calendar("events", speech),)
    )
    return View("events/", "events", "events.html", head, context)


def _year(event: Event) -> int:
    moment = event.record.start or event.record.end
    return moment.year if moment else 0
