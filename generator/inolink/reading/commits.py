"""Which state of the repository is read."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


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
    name, _, time = run.stdout.strip().partition(" ")
    return Commit(name, int(time)) if run.returncode == 0 and time else Commit()
