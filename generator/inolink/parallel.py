"""Work shared out over the cores of a machine, with the results of doing it here one by one.

Each process is a copy of this one (`fork`): it has everything that is in memory already, and only numbers of
items go over to it and only results come back. An executor of the standard library would do the same, but its
processes live on when this one is killed, and wait for ever.
"""

import ctypes
import gc
import multiprocessing
import os
import pickle
import re
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from inolink.errors import LostProcessError, UsageError

T = TypeVar("T")
R = TypeVar("R")

VARIABLE = "INOLINK_PROCESSES"
NUMBER = re.compile(r"[1-9][0-9]{0,2}\Z")
PR_SET_PDEATHSIG = 1
"""Of `prctl` on Linux; elsewhere a process ends with its chunk."""
WORTH_SHARING = 200
LARGEST_CHUNK = 64
CHUNKS_EACH = 8
AT_HAND = 2
"""Chunks that a process has in front of it: while one result is on its way, it can go on."""
AHEAD = 4
"""Chunks per process that may be done before their turn, mostly: results wait in memory."""


def process_count() -> int:
    """Return how many processes may work at once: one for each core, or as many as were asked for."""
    asked = os.environ.get(VARIABLE, "").strip()
    if asked and not NUMBER.match(asked):
        raise UsageError(
            f"{VARIABLE}={asked}: is no number of processes. Write one from 1 to 999, or leave it out."
        )
    if asked:
        return int(asked)
    # Fewer than the machine has where a container or `taskset` says so.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(  # noqa: PLR0913  # named, and each of them needed
    items: Sequence[T],
    work: Callable[[T], R],
    *,
    processes: int | None = None,
    least: int = WORTH_SHARING,
    chunk: int | None = None,
    ahead: int | None = AHEAD,
) -> Iterator[R]:
    """Yield the result of the work for each item, in the order of the items.

    Fewer than `least` items are not worth a process. What the work changes in memory is lost where processes
    share it, so it must do nothing but return its result or write files. An error is raised where the result
    of its item would have come. `ahead` says how many chunks per process may be done before their turn; with
    None nobody waits for one that takes long, and results should be small.
    """
    count = min(process_count() if processes is None else processes, len(items))
    if len(items) < max(least, 2) or count < 2 or not _can_fork():  # noqa: PLR2004  # one is this process
        return map(work, items)
    size = chunk or max(1, min(LARGEST_CHUNK, len(items) // (count * CHUNKS_EACH)))
    chunks = [range(len(items))[start : start + size] for start in range(0, len(items), size)]
    return _results(items, work, chunks, count, len(chunks) if ahead is None else ahead * count)


def _can_fork() -> bool:
    """Whether this process can be copied: another thread's locks would never open in the copy.

    On macOS the system's own libraries start such threads; and copies make no copies.
    """
    known = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return known and threading.active_count() == 1 and not multiprocessing.current_process().daemon


def _results(
    items: Sequence[T], work: Callable[[T], R], chunks: Sequence[range], processes: int, ahead: int
) -> Iterator[R]:
    with _children(items, work, min(processes, len(chunks))) as children:
        team = _Team(children, chunks, ahead)
        for number in range(len(chunks)):
            results, error = team.outcome(number)
            yield from results
            if error is not None:
                raise error


@dataclass(slots=True)
class _Child:
    """A copy of this process, and what it was given to do."""

    process: BaseProcess
    pipe: Connection
    given: deque[int] = field(default_factory=deque)

    def lost(self) -> LostProcessError:
        """Return an error that says how the process ended."""
        self.process.join()
        code = self.process.exitcode or 0
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return LostProcessError(
            f"One of the processes that share the work came to an end ({how}), perhaps for want of memory. "
            f"Run the command with {VARIABLE}=1: that takes longer and needs less."
        )


@dataclass(slots=True)
class _Team:
    """The processes, the chunks that they were given, and the outcomes that wait for their turn."""

    children: Sequence[_Child]
    chunks: Sequence[range]
    ahead: int
    """How many may be done before their turn."""
    handed: int = 0
    done: dict[int, tuple[list[Any], Exception | None]] = field(default_factory=dict)

    def outcome(self, number: int) -> tuple[list[Any], Exception | None]:
        """Return the results of a chunk, and the error that ended it."""
        self._hand_out(number)
        while number not in self.done:
            self._collect()
            self._hand_out(number)
        return self.done.pop(number)

    def _hand_out(self, wanted: int) -> None:
        last = min(len(self.chunks), wanted + self.ahead)
        for depth in range(AT_HAND):
            for child in self.children:
                if len(child.given) <= depth and self.handed < last:
                    # A child that is gone shows when its results are awaited.
                    with suppress(OSError):
                        child.pipe.send(self.chunks[self.handed])
                    child.given.append(self.handed)
                    self.handed += 1

    def _collect(self) -> None:
        busy = {child.pipe: child for child in self.children if child.given}
        for pipe in wait(list(busy)):
            child = busy[pipe]  # type: ignore[index]  # only pipes were waited for
            try:
                data = child.pipe.recv_bytes()
            except (EOFError, OSError):
                raise child.lost() from None
            self.done[child.given.popleft()] = pickle.loads(data)  # noqa: S301  # written by our own copy


@contextmanager
def _children(items: Sequence[T], work: Callable[[T], R], count: int) -> Iterator[list[_Child]]:
    """Start the processes; whatever happens, none of them is left afterwards."""
    children: list[_Child] = []
    # What the collector doesn't touch stays shared between the copies.
    gc.freeze()
    # The copies leave Ctrl-C to this process, from their first moment on.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for _ in range(count):
            children.append(_start(items, work, [child.pipe for child in children]))
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        yield children
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for child in children:
            child.pipe.close()
            child.process.terminate()
        for child in children:
            child.process.join()
        gc.unfreeze()


def _start(items: Sequence[T], work: Callable[[T], R], others: Sequence[Connection]) -> _Child:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    arguments = (theirs, [*others, ours], items, work, os.getpid())
    process = context.Process(target=_serve, args=arguments, daemon=True)
    process.start()
    theirs.close()
    return _Child(process, ours)


def _serve(
    pipe: Connection, others: Sequence[Connection], items: Sequence[T], work: Callable[[T], R], parent: int
) -> None:
    """Do chunk after chunk, until nobody is left to do it for."""
    _end_with(parent)
    # With this process's copies of the other ends open, nobody would notice that one of them is gone.
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        while True:
            chunk = pipe.recv()
            pipe.send_bytes(_written([items[index] for index in chunk], work))


def _end_with(parent: int) -> None:
    """Let the system end this process with the one that it works for, also in the middle of a chunk."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _written(items: Sequence[T], work: Callable[[T], R]) -> bytes:
    """Return the results for the items, and the error that ended the work, as they go over the pipe."""
    results: list[R] = []
    error: Exception | None = None
    try:
        results.extend(map(work, items))
    except Exception as raised:  # noqa: BLE001  # raised again where the results are asked for
        error = _portable(raised)
    try:
        return pickle.dumps((results, error))
    except Exception as raised:  # noqa: BLE001  # likewise
        return pickle.dumps(([], _portable(raised)))


def _portable(error: Exception) -> Exception:
    """Return an error that can go over to another process, with the lines that it comes from."""
    lines = "".join(traceback.format_exception(error))
    try:
        copy: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301  # written just now
    except Exception:  # noqa: BLE001  # an error may refuse in any way it likes
        copy = RuntimeError(str(error))
    copy.add_note(f"It was raised in another process:\n{lines}")
    return copy
