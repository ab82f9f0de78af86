"""The stage that hands out the data: everything on the pages once more, for programs and for spreadsheets."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from inolink.exports.agenda import agenda_tasks
from inolink.exports.api import api_tasks
from inolink.exports.calendars import CalendarEntry, CalendarFile
from inolink.exports.discovery import discovery_files
from inolink.exports.downloads import PATHS, download_tasks
from inolink.exports.events import event_file_paths, event_tasks
from inolink.exports.feeds import feed_paths, feed_tasks
from inolink.outputs import FileTask
from inolink.pages import Site

__all__ = ["CalendarEntry", "CalendarFile", "export_tasks"]


def export_tasks(site: Site, schemas: Mapping[str, bytes], scratch: Path | None = None) -> Iterator[FileTask]:
    """Yield what makes the files, some at a time, those that take longest first.

    `schemas` are those of the directory's own files by their names; `scratch` is a folder for what is too
    large to lie in memory.
    """
    calendars = agenda_tasks(site)
    beside = [*PATHS, *calendars, *feed_paths(site), *event_file_paths(site)]
    yield from download_tasks(site, scratch)
    yield from calendars.values()
    yield from feed_tasks(site)
    yield from event_tasks(site)
    yield from api_tasks(site, schemas, beside)
    yield lambda: discovery_files(site).items()
