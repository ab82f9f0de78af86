"""Where comments on lines of their own belong: with what comes next, or with what they stand under."""

from inolink.upkeep.layout import Layout, indentation

Columns = tuple[int, int]
"""Where a line begins, and where it should."""


def comment_columns(layout: Layout) -> dict[int, int]:
    """Return the column of each comment by its line."""
    found: dict[int, int] = {}
    below = _below(layout)
    above: list[Columns] = []
    for number, line in enumerate(layout.lines):
        if anchor := layout.anchors.get(number):
            # What stands farther right is closed by this line: no later comment belongs to it.
            while above and above[-1][0] >= anchor[0]:
                above.pop()
            above.append(anchor)
        elif line.strip() and number not in layout.bodies and number not in layout.continued:
            found[number] = _column(indentation(line), above, below[number])
    return found


def _below(layout: Layout) -> list[Columns | None]:
    """Return for each line the next one that says something."""
    following: list[Columns | None] = []
    latest: Columns | None = None
    for number in reversed(range(len(layout.lines))):
        latest = layout.anchors.get(number, latest)
        following.append(latest)
    return following[::-1]


def _column(column: int, above: list[Columns], below: Columns | None) -> int:
    over = next((anchor for anchor in reversed(above) if anchor[0] <= column), None)
    if over is None or (below and below[0] == column):
        return below[1] if below else 0
    if below and over[0] < below[0] <= column:
        return below[1]
    return over[1]
