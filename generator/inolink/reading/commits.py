"""Which state of the repository is read."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

LATEST = 253_370_764_800
"""The last year that Python's calendar has, less one for the time zones, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A state of the repository."""

    name: str | None = None
    time: int = 0
    """In seconds since 1970."""


def last_commit(root: Path) -> Commit:
    """Return the last commit; outside of a repository there is none."""
    command = ["git", "log", "-1", "--format=%H %ct"]
    try:
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return Commit()
    name, _, claimed = run.stdout.strip().partition(" ")
    return Commit(name, commit_time(claimed) or 0) if run.returncode == 0 and name else Commit()


def is_shallow(root: Path) -> bool:
    """Tell whether a part of the history is missing."""
    command = ["git", "rev-parse", "--is-shallow-repository"]
    try:
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return False
    return run.stdout.strip() == "true"


def commit_time(claimed: str) -> int | None:
    """Read when a commit was made; whoever made it can claim any time, also one that no calendar has."""
    if not (claimed.isascii() and claimed.isdigit() and len(claimed) <= len(str(LATEST))):
        return None
    return int(claimed) if int(claimed) <= LATEST else None
