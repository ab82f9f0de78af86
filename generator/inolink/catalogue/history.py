"""When files last changed, from one pass over the history that Git keeps."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from pathlib import Path, PurePosixPath

from inolink.reading.commits import commit_time
from inolink.reading.places import FOLDER

COMMIT = "\x01"
PATIENCE_SECONDS = 120
# What a user's own settings of Git could change is said here.
PLAIN = ("--no-show-signature", "--no-renames", "--no-follow", "--no-color")
LOG = ("log", *PLAIN, "--relative", "--name-only", "-z", "--format=%x01%ct")


@dataclass(frozen=True, slots=True)
class History:
    """The days of the last changes; empty where there is no history to ask."""

    files: Mapping[str, date] = field(default_factory=dict)
    """By path, relative to the root of the directory."""
    clusters: Mapping[str, date] = field(default_factory=dict)
    """By slug; a file that was taken away is a change as well."""


def read_history(root: Path, zone: tzinfo, latest: date = date.max) -> History:
    """Ask Git when the files below clusters/ were last committed; without an answer, know nothing.

    A commit can claim any time: of one after the `latest` day it is known only that it is there by then.
    """
    # A shallow clone would give every file the date of its oldest commit.
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    files: dict[str, date] = {}
    clusters: dict[str, date] = {}
    for path, seconds in _changes(_git(root, *LOG, "--", FOLDER)):
        day = min(datetime.fromtimestamp(seconds, zone).date(), latest)
        files[path] = max(day, files.get(path, day))
        for slug in PurePosixPath(path).parent.parts[1:2]:
            clusters[slug] = max(day, clusters.get(slug, day))
    return History(files, clusters)


def _changes(log: str) -> Iterator[tuple[str, int]]:
    """Yield each path of each commit with the time of the commit."""
    seconds: int | None = None
    for part in log.split("\0"):
        entry = part.strip("\n")
        if entry.startswith(COMMIT):
            seconds = commit_time(entry.removeprefix(COMMIT))
        elif entry and seconds is not None:
            yield entry, seconds


def _git(root: Path, *arguments: str) -> str:
    program = shutil.which("git")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603  # our own words; the root is a folder to work in
            [program, *arguments], cwd=root, capture_output=True, check=False, timeout=PATIENCE_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
