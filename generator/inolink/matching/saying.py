"""What one side says: the stems of its words, and the groups of everyday words that they belong to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from inolink.analysis.thesaurus import Thesaurus
from inolink.analysis.words import WORD, stem, tokenise
from inolink.matching.sides import LONG, SHORT, Said
from inolink.matching.weights import empty_roots, weights

MEANING = "="
Token = tuple[str, str]
"""A language and a stem in it, or `=` and a group of everyday words that mean the same."""
PRONOUN = re.compile(r"\b[Ii]t\b")


class Words(msgspec.Struct, array_like=True, frozen=True):
    """The words of one side in one language, in each form that it writes."""

    language: str
    forms: list[str]
    short: list[int]
    """How often each of them stands in the title or the topics."""
    long: list[int]
    """How often elsewhere."""


class Heard(msgspec.Struct, array_like=True, frozen=True):
    """What one side says, before it is known what others say: it can be kept."""

    words: list[Words]
    meanings: list[tuple[str, int]]
    """Groups of everyday words, and how many times each counts."""


@dataclass
class Saying:
    """The words of one side, by their numbers."""

    counts: dict[int, int] = field(default_factory=dict)
    glance: set[int] = field(default_factory=set)
    """What stands in its title or its topics: what it is about, rather than what it mentions."""


@dataclass
class Listener:
    """Reads what sides say, and remembers how each stem is written."""

    thesaurus: Thesaurus
    numbers: dict[Token, int] = field(default_factory=dict)
    """Of the words, in the order in which they came up."""
    forms: dict[str, dict[str, int]] = field(default_factory=dict)
    """How often each form of a word was read, by language."""
    _words: dict[str, dict[str, int | None]] = field(default_factory=dict)
    """The number of the word that each form is one of; None of a form that tells nothing."""

    def hear(self, said: Iterable[Said]) -> Heard:
        """Read all texts of a side."""
        texts: dict[str, dict[int, list[str]]] = {}
        for text, times in said:
            for language, words in text.by_language.items():
                parts = texts.setdefault(language, {SHORT: [], LONG: []})
                parts[times].append(without_pronoun(words))
        short = {language: parts[SHORT] for language, parts in texts.items() if parts[SHORT]}
        return Heard(
            [_words(language, parts[SHORT], parts[LONG]) for language, parts in texts.items()],
            [(code, times * len(short)) for code, times in self._meanings(short)],
        )

    def take_in(self, heard: Heard) -> Saying:
        """Count what a side says among what all of them say."""
        saying = Saying()
        counts, glance = saying.counts, saying.glance
        for words in heard.words:
            written = self.forms.setdefault(words.language, {})
            known = self._words.setdefault(words.language, {})
            for form, short, long in zip(words.forms, words.short, words.long, strict=True):
                written[form] = written.get(form, 0) + short + long
                if form not in known:
                    known[form] = self._word(form, words.language)
                if (word := known[form]) is not None:
                    counts[word] = counts.get(word, 0) + SHORT * short + LONG * long
                    if short:
                        glance.add(word)
        for code, times in heard.meanings:
            word = self._number((MEANING, code))
            counts[word] = times
            glance.add(word)
        return saying

    def written(self) -> Mapping[int, str]:
        """Return the form of each word that people write most often, once everything has been read."""
        best: dict[int, tuple[int, int, str]] = {}
        for language, forms in self.forms.items():
            for form, n in forms.items():
                rank = (-n, len(form), form)
                word = self._words[language][form]
                if word is not None and (word not in best or rank < best[word]):
                    best[word] = rank
        return {word: form for word, (_, _, form) in best.items()}

    def _word(self, form: str, language: str) -> int | None:
        token = (language, _root(form, language))
        return None if self._empty(token) else self._number(token)

    def _number(self, token: Token) -> int:
        return self.numbers.setdefault(token, len(self.numbers))

    def _empty(self, token: Token) -> bool:
        language, root = token
        codes = codes_of_token(token, self.thesaurus)
        return not root or root in empty_roots(language) or bool(codes and codes <= weights().empty_meanings)

    def _meanings(self, texts: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
        codes = self.thesaurus.codes_of(self.thesaurus.said(texts))
        wider = {self.thesaurus.groups[code].broader for code in codes} - set(codes)
        for code in (*codes, *sorted(code for code in wider if code)):
            if code not in weights().empty_meanings:
                yield code, SHORT if code in codes else LONG


def _words(language: str, short: Iterable[str], long: Iterable[str]) -> Words:
    counts = _counted(short), _counted(long)
    forms = list({**counts[0], **counts[1]})
    return Words(language, forms, *([counted[form] for form in forms] for counted in counts))


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(map(str.lower, WORD.findall("\n".join(texts))))


def codes_of_token(token: Token, thesaurus: Thesaurus) -> frozenset[str]:
    """Return the groups of everyday words that a word belongs to."""
    language, root = token
    return frozenset(thesaurus.meanings.get((language, (root,)), ()))


def without_pronoun(text: str) -> str:
    """Leave out `it`: only in capitals is it information technology."""
    return PRONOUN.sub(" ", text)


def _root(form: str, language: str) -> str:
    """Return the stem of a word; of a number and a word that says nothing, nothing."""
    words = list(tokenise(form))
    return stem(words[0], language) if words and not words[0].isdigit() else ""
