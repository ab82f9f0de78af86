"""Commands within limits of time and memory that the system itself holds: what breaks them is killed."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.directories import PROJECT

MEMORY = 1_000_000_000
CPU_SECONDS = 60
PATIENCE_SECONDS = 300
"""Until a command that waits for something is taken for one that waits forever."""


def confined(
    *arguments: str | bytes, cwd: Path, stdin: int = subprocess.DEVNULL, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `inolink` with little memory and time; it may end with 0, 1 or 2, and never with a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "inolink", *arguments],
        cwd=cwd,
        env={"PATH": os.defpath, "PYTHONPATH": str(PROJECT / "generator"), **environment},
        stdin=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=PATIENCE_SECONDS,
        preexec_fn=confine,
    )
    assert done.returncode in {0, 1, 2}, done
    assert "Traceback" not in done.stderr, done.stderr
    return done


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a command said that could not run: one line and nothing else."""
    assert (done.returncode, done.stdout) == (2, ""), done
    lines = [line for line in done.stderr.splitlines() if not line.startswith(("Usage: ", "Try '"))]
    (line,) = filter(None, lines)
    assert line.startswith("Error: "), line
    assert len(line) <= 400, line
    return line


def confine() -> None:
    """Take little memory and time for this process and what it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
