"""What a program writes to a terminal."""

from contextlib import suppress


def everything(terminal: int) -> str:
    """Read what is written to a terminal until nobody writes any more."""
    parts = []
    with open(terminal, "rb", buffering=0) as stream, suppress(OSError):
        while part := stream.read(4096):
            parts.append(part)
    return b"".join(parts).decode()
