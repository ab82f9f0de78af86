"""Files of single events that are ahead: one entry to add to a calendar, and the suggested meetings.

A meeting has no hour, because events have none. In a calendar it is a note on the first day of the event,
which blocks nobody's time; its round says in which order the meetings make sense.
"""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from inolink.catalogue import Cluster, Event, Opening
from inolink.exports.agenda import event_entry
from inolink.exports.calendars import CalendarEntry, CalendarFile
from inolink.exports.delimited import write_delimited
from inolink.exports.tables import Cell, Table
from inolink.pages import Site
from inolink.pages.meetings import Meeting, files_of, meetings, spoken
from inolink.pages.speech import Speech
from inolink.pages.structured import address

COLUMNS = ("round-number", "first", "first-opening", "second", "second-opening", "why")


def event_calendars(site: Site) -> Iterator[CalendarFile]:
    """Yield a calendar for each event whose first day is known, and one with the meetings at it."""
    for language in site.settings.languages:
        speech = Speech(site, language)
        for event in site.catalogue.events:
            start, files = event.record.start, files_of(event, language)
            if start and "event" in files:
                entry = event_entry(event, start.earliest, speech)
                yield _calendar(files["event"], entry.title, (entry,), speech)
                if notes := tuple(_notes(event, start.earliest, speech)):
                    title = speech.texts("meetings.name", event=entry.title)
                    yield _calendar(files["meetings"], title, notes, speech)


def meeting_tables(site: Site) -> dict[str, bytes]:
    """Return the suggested meetings of each coming event as a table, in every language."""
    arranged = {event: found for event in site.catalogue.events if (found := meetings(event, site))}
    return {
        files_of(event, language)["table"]: write_delimited(_table(found, Speech(site, language)))
        for event, found in arranged.items()
        for language in site.settings.languages
    }


def _calendar(path: str, name: str, entries: tuple[CalendarEntry, ...], speech: Speech) -> CalendarFile:
    return CalendarFile(path=path, name=name, description=name, language=speech.language, entries=entries)


def _notes(event: Event, day: date, speech: Speech) -> Iterator[CalendarEntry]:
    host = speech.site.catalogue.cluster(event.cluster)
    for meeting in meetings(event, speech.site):
        said = spoken(meeting, speech)
        one, other = _name(meeting.one, speech), _name(meeting.other, speech)
        topics = [_topic(meeting.one, said.one, speech), _topic(meeting.other, said.other, speech)]
        yield CalendarEntry(
            key=f"{event.key}/meetings/{meeting.key}",
            title=speech.texts("meetings.entry", n=meeting.round, one=one, other=other),
            start=day,
            text="\n".join(filter(None, [*topics, *map(_plain, said.reasons)])),
            place=event.record.place or "",
            url=f"{address(event.address, speech)}#meetings",
            changed=event.last_changed or host.profile.last_reviewed,
        )


def _table(arranged: tuple[Meeting, ...], speech: Speech) -> Table:
    columns = tuple(speech.texts(f"meetings.{name}") for name in COLUMNS)
    return Table("meetings", columns, tuple(_row(meeting, speech) for meeting in arranged))


def _row(meeting: Meeting, speech: Speech) -> tuple[Cell, ...]:
    said = spoken(meeting, speech)
    return (
        meeting.round,
        speech.plain(meeting.one.name),
        speech.plain(said.one.title) if said.one else None,
        speech.plain(meeting.other.name),
        speech.plain(said.other.title) if said.other else None,
        "; ".join(map(_plain, said.reasons)),
    )


def _name(cluster: Cluster, speech: Speech) -> str:
    return cluster.profile.short_name or speech.plain(cluster.name)


def _topic(cluster: Cluster, opening: Opening | None, speech: Speech) -> str:
    """Return what one side has to say, with the address where it stands."""
    if opening is None:
        return ""
    name, title = _name(cluster, speech), speech.plain(opening.title)
    said = speech.texts(f"meetings.{opening.direction}", name=name, title=title)
    return f"{said} ({address(opening.path, speech)})"


def _plain(reason: Markup) -> str:
    return str(reason.striptags())
