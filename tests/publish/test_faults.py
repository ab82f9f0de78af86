"""Whatever happens to a build, visitors see one complete site at every moment, and the next build cleans up.

Builds are killed at random moments: six times in `make test`, as often as INOLINK_KILLS says elsewhere.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.directories import PROJECT, TODAY, Directory
from tests.publish.processes import wait_until_none_runs
from tests.publish.standin import PARTS, build_standin
from tests.publish.trees import tree

KILLS = int(os.environ.get("INOLINK_KILLS", "6"))
SITE = "site"
DATED = ("build.json", "search/index.json", "parts/0.txt", f"parts/{PARTS - 1}.txt")
"""Files of the site that say for which day it was built."""
MOUNTING = ["unshare", "--map-root-user", "--mount"]
ON_A_SMALL_DISK = """\
set -eu
mount -t tmpfs -o size=4m none "$1"
"$2" -m tests.publish.standin "$3" "$1/site" >&2
sums() { (cd "$1/site" && find . -type f -exec sha256sum {} + | sort | sha256sum); }
before=$(sums "$1")
case "$4" in
full) dd if=/dev/zero of="$1/filler" bs=1k count=100000 2>/dev/null || truncate -s -16k "$1/filler" ;;
read-only) mount -o remount,ro "$1" ;;
esac
code=0
"$2" -m tests.publish.standin "$3" "$1/site" --today 2026-11-24 >/dev/null || code=$?
test "$before" = "$(sums "$1")"
case "$4" in
full) rm "$1/filler" ;;
read-only) mount -o remount,rw "$1" ;;
esac
"$2" -m tests.publish.standin "$3" "$1/site" --today 2026-11-24 >&2
test "$(ls -A "$1/.inolink")" = site.lock
exit "$code"
"""


def started(directory: Directory, *options: str) -> subprocess.Popen[str]:
    """Start a build by several processes in a process of its own."""
    command = [sys.executable, "-m", "tests.publish.standin", str(directory.root)]
    return subprocess.Popen(
        [*command, str(directory.root / SITE), *options],
        cwd=PROJECT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finished(process: subprocess.Popen[str], code: int) -> str:
    """Wait until a build has ended, as it should, without a traceback; return what it said."""
    _, told = process.communicate()
    assert process.returncode == code, told
    assert "Traceback" not in told
    return told


def environment() -> dict[str, str]:
    paths = f"{PROJECT / 'generator'}:{PROJECT}"
    return {"PATH": os.environ["PATH"], "PYTHONPATH": paths, "INOLINK_PROCESSES": "2"}


def left_over(directory: Directory) -> list[str]:
    return [path.name for path in (directory.root / ".inolink").iterdir() if path.suffix != ".lock"]


def day_of(site: Path) -> str:
    """Return the day of the site, which all of its files must agree about."""
    while True:
        folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
        try:
            days = {_day_in(folder, name) for name in DATED}
        except FileNotFoundError:
            # The site has been replaced while we looked: then there is another one at its place.
            assert site.stat().st_ino != os.fstat(folder).st_ino, "a file is missing from the site"
            continue
        finally:
            os.close(folder)
        assert len(days) == 1, f"one site of several days: {days}"
        return days.pop()


def _day_in(folder: int, name: str) -> str:
    with open(os.open(name, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as stream:  # noqa: PTH123  # a descriptor
        text = stream.read()
    return next(part for part in text.replace('"', " ").split() if part.startswith("20"))


class Visitor(threading.Thread):
    """Looks at the site without a pause."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site, self.seen, self.error = site, set[str](), list[BaseException]()
        self.leaves = threading.Event()

    def run(self) -> None:
        """Look until told to leave, or something is wrong."""
        try:
            while not self.leaves.wait(0.001):
                self.seen.add(day_of(self.site))
        except BaseException as error:  # noqa: BLE001  # told in the test
            self.error.append(error)


@contextmanager
def visited(site: Path) -> Iterator[Visitor]:
    """Have somebody look at the site meanwhile."""
    visitor = Visitor(site)
    visitor.start()
    try:
        yield visitor
    finally:
        visitor.leaves.set()
        visitor.join()
    assert visitor.error == []


def test_a_site_is_complete_at_every_moment_while_builds_are_killed(small: Directory) -> None:
    build_standin(small)
    began = time.monotonic()
    finished(started(small), 0)
    lasting = time.monotonic() - began
    chance = random.Random(KILLS)  # noqa: S311  # moments, no secrets
    days = [str(TODAY + timedelta(days=number)) for number in range(KILLS)]
    with visited(small.root / SITE) as visitor:
        for day in days:
            process = started(small, "--today", day)
            # The next build comes at once, while helpers of this one may still be ending.
            time.sleep(chance.uniform(0, lasting))
            process.kill()
            process.communicate()
            assert day_of(small.root / SITE) in {str(TODAY), *days}
    assert visitor.seen
    wait_until_none_runs(small)
    build_standin(small, today=date(2027, 1, 2))
    assert day_of(small.root / SITE) == "2027-01-02"
    assert left_over(small) == []


def test_a_build_after_a_killed_one_gives_what_it_would_have_given(small: Directory) -> None:
    build_standin(small)
    whole = tree(small.root / SITE)
    killed = started(small, "--grief", "waiting")
    _wait_for(small.root / "waiting", killed)
    killed.kill()
    killed.communicate()
    wait_until_none_runs(small)
    build_standin(small)
    assert tree(small.root / SITE) == whole


def test_a_process_that_is_killed_for_want_of_memory_ends_the_build_in_one_line(small: Directory) -> None:
    build_standin(small)
    before = tree(small.root / SITE)
    process = started(small, "--grief", "killed", "--today", "2026-11-24")
    assert "INOLINK_PROCESSES=1" in finished(process, 2)
    assert tree(small.root / SITE) == before
    assert left_over(small) == []
    wait_until_none_runs(small)


def test_a_build_that_is_asked_to_end_leaves_no_process_and_no_folder(small: Directory) -> None:
    build_standin(small)
    before = tree(small.root / SITE)
    process = started(small, "--grief", "waiting")
    _wait_for(small.root / "waiting", process)
    process.terminate()
    finished(process, 128 + signal.SIGTERM)
    wait_until_none_runs(small)
    assert tree(small.root / SITE) == before
    assert left_over(small) == []


def test_a_second_build_at_the_same_time_is_turned_away_and_the_first_one_ends_well(small: Directory) -> None:
    first = started(small, "--grief", "waiting")
    _wait_for(small.root / "waiting", first)
    assert "another build is at work" in finished(started(small), 2)
    assert first.poll() is None
    first.kill()
    first.communicate()


@pytest.mark.parametrize("largest", [0, 2_000])
def test_a_disk_that_takes_no_more_leaves_the_last_good_site(small: Directory, largest: int) -> None:
    build_standin(small)
    before = tree(small.root / SITE)
    finished(started(small, "--largest-file", str(largest), "--today", "2026-11-24"), 2)
    assert tree(small.root / SITE) == before
    assert left_over(small) == []


def mounts() -> bool:
    """Whether this machine lets anybody have a small disk of their own."""
    if shutil.which(MOUNTING[0]) is None:
        return False
    return not subprocess.run([*MOUNTING, "mount", "-t", "tmpfs", "none", "/mnt"], check=False).returncode


@pytest.mark.parametrize("state", ["full", "read-only"])
def test_a_real_disk_that_is_full_or_read_only_keeps_its_site(small: Directory, state: str) -> None:
    """Where no disk can be had, a folder that nothing can be written to stands for it."""
    if not mounts():
        finished(started(small, "--largest-file", "0"), 2)
        return
    disk = small.root / "disk"
    disk.mkdir()
    script = ["sh", "-c", ON_A_SMALL_DISK, "sh", str(disk), sys.executable, str(small.root), state]
    done = subprocess.run(
        [*MOUNTING, *script], cwd=PROJECT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    assert "The last good site is as it was" in done.stderr
    assert "Traceback" not in done.stderr


def _wait_for(file: Path, process: subprocess.Popen[str]) -> None:
    while not file.exists():
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.02)
