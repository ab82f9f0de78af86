"""Cards: what a result shows, in one language."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from inolink.analysis.words import fold
from inolink.reading import Vocabularies
from inolink.search.entries import SearchEntry
from inolink.search.excerpts import beginning
from inolink.search.facets import Facet, facets
from inolink.search.files.encoding import encode

SAID_ELSEWHERE = frozenset({"kind", "state"})
"""A card has its kind anyway, and the state follows from the day."""


class Labels:
    """What the values of facets are called in one language, and by that their order."""

    def __init__(self, language: str, vocabularies: Vocabularies) -> None:
        self.language = language
        self._vocabularies = vocabularies
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def sorted(self, facet: Facet, codes: Sequence[str]) -> list[str]:
        """Return codes in the order of display; kinds and states have one of their own."""
        if facet.values:
            return [code for code in facet.values if code in codes]
        return sorted(set(codes), key=lambda code: (self._label(facet, code)[1], code))

    def written(self, facet: Facet, codes: Sequence[str]) -> list[list[str]]:
        """Return codes with their labels in the order of display."""
        return [[code, self._label(facet, code)[0]] for code in self.sorted(facet, codes)]

    def _label(self, facet: Facet, code: str) -> tuple[str, str]:
        known = self._known.get((facet.name, code))
        if known is None:
            label = facet.label(code, self.language, self._vocabularies)
            known = self._known[facet.name, code] = (label, fold(label))
        return known


def card(entry: SearchEntry, labels: Labels, fallback: str) -> bytes:
    """Return the card of an entry."""
    language = labels.language
    spoken = language if language in entry.title else fallback
    optional = {
        "published": entry.published,
        "closes": entry.closes,
        "lang": spoken if spoken != language else None,
    }
    content: dict[str, Any] = {
        "key": entry.key,
        "kind": entry.kind,
        "url": entry.url.get(language) or entry.url[fallback],
        "title": entry.title[spoken],
        "subtitle": entry.subtitle.get(language) or entry.subtitle.get(fallback, ""),
        "excerpt": beginning(entry.excerpt.get(language) or entry.excerpt.get(fallback, "")),
        "facets": dict(_facets(entry, labels)),
    }
    return encode({**content, **{name: value for name, value in optional.items() if value is not None}})


def _facets(entry: SearchEntry, labels: Labels) -> Iterator[tuple[str, Sequence[str]]]:
    for facet in facets():
        codes = entry.facets.get(facet.name, ())
        if codes and facet.name not in SAID_ELSEWHERE:
            yield facet.name, labels.sorted(facet, codes)


def card_files(cards: Iterator[bytes], size: int) -> Iterator[bytes]:
    """Yield the content of each file of cards, which come in the order of their places."""
    while some := list(islice(cards, size or None)):
        yield b"[" + b",".join(some) + b"]"


def labels_of(labels: Labels, codes: Mapping[str, Sequence[str]]) -> dict[str, list[list[str]]]:
    """Return the labels of all facets; `codes` are the values that occur in each."""
    return {facet.name: labels.written(facet, codes.get(facet.name, ())) for facet in facets()}
