"""One line over time, small enough to stand in a row with others."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

WIDTH, HEIGHT = 220, 110
SIDE, TOP, BOTTOM = 24, 24, 26

Moment = tuple[date, float, str]
"""A day, the value on that day, and what is written below it."""


def draw_line(name: str, moments: Sequence[Moment], most: float) -> Markup:
    """Return the line as an SVG element; `most` is the top of the scale that several of them share."""
    frame = Markup(
        '<svg class="il-chart il-chart--line" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    )
    spots = [(_across(day, moments), _up(value, most)) for day, value, _ in moments]
    base = Markup('<path class="il-chart__line" d="M{} {}H{}"/>').format(SIDE, HEIGHT - BOTTOM, WIDTH - SIDE)
    way = "L".join(f"{x:g} {y:g}" for x, y in spots)
    line = Markup('<path class="il-chart__path" d="M{}"/>').format(way)
    marks = Markup().join(_mark(spot, moment) for spot, moment in zip(spots, moments, strict=True))
    return frame.format(WIDTH, HEIGHT, name, base + line + marks)


def _mark(spot: tuple[float, float], moment: Moment) -> Markup:
    (x, y), (_, value, written) = spot, moment
    dot = Markup('<circle class="il-chart__dot" cx="{:g}" cy="{:g}" r="4"/>').format(x, y)
    number = Markup('<text class="il-chart__value" x="{:g}" y="{:g}">{:g}</text>').format(x, y - 9, value)
    label = Markup('<text class="il-chart__label" x="{:g}" y="{}">{}</text>').format(x, HEIGHT - 8, written)
    return dot + number + label


def _across(day: date, moments: Sequence[Moment]) -> float:
    first, last = moments[0][0].toordinal(), moments[-1][0].toordinal()
    part = (day.toordinal() - first) / (last - first) if last > first else 0.5
    return round(SIDE + part * (WIDTH - 2 * SIDE), 1)


def _up(value: float, most: float) -> float:
    return round(HEIGHT - BOTTOM - (value / most if most else 0) * (HEIGHT - TOP - BOTTOM), 1)
