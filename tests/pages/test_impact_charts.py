"""Charts are drawn to scale, with axes that are easy to read."""

from datetime import date

import pytest

from inolink.pages.charts import Columns, Series, draw_bar, draw_columns, draw_line, nice_ticks
from tests.pages.elements import parse


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (4, [0, 1, 2, 3, 4]),
        (9, [0, 2, 4, 6, 8, 10]),
        (13, [0, 5, 10, 15]),
        (200, [0, 50, 100, 150, 200]),
    ],
)
def test_an_axis_has_few_round_numbers(most: int, ticks: list[int]) -> None:
    assert nice_ticks(most) == ticks


def test_a_bar_is_as_long_as_its_part_of_the_most() -> None:
    (rect,) = parse(draw_bar([("counted", 25)], 100)).every("rect")
    assert rect["width"] == "25"


def test_parts_of_a_bar_stand_side_by_side() -> None:
    first, second = parse(draw_bar([("one", 1), ("two", 3)], 4)).every("rect")
    assert (first["x"], first["width"], second["x"], second["width"]) == ("0", "25", "25", "75")


def test_a_bar_of_nothing_is_drawn_all_the_same() -> None:
    assert parse(draw_bar([("counted", 0)], 0)).one("rect")["width"] == "0"


def test_layers_of_a_column_stand_on_each_other() -> None:
    chart = Columns("name", ["2020", "2021"], [Series("a", "one", [1, 0]), Series("b", "two", [2, 3])])
    tree = parse(draw_columns(chart))
    low, high, alone = tree.every("rect")
    assert tree.one("svg")["aria-label"] == "name"
    assert float(high["y"]) + float(high["height"]) <= float(low["y"])
    assert float(alone["height"]) == pytest.approx(float(low["height"]) + float(high["height"]) + 1, abs=0.2)


def test_of_many_years_some_are_named_and_the_newest_always() -> None:
    years = [str(year) for year in range(2000, 2027)]
    tree = parse(draw_columns(Columns("name", years, [Series("a", "one", [1] * len(years))])))
    named = tree.texts("text.il-chart__label")
    assert named[-1] == "2026"
    assert len(named) <= 9


def test_a_line_keeps_the_distances_between_its_dates() -> None:
    moments = [(date(2010, 1, 1), 5, "2010"), (date(2012, 1, 1), 10, "2012"), (date(2020, 1, 1), 0, "2020")]
    first, second, third = parse(draw_line("name", moments, 10)).every("circle")
    x = [float(dot["cx"]) for dot in (first, second, third)]
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx(0.2, abs=0.01)
    assert float(second["cy"]) < float(first["cy"]) < float(third["cy"])
