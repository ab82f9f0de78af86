"""What the finder needs to understand a description of a need: search/terms-<language>.json.

The browser cuts a description into stems and compares them with those of every term's label and synonyms, in
all languages at once, since nobody says in which language a description is. Columns tell which entries have
which terms; only what a partner can answer has any.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from inolink.analysis.thesaurus import stems_of, term_phrases
from inolink.analysis.words import WORD, fold, languages, tokenise
from inolink.reading import Term, Vocabularies
from inolink.reading.names import country_name, language_name
from inolink.search.entries import SearchEntry

KINDS = {
    "technologies": "technology",
    "ecosystems": "ecosystem",
    "cooperation": "cooperation",
    "partner-types": "partner-type",
    "offer-types": "type",
}
"""The vocabularies whose terms a description may name, and the kind of reason that they become."""
LABELS_ONLY = frozenset({"offer-types"})
"""Their synonyms say what is wanted, which the cues tell more surely."""
COUNTRY = "country"
ANSWERABLE = frozenset({"cluster", "offer", "interest"})
AS_WRITTEN = ""
IN_CAPITALS = "^"
"""As written, and in capitals: `IT` is a trade, `it` is none."""
SHORT = 2
LIGHT = "+"
"""Behind a language: only its first pass of endings. Further passes would turn China into cinema."""
ALTERNATIVES = re.compile(r" (?:or|ar) ")
"""A label such as `University or college` names two things."""

Place = tuple[str, str]
"""A kind and a code."""


@dataclass(frozen=True)
class Described:
    """A term that a description may name."""

    kind: str
    code: str
    labels: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    """By the way in which words are compared: as written, by their stems in a language, or by light ones."""
    broader: str | None = None

    def written(self, language: str, fallback: str) -> dict[str, Any]:
        """Return what the browser reads."""
        label = self.labels.get(language) or self.labels.get(fallback, self.code)
        wider = {"broader": self.broader} if self.broader else {}
        return {"kind": self.kind, "code": self.code, "label": label, "phrases": dict(self.phrases), **wider}


def terms_content(terms: Sequence[Described], language: str, all_languages: Sequence[str]) -> dict[str, Any]:
    """Return the content of one language's file of terms."""
    return {
        "language": language,
        "terms": [term.written(language, all_languages[0]) for term in terms],
        "cues": {name: cues()[name] for name in CUES},
    }


CUES = ("seeks", "offers", "buyers", "research", "technology", "vague")


@cache
def cues() -> Mapping[str, Any]:
    """Read the words by which a description tells what its writer wants."""
    source = resources.files("inolink.search").joinpath("cues.yml").read_text("utf-8")
    table: Mapping[str, Any] = yaml.safe_load(source)
    return table


def vocabulary_terms(vocabularies: Vocabularies) -> Iterator[Described]:
    """Yield the terms of all vocabularies that a description may name."""
    for name, kind in KINDS.items():
        for term in vocabularies.get(name, ()):
            yield Described(kind, term.code, term.label, _phrases(name, term), term.broader)


def _phrases(vocabulary: str, term: Term) -> Mapping[str, tuple[str, ...]]:
    misleading = cues()["misleading"].get(vocabulary, ())
    spoken = term.label.items() if vocabulary in LABELS_ONLY else term_phrases(term)
    found: dict[str, list[str]] = {}
    for language, phrases in spoken:
        for phrase in ALTERNATIVES.split(phrases):
            if phrase not in misleading and _is_whole(phrase):
                way = IN_CAPITALS if phrase.isupper() and len(phrase) <= SHORT else language
                found.setdefault(way, []).append(" ".join(stems_of(phrase, way)))
    return {way: _unique(phrases) for way, phrases in sorted(found.items())}


def _is_whole(phrase: str) -> bool:
    """Whether every word of a phrase counts: `e-health` without its first letter would be any health."""
    return all(len(match[0]) > 1 for match in WORD.finditer(fold(phrase)))


def countries(codes: Iterable[str], all_languages: Sequence[str]) -> Iterator[Described]:
    """Yield the countries that somebody looks for."""
    for code in codes:
        labels = {language: country_name(code, language) for language in all_languages}
        yield Described(COUNTRY, code, labels, _names(code, labels))


def _names(code: str, labels: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return how a country and its people are called, each language inflected as little as may be."""
    people = cues()["peoples"].get(code)
    written = [language_name(people, language) for language in labels] if people else []
    found = {AS_WRITTEN: _unique(" ".join(tokenise(name)) for name in (*labels.values(), *written))}
    light = {f"{language}{LIGHT}": (_light(name, language),) for language, name in labels.items()}
    return {**found, **{way: names for way, names in light.items() if way[:-1] in languages().stemmers}}


def _light(name: str, language: str) -> str:
    first, *_ = languages().stemmers.get(language, ()) or (None,)
    return " ".join(first.apply(word) if first else word for word in tokenise(name))


def _unique(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(phrase for phrase in dict.fromkeys(phrases) if phrase)


def described(entry: SearchEntry, known: Container[Place]) -> Iterator[Place]:
    """Yield the terms that an entry has, of those that are known."""
    if entry.kind not in ANSWERABLE:
        return
    terms = ((KINDS[name], code) for name, code in entry.terms if name in KINDS)
    # An organisation wants whatever its open offers and interests want; its own terms don't say so.
    yield from (place for place in terms if place in known)
    yield from ((COUNTRY, code) for code in entry.facets.get(COUNTRY, ()))
    cooperation = (("cooperation", code) for code in entry.facets.get("cooperation", ()))
    yield from (place for place in cooperation if place in known)
