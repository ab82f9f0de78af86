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
from itertools import accumulate, chain, count, islice
from operator import sub
from typing import Literal, NamedTuple

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

    def counts(self) -> Iterator[int]:
        """Yield how many numbers each term has."""
        return map(sub, islice(self._starts, 1, None), self._starts)


class Said(NamedTuple):
    """What one field of an entry says, as numbers of terms."""

    length: int
    """How many words it has."""
    terms: "array[int]"
    repeated: "array[int]"
    """Those that are said more than once, each followed by how often."""


def unpacked(packed: bytes) -> Iterator[Said]:
    """Yield what each field of an entry says."""
    numbers, start = array("I", packed), 0
    while start < len(numbers):
        length, terms, repeated = numbers[start : start + 3]
        middle, end = start + 3 + terms, start + 3 + terms + repeated
        yield Said(length, numbers[start + 3 : middle], numbers[middle:end])
        start = end


def said_of(terms: set[int], packed: bytes) -> bytes:
    """Return what an entry says of some terms alone."""
    some = array("I")
    for said in unpacked(packed):
        found = terms.intersection(said.terms)
        pairs = zip(said.repeated[::2], said.repeated[1::2], strict=True)
        repeated = list(chain.from_iterable(pair for pair in pairs if pair[0] in found))
        some.extend((said.length, len(found), len(repeated), *found, *repeated))
    return some.tobytes()


class Counted:
    """How much one field of all entries says, counted before there is room for it."""

    def __init__(self, terms: int) -> None:
        self.places, self.repeated = array("I", bytes(4 * terms)), array("I", bytes(4 * terms))
        self.lengths: list[int] = []

    def add(self, said: Said) -> None:
        """Count what the entry at the next place says."""
        places, repeated = self.places, self.repeated
        for term in said.terms:
            places[term] += 1
        for term in said.repeated[::2]:
            repeated[term] += 1
        self.lengths.append(said.length)


class Field:
    """One field of all entries: which places say each term, and how often where it is more than once."""

    def __init__(self, counted: Counted) -> None:
        self.places, self._often = Grouped("I", counted.places), Grouped("Q", counted.repeated)

    def put(self, place: int, said: Said) -> None:
        """Put down what the entry at a place says; the last place comes first."""
        self.places.put_same(said.terms, place)
        for term, times in zip(said.repeated[::2], said.repeated[1::2], strict=True):
            self._often.put(term, place << SHIFT | times)

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

    def __init__(self, fields: int, terms: Iterable[str] = ()) -> None:
        self.numbers = Numbers(zip(terms, count(), strict=False))
        self.lengths: Sequence[Sequence[int]] = ()
        """How many words each field has, by place."""
        self.counts = array("I")
        """The number of postings of each term in all fields, by its number."""
        self._fields: Sequence[Field] = ()
        self._many = range(fields)

    def packed(self, fields: Sequence[Mapping[str, int]]) -> bytes:
        """Return what an entry says, given how often it says each term, field by field."""
        packed = array("I")
        for times in fields:
            length = sum(times.values())
            repeated = () if length == len(times) else [each for each in times.items() if each[1] > 1]
            packed.extend((min(length, LONGEST), len(times), 2 * len(repeated)))
            packed.extend(map(self.numbers.__getitem__, times))
            for term, often in repeated:
                packed.extend((self.numbers[term], min(often, LONGEST)))
        return packed.tobytes()

    def settle(
        self, said: Callable[[int], bytes], places: int, counts: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Take what the entry at each place says: of all terms, or of some, with the counts of the others."""
        counted = [Counted(len(self.numbers)) for _ in self._many]
        for place in range(places):
            for field, each in zip(counted, unpacked(said(place)), strict=True):
                field.add(each)
        self.lengths = [field.lengths for field in counted]
        self._fields = [Field(field) for field in counted]
        for place in reversed(range(places)):
            for filled, each in zip(self._fields, unpacked(said(place)), strict=True):
                filled.put(place, each)
        found = (field.places.counts() for field in self._fields)
        self.counts = array("I", map(sum, zip(*found, strict=True)))
        for term, times in counts:
            self.counts[term] = times

    def count(self, term: str) -> int:
        """Return the number of a term's postings in all fields."""
        return self.counts[self.numbers[term]]

    def terms(self) -> Iterator[str]:
        """Yield all terms that somebody says."""
        return (term for term, count in zip(self.numbers, self.counts, strict=True) if count)

    def postings(self, term: str) -> Iterator[Posting]:
        """Yield what each field has of a term."""
        number = self.numbers[term]
        for position, field in enumerate(self._fields):
            if places := field.places.of(number):
                yield Posting(position, places, field.times(number))
