"""The stage that hands out the data: everything on the pages once more, for programs and for spreadsheets."""

from collections.abc import Mapping

from inolink.exports.agenda import agenda
from inolink.exports.api import api_files
from inolink.exports.calendars import CalendarEntry, CalendarFile, calendar_files
from inolink.exports.discovery import discovery_files
from inolink.exports.downloads import download_files
from inolink.exports.events import event_calendars, meeting_tables
from inolink.exports.feeds import feed_files
from inolink.pages import Site

__all__ = ["CalendarEntry", "CalendarFile", "calendar_files", "export_files"]


def export_files(site: Site, schemas: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return all files by their paths; `schemas` are those of the directory's own files by their names."""
    calendars = calendar_files([*agenda(site), *event_calendars(site)], site.settings)
    beside = {**feed_files(site), **calendars, **download_files(site), **meeting_tables(site)}
    return {**api_files(site, schemas, beside), **beside, **discovery_files(site)}
