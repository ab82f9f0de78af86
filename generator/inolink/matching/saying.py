"""What one side says: the stems of its words, and the groups of everyday words that they belong to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from inolink.analysis.thesaurus import Thesaurus
from inolink.analysis.words import WORD, stem, tokenise
from inolink.matching.sides import LONG, SHORT, Said
from inolink.matching.weights import empty_roots, weights

MEANING = "="
Token = tuple[str, str]
"""A language and a stem in it, or `=` and a group of everyday words that mean the same."""
PRONOUN = re.compile(r"\b[Ii]t\b")


@dataclass
class Saying:
    """The words of one side."""

    counts: Counter[Token] = field(default_factory=Counter)
    glance: set[Token] = field(default_factory=set)
    """What stands in its title or its topics: what it is about, rather than what it mentions."""


@dataclass
class Listener:
    """Reads what sides say, and remembers how each stem is written."""

    thesaurus: Thesaurus
    forms: dict[str, Counter[str]] = field(default_factory=dict)
    """How often each form of a word was read, by language."""
    _tokens: dict[str, dict[str, Token | None]] = field(default_factory=dict)
    """The token of each form; None of one that tells nothing."""

    def hear(self, said: Iterable[Said]) -> Saying:
        """Read all texts of a side."""
        saying, short = Saying(), dict[str, list[str]]()
        for text, times in said:
            for language, words in text.by_language.items():
                tokens = list(self._heard(words, language))
                for token, n in tokens:
                    saying.counts[token] += times * n
                if times == SHORT:
                    saying.glance.update(token for token, _ in tokens)
                    short.setdefault(language, []).append(words)
        for code, times in self._meanings(short):
            saying.counts[MEANING, code] = times * len(short)
            saying.glance.add((MEANING, code))
        return saying

    def written(self) -> Mapping[Token, str]:
        """Return the form of each stem that people write most often, once everything has been read."""
        best: dict[Token, tuple[int, int, str]] = {}
        for language, forms in self.forms.items():
            for form, n in forms.items():
                rank = (-n, len(form), form)
                token = self._tokens[language][form]
                if token and (token not in best or rank < best[token]):
                    best[token] = rank
        return {token: form for token, (_, _, form) in best.items()}

    def _heard(self, text: str, language: str) -> Iterator[tuple[Token, int]]:
        """Yield each token of a text with the number of times that each of its forms stands there."""
        forms = Counter(map(str.lower, WORD.findall(without_pronoun(text))))
        self.forms.setdefault(language, Counter()).update(forms)
        known = self._tokens.setdefault(language, {})
        for form, n in forms.items():
            if form not in known:
                token = (language, _root(form, language))
                known[form] = None if self._empty(token) else token
            if heard := known[form]:
                yield heard, n

    def _empty(self, token: Token) -> bool:
        language, root = token
        codes = codes_of_token(token, self.thesaurus)
        return not root or root in empty_roots(language) or bool(codes and codes <= weights().empty_meanings)

    def _meanings(self, texts: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
        said = {language: [without_pronoun(text) for text in parts] for language, parts in texts.items()}
        codes = self.thesaurus.codes_of(self.thesaurus.said(said))
        wider = {self.thesaurus.groups[code].broader for code in codes} - set(codes)
        for code in (*codes, *sorted(code for code in wider if code)):
            if code not in weights().empty_meanings:
                yield code, SHORT if code in codes else LONG


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
