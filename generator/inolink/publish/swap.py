"""A new site takes the place of the old one in one step; whatever goes wrong before leaves the old one alone.

Everything is built in a folder beside the site, on the same file system. A lock keeps two builds of one site
apart and goes with the process that holds it, however that ends; what a killed build left is cleaned by the
next one.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import IO

from inolink.plainfile import carefully
from inolink.publish.errors import PublishError

WORK = ".inolink"
MARK = "build.json"
"""In every site that was built here; a folder without it is somebody else's and is never replaced."""
RENAME_EXCHANGE = 2
AT_FDCWD = -100
TRIALS, PAUSE = 40, 0.05
"""How often the lock is tried, and how many seconds lie between."""
NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """Give a folder to build in; the site `target` is locked meanwhile."""
    _demand_ours(target)
    beside = target.parent if target.parent.name == WORK else target.parent / WORK
    beside.mkdir(parents=True, exist_ok=True)
    with _lock(beside / f"{target.name}.lock", target):
        _clean(beside, target)
        folder = Path(tempfile.mkdtemp(prefix=f"{target.name}.build-", dir=beside))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def swap(built: Path, target: Path) -> None:
    """Put the built site into its place."""
    if not target.exists():
        built.rename(target)
    elif not _exchange(built, target):
        previous = _previous(built.parent.parent, target)
        target.rename(previous)
        built.rename(target)
        shutil.rmtree(previous, ignore_errors=True)


def _demand_ours(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise PublishError(
            f"{target}: is a folder that `inolink build` didn't make. Name another one with --site-dir, "
            "or remove it first."
        )
    if target.exists() and not target.is_dir():
        raise PublishError(f"{target}: is a file. Name a folder with --site-dir.")


@contextmanager
def _lock(file: Path, target: Path) -> Iterator[None]:
    # What lies there already may be a link of somebody else's, whose file must stay as it is.
    with open(file, "a", opener=carefully) as stream:
        # Whoever works for this build holds the lock with it: the site builder, too, has to have ended.
        os.set_inheritable(stream.fileno(), True)  # noqa: FBT003  # it takes no keyword
        for patience in range(TRIALS):
            if _locked(stream):
                break
            # The helpers of a build that was killed take a moment to notice.
            time.sleep(PAUSE * (patience < TRIALS - 1))
        else:
            raise PublishError(f"{target}: another build is at work. Wait until it has ended.")
        yield


def _locked(stream: IO[str]) -> bool:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _clean(beside: Path, target: Path) -> None:
    previous = _previous(beside, target)
    if previous.is_dir() and not target.exists():
        previous.rename(target)  # a build was killed between its two renames
    for left in (previous, *beside.glob(f"{escape(target.name)}.build-*")):
        shutil.rmtree(left, ignore_errors=True)


def _previous(beside: Path, target: Path) -> Path:
    return beside / f"{target.name}.previous"


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places at once; False where the system can't."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if not renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(second))
