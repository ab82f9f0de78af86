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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import chain
from typing import Any, Generic, TypeVar

LONGEST_WORD = 30
SHORTEST_WORD = 2
WORDS_REMEMBERED = 50_000
VOWELS = frozenset("aeiouy")
SIGMA = "Σ"
AROUND_WORDS = ".,;:!?()\"'"
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

    @cached_property
    def longest(self) -> int:
        """The length of the longest ending."""
        return max(map(len, self.endings), default=0)

    def _once(self, word: str) -> str:
        for start in range(max(self.keep, len(word) - self.longest), len(word)):
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
    if text.isascii():
        return text.lower()
    # What becomes of a letter depends on its neighbours in one case only, at the end of a Greek word.
    return _folded(text) if SIGMA in text else text.translate(_FOLDED)


def _folded(text: str) -> str:
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", text) if unicodedata.category(mark)[0] != "M"
    )
    return bare.lower().translate(languages().letters)


Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(dict[Key, Value], Generic[Key, Value]):
    """What was made of each of many things; most of them come again and again."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        if len(self) >= WORDS_REMEMBERED:
            self.clear()
        value = self[key] = self._make(key)
        return value


_FOLDED: Remembered[int, str] = Remembered(lambda letter: _folded(chr(letter)))


def _words_of_piece(piece: str) -> tuple[str, ...]:
    folded = fold(piece).strip(AROUND_WORDS)
    # Most pieces are one word.
    found = [folded] if folded.isalnum() else [match[0].replace("&", "") for match in WORD.finditer(folded)]
    unwanted = languages().stop_words
    words = (word[:LONGEST_WORD] for word in found)
    return tuple(word for word in words if len(word) >= SHORTEST_WORD and word not in unwanted)


# A piece is what stands between two spaces. Neither folding nor cutting into words looks across a space, so
# the pieces one by one give what the whole text would.
_WORDS = Remembered(_words_of_piece)


def tokenise(text: str) -> Iterator[str]:
    """Cut a text into folded words; stop words and single letters are left out."""
    return chain.from_iterable(map(_WORDS.__getitem__, text.split()))


@lru_cache(maxsize=WORDS_REMEMBERED)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; a language without a table keeps its words as they are."""
    for step in languages().stemmers.get(language, ()):
        word = step.apply(word)
    return word


@cache
def _stems(language: str) -> Remembered[str, tuple[str, ...]]:
    return Remembered(lambda piece: tuple(stem(word, language) for word in _WORDS[piece]))


@cache
def _terms(language: str) -> Remembered[str, tuple[str, ...]]:
    def terms_of(piece: str) -> tuple[str, ...]:
        return tuple(term for word in _WORDS[piece] for term in unique((word, stem(word, language))))

    return Remembered(terms_of)


def document_stems(text: str, language: str) -> Iterator[str]:
    """Yield the stem of each word of a text in its language."""
    return chain.from_iterable(map(_stems(language).__getitem__, text.split()))


def document_terms(text: str, language: str) -> Iterator[str]:
    """Yield each word of a document's text and its stem in the text's language."""
    return chain.from_iterable(map(_terms(language).__getitem__, text.split()))


def query_terms(word: str) -> tuple[str, ...]:
    """Return a folded query word and its stems in all languages, since nobody knows the query's language."""
    return unique((word, *(stem(word, language) for language in sorted(languages().stemmers))))


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words in their order, each of them once."""
    return tuple(dict.fromkeys(words))
