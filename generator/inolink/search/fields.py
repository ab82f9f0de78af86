"""The words of an entry as the index takes them, field by field.

The index is one for all languages, so that a word of any of them finds an entry on the pages of every one.
Terms are ready made here, and lunr's pipelines stay empty: lunr.js would cut words at their diacritics.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from inolink.analysis.thesaurus import Phrase, Thesaurus
from inolink.analysis.words import document_stems, document_terms, tokenise
from inolink.search.entries import SearchEntry

# How much a word in one field says about an entry, beside a word in its text.
BOOSTS = {"title": 6, "names": 8, "keywords": 3, "synonyms": 1, "text": 1, "narrower": 0.3}

Times = Mapping[str, int]
"""How often each term is said."""


def field_terms(entry: SearchEntry, thesaurus: Thesaurus) -> tuple[Times, ...]:
    """Return the terms of each field, in the order of the boosts."""
    said = thesaurus.said(_at_a_glance(entry))
    # Nobody reads keywords, so nobody types them letter by letter: their stems alone are enough.
    keywords = chain(_stems(entry.subtitle.items()), _stems(entry.keywords.items()))
    return (
        Counter(_words(entry.title.items())),
        Counter(_words(_names(entry))),
        _once(chain(keywords, thesaurus.classification(entry.terms))),
        _once(chain.from_iterable(thesaurus.related(said))),
        Counter(chain(_words(entry.excerpt.items()), _stems(entry.text.items()))),
        _once(thesaurus.narrower(said)),
    )


def _words(phrases: Iterable[Phrase]) -> Iterator[str]:
    return chain.from_iterable(document_terms(text, language) for language, text in phrases)


def _stems(phrases: Iterable[Phrase]) -> Iterator[str]:
    return chain.from_iterable(document_stems(text, language) for language, text in phrases)


def _once(terms: Iterable[str]) -> Times:
    return dict.fromkeys(terms, 1)


def _names(entry: SearchEntry) -> Iterator[Phrase]:
    # A name belongs to no language, so it is stemmed in each of the entry's; some write it as one word.
    written = [spelling for name in entry.names for spelling in (name, "".join(tokenise(name)))]
    return ((language, name) for name in written for language in entry.title)


def _at_a_glance(entry: SearchEntry) -> Mapping[str, list[str]]:
    """Return what an entry is about; its long text mentions too much else to be taken at every word."""
    parts = (entry.title, entry.keywords, entry.excerpt)
    return {
        language: [*entry.names, *(part[language] for part in parts if language in part)]
        for language in entry.title
    }
