"""Whoever still works for a build: its helpers end with it, but on a busy machine not at once."""

import time
from contextlib import suppress
from pathlib import Path

from tests.directories import Directory


def wait_until_none_runs(directory: Directory) -> None:
    """Wait; a process that never ends would hold up the test for good, and so be seen."""
    while any(str(directory.root) in command for command in _commands()):
        time.sleep(0.02)


def _commands() -> list[str]:
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        # What has ended meanwhile is left alone.
        with suppress(FileNotFoundError, ProcessLookupError):
            found.append(file.read_bytes().decode(errors="replace"))
    return found
