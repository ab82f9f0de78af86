"""What is kept of each entry until its place is known; its texts are dropped at once."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from inolink.analysis.thesaurus import Thesaurus
from inolink.reading import Vocabularies
from inolink.search.descriptions import Described, described, vocabulary_terms
from inolink.search.entries import SearchEntry
from inolink.search.facets import entry_values, facets
from inolink.search.fields import BOOSTS, field_terms
from inolink.search.files.cards import Labels, card
from inolink.search.files.columns import Columns
from inolink.search.files.places import Standing
from inolink.search.files.written import Pair, Written, written_words
from inolink.search.postings import Index
from inolink.shelf import Pieces, Shelf

STATE = "state"
PUBLISHED = "published"
TERMS = "terms-"
COLUMNS = tuple(facet.name for facet in facets() if facet.name != STATE)


class Parts(msgspec.Struct, array_like=True, frozen=True):
    """What the files need of an entry."""

    said: bytes
    """As the index packs it."""
    cards: list[bytes]
    """By language."""
    written: list[list[Pair]]
    """By language, the words of its title and subtitle."""
    standing: Standing
    columns: list[tuple[str, str]]
    """Each with a value of the entry."""


class _Said(msgspec.Struct, array_like=True):
    said: bytes


class _Cards(msgspec.Struct, array_like=True):
    said: msgspec.Raw
    cards: list[bytes]


class Collected:
    """All entries of a directory, as far as the search's files need them."""

    def __init__(
        self, vocabularies: Vocabularies, languages: Sequence[str], shelf: Shelf | None = None
    ) -> None:
        self.index = Index(len(BOOSTS))
        self.standings: list[Standing] = []
        self.columns = Columns()
        self.labels = {language: Labels(language, vocabularies) for language in languages}
        self.words = [Written() for _ in languages]
        self.described: list[Described] = list(vocabulary_terms(vocabularies))
        self._parts = Pieces(shelf)
        self._languages = languages
        self._thesaurus = Thesaurus(vocabularies)
        self._known = {(term.kind, term.code) for term in self.described}

    def add_all(self, entries: Iterable[SearchEntry]) -> None:
        """Take all entries, one after the other."""
        for entry in entries:
            parts = self._parts_of(entry)
            self._parts.add(msgspec.msgpack.encode(parts))
            self._take(parts)

    def _take(self, parts: Parts) -> None:
        for name, code in parts.columns:
            self.columns.add(name, len(self.standings), code)
        for words, written in zip(self.words, parts.written, strict=True):
            words.add(written)
        self.standings.append(parts.standing)

    def _parts_of(self, entry: SearchEntry) -> Parts:
        first = self._languages[0]
        return Parts(
            said=self.index.packed(field_terms(entry, self._thesaurus)),
            cards=[card(entry, labels, first) for labels in self.labels.values()],
            written=[list(written_words(entry, language, first)) for language in self._languages],
            standing=Standing.of(entry, self._languages),
            columns=list(dict.fromkeys(self._columns_of(entry))),
        )

    def _columns_of(self, entry: SearchEntry) -> Iterator[tuple[str, str]]:
        for name in COLUMNS:
            yield from ((name, code) for code in entry_values(entry, name))
        if entry.published:
            yield PUBLISHED, entry.published
        yield from ((f"{TERMS}{kind}", code) for kind, code in described(entry, self._known))

    def said(self, entry: int) -> bytes:
        """Return what an entry says."""
        return msgspec.msgpack.decode(self._parts[entry], type=_Said).said

    def cards(self, language: str, order: Iterable[int]) -> Iterator[bytes]:
        """Yield the cards of a language, in the order of the places."""
        position = self._languages.index(language)
        for entry in order:
            yield msgspec.msgpack.decode(self._parts[entry], type=_Cards).cards[position]
