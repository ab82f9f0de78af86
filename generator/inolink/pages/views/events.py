"""The page of events: what is coming, what has been, and what carries no year."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from inolink.catalogue import Event, EventState
from inolink.pages.leaves import Section
from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import calendar
from inolink.pages.views.heads import head_of_texts, named
from inolink.pages.views.lists import list_tasks

COMING = frozenset({EventState.UPCOMING, EventState.RUNNING})


def event_tasks(site: Site) -> Iterator[Task]:
    """Yield the page of all events."""
    yield from list_tasks("events/", _sections(site.catalogue.events), site.leaf_size, _list)


def _sections(events: Iterable[Event]) -> list[Section]:
    by_state: dict[bool | None, list[Event]] = {True: [], False: [], None: []}
    for event in events:
        by_state[None if event.state is EventState.UNDATED else event.state in COMING].append(event)
    years = groupby(by_state[False], key=_year)
    return [
        Section("upcoming", by_state[True], named("events.upcoming")),
        *(Section(f"year-{year}", list(group), partial(_written, year)) for year, group in years),
        Section("undated", by_state[None], named("events.undated")),
    ]


def _written(year: int, _: Speech) -> str:
    return str(year)


def _list() -> View:
    head = head_of_texts(
        "events.title", "events.description", files=lambda speech: (calendar("events", speech),)
    )
    return View("events/", "events", "events.html", head)


def _year(event: Event) -> int:
    moment = event.record.start or event.record.end
    return moment.year if moment else 0
