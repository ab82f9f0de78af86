"""The days that matter to a partner, as calendars: when offers and calls close, and when events are."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from inolink.catalogue import Event, Offer, OfferState, Opening
from inolink.exports.calendars import CalendarEntry, CalendarFile, write_calendar
from inolink.outputs import Files, FileTask
from inolink.pages import Site
from inolink.pages.speech import Speech
from inolink.pages.structured import address
from inolink.pages.subscriptions import calendar, calendar_path

LONGEST_CALENDAR = 1000
"""Entries that programs still read with ease."""
ENDED = frozenset({OfferState.FULFILLED, OfferState.WITHDRAWN})


class Day(NamedTuple):
    """Something with a day, before it is put into words."""

    day: date
    key: str
    entry: Callable[[Speech], CalendarEntry]


def agenda_tasks(site: Site) -> dict[str, FileTask]:
    """Return what makes each calendar of each language, by its path."""
    today = site.catalogue.today
    days = {"deadlines": nearest(_deadlines(site), today), "events": nearest(_events(site), today)}
    return {
        calendar_path(name, language): partial(_agenda, name, language, shown, site)
        for language in site.settings.languages
        for name, shown in days.items()
    }


def _agenda(name: str, language: str, days: Sequence[Day], site: Site) -> Files:
    speech = Speech(site, language)
    entries = tuple(day.entry(speech) for day in days[:LONGEST_CALENDAR])
    described = speech.texts("offers.description" if name == "deadlines" else "events.description")
    if len(days) > len(entries):
        described += " " + speech.texts("calendar.nearest", n=speech.number(len(entries)))
    _, path, title = calendar(name, speech)
    made = CalendarFile(path=path, name=title, description=described, language=language, entries=entries)
    yield path, write_calendar(made, site.settings)


def nearest(days: Iterable[Day], today: date) -> list[Day]:
    """Return those that a calendar holds, and one more where there is one.

    What is ahead goes first, what comes next before what is later.
    """
    return heapq.nsmallest(LONGEST_CALENDAR + 1, days, key=lambda each: _rank(each, today))


def _rank(each: Day, today: date) -> tuple[bool, int, str]:
    return each.day < today, abs((each.day - today).days), each.key


def _deadlines(site: Site) -> Iterator[Day]:
    """Yield the day on which each offer closes, and that until which its call wants interest expressed."""
    for opening in site.catalogue.openings:
        if isinstance(opening.record, Offer):
            offer = opening.record
            days = {"closes": offer.closes}
            call = offer.record.call
            if call and call.eoi_deadline and call.eoi_deadline != offer.closes:
                days["eoi"] = call.eoi_deadline
            for name, day in days.items():
                key = f"{opening.key}/{name}"
                yield Day(day, key, partial(_deadline, opening, offer, name, day))


def _deadline(opening: Opening, offer: Offer, name: str, day: date, speech: Speech) -> CalendarEntry:
    return CalendarEntry(
        key=f"{opening.key}/{name}",
        title=speech.texts(f"calendar.{name}", title=speech.plain(opening.title)),
        start=day,
        text=f"{speech.plain(opening.cluster.name)}\n\n{speech.plain(offer.record.summary)}",
        url=address(opening.path, speech),
        categories=(speech.label("offer-types", opening.type),),
        changed=offer.last_changed or offer.record.published.earliest,
        cancelled=offer.state in ENDED,
    )


def _events(site: Site) -> Iterator[Day]:
    """Yield the events whose day is known; a month would fill the whole of it."""
    for event in site.catalogue.events:
        start, end = event.record.start, event.record.end
        if start and start.day:
            last = end.earliest if end and end.day else start.earliest
            yield Day(last, event.key, partial(event_entry, event, start.earliest))


def event_entry(event: Event, start: date, speech: Speech) -> CalendarEntry:
    """Return an event that begins on this day."""
    record, host = event.record, speech.site.catalogue.cluster(event.cluster)
    country = speech.country(record.country) if record.country else None
    guests = (host, *speech.site.catalogue.known(record.clusters))
    text = speech.plain(record.text) if record.text else ""
    who = ", ".join(dict.fromkeys(speech.plain(cluster.name) for cluster in guests))
    return CalendarEntry(
        key=event.key,
        title=speech.plain(record.name),
        start=start,
        end=record.end.earliest if record.end and record.end.day else None,
        text="\n\n".join(filter(None, (text, who))),
        place=", ".join(filter(None, (record.place, country))),
        url=address(event.address, speech),
        categories=(speech.label("event-kinds", record.kind),),
        changed=event.last_changed or host.profile.last_reviewed,
    )
