"""The files of the search, and beside them for the time being those that one index for all needs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]  # lunr.py has no annotations

from inolink.analysis.thesaurus import Thesaurus
from inolink.reading import Vocabularies
from inolink.search.descriptions import COUNTRY, countries, described, vocabulary_terms
from inolink.search.entries import SearchEntry
from inolink.search.excerpts import beginning
from inolink.search.facets import column, facets
from inolink.search.fields import BOOSTS, field_terms
from inolink.search.files import search_files
from inolink.search.files.encoding import encode

INDEX = "search/index.json"
LUNR_VERSION = "2.3.9"


def build_search(
    entries: Iterable[SearchEntry], vocabularies: Vocabularies, languages: Sequence[str]
) -> dict[str, bytes]:
    """Return the search's files by their paths below the site; the same entries make the same bytes."""
    ordered = sorted(entries, key=lambda entry: entry.key)
    files = dict(search_files(ordered, vocabularies, languages))
    manifest = json.loads(files[INDEX])
    files[INDEX] = encode({**manifest, "index": lunr_index(ordered, Thesaurus(vocabularies))})
    for language in languages:
        shown = display(ordered, vocabularies, language, languages[0])
        files[f"search/documents-{language}.json"] = encode({"version": manifest["version"], **shown})
        terms = {**json.loads(files[f"search/terms-{language}.json"])}
        terms["rows"] = _rows(ordered, vocabularies, languages)
        files[f"search/terms-{language}.json"] = encode(terms)
    return files


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


def _fields(entry: SearchEntry, thesaurus: Thesaurus) -> Mapping[str, list[str]]:
    fields = zip(BOOSTS, field_terms(entry, thesaurus), strict=True)
    return {name: [term for term, often in times.items() for _ in range(often)] for name, times in fields}


def _rows(
    entries: Sequence[SearchEntry], vocabularies: Vocabularies, languages: Sequence[str]
) -> list[list[int]]:
    codes = sorted({code for entry in entries for code in entry.facets.get(COUNTRY, ())})
    terms = [*vocabulary_terms(vocabularies), *countries(codes, languages)]
    position = {(term.kind, term.code): number for number, term in enumerate(terms)}
    return [sorted({position[place] for place in described(entry, position)}) for entry in entries]


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
