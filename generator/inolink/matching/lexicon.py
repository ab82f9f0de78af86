"""The words of all sides, weighed: a word that few use says much about who uses it."""

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from inolink.analysis.thesaurus import Thesaurus
from inolink.matching.saying import MEANING, Heard, Listener, Token, codes_of_token
from inolink.matching.sides import Said
from inolink.matching.values import Word

# The rest of a long text tells nothing that its most telling words don't.
LONGEST_VECTOR = 50
NAMED = 4
_log = lru_cache(maxsize=100_000)(math.log)
"""The same few numbers come again and again."""
VECTORS_REMEMBERED = 1000


class Vector(NamedTuple):
    """The most telling words of a side, by their numbers, the most telling first."""

    weights: Mapping[int, float]
    """They have the length 1 together."""
    glance: frozenset[int]
    """Which of them stand in the title or the topics."""


class Reader:
    """Reads the texts of all sides; their words wait as numbers in arrays until the last side is read."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._listener = Listener(thesaurus)
        self._places: dict[str, int] = {}
        self._words, self._times, self._ends = array("I"), array("i"), array("Q", [0])

    def hear(self, said: Iterable[Said]) -> Heard:
        """Read what one side says."""
        return self._listener.hear(said)

    def take_in(self, key: str, heard: Heard) -> None:
        """Take in what one side says."""
        self._places[key] = len(self._places)
        saying = self._listener.take_in(heard)
        self._words.extend(saying.counts)
        self._times.extend(-n if word in saying.glance else n for word, n in saying.counts.items())
        self._ends.append(len(self._words))

    def lexicon(self) -> "Lexicon":
        """Weigh the words when all sides are read."""
        tokens, written = list(self._listener.numbers), self._listener.written()
        forms = [written.get(word, "") for word in range(len(tokens))]
        rarity = self._rarity()
        words, weights, ends = array("I"), array("d"), array("Q", [0])
        for start, end in pairwise(self._ends):
            said = zip(self._words[start:end], self._times[start:end], strict=True)
            for word, weight in _vector(said, tokens, rarity):
                words.append(word)
                weights.append(weight)
            ends.append(len(words))
        return Lexicon(self._listener.thesaurus, tokens, forms, self._places, words, weights, ends)

    def _rarity(self) -> Sequence[float]:
        """Return how much each word says: the fewer sides use it, the more."""
        used, sides = Counter(self._words), len(self._places)
        return [_log(sides / used[word]) for word in range(len(self._listener.numbers))]


def _vector(
    said: Iterable[tuple[int, int]], tokens: Sequence[Token], rarity: Sequence[float]
) -> Iterator[tuple[int, float]]:
    """Yield the most telling words of one side; together their weights have the length 1."""
    weighed = (((1 + _log(abs(n))) * rarity[word], word, n) for word, n in said)
    telling = sorted((-weight, tokens[word], word, n) for weight, word, n in weighed)[:LONGEST_VECTOR]
    length = math.sqrt(sum(weight * weight for weight, *_ in telling)) or 1.0
    return ((word, math.copysign(weight / length, n)) for weight, _, word, n in telling if weight)


@dataclass(frozen=True)
class Lexicon:
    """Which words each side uses, and how telling they are among all sides."""

    thesaurus: Thesaurus
    tokens: Sequence[Token]
    """The words by their numbers."""
    forms: Sequence[str]
    """How each of them is mostly written."""
    _places: Mapping[str, int]
    """Of the sides, by key."""
    _words: "array[int]"
    """Of all sides one after the other."""
    _weights: "array[float]"
    """Negative of what one sees at a glance."""
    _ends: "array[int]"

    @cached_property
    def vector(self) -> Callable[[str], Vector]:
        """Return the most telling words of a side; whoever is compared is so with several others."""
        return lru_cache(maxsize=VECTORS_REMEMBERED)(self._vector)

    def similarity(self, one: str, other: str) -> float:
        """Return how much two sides say alike: the cosine of their words."""
        return sum(weight for _, weight in _common(self.vector(one), self.vector(other)))

    def likeness(self, one: str, other: str) -> float:
        """Return the same without words that neither has in its title or its topics."""
        return sum(weight for _, weight in self._telling(one, other))

    def named(self, one: str, other: str) -> tuple[tuple[str, ...], tuple[Word, ...]]:
        """Return groups of everyday words and other words that both sides say, the most telling first."""
        said = ((self.tokens[number], number, weight) for number, weight in self._telling(one, other))
        ranked = sorted(said, key=lambda each: (-each[2], each[0]))
        meanings = [code for (language, code), _, _ in ranked if language == MEANING][:NAMED]
        words = [(token, number) for token, number, _ in ranked if token[0] != MEANING]
        fresh = [
            (token[0], self.forms[number])
            for token, number in words
            if codes_of_token(token, self.thesaurus).isdisjoint(meanings)
        ]
        languages = sorted({language for language, _ in fresh})
        return tuple(meanings), tuple(word for code in languages for word in _first(fresh, code))

    def _telling(self, one: str, other: str) -> Iterator[tuple[int, float]]:
        ours, theirs = self.vector(one), self.vector(other)
        common = _common(ours, theirs)
        return (each for each in common if each[0] in ours.glance or each[0] in theirs.glance)

    def _vector(self, key: str) -> Vector:
        side = self._places[key]
        place = slice(self._ends[side], self._ends[side + 1])
        words, weights = self._words[place], self._weights[place]
        glance = frozenset(word for word, weight in zip(words, weights, strict=True) if weight < 0)
        return Vector(dict(zip(words, map(abs, weights), strict=True)), glance)


def _common(one: Vector, other: Vector) -> Iterator[tuple[int, float]]:
    ours, theirs = sorted((one.weights, other.weights), key=len)
    return ((word, weight * theirs[word]) for word, weight in ours.items() if word in theirs)


def _first(words: Iterable[Word], language: str) -> list[Word]:
    return [word for word in words if word[0] == language][:NAMED]
