"""The parts of an entry: what is kept of it until its place is known, and for the next build."""

from collections.abc import Sequence

import msgspec

from inolink.search.files.places import Standing
from inolink.search.files.written import Pair


class Parts(msgspec.Struct, array_like=True, frozen=True):
    """What the files need of an entry."""

    said: bytes
    """What the index packed of it."""
    cards: list[bytes]
    """By language."""
    postings: int
    written: list[list[Pair]]
    """By language, the words of its title and subtitle."""
    standing: Standing
    columns: list[tuple[str, str]]
    """Each with a value of the entry."""

    def packed(self) -> bytes:
        """Return them as they lie on a shelf."""
        return msgspec.msgpack.encode(self)


class _Said(msgspec.Struct, array_like=True):
    said: bytes


class _Cards(msgspec.Struct, array_like=True):
    said: msgspec.Raw
    cards: list[bytes]


def unpacked(packed: bytes) -> Parts:
    """Return the parts again."""
    return msgspec.msgpack.decode(packed, type=Parts)


def said_in(packed: bytes) -> bytes:
    """Return what the index packed of an entry."""
    return msgspec.msgpack.decode(packed, type=_Said).said


def cards_in(packed: bytes) -> Sequence[bytes]:
    """Return the cards of an entry."""
    return msgspec.msgpack.decode(packed, type=_Cards).cards
