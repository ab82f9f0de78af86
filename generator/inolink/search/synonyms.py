"""Other words for the same thing, in all languages, put beside each document when the index is built.

So `lazeriai`, `laser` and `laser system` lead to the same clusters, whichever of them a text uses, and the
browser needs no table. Two sources: the terms that classify a document, and the groups of everyday search
words, of which a document gets the whole group as soon as it says one of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from inolink.reading import Term, Vocabularies, Vocabulary
from inolink.search.analysis import stem, tokenise
from inolink.search.entries import SearchEntry

GROUPS = "synonyms"

Phrase = tuple[str, str]
"""A language and some words in it."""
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Phrases of all languages that mean the same to somebody who searches."""

    phrases: tuple[Phrase, ...]

    @cached_property
    def stems(self) -> Mapping[tuple[str, Stems], Phrase]:
        """The phrases by their language and stems."""
        found = {(language, stems_of(words, language)): (language, words) for language, words in self.phrases}
        return {(language, stems): phrase for (language, stems), phrase in found.items() if stems}


@dataclass(frozen=True)
class Thesaurus:
    """All that the directory's vocabularies know about words."""

    vocabularies: Vocabularies

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of everyday search words."""
        return tuple(Group(tuple(term_phrases(term))) for term in self.vocabularies.get(GROUPS, ()))

    @cached_property
    def longest(self) -> int:
        """The number of words in the longest phrase of a group."""
        return max((len(stems) for group in self.groups for _, stems in group.stems), default=0)

    def classification(self, entry: SearchEntry) -> Iterator[Phrase]:
        """Yield labels and synonyms of an entry's terms, and the labels of the broader ones."""
        for name, code in entry.terms:
            vocabulary = self.vocabularies.get(name)
            if vocabulary is not None and code in vocabulary:
                term = vocabulary.term(code)
                yield from term_phrases(term)
                yield from _broader_label(vocabulary, term)

    def related(self, texts: Mapping[str, Iterable[str]]) -> Iterator[Phrase]:
        """Yield what texts, given by language, don't say of the groups that they say one phrase of."""
        said = {(language, run) for language, parts in texts.items() for run in self._runs(parts, language)}
        for group in self.groups:
            if not group.stems.keys().isdisjoint(said):
                yield from (phrase for stems, phrase in group.stems.items() if stems not in said)

    def kin(self, texts: Mapping[str, Iterable[str]], up: bool = True) -> Iterator[Phrase]:
        said = {(language, run) for language, parts in texts.items() for run in self._runs(parts, language)}
        codes = {term.code: group for term, group in zip(self.vocabularies.get(GROUPS, ()), self.groups)}
        terms = {t.code: t for t in self.vocabularies.get(GROUPS, ())}
        hit = {code for code, group in codes.items() if not group.stems.keys().isdisjoint(said)}
        for code, group in codes.items():
            b = terms[code].broader
            if code in hit: continue
            if (b in hit) or (up and any(terms[h].broader == code for h in hit)):
                yield from group.phrases

    def _runs(self, texts: Iterable[str], language: str) -> Iterator[Stems]:
        for text in texts:
            stems = stems_of(text, language)
            for start in range(len(stems)):
                for length in range(1, self.longest + 1):
                    yield stems[start : start + length]


def term_phrases(term: Term) -> Iterator[Phrase]:
    """Yield the label and the synonyms of a term in every language."""
    yield from term.label.items()
    for language, words in term.synonyms.items():
        yield from ((language, word) for word in words)


def _broader_label(vocabulary: Vocabulary, term: Term) -> Iterator[Phrase]:
    if term.broader is not None and term.broader in vocabulary:
        yield from vocabulary.term(term.broader).label.items()


def stems_of(text: str, language: str) -> Stems:
    """Return a text as the stems of its words, in their order."""
    return tuple(stem(word, language) for word in tokenise(text))
