"""Who is worth a closer look: whoever shares something rare. No pair is ever formed that shares nothing."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain

from inolink.matching.evidence import Evidence
from inolink.matching.saying import Token
from inolink.matching.sides import Side
from inolink.matching.weights import weights

Feature = tuple[str, str] | Token
# What more sides than these have in common leads nobody to anybody.
WIDEST = 500


@dataclass(frozen=True)
class Candidates:
    """All sides by what they have."""

    sides: Mapping[str, Side]
    features: Mapping[str, Mapping[Feature, float]]
    holders: Mapping[Feature, tuple[str, ...]]
    kin: Mapping[str, frozenset[str]]

    @classmethod
    def among(
        cls, sides: Iterable[Side], evidence: Evidence, kin: Mapping[str, frozenset[str]]
    ) -> "Candidates":
        """Sort all sides by what they have."""
        known = {side.key: side for side in sides}
        features = {key: _features(side, evidence) for key, side in known.items()}
        holders: dict[Feature, list[str]] = {}
        for key in sorted(features):
            for feature in features[key]:
                holders.setdefault(feature, []).append(key)
        return cls(known, features, {each: tuple(keys) for each, keys in holders.items()}, kin)

    def of(self, side: Side) -> list[Side]:
        """Return those who share most with a side, by rough reckoning, best first."""
        rough: dict[str, float] = {}
        for feature, weight in self.features[side.key].items():
            holders = self.holders[feature]
            if len(holders) <= WIDEST:
                for key in holders:
                    rough[key] = rough.get(key, 0.0) + weight * self.features[key][feature]
        allowed = ((-score, key) for key, score in rough.items() if self.may_meet(side, self.sides[key]))
        return [self.sides[key] for _, key in nsmallest(weights().candidates, allowed)]

    def may_meet(self, one: Side, other: Side) -> bool:
        """Tell whether two sides can be a pair: of strangers, and one of them an opening at least."""
        return bool(one.opening or other.opening) and other.slug not in self.kin[one.slug]


def _features(side: Side, evidence: Evidence) -> Mapping[Feature, float]:
    topic = weights().topic
    groups = {evidence.group(code) for code in side.technologies}
    named = chain(
        (("technology", code, topic.technology) for code in side.technologies),
        (("group", code, topic.technology_group) for code in groups),
        (("ecosystem", code, topic.ecosystem) for code in side.ecosystems),
    )
    share = math.sqrt(topic.words / weights().words_full)
    words = {token: weight * share for token, weight in evidence.lexicon.vectors[side.key].items()}
    return {**words, **{(kind, code): math.sqrt(weight) for kind, code, weight in named}}
