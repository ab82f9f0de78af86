"""Words of a text as the index knows them; the browser does exactly the same with the words of a query.

A text is folded (marks off, lower case, `ł` to `l`), cut into words, and each word is reduced to its stem.
Both sides, this module and `generator/web/src/shared/analysis.ts`, are short drivers of one table,
`languages.json`, so that they cannot disagree. The libraries were measured first, on word lists of a million
forms and more:

- lunr.py and lunr.js stem 0.7 % of the English words differently (a `y` after a vowel), and no other pair of
  a Python and a JavaScript package agreed fully.
- Lithuanian Snowball agrees between snowballstemmer 3.0.1 and @orama/stemmers 3, yet in these versions it
  parts `klasteriai` (klast) from `klasteris` (klaster); the version that mends that exists for Python only.
- Snowball needs the diacritics, which many people leave out when they search. Of the forms of a noun or an
  adjective 99 % share one stem with diacritics, 83 % without. The table works on folded words: 99 % always.

A table has passes. A pass takes the longest of its endings off that leaves at least `keep` letters, a vowel
among them, and puts the replacement there; a pass with `repeat` goes on until no ending fits.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

LONGEST_WORD = 30
SHORTEST_WORD = 2
WORDS_REMEMBERED = 100_000
VOWELS = frozenset("aeiouy")
# `R&D` is one word; letters and digits of any script make the others.
WORD = re.compile(r"[^\W_]&[^\W_](?![^\W_])|[^\W_]+")


@dataclass(frozen=True)
class Pass:
    """One step of a stemmer: endings and what takes their place."""

    keep: int
    endings: Mapping[str, str]
    repeat: bool = False

    def apply(self, word: str) -> str:
        """Take off the longest ending that fits, or as many as fit one after another."""
        shorter = self._once(word)
        while self.repeat and shorter != word:
            word, shorter = shorter, self._once(shorter)
        return shorter

    def _once(self, word: str) -> str:
        for start in range(self.keep, len(word)):
            ending = self.endings.get(word[start:])
            if ending is not None and not VOWELS.isdisjoint(word[:start]):
                return word[:start] + ending
        return word


@dataclass(frozen=True)
class Languages:
    """The table that both sides of the search share."""

    letters: Mapping[int, str]
    stop_words: frozenset[str]
    stemmers: Mapping[str, tuple[Pass, ...]]


@cache
def languages() -> Languages:
    """Read the shared table once."""
    source = resources.files("inolink.analysis").joinpath("languages.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(source)
    return Languages(
        letters=str.maketrans(table["letters"]),
        stop_words=frozenset(word for words in table["stop_words"].values() for word in words.split()),
        stemmers={
            language: tuple(Pass(**step) for step in steps) for language, steps in table["stems"].items()
        },
    )


def fold(text: str) -> str:
    """Return a text in lower case and without marks: `Žuvų ūkis` becomes `zuvu ukis`."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", text) if unicodedata.category(mark)[0] != "M"
    )
    return bare.lower().translate(languages().letters)


def tokenise(text: str) -> Iterator[str]:
    """Cut a text into folded words; stop words and single letters are left out."""
    for match in WORD.finditer(fold(text)):
        word = match[0].replace("&", "")[:LONGEST_WORD]
        if len(word) >= SHORTEST_WORD and word not in languages().stop_words:
            yield word


@lru_cache(maxsize=WORDS_REMEMBERED)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; a language without a table keeps its words as they are."""
    for step in languages().stemmers.get(language, ()):
        word = step.apply(word)
    return word


def document_terms(text: str, language: str) -> Iterator[str]:
    """Yield each word of a document's text and its stem in the text's language."""
    for word in tokenise(text):
        yield from unique((word, stem(word, language)))


def query_terms(word: str) -> tuple[str, ...]:
    """Return a folded query word and its stems in all languages, since nobody knows the query's language."""
    return unique((word, *(stem(word, language) for language in sorted(languages().stemmers))))


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words in their order, each of them once."""
    return tuple(dict.fromkeys(words))
