"""The initiatives by the year in which they began, and by direction."""

from collections import Counter
from dataclasses import dataclass

from inolink.catalogue import Catalogue, Initiative


@dataclass(frozen=True)
class YearCount:
    """One year: how many of each direction; those of which none is stated stand under None."""

    year: int
    counts: dict[str | None, int]


def initiative_years(catalogue: Catalogue) -> tuple[YearCount, ...]:
    """Return every year from the first known start to the last, those without a start among them."""
    started = Counter(
        (year, each.record.direction) for each in catalogue.initiatives if (year := start_year(each))
    )
    years = [year for year, _ in started]
    directions = sorted({direction for _, direction in started}, key=str)
    return tuple(
        YearCount(year, {direction: started[year, direction] for direction in directions})
        for year in range(min(years, default=1), max(years, default=0) + 1)
    )


def undated_initiatives(catalogue: Catalogue) -> dict[str | None, int]:
    """Count the initiatives whose start is unknown, by direction."""
    found = Counter(each.record.direction for each in catalogue.initiatives if not start_year(each))
    return dict(sorted(found.items(), key=lambda each: str(each[0])))


def start_year(initiative: Initiative) -> int | None:
    """Return the year in which an initiative began, if it is known."""
    period = initiative.record.period
    return period.start.year if period and period.start else None
