"""A date may lack its day or its month; it then means any day of that time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.reading.dates import PartialDate, month_end


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-10", date(2018, 10, 1), date(2018, 10, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-10-20", date(2018, 10, 20), date(2018, 10, 20)),
    ],
)
def test_a_partial_date_lies_between_two_days(text: str, earliest: date, latest: date) -> None:
    partial = PartialDate.parse(text)
    assert partial is not None
    assert (partial.earliest, partial.latest, str(partial)) == (earliest, latest, text)


@pytest.mark.parametrize(
    "text", ["", "18", "2018-1", "2018-13", "2018-02-30", "0000", "2018-10-20\n", "20181020"]
)
def test_what_is_not_in_the_calendar_is_no_date(text: str) -> None:
    assert PartialDate.parse(text) is None


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    partial = PartialDate.parse(day.isoformat())
    assert partial is not None
    assert partial.earliest == partial.latest == day


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2022, 2, 14), 0, date(2022, 2, 28)),
        (date(2022, 2, 1), 24, date(2024, 2, 29)),
        (date(2021, 12, 31), 2, date(2022, 2, 28)),
        (date(9999, 12, 1), 36, date(9999, 12, 31)),
    ],
)
def test_the_end_of_a_later_month_is_found(day: date, months: int, end: date) -> None:
    assert month_end(day, months) == end
