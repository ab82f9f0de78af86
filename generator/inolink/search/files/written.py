"""Words as titles write them, for "did you mean"."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from inolink.analysis.words import LONGEST_WORD, Remembered, fold, languages
from inolink.search.entries import SearchEntry
from inolink.search.files.encoding import utf16

SHORTEST_MEANT = 4
WORD = re.compile(r"[^\W_]+")


Pair = tuple[str, str]
"""A word folded, and as it is written."""


def written_words(entry: SearchEntry, language: str, fallback: str) -> Iterator[Pair]:
    """Yield the words of an entry's title and subtitle in a language."""
    for texts in (entry.title, entry.subtitle):
        text = texts.get(language) or texts.get(fallback, "")
        yield from chain.from_iterable(map(_WORDS.__getitem__, text.split()))


class Written:
    """The words of all titles and subtitles in one language."""

    def __init__(self) -> None:
        self._times: Counter[Pair] = Counter()

    def add(self, words: Iterable[Pair]) -> None:
        """Take the words of one more entry."""
        self._times.update(words)

    def words(self) -> tuple[list[str], list[str]]:
        """Return the words folded and as they are written, one for each folded form."""
        best: dict[str, str] = {}
        for (folded, written), _ in sorted(self._times.items(), key=lambda item: (-item[1], item[0])):
            best.setdefault(folded, written)
        ordered = sorted(best, key=utf16)
        return ordered, [best[folded] for folded in ordered]


def _words(piece: str) -> tuple[Pair, ...]:
    found = WORD.findall(unicodedata.normalize("NFC", piece))
    pairs = ((fold(word)[:LONGEST_WORD], word.lower()) for word in found)
    unwanted = languages().stop_words
    return tuple(pair for pair in pairs if len(pair[0]) >= SHORTEST_MEANT and pair[0] not in unwanted)


_WORDS = Remembered(_words)
