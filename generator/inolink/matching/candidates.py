"""Who is worth a closer look: whoever shares something rare. No pair is ever formed that shares nothing."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, chain, islice

from inolink.matching.evidence import Evidence
from inolink.matching.saying import Token
from inolink.matching.sides import Side
from inolink.matching.weights import weights

Feature = tuple[str, str] | Token
# How many holders of its features are looked at for one side, those of the most telling features first.
PATIENCE = 1000
# So many of the best by rough reckoning are looked through for strangers.
MARGIN = 3
# The most telling words of a side lead to whoever shares any of them; the rest are compared afterwards.
MOST_WORDS = 25


@dataclass(frozen=True)
class Candidates:
    """All sides, and who of them can meet."""

    sides: Mapping[str, Side]
    """By key, sorted."""
    kin: Mapping[str, frozenset[str]]

    @cached_property
    def numbered(self) -> Sequence[Side]:
        """The sides by their numbers, which follow the keys."""
        return tuple(self.sides.values())

    def of_cluster(self, slug: str) -> tuple[Side, ...]:
        """Return an organisation and its openings."""
        return tuple(self.sides[key] for key in self._by_cluster.get(slug, ()))

    @cached_property
    def _by_cluster(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for side in self.numbered:
            found.setdefault(side.slug, []).append(side.key)
        return {slug: tuple(keys) for slug, keys in found.items()}

    def may_meet(self, one: Side, other: Side) -> bool:
        """Tell whether two sides can be a pair: of strangers, and one of them an opening at least."""
        return (one.opening or other.opening) and other.slug not in self.kin[one.slug]


class Holders:
    """Who has which feature; it lasts as long as partners are looked for."""

    def __init__(self, candidates: Candidates, evidence: Evidence) -> None:
        self._candidates, self._evidence = candidates, evidence
        self._names: dict[Feature, int] = {}
        held = Counter(name for side in candidates.numbered for name, _ in self._features(side))
        self._by_number = list(self._names)
        # Who has a feature that more have than anybody looks at is not put down.
        counts = [held[name] if held[name] <= PATIENCE else 0 for name in range(len(self._names))]
        self._starts = array("Q", accumulate(counts, initial=0))
        self._holders = array("I", bytes(4 * self._starts[-1]))
        self._weights = array("d", bytes(8 * self._starts[-1]))
        self._fill()

    def near(self, number: int) -> list[int]:
        """Return those who share most with a side, by rough reckoning, best first."""
        candidates, rough = self._candidates, dict[int, float]()
        for weight, place in self._telling(candidates.numbered[number]):
            for other, theirs in zip(self._holders[place], self._weights[place], strict=True):
                rough[other] = rough.get(other, 0.0) + weight * theirs
        most, side = weights().candidates, candidates.numbered[number]
        best = nsmallest(MARGIN * most, ((-score, other) for other, score in rough.items()))
        found = (other for _, other in best if candidates.may_meet(side, candidates.numbered[other]))
        return list(islice(found, most))

    def _fill(self) -> None:
        filled = array("Q", self._starts)
        for number, side in enumerate(self._candidates.numbered):
            for name, weight in self._features(side):
                if self._starts[name] < self._starts[name + 1]:
                    self._holders[filled[name]], self._weights[filled[name]] = number, weight
                    filled[name] += 1

    def _telling(self, side: Side) -> Iterator[tuple[float, slice]]:
        """Yield features and where their holders stand, most telling ones first, as far as patience goes."""
        left, starts = PATIENCE, self._starts
        ranked = sorted((-weight, self._by_number[name], name) for name, weight in self._features(side))
        for weight, _, name in ranked:
            if (holders := starts[name + 1] - starts[name]) <= left:
                left -= holders
                yield -weight, slice(starts[name], starts[name + 1])

    def _features(self, side: Side) -> Iterable[tuple[int, float]]:
        """Return what a side has, as numbers, and how much it tells."""
        topic, names = weights().topic, self._names
        named = chain(
            (("technology", code, topic.technology) for code in side.technologies),
            (("ecosystem", code, topic.ecosystem) for code in side.ecosystems),
        )
        share = math.sqrt(topic.words / weights().words_full)
        lexicon = self._evidence.lexicon
        words = islice(lexicon.vector(side.key).weights.items(), MOST_WORDS)
        said = ((lexicon.tokens[word], weight * share) for word, weight in words)
        codes = (((kind, code), math.sqrt(weight)) for kind, code, weight in named)
        return [(names.setdefault(name, len(names)), weight) for name, weight in chain(said, codes)]
