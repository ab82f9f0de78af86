"""One table for a terminal: what was measured, the ratio first, and both values behind it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison; the ratio is ours divided by the peer's."""

    subject: str
    ours: str
    peer: str = ""
    ratio: float | None = None


HEADINGS = Row("", "InoLink", "plain Material")


def compare(subject: str, ours: float, peer: float, form: str = "{:.2f}") -> Row:
    """Compare two numbers of the same kind."""
    return Row(subject, form.format(ours), form.format(peer), ours / peer if peer else None)


def render(rows: Iterable[Row]) -> str:
    """Lay the rows out in columns."""
    cells = [("what", "ratio", HEADINGS.ours, HEADINGS.peer), *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in cells]
    return "\n".join((lines[0], "-" * max(map(len, lines)), *lines[1:]))


def _cells(row: Row) -> tuple[str, str, str, str]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return row.subject, ratio, row.ours, row.peer


def _padded(row: tuple[str, str, str, str], widths: list[int]) -> list[str]:
    first, *rest = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return [first, *rest]
