"""Do two sides talk about the same thing? Each piece of evidence is a reason, its weight how strong it is."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from inolink.matching.lexicon import Lexicon
from inolink.matching.sides import Side
from inolink.matching.values import Reason, ReasonKind, terms_named
from inolink.matching.weights import weights
from inolink.reading import Vocabulary

# What everybody has still says half of what the rarest says: editors chose it with care.
LEAST_RARITY = 0.5


@dataclass(frozen=True)
class Evidence:
    """What sides share, weighed by how rare it is among all of them."""

    lexicon: Lexicon
    technologies: Vocabulary | None
    sides: int
    used: Mapping[str, int] = field(default_factory=dict)
    """How many sides have a technology or an ecosystem."""

    @classmethod
    def among(cls, sides: Iterable[Side], lexicon: Lexicon, technologies: Vocabulary | None) -> "Evidence":
        """Count what all sides have."""
        known = list(sides)
        used = Counter(code for side in known for code in (*side.technologies, *side.ecosystems))
        return cls(lexicon, technologies, len(known), used)

    def of(self, one: Side, other: Side) -> Iterator[Reason]:
        """Yield what speaks for a common topic; which words they share is told by `words`."""
        yield from self._technologies(one, other)
        yield from self._ecosystems(one, other)
        likeness = self.lexicon.likeness(one.key, other.key)
        weight = weights().topic.words * min(likeness / weights().words_full, 1.0)
        if weight > 0:
            yield Reason(ReasonKind.WORDS, weight=weight)

    def words(self, one: Side, other: Side, weight: float) -> Reason:
        """Return which words two sides share: for the millions that are compared it would take too long."""
        meanings, words = self.lexicon.named(one.key, other.key)
        return Reason(ReasonKind.WORDS, terms_named("synonyms", meanings), weight, words)

    def group(self, code: str) -> str:
        """Return the group of a technology; a group is its own."""
        known = self.technologies is not None and code in self.technologies
        return (self.technologies.term(code).broader if known and self.technologies else None) or code

    def _rarity(self, code: str) -> float:
        commonness = math.log(self.used[code]) / math.log(self.sides) if self.sides > 1 else 0.0
        return 1 - (1 - LEAST_RARITY) * commonness

    def _technologies(self, one: Side, other: Side) -> Iterator[Reason]:
        topic, trust = weights().topic, _trust(one) * _trust(other)
        shared = self._rarest(
            code for code in one.technologies & other.technologies if self.group(code) != code
        )
        for code in shared:
            yield _about(ReasonKind.TECHNOLOGY, code, trust * topic.technology * self._rarity(code))
        said = {self.group(code) for code in shared}
        for code in sorted((self._groups(one) & self._groups(other)) - said):
            named = code in one.technologies or code in other.technologies
            weight = topic.technology_broader if named else topic.technology_group
            yield _about(ReasonKind.TECHNOLOGY_GROUP, code, trust * weight)

    def _groups(self, side: Side) -> set[str]:
        return {self.group(code) for code in side.technologies}

    def _ecosystems(self, one: Side, other: Side) -> Iterator[Reason]:
        alone = one.ecosystems == other.ecosystems and len(one.ecosystems) == 1
        for code in self._rarest(one.ecosystems & other.ecosystems):
            weight = weights().topic.ecosystem * self._rarity(code)
            if code in weights().horizontal_ecosystems and not alone:
                weight *= weights().horizontal
            yield Reason(ReasonKind.ECOSYSTEM, terms_named("ecosystems", (code,)), weight)

    def _rarest(self, codes: Iterable[str]) -> list[str]:
        return sorted(codes, key=lambda code: (self.used[code], code))


def _trust(side: Side) -> float:
    return weights().inherited if side.inherited else 1.0


def _about(kind: ReasonKind, code: str, weight: float) -> Reason:
    return Reason(kind, terms_named("technologies", (code,)), weight)
