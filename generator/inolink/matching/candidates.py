"""Who is worth a closer look: whoever shares something rare. No pair is ever formed that shares nothing."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice

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
    """All sides by what they have."""

    sides: Mapping[str, Side]
    evidence: Evidence
    holders: Mapping[Feature, tuple[tuple[str, float], ...]]
    """Who has a feature; one that more have than anybody looks at is not among them."""
    kin: Mapping[str, frozenset[str]]

    @classmethod
    def among(
        cls, sides: Iterable[Side], evidence: Evidence, kin: Mapping[str, frozenset[str]]
    ) -> "Candidates":
        """Sort all sides by what they have."""
        known = {side.key: side for side in sides}
        holders: dict[Feature, list[tuple[str, float]]] = {}
        for key in sorted(known):
            for feature, weight in _features(known[key], evidence).items():
                found = holders.setdefault(feature, [])
                if len(found) <= PATIENCE:
                    found.append((key, weight))
        few = {feature: tuple(keys) for feature, keys in holders.items() if len(keys) <= PATIENCE}
        return cls(known, evidence, few, kin)

    def of(self, side: Side) -> list[Side]:
        """Return those who share most with a side, by rough reckoning, best first."""
        rough: dict[str, float] = {}
        for weight, holders in self._telling(side):
            for key, theirs in holders:
                rough[key] = rough.get(key, 0.0) + weight * theirs
        most = weights().candidates
        best = nsmallest(MARGIN * most, ((-score, key) for key, score in rough.items()))
        found = (self.sides[key] for _, key in best if self.may_meet(side, self.sides[key]))
        return list(islice(found, most))

    def of_cluster(self, slug: str) -> tuple[Side, ...]:
        """Return an organisation and its openings."""
        return self._by_cluster.get(slug, ())

    @cached_property
    def _by_cluster(self) -> Mapping[str, tuple[Side, ...]]:
        found: dict[str, list[Side]] = {}
        for side in self.sides.values():
            found.setdefault(side.slug, []).append(side)
        return {slug: tuple(sides) for slug, sides in found.items()}

    def may_meet(self, one: Side, other: Side) -> bool:
        """Tell whether two sides can be a pair: of strangers, and one of them an opening at least."""
        return bool(one.opening or other.opening) and other.slug not in self.kin[one.slug]

    def _telling(self, side: Side) -> Iterator[tuple[float, tuple[tuple[str, float], ...]]]:
        """Yield features with their holders, the most telling ones first, as far as patience goes."""
        features, left = _features(side, self.evidence), PATIENCE
        for feature in sorted(features, key=lambda each: (-features[each], each)):
            holders = self.holders.get(feature, ())
            if len(holders) <= left:
                left -= len(holders)
                yield features[feature], holders


def _features(side: Side, evidence: Evidence) -> Mapping[Feature, float]:
    topic = weights().topic
    named = chain(
        (("technology", code, topic.technology) for code in side.technologies),
        (("ecosystem", code, topic.ecosystem) for code in side.ecosystems),
    )
    share = math.sqrt(topic.words / weights().words_full)
    telling = islice(evidence.lexicon.vectors[side.key].items(), MOST_WORDS)
    words = {token: weight * share for token, weight in telling}
    return {**words, **{(kind, code): math.sqrt(weight) for kind, code, weight in named}}
