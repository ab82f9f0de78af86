"""Calendars to subscribe to (iCalendar, RFC 5545): whole days, so that no time zone can shift them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Component, Event, Timezone, TimezoneStandard, vDuration, vText, vUri

from inolink import __version__
from inolink.exports.characters import in_lines
from inolink.settings import Settings

DAY = timedelta(days=1)
SPECIAL = re.compile(r"[\\;,]")
PRODUCT = f"-//InoLink//InoLink {__version__}//EN"


class Words(vText):
    """A text that stays as it is: the library takes a backslash before an N for the end of a line."""

    def to_ical(self) -> bytes:
        """Return the text as a value (RFC 5545, 3.3.11)."""
        return SPECIAL.sub(r"\\\g<0>", in_lines(self)).replace("\n", r"\n").encode("utf-8")


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """Something with a day, or with a time of a day."""

    key: str
    """Which of all; it never changes, so that a calendar program knows the entry again."""
    title: str
    start: date
    """A day, or a moment with its time zone."""
    end: date | None = None
    """The last day, or the moment at which it ends."""
    text: str = ""
    place: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    changed: date
    """The day of its last change in the directory."""
    cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class CalendarFile:
    """A calendar before it is written."""

    path: str
    """From the root of the site."""
    name: str
    description: str
    language: str
    entries: tuple[CalendarEntry, ...]


def write_calendar(calendar: CalendarFile, settings: Settings) -> bytes:
    """Return the calendar as a file."""
    whole, name = Calendar(), Words(calendar.name)
    whole.add("version", "2.0")
    whole.add("prodid", PRODUCT)
    whole.add("method", "PUBLISH")
    whole.add("name", name)
    whole.add("x-wr-calname", name)
    whole.add("description", Words(calendar.description))
    whole.add("source", vUri(settings.site_url + calendar.path), parameters={"VALUE": "URI"})
    whole.add("refresh-interval", vDuration(DAY), parameters={"VALUE": "DURATION"})
    for component in _components(calendar, settings):
        whole.add_component(component)
    return bytes(whole.to_ical(sorted=True))


def _components(calendar: CalendarFile, settings: Settings) -> Iterator[Component]:
    host = urlsplit(settings.site_url).hostname or ""
    entries = sorted(calendar.entries, key=lambda entry: (str(entry.start), entry.key))
    yield from (_event(entry, host, calendar.language) for entry in entries)
    if not entries:
        # A calendar must hold something; a zone that nothing refers to shows as nothing.
        yield _universal_time()


def _event(entry: CalendarEntry, host: str, language: str) -> Event:
    event, changed = Event(), datetime.combine(entry.changed, time(), UTC)
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("summary", Words(entry.title), parameters={"LANGUAGE": language})
    event.add("dtstart", entry.start)
    event.add("dtend", _end(entry))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    for name, text in (("description", entry.text), ("location", entry.place)):
        if text:
            event.add(name, Words(text))
    if entry.url:
        event.add("url", entry.url)
    if entry.categories:
        event.add("categories", [in_lines(category) for category in entry.categories])
    return event


def _end(entry: CalendarEntry) -> date:
    """Return the end as iCalendar wants it: the day after the last one."""
    end = max(entry.end or entry.start, entry.start)
    return end if isinstance(end, datetime) else end + DAY


def _universal_time() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  # within a zone, times have none
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone
