"""The page of each event: what is known of it, who takes part, and what comes before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from inolink.catalogue import Event
from inolink.pages import structured
from inolink.pages.meetings import Meeting, files_of, meetings, participants, spoken
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import calendar, record_file
from inolink.pages.views.heads import home_crumb

LONGEST_DESCRIPTION = 300


@dataclass(frozen=True)
class Neighbours:
    """The events that come right before and after one of a known time."""

    earlier: Event | None = None
    later: Event | None = None


def event_page_tasks(site: Site) -> Iterator[Task]:
    """Yield a page per event; past ones stay."""
    dated = sorted((event for event in site.catalogue.events if _first_day(event)), key=_chronological)
    around = {
        event.key: Neighbours(earlier, later)
        for earlier, event, later in zip([None, *dated[:-1]], dated, [*dated[1:], None], strict=False)
    }
    for event in site.catalogue.events:
        yield Task(event.address, partial(_page, event, site, around.get(event.key, Neighbours())))


def last_day(event: Event) -> date | None:
    """Return the last day on which it can still go on; None if nothing is known of its time."""
    moment = event.record.end or event.record.start
    return moment.latest if moment else None


def _page(event: Event, site: Site, neighbours: Neighbours) -> View:
    def head(speech: Speech) -> Head:
        crumbs = (home_crumb(speech), ("events/", speech.texts("events.title")))
        reference = event.key.removeprefix("event/")
        files = (record_file("events", reference, speech), calendar("events", speech))
        data = structured.event(event, speech)
        return Head(speech.plain(event.record.name), _description(event, speech), crumbs, data, files)

    context = {
        "event": event,
        "record": event.record,
        "participants": participants(event, site.catalogue),
        "last_day": last_day(event),
        "neighbours": neighbours,
        "rounds": _rounds(meetings(event, site)),
        "spoken": spoken,
        "files": lambda language: files_of(event, language),
    }
    return View(event.address, "event", "event/page.html", head, context)


def _rounds(arranged: Iterable[Meeting]) -> list[tuple[int, list[Meeting]]]:
    return [(number, list(group)) for number, group in groupby(arranged, key=lambda each: each.round)]


def _description(event: Event, speech: Speech) -> str:
    """Say what, when and where in one line, then as much of the text as fits."""
    record = event.record
    when = [speech.date(moment) for moment in (record.start, record.end) if moment]
    place = record.place or (speech.country(record.country) if record.country else "")
    line = ", ".join(filter(None, (speech.label("event-kinds", record.kind), " – ".join(when), place)))
    text = f" {speech.plain(record.text)}" if record.text else ""
    return f"{line}.{text}"[:LONGEST_DESCRIPTION]


def _first_day(event: Event) -> date | None:
    moment = event.record.start or event.record.end
    return moment.earliest if moment else None


def _chronological(event: Event) -> tuple[date, str]:
    return _first_day(event) or date.min, event.key
