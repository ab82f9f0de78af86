"""Values that one run leaves in a file for the next, and the program that they belong to.

What cannot be read back exactly as it was written is as good as not there.
"""

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import TypeVar

import msgspec

import inolink
from inolink.plainfile import EVERYTHING, read_bytes

T = TypeVar("T")
DIGEST = 20


def recall(file: Path, kind: type[T]) -> T | None:
    """Read what was left; None where there is nothing, or something that is cut off, spoilt or foreign."""
    try:
        data = read_bytes(file, EVERYTHING)
        if data[:DIGEST] == _digest(data[DIGEST:]):
            return msgspec.msgpack.decode(data[DIGEST:], type=kind)
    except (OSError, msgspec.MsgspecError):
        pass
    return None


def remember(file: Path, value: object) -> bool:
    """Leave a value for the next run; whether there was room for it. The file changes in one step."""
    data = msgspec.msgpack.encode(value)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_digest(data) + data)
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return False
    return True


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST).digest()


@cache
def program() -> str:
    """Return the fingerprint of the program: of its files, and of the versions of all that is installed."""
    digest = hashlib.blake2b(sys.version.encode())
    package = Path(inolink.__file__).parent
    for file in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(os.fsencode(file.relative_to(package)) + b"\0" + file.read_bytes() + b"\0")
    for name in sorted(f"{each.name} {each.version}" for each in distributions()):
        digest.update(name.encode() + b"\0")
    return digest.hexdigest()
