"""The dictionary in blocks and the postings in shards: a search loads those of its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from inolink.search.files.encoding import encode, encode_numbers, encode_places, front_coded, utf16
from inolink.search.files.lengths import Lengths
from inolink.search.postings import Index

FULL_ENOUGH = 2
"""A block that is full by this part ends where the first letter changes: few words need two blocks then."""

NOTHING = (-1, "")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the files may become, in bytes before compression; 0 for everything in one."""

    block: int = 0
    shard: int = 0
    cards: int = 0
    """A number of entries."""

    @property
    def lengths_apart(self) -> bool:
        """Whether the lengths of fields are in one file; a query of a large directory needs few of them."""
        return not self.shard


def sorted_terms(index: Index) -> list[str]:
    """Return all terms as JavaScript sorts them."""
    return sorted(index.terms(), key=utf16)


def blocks(words: Sequence[str], size: int) -> list[range]:
    """Divide sorted words into blocks, as positions."""
    starts, filled = [0], 0
    for position, (before, word) in enumerate(pairwise(words), 1):
        filled += len(word) - _alike(before, word) + 4
        if size and (filled >= size or (filled >= size // FULL_ENOUGH and before[0] != word[0])):
            starts.append(position)
            filled = 0
    return [range(start, end) for start, end in pairwise([*starts, len(words)]) if start < end]


@dataclass
class Shards:
    """Writes the shards one after the other, and remembers where each begins."""

    index: Index
    lengths: Lengths
    sizes: Sizes
    before: Iterator[tuple[int, str]]
    """What is to be written as it was, by the numbers of the terms and in their order."""
    starts: list[int] = field(default_factory=list)
    """The positions of the first terms."""

    def written(self, terms: Sequence[str]) -> Iterator[bytes]:
        """Yield the content of each shard."""
        waiting: list[str] = []
        filled = 0
        for position, (term, posting) in enumerate(zip(terms, self._postings(terms), strict=True)):
            if waiting and self.sizes.shard and filled + len(posting) > self.sizes.shard:
                yield _shard(terms[self.starts[-1] : position], waiting)
                waiting, filled = [], 0
            if not waiting:
                self.starts.append(position)
            waiting.append(posting)
            filled += len(posting) + len(term)
        if waiting:
            yield _shard(terms[self.starts[-1] :], waiting)

    def _postings(self, terms: Iterable[str]) -> Iterator[str]:
        number, before = next(self.before, NOTHING)
        for term in terms:
            if self.index.numbers[term] == number:
                yield before
                number, before = next(self.before, NOTHING)
            else:
                yield self._posting(term)

    def _posting(self, term: str) -> str:
        parts: list[str] = []
        for posting in self.index.postings(term):
            parts += (str(posting.field), encode_places(posting.places), _more(posting.times))
            near = () if self.sizes.lengths_apart else posting.places
            parts.append(f'"{self.lengths.at(posting.field, near)}"')
        return f"[{','.join(parts)}]"


def block_content(terms: Sequence[str], index: Index, block: range, starts: Sequence[int]) -> bytes:
    """Return the content of a block; `starts` are the positions at which shards begin."""
    words = terms[block.start : block.stop]
    shard = sum(1 for start in starts if start <= block.start) - 1
    return encode(
        {
            "terms": front_coded(words),
            "counts": [index.count(word) for word in words],
            "shard": shard,
            "cuts": [start - block.start for start in starts[shard + 1 :] if start < block.stop],
        }
    )


def _more(times: Iterable[int]) -> str:
    """Return how often more than once each place says a term; nothing if none does."""
    return encode_numbers(number - 1 for number in times)


def _shard(terms: Iterable[str], postings: Sequence[str]) -> bytes:
    words = encode(front_coded(terms)).decode()
    return f'{{"postings":[{",".join(postings)}],"terms":{words}}}'.encode()


def _alike(before: str, word: str) -> int:
    shared = 0
    for a, b in zip(before, word, strict=False):
        if a != b:
            break
        shared += 1
    return shared
