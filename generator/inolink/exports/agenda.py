"""The days that matter to a partner, as calendars: when offers and calls close, and when events are."""

from collections.abc import Iterator
from datetime import date

from inolink.catalogue import Event, Offer, OfferState, Opening
from inolink.exports.calendars import CalendarEntry, CalendarFile
from inolink.pages import Site
from inolink.pages.speech import Speech
from inolink.pages.structured import address
from inolink.pages.subscriptions import calendar

ENDED = frozenset({OfferState.FULFILLED, OfferState.WITHDRAWN})


def agenda(site: Site) -> Iterator[CalendarFile]:
    """Yield the calendars of all languages."""
    for language in site.settings.languages:
        speech = Speech(site, language)
        yield _calendar("deadlines", "offers.description", tuple(_deadlines(speech)), speech)
        yield _calendar("events", "events.description", tuple(_events(speech)), speech)


def _calendar(
    name: str, description: str, entries: tuple[CalendarEntry, ...], speech: Speech
) -> CalendarFile:
    _, path, title = calendar(name, speech)
    return CalendarFile(
        path=path,
        name=title,
        description=speech.texts(description),
        language=speech.language,
        entries=entries,
    )


def _deadlines(speech: Speech) -> Iterator[CalendarEntry]:
    for opening in speech.site.catalogue.openings:
        if isinstance(opening.record, Offer):
            yield from _of_offer(opening, opening.record, speech)


def _of_offer(opening: Opening, offer: Offer, speech: Speech) -> Iterator[CalendarEntry]:
    """Yield the day on which an offer closes, and that until which its call wants interest expressed."""
    call = offer.record.call
    days = [("closes", offer.closes)]
    if call and call.eoi_deadline and call.eoi_deadline != offer.closes:
        days.append(("eoi", call.eoi_deadline))
    for name, day in days:
        title = speech.texts(f"calendar.{name}", title=speech.plain(opening.title))
        yield CalendarEntry(
            key=f"{opening.key}/{name}",
            title=title,
            start=day,
            text=f"{speech.plain(opening.cluster.name)}\n\n{speech.plain(offer.record.summary)}",
            url=address(opening.path, speech),
            categories=(speech.label("offer-types", opening.type),),
            changed=offer.last_changed or offer.record.published.earliest,
            cancelled=offer.state in ENDED,
        )


def _events(speech: Speech) -> Iterator[CalendarEntry]:
    """Yield the events whose day is known; a month would fill the whole of it."""
    for event in speech.site.catalogue.events:
        start = event.record.start
        if start and start.day:
            yield event_entry(event, start.earliest, speech)


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
