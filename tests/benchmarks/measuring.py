"""Runs a command and tells how long it took and how much memory it and its children held at most."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

# Linux counts the resident memory in kibibytes, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
SAMPLE_EVERY = 0.25


@dataclass(frozen=True)
class Run:
    """One measured run of a command with all processes that it starts."""

    seconds: float
    megabytes: float
    processor: float
    """Seconds of work on all processors together: what else the machine does matters less to them."""

    def __add__(self, other: "Run") -> "Run":
        """Return what two commands one after the other take."""
        together = max(self.megabytes, other.megabytes)
        return Run(self.seconds + other.seconds, together, self.processor + other.processor)


class FailedRunError(RuntimeError):
    """A command that is being measured didn't end well."""


def measure(
    command: list[str], folder: Path, log: Path, endings: tuple[int, ...] = (0,), **environment: str
) -> Run:
    """Run the command to one of the expected endings; its output goes to the log."""
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        with _watching(process.pid) as peak:
            _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in endings:
        raise FailedRunError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    # Between two samples one process alone may have held more than all of them at any sample.
    most = max(peak[0], usage.ru_maxrss * MEMORY_UNIT)
    return Run(seconds, most / 1e6, usage.ru_utime + usage.ru_stime)


@contextmanager
def _watching(process: int) -> Iterator[list[int]]:
    """Look at the memory of a process and its descendants while the block runs; the value is the peak."""
    peak, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(SAMPLE_EVERY):
            peak[0] = max(peak[0], memory_of_tree(process))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def memory_of_tree(process: int) -> int:
    """Return the bytes that a process and its descendants hold; what they share counts once."""
    try:
        top = psutil.Process(process)
        return sum(map(_memory, (top, *top.children(recursive=True))))
    except psutil.Error:
        return 0


def _memory(process: psutil.Process) -> int:
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0  # it has just ended
    # Only Linux divides shared pages among those who share them; elsewhere they count several times.
    return int(getattr(memory, "pss", memory.rss))
