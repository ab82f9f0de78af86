"""The index: which entry says which term in which field, and how often.

lunr's own builder in Python holds a dictionary for each occurrence. This one gives the same index: what an
entry says waits as numbers in a file until all are there and each gets its place; then the places of each
term are put into arrays. Scores are left to the browser, which computes them as lunr does from what is
counted here.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from inolink.shelf import Pieces, Shelf

LONGEST = 50_000
"""No field is longer; a hostile one counts as so long, and no term as more frequent."""
SHIFT = 16
MASK = (1 << SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Posting:
    """One term in one field: the places that have it, ascending."""

    field: int
    places: Sequence[int]
    times: Sequence[int]
    """How often each of them says it; nothing if none says it twice."""


class Numbers(dict[str, int]):
    """A number for each term, as they come."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class Grouped:
    """Numbers by term in one array: those of a term stand together."""

    def __init__(self, size: Literal["I", "Q"], counts: "array[int]") -> None:
        self._starts = array("Q", accumulate(counts))
        self._numbers = array(size, bytes(array(size).itemsize * (self._starts[-1] if counts else 0)))
        self._starts.append(len(self._numbers))

    def put(self, term: int, number: int) -> None:
        """Put a number before those that its term has already: so the largest ones come first."""
        self._starts[term] -= 1
        self._numbers[self._starts[term]] = number

    def put_same(self, terms: Iterable[int], number: int) -> None:
        """Put the same number to many terms."""
        starts, numbers = self._starts, self._numbers
        for term in terms:
            start = starts[term] = starts[term] - 1
            numbers[start] = number

    def of(self, term: int) -> "array[int]":
        """Return the numbers of a term, ascending."""
        return self._numbers[self._starts[term] : self._starts[term + 1]]

    def count(self, term: int) -> int:
        """Return how many numbers a term has."""
        return self._starts[term + 1] - self._starts[term]

    def __len__(self) -> int:
        return len(self._numbers)


class Said(NamedTuple):
    """What one field of an entry says, as numbers of terms."""

    terms: "array[int]"
    repeated: "array[int]"
    """Those that are said more than once, each followed by how often."""


class Field:
    """One field of all entries: which places say each term, and how often where it is more than once."""

    def __init__(self, said: Iterable[Said], terms: int) -> None:
        counts, often = array("I", bytes(4 * terms)), array("I", bytes(4 * terms))
        for each in said:
            for term in each.terms:
                counts[term] += 1
            for term in each.repeated[::2]:
                often[term] += 1
        self.places, self._often = Grouped("I", counts), Grouped("Q", often)

    def put(self, place: int, said: Said) -> None:
        """Put down what the entry at a place says; the last place comes first."""
        self.places.put_same(said.terms, place)
        for term, times in zip(said.repeated[::2], said.repeated[1::2], strict=True):
            self._often.put(term, place << SHIFT | times)

    def often(self, term: int) -> "array[int]":
        """Return the places that say a term more than once, packed with how often they do."""
        return self._often.of(term)

    def times(self, term: int) -> Sequence[int]:
        """Return how often each place says a term; nothing if none says it twice."""
        often = self._often.of(term)
        if not often:
            return ()
        places = self.places.of(term)
        times = [1] * len(places)
        for both in often:
            times[bisect_left(places, both >> SHIFT)] = both & MASK
        return times


class Index:
    """The index of all entries, once each has its place."""

    def __init__(self, fields: Sequence[str], shelf: Shelf | None = None) -> None:
        self.numbers = Numbers()
        self.lengths: Sequence[list[int]] = ()
        """How many words each field has, by place."""
        self._fields: Sequence[Field] = ()
        self._lengths = tuple(array("I") for _ in fields)
        self._entries = Pieces(shelf)
        """What each entry says, until it has its place."""

    def add(self, fields: Sequence[Mapping[str, int]]) -> None:
        """Take one more entry: how often it says each term, field by field."""
        packed = array("I")
        for lengths, times in zip(self._lengths, fields, strict=True):
            length = sum(times.values())
            lengths.append(min(length, LONGEST))
            repeated = () if length == len(times) else [each for each in times.items() if each[1] > 1]
            packed.extend((len(times), 2 * len(repeated)))
            packed.extend(map(self.numbers.__getitem__, times))
            for term, often in repeated:
                packed.extend((self.numbers[term], min(often, LONGEST)))
        self._entries.add(packed.tobytes())

    def settle(self, order: Sequence[int]) -> None:
        """Give the entries their places: `order` tells which entry stands at each place."""
        many = range(len(self._lengths))
        self._fields = [Field(self._said(order, field), len(self.numbers)) for field in many]
        for place, said in zip(reversed(range(len(order))), self._unpacked(reversed(order)), strict=True):
            for field, each in zip(self._fields, said, strict=True):
                field.put(place, each)
        self.lengths = [[lengths[entry] for entry in order] for lengths in self._lengths]
        self._entries = Pieces()

    def _said(self, order: Iterable[int], field: int) -> Iterator[Said]:
        return (said[field] for said in self._unpacked(order))

    def _unpacked(self, order: Iterable[int]) -> Iterator[list[Said]]:
        """Yield what each of these entries says, field by field."""
        for entry in order:
            packed, start, said = array("I"), 0, list[Said]()
            packed.frombytes(self._entries[entry])
            while start < len(packed):
                middle = start + 2 + packed[start]
                end = middle + packed[start + 1]
                said.append(Said(packed[start + 2 : middle], packed[middle:end]))
                start = end
            yield said

    @property
    def size(self) -> int:
        """The number of postings of all terms."""
        return sum(len(field.places) for field in self._fields)

    def count(self, term: str) -> int:
        """Return the number of a term's postings in all fields."""
        number = self.numbers[term]
        return sum(field.places.count(number) for field in self._fields)

    def digest(self, term: str, update: Callable[[bytes], object]) -> None:
        """Hand over what a term's fields say, for a checksum."""
        update(term.encode())
        number = self.numbers[term]
        for position, field in enumerate(self._fields):
            if places := field.places.of(number):
                update(b"".join((bytes([position]), places.tobytes(), bytes(field.often(number)))))

    def postings(self, term: str) -> Iterator[Posting]:
        """Yield what each field has of a term."""
        number = self.numbers[term]
        for position, field in enumerate(self._fields):
            if places := field.places.of(number):
                yield Posting(position, places, field.times(number))
