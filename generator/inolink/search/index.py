"""The files of the search: one lunr index for all languages, and per language what a result displays.

The index is one for all, so that a word of any language finds an entry on the pages of every language. Terms
are handed to lunr ready made and its pipelines stay empty: lunr.js would cut words at their diacritics.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]  # lunr.py has no annotations

from inolink.analysis.thesaurus import Phrase, Thesaurus, stems_of
from inolink.analysis.words import document_terms, tokenise, unique
from inolink.reading import Vocabularies
from inolink.search.descriptions import descriptions
from inolink.search.entries import SearchEntry
from inolink.search.excerpts import beginning
from inolink.search.facets import column, facets

INDEX = "search/index.json"
LUNR_VERSION = "2.3.9"
# How much a word in one field says about an entry, beside a word in its text.
BOOSTS = {"title": 6, "names": 8, "keywords": 3, "synonyms": 1, "text": 1, "narrower": 0.3}
VERSION_LENGTH = 16


def build_search(
    entries: Iterable[SearchEntry], vocabularies: Vocabularies, languages: Sequence[str]
) -> dict[str, bytes]:
    """Return the search's files by their paths below the site; the same entries make the same bytes."""
    ordered = sorted(entries, key=lambda entry: entry.key)
    index = lunr_index(ordered, Thesaurus(vocabularies))
    displays = {language: display(ordered, vocabularies, language, languages[0]) for language in languages}
    # Index and displays fit together only if they come from one build: the browser compares their versions.
    terms = descriptions(ordered, vocabularies, languages)
    version = hashlib.sha256(encode([index, displays, terms])).hexdigest()[:VERSION_LENGTH]
    files = {INDEX: encode({"version": version, "index": index})}
    for language in languages:
        files[f"search/documents-{language}.json"] = encode({"version": version, **displays[language]})
        files[f"search/terms-{language}.json"] = encode({"version": version, **terms[language]})
    return files


def encode(value: object) -> bytes:
    """Return compact JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def lunr_index(entries: Sequence[SearchEntry], thesaurus: Thesaurus) -> dict[str, Any]:
    """Return the serialised index; an entry's reference is its place in the list."""
    if not entries:  # lunr.py would divide by the number of documents
        empty: dict[str, Any] = {"version": LUNR_VERSION, "fields": list(BOOSTS), "pipeline": []}
        return {**empty, "fieldVectors": [], "invertedIndex": []}
    builder = Builder()
    builder.ref("ref")
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    for ref, entry in enumerate(entries):
        builder.add({"ref": str(ref), **_fields(entry, thesaurus)})
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised


def display(
    entries: Sequence[SearchEntry], vocabularies: Vocabularies, language: str, fallback: str
) -> dict[str, Any]:
    """Return what the results of one language display, and the columns that its facets count."""
    return {
        "language": language,
        "documents": [_document(entry, language, fallback) for entry in entries],
        "facets": [column(facet, entries, language, vocabularies) for facet in facets()],
    }


def _fields(entry: SearchEntry, thesaurus: Thesaurus) -> dict[str, list[str]]:
    classification = thesaurus.classification(entry.terms)
    said = thesaurus.said(_at_a_glance(entry))
    return {
        "title": _words(entry.title.items()),
        "names": _words(_names(entry)),
        # Nobody reads these words, so nobody types them letter by letter: their stems alone are enough.
        "keywords": _stems(chain(entry.subtitle.items(), entry.keywords.items(), classification)),
        "synonyms": _stems(thesaurus.related(said)),
        "narrower": _stems(thesaurus.narrower(said)),
        "text": [*_words(entry.excerpt.items()), *_all_stems(entry.text.items())],
    }


def _words(phrases: Iterable[Phrase]) -> list[str]:
    return [term for language, text in phrases for term in document_terms(text, language)]


def _stems(phrases: Iterable[Phrase]) -> list[str]:
    return list(unique(_all_stems(phrases)))


def _all_stems(phrases: Iterable[Phrase]) -> Iterator[str]:
    return (term for language, text in phrases for term in stems_of(text, language))


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


def _document(entry: SearchEntry, language: str, fallback: str) -> dict[str, Any]:
    spoken = language if language in entry.title else fallback
    optional = {
        "published": entry.published,
        "closes": entry.closes,
        "lang": spoken if spoken != language else None,
    }
    return {
        "key": entry.key,
        "kind": entry.kind,
        "url": entry.url.get(language) or entry.url[fallback],
        "title": entry.title[spoken],
        "subtitle": entry.subtitle.get(language) or entry.subtitle.get(fallback, ""),
        "excerpt": beginning(entry.excerpt.get(language) or entry.excerpt.get(fallback, "")),
        "state": entry.state,
        **{name: value for name, value in optional.items() if value is not None},
    }
