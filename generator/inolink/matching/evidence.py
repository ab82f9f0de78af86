"""Do two sides talk about the same thing? Each piece of evidence is a reason, its weight how strong it is."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from inolink.matching.lexicon import MEANING, Lexicon
from inolink.matching.sides import Side
from inolink.matching.values import By, Reason, ReasonKind, Word
from inolink.matching.weights import weights
from inolink.reading import Vocabulary

# What everybody has still says half of what the rarest says: editors chose it with care.
LEAST_RARITY = 0.5
WORDS_NAMED = 4


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
        """Yield what speaks for a common topic."""
        yield from self._technologies(one, other)
        yield from self._ecosystems(one, other)
        yield from self._words(one, other)
        yield from services_of(one, other)

    def group(self, code: str) -> str:
        """Return the group of a technology; a group is its own."""
        known = self.technologies is not None and code in self.technologies
        return (self.technologies.term(code).broader if known and self.technologies else None) or code

    def _rarity(self, code: str) -> float:
        commonness = math.log(self.used[code]) / math.log(self.sides) if self.sides > 1 else 0.0
        return 1 - (1 - LEAST_RARITY) * commonness

    def _technologies(self, one: Side, other: Side) -> Iterator[Reason]:
        shared = self._rarest(one.technologies & other.technologies)
        for code in shared:
            yield _about(ReasonKind.TECHNOLOGY, code, weights().topic.technology * self._rarity(code))
        groups = {self.group(code) for code in shared}
        ours, theirs = self._groups(one) - groups, self._groups(other) - groups
        for code in sorted(ours & theirs):
            named = code in one.technologies or code in other.technologies
            weight = weights().topic.technology_broader if named else weights().topic.technology_group
            yield _about(ReasonKind.TECHNOLOGY_GROUP, code, weight)

    def _groups(self, side: Side) -> set[str]:
        return {self.group(code) for code in side.technologies}

    def _ecosystems(self, one: Side, other: Side) -> Iterator[Reason]:
        for code in self._rarest(one.ecosystems & other.ecosystems):
            weight = weights().topic.ecosystem * self._rarity(code)
            yield Reason(ReasonKind.ECOSYSTEM, (("ecosystems", code),), weight)

    def _rarest(self, codes: Iterable[str]) -> list[str]:
        return sorted(codes, key=lambda code: (self.used[code], code))

    def _words(self, one: Side, other: Side) -> Iterator[Reason]:
        similarity = self.lexicon.similarity(one.key, other.key)
        weight = weights().topic.words * min(similarity / weights().words_full, 1.0)
        if weight > 0:
            meanings, words = self._named(one, other)
            yield Reason(ReasonKind.WORDS, tuple(("synonyms", code) for code in meanings), weight, words)

    def _named(self, one: Side, other: Side) -> tuple[list[str], tuple[Word, ...]]:
        shared = self.lexicon.shared(one.key, other.key)
        meanings = [code for language, code in shared if language == MEANING][:WORDS_NAMED]
        tokens = [token for token in shared if token[0] != MEANING and not self.lexicon.covered(token)]
        named = [token for lang in sorted({token[0] for token in tokens}) for token in _first(tokens, lang)]
        return meanings, tuple((language, self.lexicon.written((language, word))) for language, word in named)


def services_of(one: Side, other: Side) -> Iterator[Reason]:
    """Yield the services of an organisation that help with what an opening aims at."""
    for asking, by, asked in ((one, By.SUBJECT, other), (other, By.COUNTERPART, one)):
        wanted = {service for form in asking.cooperation for service in weights().services.get(form, ())}
        for service in sorted(wanted & asked.services):
            yield Reason(ReasonKind.SERVICE, (("services", service),), weights().topic.service, by=by)


def _about(kind: ReasonKind, code: str, weight: float) -> Reason:
    return Reason(kind, (("technologies", code),), weight)


def _first(tokens: Iterable[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    return [token for token in tokens if token[0] == language][:WORDS_NAMED]
