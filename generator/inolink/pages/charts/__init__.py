"""Charts as static SVG, made while the site is built: classes and presentation attributes only.

A chart is a picture with one name. Whatever it shows stands in a table beside it: nothing in it is read out.
"""

from collections.abc import Sequence

from markupsafe import Markup

from inolink.pages.charts.columns import Columns, Series, draw_columns
from inolink.pages.charts.line import draw_line
from inolink.pages.charts.scale import nice_ticks

__all__ = ["Columns", "Series", "draw_bar", "draw_columns", "draw_line", "nice_ticks"]

BAR_WIDTH = 100
BAR_HEIGHT = 8


def draw_bar(parts: Sequence[tuple[str, float]], most: float) -> Markup:
    """Return a bar for a cell of a table, of parts side by side; the number beside it says the same."""
    frame = Markup(
        '<svg class="il-bar" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    )
    rect = Markup('<rect class="il-mark il-mark--{}" x="{}" width="{}" height="{}"/>')
    rects, x = Markup(), 0.0
    for kind, value in parts:
        width = round(BAR_WIDTH * value / most, 1) if most else 0
        rects += rect.format(kind, f"{x:g}", f"{width:g}", BAR_HEIGHT)
        x = round(x + width, 1)
    return frame.format(BAR_WIDTH, BAR_HEIGHT, rects)
