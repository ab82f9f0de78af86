"""Who fits whom best, as numbers: candidates are looked for and compared by as many processes as may."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from inolink.matching.candidates import Candidates, Holders
from inolink.matching.grounds import Grounds
from inolink.matching.notes import Notes
from inolink.matching.scoring import Scorer
from inolink.matching.weights import weights
from inolink.parallel import shared_out

PAIRS_AT_ONCE = 500
CHUNKS_WORTH_SHARING = 20
FINEST = 10_000
"""A score has four decimals."""
SHIFT = 32
MASK = (1 << SHIFT) - 1
Scored = tuple[int, int, float]
"""Two sides by their numbers, and how well they fit."""


@dataclass(frozen=True)
class Ranking:
    """The best counterparts of all sides, one side after the other; sides go by numbers."""

    _others: "array[int]"
    _ends: "array[int]"

    def of(self, side: int) -> Sequence[int]:
        """Return the counterparts of a side, the best first."""
        return self._others[self._ends[side] : self._ends[side + 1]]


def rank(candidates: Candidates, scorer: Scorer, grounds: Grounds, notes: Notes | None = None) -> Ranking:
    """Compare all who share something, and keep the best for each side."""
    # For each side its counterparts with their scores, packed so that the best come first when sorted.
    found = [array("Q") for _ in candidates.numbered]
    for one, other, score in _scored(_pairs(candidates, scorer), candidates, scorer, grounds, notes):
        # A reader would not see why the others fit.
        if score:
            worth = FINEST - round(score * FINEST)
            _keep(found[one], worth << SHIFT | other)
            _keep(found[other], worth << SHIFT | one)
    others, ends = array("I"), array("Q", [0])
    for each in found:
        others.extend(packed & MASK for packed in _best(each))
        ends.append(len(others))
    return Ranking(others, ends)


def _pairs(candidates: Candidates, scorer: Scorer) -> "array[int]":
    """Return each pair once, though both sides may have found each other, as one number."""
    holders, many = Holders(candidates, scorer.evidence), len(candidates.numbered)
    asking = [number for number, side in enumerate(candidates.numbered) if side.opening]
    found = array("Q")
    for near in shared_out(asking, partial(_near, holders, many)):
        found.frombytes(near)
    return array("Q", sorted(set(found)))


def _near(holders: Holders, many: int, number: int) -> bytes:
    near = holders.near(number)
    return array("Q", (max(number, other) * many + min(number, other) for other in near)).tobytes()


def _scored(
    pairs: "array[int]", candidates: Candidates, scorer: Scorer, grounds: Grounds, notes: Notes | None
) -> Iterator[Scored]:
    """Yield all pairs with their scores; what is noted of a pair is as good as comparing it."""
    sides = candidates.numbered
    if notes is None:
        yield from _compared(pairs, candidates, scorer)
        return
    unknown = array("Q")
    for pair in pairs:
        one, other = divmod(pair, len(sides))
        if (score := notes.score(sides[one], sides[other], grounds)) is None:
            unknown.append(pair)
        else:
            yield one, other, score
    for one, other, score in _compared(unknown, candidates, scorer):
        notes.compared(sides[one], sides[other], grounds, score)
        yield one, other, score


def _compared(pairs: "array[int]", candidates: Candidates, scorer: Scorer) -> Iterator[Scored]:
    """Yield the pairs with their scores."""
    starts = range(0, len(pairs), PAIRS_AT_ONCE)
    chunks = [range(len(pairs))[start : start + PAIRS_AT_ONCE] for start in starts]
    work = partial(_scores, pairs, candidates, scorer)
    for chunk, written in zip(
        chunks, shared_out(chunks, work, least=CHUNKS_WORTH_SHARING, chunk=1), strict=True
    ):
        scores = array("d")
        scores.frombytes(written)
        for place, score in zip(chunk, scores, strict=True):
            yield *divmod(pairs[place], len(candidates.numbered)), score


def _scores(pairs: "array[int]", candidates: Candidates, scorer: Scorer, chunk: range) -> bytes:
    sides = candidates.numbered
    both = (divmod(pairs[place], len(sides)) for place in chunk)
    return array("d", (scorer.score(sides[one], sides[other]) for one, other in both)).tobytes()


def _keep(found: "array[int]", packed: int) -> None:
    """Add a counterpart; of many, only the best are kept in memory."""
    found.append(packed)
    if len(found) > 4 * weights().per_subject:
        found[:] = array("Q", _best(found))


def _best(found: Iterable[int]) -> list[int]:
    return sorted(found)[: weights().per_subject]
