"""The words of all sides, weighed: a word that few use says much about who uses it."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from inolink.analysis.thesaurus import Thesaurus
from inolink.analysis.words import WORD, stem, tokenise
from inolink.matching.sides import SHORT, Side

MEANING = "="
Token = tuple[str, str]
"""A language and a stem in it, or `=` and a group of everyday words that mean the same."""
Vector = Mapping[Token, float]
# The rest of a long text tells nothing that its most telling words don't.
LONGEST_VECTOR = 80
FORMS_REMEMBERED = 200_000


@dataclass
class Lexicon:
    """Which words each side uses, and how telling they are among all sides."""

    thesaurus: Thesaurus
    vectors: Mapping[str, Vector] = field(default_factory=dict)
    """By key; each has the length 1."""
    _forms: dict[Token, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, sides: Iterable[Side], thesaurus: Thesaurus) -> "Lexicon":
        """Read the texts of all sides."""
        lexicon = cls(thesaurus)
        counts = {side.key: lexicon._count(side) for side in sides}  # its own
        used = Counter(token for count in counts.values() for token in count)
        lexicon.vectors = {key: _vector(count, used, len(counts)) for key, count in counts.items()}
        return lexicon

    def similarity(self, one: str, other: str) -> float:
        """Return the cosine of two sides' words."""
        return sum(weight for _, weight in self._common(one, other))

    def shared(self, one: str, other: str) -> list[Token]:
        """Return the tokens that two sides share, the most telling ones first."""
        ranked = sorted(self._common(one, other), key=lambda each: (-each[1], each[0]))
        return [token for token, _ in ranked]

    def covered(self, token: Token) -> bool:
        """Tell whether a word belongs to a group of everyday words, which is named in its place."""
        language, word = token
        return (language, (word,)) in self.thesaurus.meanings

    def written(self, token: Token) -> str:
        """Return the form of a stem that people write most often."""
        forms = self._forms[token]
        return min(forms, key=lambda form: (-forms[form], len(form), form))

    def _common(self, one: str, other: str) -> Iterator[tuple[Token, float]]:
        ours, theirs = sorted((self.vectors[one], self.vectors[other]), key=len)
        return ((token, weight * theirs[token]) for token, weight in ours.items() if token in theirs)

    def _count(self, side: Side) -> Counter[Token]:
        counts: Counter[Token] = Counter()
        glance: dict[str, list[str]] = {}
        for text, times in side.said:
            for language, words in text.by_language.items():
                if times == SHORT:
                    glance.setdefault(language, []).append(words)
                for token, form in _tokens(words, language):
                    counts[token] += times
                    self._forms.setdefault(token, Counter())[form] += times
        for code in self.thesaurus.codes_of(self.thesaurus.said(glance)):
            counts[MEANING, code] += SHORT * len(glance)
        return counts


def _tokens(text: str, language: str) -> Iterator[tuple[Token, str]]:
    for match in WORD.finditer(text):
        form = match[0].lower()
        root = _root(form, language)
        if root:
            yield (language, root), form


@lru_cache(maxsize=FORMS_REMEMBERED)
def _root(form: str, language: str) -> str | None:
    words = list(tokenise(form))
    return stem(words[0], language) if words and not words[0].isdigit() else None


def _vector(counts: Counter[Token], used: Mapping[Token, int], sides: int) -> Vector:
    weighed = {token: (1 + math.log(n)) * math.log(sides / used[token]) for token, n in counts.items()}
    telling = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:LONGEST_VECTOR]
    length = math.sqrt(sum(weight * weight for _, weight in telling)) or 1.0
    return {token: weight / length for token, weight in telling if weight}
