"""The files that pages point programs to: feeds, calendars, and the same data for programs."""

from typing import NamedTuple

from inolink.pages.speech import Speech

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"
JSON = "application/json"
ALL = "all"


class LinkedFile(NamedTuple):
    """A file that a page names in its head."""

    media: str
    path: str
    """From the root of the site."""
    title: str


def feed_path(name: str, language: str) -> str:
    """Return where the feed of this name lies."""
    return f"feeds/{language}/{name}.xml"


def calendar_path(name: str, language: str) -> str:
    """Return where the calendar of this name lies."""
    return f"calendar/{language}/{name}.ics"


def feed_title(subject: str, speech: Speech) -> str:
    """Return what a feed is called; the one of everything has no subject."""
    site = speech.site.settings.site_name
    return (
        speech.texts("feed.title", site=site, subject=subject)
        if subject
        else speech.texts("feed.all", site=site)
    )


def feed(name: str, subject: str, speech: Speech) -> LinkedFile:
    """Name a feed in the language of the speech."""
    return LinkedFile(ATOM, feed_path(name, speech.language), feed_title(subject, speech))


def calendar(name: str, speech: Speech) -> LinkedFile:
    """Name a calendar (`deadlines` or `events`) in the language of the speech."""
    title = speech.texts(f"calendar.{name}", site=speech.site.settings.site_name)
    return LinkedFile(CALENDAR, calendar_path(name, speech.language), title)


def record_file(kind: str, reference: str, speech: Speech) -> LinkedFile:
    """Name the file that holds a record of this page for programs."""
    return LinkedFile(JSON, f"api/v1/{kind}/{reference}.json", speech.texts("data.record"))
