"""The words of all sides, weighed: a word that few use says much about who uses it."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from inolink.analysis.thesaurus import Thesaurus
from inolink.matching.saying import MEANING, Listener, Saying, Token
from inolink.matching.sides import Side
from inolink.matching.values import Word

Vector = Mapping[Token, float]
# The rest of a long text tells nothing that its most telling words don't.
LONGEST_VECTOR = 50
NAMED = 4


@dataclass(frozen=True)
class Lexicon:
    """Which words each side uses, and how telling they are among all sides."""

    listener: Listener
    sayings: Mapping[str, Saying]
    vectors: Mapping[str, Vector]
    """By key; each has the length 1."""

    @classmethod
    def of(cls, sides: Iterable[Side], thesaurus: Thesaurus) -> "Lexicon":
        """Read the texts of all sides."""
        listener = Listener(thesaurus)
        sayings = {side.key: listener.hear(side) for side in sides}
        used = Counter(token for saying in sayings.values() for token in saying.counts)
        vectors = {key: _vector(saying.counts, used, len(sayings)) for key, saying in sayings.items()}
        return cls(listener, sayings, vectors)

    def similarity(self, one: str, other: str) -> float:
        """Return how much two sides say alike: the cosine of their words."""
        return sum(weight for _, weight in self._common(one, other))

    def likeness(self, one: str, other: str) -> float:
        """Return the same without words that neither has in its title or its topics."""
        return sum(weight for _, weight in self._telling(one, other))

    def named(self, one: str, other: str) -> tuple[tuple[str, ...], tuple[Word, ...]]:
        """Return groups of everyday words and other words that both sides say, the most telling first."""
        ranked = sorted(self._telling(one, other), key=lambda each: (-each[1], each[0]))
        meanings = [code for (language, code), _ in ranked if language == MEANING][:NAMED]
        tokens = [token for token, _ in ranked if token[0] != MEANING]
        fresh = [token for token in tokens if not self.listener.covered(token, meanings)]
        words = [token for code in sorted({each[0] for each in fresh}) for token in _first(fresh, code)]
        return tuple(meanings), tuple((token[0], self.listener.written(token)) for token in words)

    def _telling(self, one: str, other: str) -> Iterator[tuple[Token, float]]:
        ours, theirs = self.sayings[one].glance, self.sayings[other].glance
        return (each for each in self._common(one, other) if each[0] in ours or each[0] in theirs)

    def _common(self, one: str, other: str) -> Iterator[tuple[Token, float]]:
        ours, theirs = sorted((self.vectors[one], self.vectors[other]), key=len)
        return ((token, weight * theirs[token]) for token, weight in ours.items() if token in theirs)


def _vector(counts: Counter[Token], used: Mapping[Token, int], sides: int) -> Vector:
    weighed = {token: (1 + math.log(n)) * math.log(sides / used[token]) for token, n in counts.items()}
    telling = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:LONGEST_VECTOR]
    length = math.sqrt(sum(weight * weight for _, weight in telling)) or 1.0
    return {token: weight / length for token, weight in telling if weight}


def _first(tokens: Iterable[Token], language: str) -> list[Token]:
    return [token for token in tokens if token[0] == language][:NAMED]
