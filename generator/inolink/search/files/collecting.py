"""What is kept of each entry until its place is known; its texts are dropped at once."""

from collections.abc import Iterable, Sequence

from inolink.analysis.thesaurus import Thesaurus
from inolink.reading import Vocabularies
from inolink.search.descriptions import Described, described, vocabulary_terms
from inolink.search.entries import SearchEntry
from inolink.search.facets import entry_values, facets
from inolink.search.fields import BOOSTS, field_terms
from inolink.search.files.cards import Labels, card
from inolink.search.files.columns import Columns
from inolink.search.files.places import Standing
from inolink.search.files.written import Written
from inolink.search.postings import Index
from inolink.shelf import Pieces, Shelf

STATE = "state"
PUBLISHED = "published"
TERMS = "terms-"
COLUMNS = tuple(facet.name for facet in facets() if facet.name != STATE)


class Collected:
    """All entries of a directory, as far as the search's files need them."""

    def __init__(
        self, vocabularies: Vocabularies, languages: Sequence[str], shelf: Shelf | None = None
    ) -> None:
        self.index = Index(tuple(BOOSTS), shelf)
        self.standings: list[Standing] = []
        self.columns = Columns()
        self.labels = {language: Labels(language, vocabularies) for language in languages}
        self.cards = {language: Pieces(shelf) for language in languages}
        self.words = {language: Written(language) for language in languages}
        self.described: list[Described] = list(vocabulary_terms(vocabularies))
        self._languages = languages
        self._thesaurus = Thesaurus(vocabularies)
        self._known = {(term.kind, term.code) for term in self.described}

    def add_all(self, entries: Iterable[SearchEntry]) -> None:
        """Take all entries, one after the other."""
        for entry in entries:
            self._add_columns(len(self.standings), entry)
            self._add_texts(entry)
            self.index.add(field_terms(entry, self._thesaurus))
            self.standings.append(Standing.of(entry, self._languages))

    def _add_columns(self, number: int, entry: SearchEntry) -> None:
        for name in COLUMNS:
            self.columns.add(name, number, entry_values(entry, name))
        if entry.published:
            self.columns.add(PUBLISHED, number, (entry.published,))
        for kind, code in described(entry, self._known):
            self.columns.add(f"{TERMS}{kind}", number, (code,))

    def _add_texts(self, entry: SearchEntry) -> None:
        first = self._languages[0]
        for language in self._languages:
            self.cards[language].add(card(entry, self.labels[language], first))
            self.words[language].add(entry, first)
