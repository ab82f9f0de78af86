"""Columns over time, in layers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from inolink.pages.charts.scale import nice_ticks

WIDTH, HEIGHT = 360, 190
LEFT, RIGHT, TOP, BOTTOM = 24, 4, 10, 22
MOST_LABELS = 9
FILLED = 0.72
"""The part of its place that a column fills."""


@dataclass(frozen=True)
class Series:
    """One layer of all columns."""

    name: str
    kind: str
    """Says in its class what it stands for."""
    values: Sequence[int]


@dataclass(frozen=True)
class Columns:
    """A chart of layered columns."""

    name: str
    labels: Sequence[str]
    series: Sequence[Series]

    @property
    def highest(self) -> int:
        """The height of the highest column."""
        return max((sum(values) for values in zip(*(s.values for s in self.series), strict=True)), default=0)


def draw_columns(chart: Columns) -> Markup:
    """Return the chart as an SVG element."""
    ticks = nice_ticks(chart.highest)
    frame = Markup('<svg class="il-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
    parts = [*_grid(ticks), *_bars(chart, ticks[-1]), *_labels(chart.labels)]
    return frame.format(WIDTH, HEIGHT, chart.name, Markup().join(parts))


def _grid(ticks: Sequence[int]) -> Iterator[Markup]:
    line = Markup('<path class="il-chart__line" d="M{} {}H{}"/>')
    text = Markup('<text class="il-chart__tick" x="{}" y="{}" dy=".32em">{}</text>')
    for tick in ticks:
        y = _height(tick, ticks[-1])
        yield line.format(LEFT, y, WIDTH - RIGHT)
        yield text.format(LEFT - 6, y, tick)


def _bars(chart: Columns, top: int) -> Iterator[Markup]:
    rect = Markup('<rect class="il-mark il-mark--{}" x="{}" y="{}" width="{}" height="{}"/>')
    place = _place(chart.labels)
    for column, _ in enumerate(chart.labels):
        below = 0
        for series in chart.series:
            if value := series.values[column]:
                upper, lower = _height(below + value, top), _height(below, top)
                x = round(LEFT + (column + (1 - FILLED) / 2) * place, 1)
                # A hair of the ground between two layers tells them apart without their colours.
                yield rect.format(
                    series.kind, f"{x:g}", f"{upper:g}", f"{place * FILLED:.1f}", f"{lower - upper - 1:.1f}"
                )
                below += value


def _labels(labels: Sequence[str]) -> Iterator[Markup]:
    text = Markup('<text class="il-chart__label" x="{}" y="{}">{}</text>')
    every = -(-len(labels) // MOST_LABELS)
    for column, label in enumerate(labels):
        # Counted from the end, so that the newest is always named.
        if (len(labels) - 1 - column) % every == 0:
            yield text.format(round(LEFT + (column + 0.5) * _place(labels)), HEIGHT - 6, label)


def _place(labels: Sequence[str]) -> float:
    return (WIDTH - LEFT - RIGHT) / max(len(labels), 1)


def _height(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM), 1)
