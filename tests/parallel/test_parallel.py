"""Work that is shared out gives the results of work done here, and leaves nothing behind, however it ends."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.errors import LostProcessError, UsageError
from inolink.parallel import VARIABLE, process_count, shared_out
from tests.directories import PROJECT

pytestmark = pytest.mark.forks

LONG_WORK = """
import os, pathlib, sys, time
from inolink.parallel import shared_out
def work(item):
    pathlib.Path(sys.argv[1], str(os.getpid())).touch()
    while not pathlib.Path(sys.argv[1], "done").exists():
        time.sleep(0.01)
list(shared_out(range(8), work, processes=2, least=2, chunk=1))
"""


def here(item: int) -> tuple[int, int]:
    """Return an item with the process that had it."""
    return item, os.getpid()


def two(items: range, work: Callable[[int], object], chunk: int = 3) -> Iterator[object]:
    """Share work out over two processes."""
    return shared_out(items, work, processes=2, least=2, chunk=chunk)


@settings(max_examples=12)
@given(
    st.lists(st.text(max_size=20), max_size=60),
    st.integers(1, 4),
    st.integers(1, 20),
    st.integers(0, 200_000),
)
def test_results_come_in_the_order_of_the_items(
    items: list[str], processes: int, chunk: int, weight: int
) -> None:
    def work(text: str) -> tuple[str, str]:
        return text.upper(), "." * weight

    results = list(shared_out(items, work, processes=processes, least=2, chunk=chunk))
    assert results == [work(item) for item in items]


def test_several_processes_share_the_work() -> None:
    processes = {process for _, process in shared_out(range(40), here, processes=2, least=2, chunk=1)}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_nobody_waits_for_a_chunk_that_takes_long(tmp_path: Path) -> None:
    def work(item: int) -> bool:
        if item == 39:
            (tmp_path / "last").touch()
        deadline = time.monotonic() + 600
        while item == 0 and not (tmp_path / "last").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        return item > 0 or (tmp_path / "last").exists()

    assert all(shared_out(range(40), work, processes=2, least=2, chunk=1, ahead=None))


@pytest.mark.parametrize("options", [{"processes": 1}, {"processes": 2, "least": 21}])
def test_what_is_not_worth_a_process_is_done_here(options: dict[str, int]) -> None:
    assert list(shared_out(range(20), here, **options)) == [(item, os.getpid()) for item in range(20)]


def test_beside_another_thread_the_work_is_done_here() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert {process for _, process in shared_out(range(9), here, processes=2, least=2)} == {os.getpid()}
    finally:
        end.set()
        thread.join()


def test_shared_work_is_not_shared_further() -> None:
    def work(item: int) -> bool:
        inner = shared_out(range(item, item + 5), here, processes=2, least=2)
        return list(inner) == [(each, os.getpid()) for each in range(item, item + 5)]

    assert all(two(range(10), work))


def test_an_error_comes_where_its_result_would_have_come_with_the_lines_that_raised_it() -> None:
    def work(item: int) -> int:
        if item == 7:
            raise KeyError(item)
        return item

    results, found = two(range(20), work), []
    with pytest.raises(KeyError) as raised:
        found.extend(results)
    assert found == list(range(7))
    assert "raise KeyError(item)" in raised.value.__notes__[0]


class Sealed(Exception):  # noqa: N818  # it stands for any error that can't be copied
    """An error that can't go over to another process."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def test_an_error_that_cannot_be_copied_is_told_in_its_words() -> None:
    def work(_item: int) -> None:
        raise Sealed("torn", "apart")

    with pytest.raises(RuntimeError, match="torn apart"):
        list(two(range(20), work))


def test_a_result_that_cannot_be_copied_is_an_error() -> None:
    with pytest.raises(Exception, match="pickle") as raised:
        list(two(range(20), lambda item: lambda: item))
    assert raised.value.__notes__


def test_a_process_that_is_killed_is_noticed_and_said_in_one_sentence() -> None:
    own = os.getpid()

    def work(item: int) -> int:
        assert os.getpid() != own
        if item == 11:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(LostProcessError, match=f"SIGKILL.*{VARIABLE}=1"):
        list(two(range(40), work))


def test_a_process_that_ends_by_itself_is_noticed() -> None:
    own = os.getpid()

    def work(_item: int) -> None:
        assert os.getpid() != own
        os._exit(3)

    with pytest.raises(LostProcessError, match="exit code 3"):
        list(two(range(40), work))


def test_results_that_nobody_asks_for_any_more_leave_no_process(tmp_path: Path) -> None:
    def work(item: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        return item

    results = two(range(1000), work)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]  # a generator here
    assert not alive(tmp_path)


@pytest.fixture
def long_work(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program whose two processes are at work and would be for long."""
    command = [sys.executable, "-c", LONG_WORK, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "generator")}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, start_new_session=True
    ) as program:
        until(lambda: len(alive(tmp_path)) == 2)
        yield program


def test_an_interruption_ends_all_processes_with_one_report(
    long_work: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    os.killpg(long_work.pid, signal.SIGINT)
    _, said = long_work.communicate()
    assert said.count(b"Traceback") == 1
    assert said.rstrip().endswith(b"KeyboardInterrupt")
    assert not alive(tmp_path)


def test_a_program_that_is_killed_leaves_no_process_waiting(
    long_work: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    long_work.kill()
    long_work.wait()
    # Linux ends them at once; elsewhere they end with the chunk that they have in hand.
    (tmp_path / "done").touch()
    until(lambda: not alive(tmp_path))


def alive(folder: Path) -> set[int]:
    """Return which of the processes that left their number in a folder still run."""
    return {int(file.name) for file in folder.glob("[0-9]*") if _runs(int(file.name))}


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that must come."""
    while not condition():
        time.sleep(0.01)


def test_the_number_of_processes_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "7")
    assert process_count() == 7


def test_without_a_number_every_core_for_this_process_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert process_count() == len(os.sched_getaffinity(0))


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "٣", "9" * 5000])
def test_a_number_of_processes_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    monkeypatch.setenv(VARIABLE, number)
    with pytest.raises(UsageError, match=VARIABLE):
        process_count()
