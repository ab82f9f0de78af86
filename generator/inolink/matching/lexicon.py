"""The words of all sides, weighed: a word that few use says much about who uses it."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from inolink.analysis.thesaurus import Thesaurus
from inolink.matching.saying import MEANING, Listener, Saying, Token
from inolink.matching.sides import Side
from inolink.matching.values import Word

Vector = Mapping[Token, float]
# The rest of a long text tells nothing that its most telling words don't.
LONGEST_VECTOR = 50
NAMED = 4
_log = lru_cache(maxsize=100_000)(math.log)
"""The same few numbers come again and again."""


@dataclass(frozen=True)
class Lexicon:
    """Which words each side uses, and how telling they are among all sides."""

    listener: Listener
    glances: Mapping[str, frozenset[Token]]
    """What of the most telling words stands in the title or the topics, by key."""
    vectors: Mapping[str, Vector]
    """By key; each has the length 1."""

    @classmethod
    def of(cls, sides: Iterable[Side], thesaurus: Thesaurus) -> "Lexicon":
        """Read the texts of all sides."""
        listener, used, heard = Listener(thesaurus), Counter[Token](), dict[str, _Heard]()
        for side in sides:
            saying = listener.hear(side)
            used.update(saying.counts.keys())
            heard[side.key] = _packed(saying)
        glances, vectors = dict[str, frozenset[Token]](), dict[str, Vector]()
        for key, (tokens, times, glance) in heard.items():
            vector = _vector(zip(tokens, times, strict=True), used, len(heard))
            glances[key], vectors[key] = glance.intersection(vector), vector
        return cls(listener, glances, vectors)

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
        ours, theirs = self.glances[one], self.glances[other]
        return (each for each in self._common(one, other) if each[0] in ours or each[0] in theirs)

    def _common(self, one: str, other: str) -> Iterator[tuple[Token, float]]:
        ours, theirs = sorted((self.vectors[one], self.vectors[other]), key=len)
        return ((token, weight * theirs[token]) for token, weight in ours.items() if token in theirs)


_Heard = tuple[tuple[Token, ...], "array[int]", frozenset[Token]]
"""The words of a side, how often it says each, and those that one sees at a glance."""


def _packed(saying: Saying) -> _Heard:
    """Return the same in a fifth of the memory: the words of all sides wait until the last one is heard."""
    return tuple(saying.counts), array("L", saying.counts.values()), frozenset(saying.glance)


def _vector(counts: Iterable[tuple[Token, int]], used: Mapping[Token, int], sides: int) -> Vector:
    weighed = ((token, (1 + _log(n)) * _log(sides / used[token])) for token, n in counts)
    telling = nsmallest(LONGEST_VECTOR, weighed, key=lambda each: (-each[1], each[0]))
    length = math.sqrt(sum(weight * weight for _, weight in telling)) or 1.0
    return {token: weight / length for token, weight in telling if weight}


def _first(tokens: Iterable[Token], language: str) -> list[Token]:
    return [token for token in tokens if token[0] == language][:NAMED]
