"""Figures of several sources: the newest first, and which of them disagree."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from inolink.catalogue.organisation import KeyFigure, MemberFigure
from inolink.reading.dates import PartialDate
from inolink.reading.guess import fold


class Dated(Protocol):
    """Anything that says for when it holds."""

    @property
    def as_of(self) -> PartialDate | None:
        """The date for which it holds."""


F = TypeVar("F", bound=Dated)


def newest_first(figures: Iterable[F]) -> tuple[F, ...]:
    """Sort figures by their dates; those without a date come last, in the order of the file."""
    return tuple(sorted(figures, key=_latest, reverse=True))


def _latest(figure: Dated) -> date:
    return figure.as_of.latest if figure.as_of else date.min


def conflicting(
    figures: Iterable[F], thing: Callable[[F], Hashable], value: Callable[[F], Hashable]
) -> tuple[tuple[F, ...], ...]:
    """Return the groups of figures that differ though they tell of the same thing on the same date."""
    groups: dict[Hashable, list[F]] = {}
    for figure in figures:
        if figure.as_of:
            groups.setdefault((figure.as_of, thing(figure)), []).append(figure)
    return tuple(tuple(group) for group in groups.values() if len({value(figure) for figure in group}) > 1)


def conflicting_members(figures: Iterable[MemberFigure]) -> tuple[tuple[MemberFigure, ...], ...]:
    """Return the groups of member figures of one date whose totals differ."""
    counted = (figure for figure in figures if figure.total is not None)
    return conflicting(counted, lambda _: None, lambda figure: figure.total)


def conflicting_key_figures(figures: Iterable[KeyFigure]) -> tuple[tuple[KeyFigure, ...], ...]:
    """Return the groups of figures of one name, unit and date whose values differ."""
    return conflicting(figures, _name, lambda figure: figure.value)


def _name(figure: KeyFigure) -> tuple[str, str | None]:
    return fold(next(iter(figure.name.by_language.values()))), figure.unit
