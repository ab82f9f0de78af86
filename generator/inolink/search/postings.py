"""The index: which entry says which term in which field, and how much that tells (BM25 as lunr computes it).

lunr's own builder in Python holds a dictionary for each occurrence. This one gives the same index and keeps
numbers in arrays. Entries come in any order and get their places at the end.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import log

# lunr's, which nothing here changes.
K1 = 1.2
B = 0.75
PRECISION = 1000
"""A weight is a score in thousandths, since lunr rounds to three decimals."""
MOST_REPEATED = 0xFFFF
SHIFT = 16


@dataclass(frozen=True, slots=True)
class Posting:
    """One term in one field: the places that have it, ascending, and their weights."""

    field: int
    places: Sequence[int]
    weights: Sequence[int]


class Counted:
    """One field of all entries as they came: numbers of terms, and how often each is said."""

    def __init__(self) -> None:
        self.terms = array("I")
        self.times = array("H")
        self.ends = array("I", [0])
        self.lengths = array("I")

    def add(self, numbers: Iterator[int], times: Mapping[str, int]) -> None:
        """Take the terms of one more entry."""
        length = sum(times.values())
        self.lengths.append(length)
        self.terms.extend(numbers)
        # No field is that long; a hostile one must not stop the build.
        cut = length > MOST_REPEATED
        self.times.extend(map(min, times.values(), repeat(MOST_REPEATED)) if cut else times.values())
        self.ends.append(len(self.terms))

    def by_term(self, order: Sequence[int]) -> dict[int, "array[int]"]:
        """Return the packed places of each term; `order` tells which entry stands at each place."""
        found: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        for place, entry in enumerate(order):
            start, end, base = self.ends[entry], self.ends[entry + 1], place << SHIFT
            for term, times in zip(self.terms[start:end], self.times[start:end], strict=True):
                found[term].append(base | times)
        return found


class Numbers(dict[str, int]):
    """A number for each term, as they come."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class Index:
    """The index of all entries, once each has its place."""

    def __init__(self, boosts: Mapping[str, float]) -> None:
        self.boosts = tuple(boosts.values())
        self.numbers = Numbers()
        self._fields = tuple(Counted() for _ in boosts)
        self._found: tuple[dict[int, array[int]], ...] = ()
        self._norms: tuple[Sequence[float], ...] = ()
        self._entries = 0

    @property
    def size(self) -> int:
        """The number of postings of all terms."""
        return sum(len(packed) for found in self._found for packed in found.values())

    def add(self, fields: Sequence[Mapping[str, int]]) -> None:
        """Take one more entry: how often it says each term, field by field."""
        self._entries += 1
        for counted, times in zip(self._fields, fields, strict=True):
            counted.add(map(self.numbers.__getitem__, times), times)

    def settle(self, order: Sequence[int]) -> None:
        """Give the entries their places: `order` tells which entry stands at each place."""
        self._norms = tuple(_norms(counted.lengths, order) for counted in self._fields)
        self._found = tuple(counted.by_term(order) for counted in self._fields)
        self._fields = ()

    def packed(self, term: str) -> Iterator[tuple[int, "array[int]"]]:
        """Yield the fields that say a term, and the packed places."""
        number = self.numbers[term]
        for field, found in enumerate(self._found):
            if number in found:
                yield field, found[number]

    def count(self, term: str) -> int:
        """Return the number of a term's postings in all fields."""
        return sum(len(packed) for _, packed in self.packed(term))

    def postings(self, term: str) -> Iterator[Posting]:
        """Yield what a term's fields say, weighed."""
        rarity = _rarity(self._entries, self.count(term)) * (K1 + 1) * PRECISION
        mask = (1 << SHIFT) - 1
        for field, packed in self.packed(term):
            norms, best = self._norms[field], rarity * self.boosts[field]
            places = [both >> SHIFT for both in packed]
            said = [both & mask for both in packed]
            weights = [
                int(best * times / (norms[place] + times) + 0.5)
                for place, times in zip(places, said, strict=True)
            ]
            yield Posting(field, places, weights)


def _norms(lengths: Sequence[int], order: Sequence[int]) -> Sequence[float]:
    """Return by place how much a longer field than usual lessens what it says."""
    usual = sum(lengths) / len(lengths) if lengths else 0
    scale = K1 * B / usual if usual else 0.0
    return array("d", [K1 * (1 - B) + scale * lengths[entry] for entry in order])


def _rarity(entries: int, postings: int) -> float:
    return log(1 + abs((entries - postings + 0.5) / (postings + 0.5)))
