"""Files of the site before they are written: made on demand, so that processes can share them out."""

from collections.abc import Callable, Iterable

Data = bytes | Iterable[bytes]
"""What a file holds, as a whole or piece by piece: a large one never lies in memory at once."""
Files = Iterable[tuple[str, Data]]
"""Files with their paths in the site."""
FileTask = Callable[[], Files]
"""Makes some files; it may run in another process, so it keeps nothing for those after it."""


def pieces(data: Data) -> Iterable[bytes]:
    """Return what a file holds, piece by piece."""
    return (data,) if isinstance(data, bytes) else data


def whole(data: Data) -> bytes:
    """Return what a file holds, in one piece."""
    return b"".join(pieces(data))
