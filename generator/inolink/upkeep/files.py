"""Files of contributors, written whole or not at all."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from inolink.errors import InoLinkError


class WriteError(InoLinkError):
    """A file can't be written."""


def replace_file(file: Path, data: bytes) -> None:
    """Put a new content into a file that is there; whatever happens meanwhile, one of the two is whole."""
    try:
        beside = _written_beside(file, data)
        try:
            shutil.copymode(file, beside)
            beside.replace(file)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise _unwritable(file, error) from None


def write_new_file(file: Path, data: bytes) -> None:
    """Write a file that isn't there yet."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise WriteError(f"{file}: is there already. Change it, or choose another name.") from None
    except OSError as error:
        raise _unwritable(file, error) from None


def _written_beside(file: Path, data: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    return Path(name)


def _unwritable(file: Path, error: OSError) -> WriteError:
    return WriteError(f"{file}: can't be written ({error.strerror}). Give access to it and try again.")
