"""Dates as people know them: a day, a month or only a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class PartialDate:
    """A date that may lack its day or its month: any day between `earliest` and `latest`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read `2018`, `2018-10` or `2018-10-20`; None for what is no date of the calendar."""
        return _parsed(text) if FORM.match(text) else None

    @cached_property
    def earliest(self) -> date:
        """The first day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def latest(self) -> date:
        """The last day that this can mean."""
        month = self.month or MONTHS_A_YEAR
        return date(self.year, month, self.day or last_day(self.year, month))

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> PartialDate | None:
    """Read a date once: records name the same days again and again."""
    result = PartialDate(*map(int, text.split("-")))
    try:
        result.latest  # noqa: B018  # asks the calendar
    except ValueError:
        return None
    return result


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month, or raise ValueError for a thirteenth one."""
    date(year, month, 1)
    return monthrange(year, month)[1]


def month_end(day: date, months_later: int = 0) -> date:
    """Return the last day of the month that lies so many months after the given day."""
    years, month = divmod(day.month - 1 + months_later, MONTHS_A_YEAR)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, last_day(year, month + 1))
