"""Waits for changes of what a site is made from."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from inolink.settings import SETTINGS_FILE

FOLDERS = ("clusters", "docs", "schema")
CHANGING = frozenset({"created", "modified", "deleted", "moved"})
QUIET = 0.1
"""Seconds without a change after which an editor or a checkout is taken to have finished."""


class Changes(FileSystemEventHandler):
    """Notes that something has changed."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change; that a file was opened or read is none."""
        if event.event_type in CHANGING and not (event.is_directory and event.event_type == "modified"):
            self._changed.set()

    @property
    def waiting(self) -> bool:
        """Whether something has changed that nobody has waited for yet."""
        return self._changed.is_set()

    def wait(self) -> None:
        """Return when something has changed and all is quiet again."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            threading.Event().wait(QUIET)


class _SettingsOnly(FileSystemEventHandler):
    """The root holds much else, the built site among it."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        if SETTINGS_FILE in {Path(str(event.src_path)).name, Path(str(event.dest_path)).name}:
            self._changes.on_any_event(event)


@contextmanager
def watching(root: Path) -> Iterator[Changes]:
    """Watch the sources of the directory at `root`."""
    changes, observer = Changes(), Observer()
    observer.schedule(_SettingsOnly(changes), str(root))
    for name in FOLDERS:
        if (root / name).is_dir():
            observer.schedule(changes, str(root / name), recursive=True)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()
