"""What is kept of each entry until its place is known; its texts are dropped at once."""

from collections.abc import Iterable, Iterator, Sequence

from inolink.analysis.thesaurus import Thesaurus
from inolink.reading import Vocabularies
from inolink.search.descriptions import Described, described, vocabulary_terms
from inolink.search.entries import SearchEntry
from inolink.search.facets import entry_values, facets
from inolink.search.fields import BOOSTS, field_terms
from inolink.search.files.before import Memory, digest_of
from inolink.search.files.cards import Labels, card
from inolink.search.files.columns import Columns
from inolink.search.files.parts import Parts, cards_in, said_in, unpacked
from inolink.search.files.places import Standing
from inolink.search.files.written import Written, written_words
from inolink.search.postings import Index
from inolink.shelf import Pieces, Shelf

STATE = "state"
PUBLISHED = "published"
TERMS = "terms-"
COLUMNS = tuple(facet.name for facet in facets() if facet.name != STATE)


class Collected:
    """All entries of a directory, as far as the search's files need them."""

    def __init__(
        self,
        vocabularies: Vocabularies,
        languages: Sequence[str],
        shelf: Shelf | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.before = memory.before() if memory else None
        self.index = Index(len(BOOSTS), self.before.record.terms if self.before else ())
        self.size = 0
        """The number of postings of all terms."""
        self.standings: list[Standing] = []
        self.columns = Columns()
        self.labels = {language: Labels(language, vocabularies) for language in languages}
        self.words = [Written() for _ in languages]
        self.described: list[Described] = list(vocabulary_terms(vocabularies))
        self.parts = Pieces(shelf)
        self.digests: list[bytes] = []
        """Of the entries, if somebody remembers them."""
        self._memory = memory
        self._languages = languages
        self._thesaurus = Thesaurus(vocabularies)
        self._known = {(term.kind, term.code) for term in self.described}

    def add_all(self, entries: Iterable[SearchEntry]) -> None:
        """Take all entries, one after the other."""
        for entry in entries:
            packed = self._before(entry) if self._memory else None
            parts = unpacked(packed) if packed else self._parts_of(entry)
            self.parts.add(packed or parts.packed())
            self._take(parts)

    def _before(self, entry: SearchEntry) -> bytes | None:
        """Return the parts of an entry that the last build has looked at."""
        self.digests.append(digest_of(entry))
        return self.before.parts(self.digests[-1]) if self.before else None

    def _take(self, parts: Parts) -> None:
        for name, code in parts.columns:
            self.columns.add(name, len(self.standings), code)
        for words, written in zip(self.words, parts.written, strict=True):
            words.add(written)
        self.standings.append(parts.standing)
        self.size += parts.postings

    def _parts_of(self, entry: SearchEntry) -> Parts:
        first, fields = self._languages[0], field_terms(entry, self._thesaurus)
        return Parts(
            said=self.index.packed(fields),
            cards=[card(entry, labels, first) for labels in self.labels.values()],
            postings=sum(map(len, fields)),
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
        return said_in(self.parts[entry])

    def cards(self, language: str, order: Iterable[int]) -> Iterator[bytes]:
        """Yield the cards of a language, in the order of the places."""
        position = self._languages.index(language)
        return (cards_in(self.parts[entry])[position] for entry in order)
