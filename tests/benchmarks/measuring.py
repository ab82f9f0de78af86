"""Runs a command and tells how long it took and how much memory it and its children held at most."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# Linux counts the resident memory in kibibytes, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One measured run."""

    seconds: float
    megabytes: float


class FailedRunError(RuntimeError):
    """A command that is being measured didn't end well."""


def measure(command: list[str], folder: Path, log: Path, **environment: str) -> Run:
    """Run the command to its end; its output goes to the log."""
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedRunError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss * MEMORY_UNIT / 1e6)
