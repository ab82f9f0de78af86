"""What a build leaves of its search, so that the next one looks at what has changed alone.

Of each entry it leaves the parts that the files need, by the digest of the entry; and of each term what was
written of it, which stands as long as all entries that say it are the same and at the same places.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, zip_longest
from pathlib import Path

import msgspec

from inolink.remembered import recall, remember
from inolink.search.entries import SearchEntry
from inolink.search.files.parts import said_in
from inolink.search.postings import unpacked
from inolink.shelf import Place, Shelf

RECORD, PIECES = "search", "search-pieces"


class Record(msgspec.Struct, array_like=True, frozen=True):
    """What lies on the shelf that a build has left, and where."""

    state: str
    """The fingerprint of what turns entries into files."""
    pieces: bytes
    """The digest of the whole shelf."""
    sizes: str
    """Those of the files."""
    entries: list[bytes]
    """The digests of the entries, by place."""
    parts: list[Place]
    """Of the entries, by place."""
    shards: list[Place]
    terms: list[str]
    """By their numbers; no entry may say them any more."""
    counts: bytes
    """The postings of each term, by number."""
    ascending: bytes
    """The numbers of the terms in the order of the shards."""


class _Shard(msgspec.Struct):
    postings: list[msgspec.Raw]


@dataclass(frozen=True)
class Before:
    """What the last build has left."""

    record: Record
    _shelf: Shelf

    @cached_property
    def _places(self) -> Mapping[bytes, int]:
        return {digest: place for place, digest in enumerate(self.record.entries)}

    def parts(self, digest: bytes) -> bytes | None:
        """Return the parts of an entry that has not changed."""
        place = self._places.get(digest)
        return None if place is None else self._parts(place)

    def _parts(self, place: int) -> bytes:
        return self._shelf.take(self.record.parts[place])

    def changed(self, entries: Sequence[bytes], said: Callable[[int], bytes]) -> set[int]:
        """Return the terms of which something else is to be written.

        The digests of the entries and what the entries say are given by place.
        """
        found: set[int] = set()
        for place, (was, now) in enumerate(zip_longest(self.record.entries, entries)):
            if was is not None and was != now:
                found.update(_terms(said_in(self._parts(place))))
            if now is not None and was != now:
                found.update(_terms(said(place)))
        return found

    def counts(self, changed: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the terms that have not changed with the numbers of their postings."""
        counts = enumerate(array("I", self.record.counts))
        return (each for each in counts if each[0] not in changed)

    def written(self, changed: set[int]) -> Iterator[tuple[int, str]]:
        """Yield the terms that have not changed with what was written of them, in their order."""
        shards = (msgspec.json.decode(self._shelf.take(place), type=_Shard) for place in self.record.shards)
        postings = (bytes(each).decode() for shard in shards for each in shard.postings)
        terms = zip(array("I", self.record.ascending), postings, strict=True)
        return (each for each in terms if each[0] not in changed)


def _terms(said: bytes) -> Iterator[int]:
    return chain.from_iterable(field.terms for field in unpacked(said))


@dataclass(frozen=True)
class Memory:
    """A folder in which each build leaves its search for the next one."""

    folder: Path
    state: str
    """The fingerprint of what turns entries into files; what another one has left is of no use."""

    def before(self) -> Before | None:
        """Return what the last build has left, if it is whole."""
        record = recall(self.folder / RECORD, Record)
        if record is None or record.state != self.state:
            return None
        try:
            shelf = Shelf.standing(self.folder / PIECES)
            return Before(record, shelf) if shelf.digest() == record.pieces else None
        except OSError:
            return None

    def leave(self, shelf: Shelf, record: Record) -> None:
        """Leave a search for the next build, if there is room."""
        with suppress(OSError):
            shelf.copy(self.folder / PIECES)
            remember(self.folder / RECORD, record)


def digest_of(entry: SearchEntry) -> bytes:
    """Return a digest of all that an entry holds."""
    return hashlib.blake2b(msgspec.msgpack.encode(entry, enc_hook=dict), digest_size=16).digest()
