"""Other words for the same thing, in all languages, put beside each document when the index is built.

So `lazeriai`, `laser` and `laser system` lead to the same clusters, whichever of them a text uses, and the
browser needs no table. Two sources: the terms that classify a document, and the groups of everyday search
words. A document that says one word of a group gets the whole group, and those that are narrower: who looks
for beer is served by who makes beverages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from inolink.analysis.words import Remembered, document_stems, unique
from inolink.reading import Term, Vocabularies, Vocabulary

GROUPS = "synonyms"
TYPED = "typed"
# Labels and synonyms come again with every document that they belong to.
TEXTS_REMEMBERED = 10_000

Phrase = tuple[str, str]
"""A language and some words in it."""
Stems = tuple[str, ...]
Said = frozenset[tuple[str, Stems]]
"""Phrases of groups that somebody says, by their language and stems."""


@dataclass(frozen=True)
class Group:
    """Phrases of all languages that mean the same to somebody who searches."""

    code: str
    phrases: tuple[Phrase, ...]
    typed: tuple[Phrase, ...] = ()
    """What people type for it, yet mostly means something else where it stands in a text."""
    broader: str | None = None

    @classmethod
    def of(cls, term: Term) -> "Group":
        """Read a term of the vocabulary."""
        typed = ((language, word) for language, words in term.extra.get(TYPED, {}).items() for word in words)
        return cls(term.code, tuple(term_phrases(term)), tuple(typed), term.broader)

    @cached_property
    def stems(self) -> Mapping[tuple[str, Stems], Phrase]:
        """The phrases by their language and stems."""
        found = {(language, stems_of(words, language)): (language, words) for language, words in self.phrases}
        return {(language, stems): phrase for (language, stems), phrase in found.items() if stems}

    @cached_property
    def typed_stems(self) -> tuple[Stems, ...]:
        """The stems of what people type for it."""
        return tuple(stems_of(words, language) for language, words in self.typed)

    @cached_property
    def all_stems(self) -> Stems:
        """The stems of all its phrases, each once."""
        return unique(chain.from_iterable((*(stems for _, stems in self.stems), *self.typed_stems)))


@dataclass(frozen=True)
class Thesaurus:
    """All that the directory's vocabularies know about words."""

    vocabularies: Vocabularies

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """The groups of everyday search words by their codes."""
        return {term.code: Group.of(term) for term in self.vocabularies.get(GROUPS, ())}

    @cached_property
    def meanings(self) -> Mapping[tuple[str, Stems], tuple[str, ...]]:
        """The codes of the groups that a phrase belongs to."""
        found: dict[tuple[str, Stems], tuple[str, ...]] = {}
        for group in self.groups.values():
            for phrase in group.stems:
                found[phrase] = (*found.get(phrase, ()), group.code)
        return found

    @cached_property
    def beginnings(self) -> Mapping[str, Mapping[str, frozenset[int]]]:
        """By language and stem, how many words those phrases of groups have that begin with it."""
        found: dict[str, dict[str, frozenset[int]]] = {}
        for language, stems in self.meanings:
            lengths = found.setdefault(language, {})
            lengths[stems[0]] = lengths.get(stems[0], frozenset()) | {len(stems)}
        return found

    @cached_property
    def narrower_groups(self) -> Mapping[str, tuple[Group, ...]]:
        """The groups that are narrower than another, by its code."""
        found: dict[str, tuple[Group, ...]] = {}
        for group in self.groups.values():
            if group.broader is not None:
                found[group.broader] = (*found.get(group.broader, ()), group)
        return found

    def classification(self, terms: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the stems of terms' labels and synonyms, and of the labels of the broader ones.

        A term is a vocabulary and a code.
        """
        return chain.from_iterable(map(self._classified.__getitem__, terms))

    @cached_property
    def _classified(self) -> Mapping[tuple[str, str], Stems]:
        def stems(term: tuple[str, str]) -> Stems:
            phrases = self._classification(*term)
            return unique(chain.from_iterable(stems_of(words, language) for language, words in phrases))

        return Remembered(stems)

    def _classification(self, name: str, code: str) -> Iterator[Phrase]:
        vocabulary = self.vocabularies.get(name)
        if vocabulary is not None and code in vocabulary:
            term = vocabulary.term(code)
            yield from term_phrases(term)
            yield from _broader_label(vocabulary, term)

    def said(self, texts: Mapping[str, Iterable[str]]) -> Said:
        """Return the phrases of groups that texts, given by language, say."""
        runs = (self._runs(text, language) for language, parts in texts.items() for text in parts)
        return frozenset(chain.from_iterable(runs))

    def related(self, said: Said) -> Iterator[Stems]:
        """Yield what else there is in the groups of which something was said."""
        for code in self.codes_of(said):
            group = self.groups[code]
            yield from (phrase[1] for phrase in group.stems if phrase not in said)
            yield from group.typed_stems

    def narrower(self, said: Said) -> Iterator[str]:
        """Yield the stems of the groups that are narrower than those of which something was said."""
        codes = self.codes_of(said)
        groups = chain.from_iterable(self.narrower_groups.get(code, ()) for code in codes)
        return chain.from_iterable(group.all_stems for group in groups if group.code not in codes)

    def codes_of(self, said: Said) -> Mapping[str, None]:
        """Return the groups of which something was said, in a stable order."""
        return dict.fromkeys(code for phrase in sorted(said) for code in self.meanings[phrase])

    def _runs(self, text: str, language: str) -> list[tuple[str, Stems]]:
        stems = tuple(document_stems(text, language))
        beginnings, meanings = self.beginnings.get(language, {}), self.meanings
        starts = [start for start, first in enumerate(stems) if first in beginnings]
        runs = [
            (language, stems[start : start + length])
            for start in starts
            for length in beginnings[stems[start]]
        ]
        return [run for run in runs if run in meanings]


def term_phrases(term: Term) -> Iterator[Phrase]:
    """Yield the label and the synonyms of a term in every language."""
    yield from term.label.items()
    for language, words in term.synonyms.items():
        yield from ((language, word) for word in words)


def _broader_label(vocabulary: Vocabulary, term: Term) -> Iterator[Phrase]:
    if term.broader is not None and term.broader in vocabulary:
        yield from vocabulary.term(term.broader).label.items()


@lru_cache(maxsize=TEXTS_REMEMBERED)
def stems_of(text: str, language: str) -> Stems:
    """Return a text as the stems of its words, in their order."""
    return tuple(document_stems(text, language))
