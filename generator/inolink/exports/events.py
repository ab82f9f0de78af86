"""Files of single events that are ahead: one entry to add to a calendar, and the suggested meetings.

A meeting has no hour, because events have none. In a calendar it is a note on the first day of the event,
which blocks nobody's time; its round says in which order the meetings make sense.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from markupsafe import Markup

from inolink.catalogue import Cluster, Event, Opening
from inolink.exports.agenda import event_entry
from inolink.exports.calendars import CalendarEntry, CalendarFile, write_calendar
from inolink.exports.delimited import write_delimited
from inolink.exports.tables import Cell, Table
from inolink.outputs import Files, FileTask
from inolink.pages import Site
from inolink.pages.meetings import Meeting, files_of, meetings, spoken
from inolink.pages.speech import Speech
from inolink.pages.structured import address

EVENTS_AT_ONCE = 20
COLUMNS = ("round-number", "first", "first-opening", "second", "second-opening", "why")


def event_tasks(site: Site) -> Iterator[FileTask]:
    """Yield what makes the files of the events ahead, some events at a time."""
    ahead = [event for event in site.catalogue.events if event.coming]
    for start in range(0, len(ahead), EVENTS_AT_ONCE):
        yield partial(_event_files, ahead[start : start + EVENTS_AT_ONCE], site)


def event_file_paths(site: Site) -> Iterator[str]:
    """Yield the paths of these files."""
    for event in site.catalogue.events:
        arranged = bool(meetings(event, site))
        for language in site.settings.languages:
            files = files_of(event, language)
            yield from (path for name, path in files.items() if arranged or name == "event")


def _event_files(events: Iterable[Event], site: Site) -> Files:
    """Yield the calendar entry of each event, and its meetings as a table and in a calendar."""
    for event in events:
        arranged = meetings(event, site)
        for language in site.settings.languages:
            speech, files = Speech(site, language), files_of(event, language)
            if arranged:
                yield files["table"], write_delimited(_table(arranged, speech))
            if "event" in files and event.record.start:
                for calendar in _calendars(event, event.record.start.earliest, arranged, speech):
                    yield calendar.path, write_calendar(calendar, site.settings)


def _calendars(
    event: Event, start: date, arranged: tuple[Meeting, ...], speech: Speech
) -> Iterator[CalendarFile]:
    entry, files = event_entry(event, start, speech), files_of(event, speech.language)
    yield _calendar(files["event"], entry.title, (entry,), speech)
    if arranged:
        title = speech.texts("meetings.name", event=entry.title)
        notes = tuple(_note(meeting, event, start, speech) for meeting in arranged)
        yield _calendar(files["meetings"], title, notes, speech)


def _calendar(path: str, name: str, entries: tuple[CalendarEntry, ...], speech: Speech) -> CalendarFile:
    return CalendarFile(path=path, name=name, description=name, language=speech.language, entries=entries)


def _note(meeting: Meeting, event: Event, day: date, speech: Speech) -> CalendarEntry:
    host, said = speech.site.catalogue.cluster(event.cluster), spoken(meeting, speech)
    one, other = _name(meeting.one, speech), _name(meeting.other, speech)
    topics = [_topic(meeting.one, said.one, speech), _topic(meeting.other, said.other, speech)]
    return CalendarEntry(
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
