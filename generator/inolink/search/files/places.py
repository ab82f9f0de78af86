"""The places of entries: numbers in an order that makes the archived ones of any day one interval."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from inolink.analysis.words import fold
from inolink.search.entries import SearchEntry
from inolink.search.facets import facets

KIND = "kind"
TYPE = "type"
TYPED = "offer"
"""The kind whose entries stand by type where nobody reads them by title: their column gets small."""
OPEN, ARCHIVED, CLOSING = range(3)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides on the place of an entry."""

    group: int
    closes: str
    kind: int
    type: tuple[str, ...]
    titles: tuple[str, ...]
    """Folded, in the languages of the directory."""
    key: str

    @classmethod
    def of(cls, entry: SearchEntry, languages: Sequence[str]) -> "Standing":
        """Look at an entry."""
        group = ARCHIVED if entry.state == "archived" else CLOSING if entry.closes else OPEN
        first = entry.title[languages[0]]
        titles = tuple(fold(entry.title.get(language, first)) for language in languages)
        closes = entry.closes or "" if group == CLOSING else ""
        types = entry.facets.get(TYPE, ()) if group != OPEN and entry.kind == TYPED else ()
        return cls(group, closes, _kinds().get(entry.kind, len(_kinds())), types, titles, entry.key)

    def order(self, language: int = 0) -> tuple[int, str, int, tuple[str, ...], str, str]:
        """Return what entries are sorted by, with the titles of a language."""
        return self.group, self.closes, self.kind, self.type, self.titles[language], self.key


@cache
def _kinds() -> Mapping[str, int]:
    (kind,) = (facet for facet in facets() if facet.name == KIND)
    return {code: position for position, code in enumerate(kind.values)}


def _kind(number: int) -> str:
    """Return the name of a kind; one that nobody knows has none."""
    return next((code for code, known in _kinds().items() if known == number), "")


def settle(standings: Sequence[Standing]) -> list[int]:
    """Return which entry stands at each place."""
    return sorted(range(len(standings)), key=lambda entry: standings[entry].order())


def archive(standings: Sequence[Standing]) -> dict[str, Any]:
    """Return by what the browser tells which places are archived on a day."""
    opened = sum(standing.group == OPEN for standing in standings)
    archived = Counter(standing.kind for standing in standings if standing.group == ARCHIVED)
    closing = Counter(standing.closes for standing in standings if standing.group == CLOSING)
    kinds = [(_kind(number), count) for number, count in sorted(archived.items())]
    return {"open": opened, "archived": kinds, "closing": sorted(closing.items())}


def by_title(standings: Sequence[Standing], order: Sequence[int], language: int) -> list[int]:
    """Return the places of what is open and never closes, by kind and by title in a language."""
    places = [place for place, entry in enumerate(order) if standings[entry].group == OPEN]
    return sorted(places, key=lambda place: (*standings[order[place]].order(language)[:-1], place))
