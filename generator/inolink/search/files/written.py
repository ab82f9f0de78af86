"""Words as titles write them, for "did you mean"."""

import re
import unicodedata
from collections import Counter

from inolink.analysis.words import LONGEST_WORD, Remembered, fold, languages
from inolink.search.entries import SearchEntry
from inolink.search.files.encoding import utf16

SHORTEST_MEANT = 4
WORD = re.compile(r"[^\W_]+")


class Written:
    """The words of titles and subtitles in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._times: Counter[tuple[str, str]] = Counter()
        self._words = Remembered(_words)

    def add(self, entry: SearchEntry, fallback: str) -> None:
        """Read an entry's title and subtitle."""
        for texts in (entry.title, entry.subtitle):
            text = texts.get(self._language) or texts.get(fallback, "")
            for piece in text.split():
                self._times.update(self._words[piece])

    def words(self) -> tuple[list[str], list[str]]:
        """Return the words folded and as they are written, one for each folded form."""
        best: dict[str, str] = {}
        for (folded, written), _ in sorted(self._times.items(), key=lambda item: (-item[1], item[0])):
            best.setdefault(folded, written)
        ordered = sorted(best, key=utf16)
        return ordered, [best[folded] for folded in ordered]


def _words(piece: str) -> tuple[tuple[str, str], ...]:
    found = WORD.findall(unicodedata.normalize("NFC", piece))
    pairs = ((fold(word)[:LONGEST_WORD], word.lower()) for word in found)
    unwanted = languages().stop_words
    return tuple(pair for pair in pairs if len(pair[0]) >= SHORTEST_MEANT and pair[0] not in unwanted)
