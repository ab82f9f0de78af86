"""What ties the directory to other countries: partnerships there, and partners sought there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from inolink.catalogue import Opening, Partnership

T = TypeVar("T")


@dataclass(frozen=True)
class Tie:
    """One country, and what leads there."""

    country: str
    partnerships: tuple[Partnership, ...] = ()
    openings: tuple[Opening, ...] = ()

    @property
    def clusters(self) -> tuple[str, ...]:
        """The slugs of the organisations with partnerships there, each once."""
        return tuple(dict.fromkeys(partnership.cluster for partnership in self.partnerships))


def ties_of(partnerships: Iterable[Partnership], openings: Iterable[Opening], home: str) -> tuple[Tie, ...]:
    """Return the ties to every country but one's own: most partnerships first, then most openings."""
    linked = _by_country((each, each.record.countries) for each in partnerships)
    sought = _by_country((each, each.record.record.countries) for each in openings)
    codes = (linked.keys() | sought.keys()) - {home}
    ties = [Tie(code, tuple(linked.get(code, ())), tuple(sought.get(code, ()))) for code in codes]
    return tuple(sorted(ties, key=lambda tie: (-len(tie.partnerships), -len(tie.openings), tie.country)))


def _by_country(things: Iterable[tuple[T, tuple[str, ...]]]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = {}
    for thing, countries in things:
        for code in dict.fromkeys(countries):
            found.setdefault(code, []).append(thing)
    return found
