"""The index: which entry says which term in which field, and how often.

lunr's own builder in Python holds a dictionary for each occurrence. This one gives the same index and keeps
numbers in arrays. Entries come in any order and get their places at the end. Scores are left to the browser,
which computes them as lunr does from what is counted here.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

LONGEST = 50_000
"""No field is longer; a hostile one counts as so long, and no term as more frequent."""
SHIFT = 16
MASK = (1 << SHIFT) - 1
NOTHING = array("Q")


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


class Ragged:
    """Numbers of all entries in one array, and where those of each end."""

    def __init__(self, size: Literal["I", "Q"]) -> None:
        self._numbers = array(size)
        self._ends = array("Q", [0])

    def add(self, numbers: Iterable[int]) -> None:
        """Take the numbers of one more entry."""
        self._numbers.extend(numbers)
        self._ends.append(len(self._numbers))

    def of(self, entry: int) -> Sequence[int]:
        """Return the numbers of an entry."""
        return self._numbers[self._ends[entry] : self._ends[entry + 1]]


class Field:
    """One field of all entries: which terms each has, and how often where it is more than once."""

    def __init__(self) -> None:
        self.lengths = array("I")
        self._terms, self._repeated = Ragged("I"), Ragged("Q")
        self.places: dict[int, array[int]] = {}
        self._often: dict[int, array[int]] = {}

    def add(self, times: Mapping[str, int], numbers: Numbers) -> None:
        """Take the terms of one more entry."""
        length = sum(times.values())
        self.lengths.append(min(length, LONGEST))
        self._terms.add(map(numbers.__getitem__, times))
        more = () if length == len(times) else ((term, often) for term, often in times.items() if often > 1)
        self._repeated.add(numbers[term] << SHIFT | min(often, LONGEST) for term, often in more)

    def settle(self, order: Sequence[int]) -> None:
        """Turn entries into places, and put them down by term."""
        places: dict[int, array[int]] = defaultdict(lambda: array("I"))
        often: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        for place, entry in enumerate(order):
            for term in self._terms.of(entry):
                places[term].append(place)
            for both in self._repeated.of(entry):
                often[both >> SHIFT].append(place << SHIFT | both & MASK)
        self.lengths = array("I", map(self.lengths.__getitem__, order))
        self.places, self._often = dict(places), dict(often)
        self._terms, self._repeated = Ragged("I"), Ragged("Q")

    def often(self, term: int) -> "array[int]":
        """Return the places that say a term more than once, packed with how often they do."""
        return self._often.get(term, NOTHING)

    def times(self, term: int) -> Sequence[int]:
        """Return how often each place says a term; nothing if none says it twice."""
        if term not in self._often:
            return ()
        places = self.places[term]
        times = [1] * len(places)
        for both in self._often[term]:
            times[bisect_left(places, both >> SHIFT)] = both & MASK
        return times


class Index:
    """The index of all entries, once each has its place."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.numbers = Numbers()
        self.lengths: Sequence[list[int]] = ()
        """How many words each field has, by place."""
        self._fields = tuple(Field() for _ in fields)

    def add(self, fields: Sequence[Mapping[str, int]]) -> None:
        """Take one more entry: how often it says each term, field by field."""
        for field, times in zip(self._fields, fields, strict=True):
            field.add(times, self.numbers)

    def settle(self, order: Sequence[int]) -> None:
        """Give the entries their places: `order` tells which entry stands at each place."""
        for field in self._fields:
            field.settle(order)
        self.lengths = [list(field.lengths) for field in self._fields]

    @property
    def size(self) -> int:
        """The number of postings of all terms."""
        return sum(len(places) for field in self._fields for places in field.places.values())

    @property
    def averages(self) -> Sequence[float]:
        """How many words each field has on average."""
        return [sum(lengths) / max(len(lengths), 1) for lengths in self.lengths]

    def count(self, term: str) -> int:
        """Return the number of a term's postings in all fields."""
        number = self.numbers[term]
        return sum(len(field.places.get(number, ())) for field in self._fields)

    def digest(self, term: str, update: Callable[[bytes], object]) -> None:
        """Hand over what a term's fields say, for a checksum."""
        update(term.encode())
        number = self.numbers[term]
        for position, field in enumerate(self._fields):
            places = field.places.get(number)
            if places is not None:
                update(b"".join((bytes([position]), places.tobytes(), bytes(field.often(number)))))

    def postings(self, term: str) -> Iterator[Posting]:
        """Yield what each field has of a term."""
        number = self.numbers[term]
        for position, field in enumerate(self._fields):
            places = field.places.get(number)
            if places is not None:
                yield Posting(position, places, field.times(number))
