"""Files opened with care: what lies in a repository may be a link, a pipe or larger than the memory."""

import errno
import os
import stat
from pathlib import Path

EVERYTHING = -1
CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def carefully(file: str | Path, flags: int) -> int:
    """Open a file never through a link, never waiting for a pipe: an opener for `open`."""
    return os.open(file, flags | CAREFUL, 0o666)


def read_bytes(file: Path, limit: int) -> bytes:
    """Read at most `limit` bytes of a regular file."""
    with open(file, "rb", opener=carefully) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return stream.read(limit)


def read_whole(file: Path, largest: int) -> bytes:
    """Read a file that people keep beside the records; one that is larger than allowed is an error."""
    data = read_bytes(file, largest + 1)
    if len(data) > largest:
        raise OSError(errno.EFBIG, f"larger than {largest // 1000} kB")
    return data


def why_unreadable(error: OSError) -> str:
    """Say in a few words why a file can't be read."""
    if error.errno == errno.ELOOP:
        return "it is a symbolic link; put the file itself here"
    return error.strerror or "unreadable"
