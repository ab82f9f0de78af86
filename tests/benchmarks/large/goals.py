"""One table: what is aimed at, what it is, what the peer needs, and whether the goal is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADINGS = ("what", "goal", "InoLink", "peer", "ratio", "met")


@dataclass(frozen=True)
class Goal:
    """What is aimed at in a directory of a certain size."""

    text: str
    records: int
    limit: float
    of_ratio: bool
    """Whether the limit is one for the ratio, not for the value itself."""

    def judge(self, records: int, value: float, ratio: float | None) -> str:
        """Say whether the goal is met; in a directory of another size that can't be said."""
        if records != self.records:
            return f"(goal for {self.records:,})"
        judged = ratio if self.of_ratio else value
        return "" if judged is None else ("yes" if judged <= self.limit else "NO")


@dataclass(frozen=True)
class Line:
    """One line of the table; the ratio is ours divided by the peer's."""

    subject: str
    records: int
    ours: float
    peer: float | None = None
    goal: Goal | None = None
    form: Callable[[float], str] = "{:.2f}".format

    def cells(self) -> tuple[str, ...]:
        """Put the line into words."""
        ratio = self.ours / self.peer if self.peer else None
        return (
            self.subject,
            self.goal.text if self.goal else "",
            self.form(self.ours),
            "" if self.peer is None else self.form(self.peer),
            "" if ratio is None else f"{ratio:.2f}",
            self.goal.judge(self.records, self.ours, ratio) if self.goal else "",
        )


BUILD = Goal("<= 0.5 x Hugo + Pagefind", 10_000, 0.5, of_ratio=True)
CHECK = Goal("<= 0.1 x check-jsonschema", 10_000, 0.1, of_ratio=True)
UNCHANGED = Goal("<= 0.1 x a whole build", 10_000, 0.1, of_ratio=True)
ONE_OFFER = Goal("<= 0.2 x a whole build", 10_000, 0.2, of_ratio=True)
FIRST_BYTES = Goal("<= 120 kB", 10_000, 120, of_ratio=False)
FIRST_BYTES_OF_MANY = Goal("<= 350 kB", 100_000, 350, of_ratio=False)
FIRST_TIME = Goal("<= 0.5 x Pagefind", 10_000, 0.5, of_ratio=True)
FURTHER_BYTES = Goal("<= 50 kB", 10_000, 50, of_ratio=False)
FURTHER_TIME = Goal("<= 50 ms", 10_000, 50, of_ratio=False)
GROWTH = Goal("<= 1.2 x those of 1,000", 100_000, 1.2, of_ratio=True)
MEMORY = Goal("<= 4,000 MB", 100_000, 4000, of_ratio=False)


def table(lines: Sequence[Line]) -> str:
    """Lay the lines out in columns."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    laid = [_row(row, widths) for row in rows]
    return "\n".join((laid[0], "-" * max(map(len, laid)), *laid[1:]))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    # Words stand at the left, numbers at the right.
    places = (str.ljust, str.ljust, str.rjust, str.rjust, str.rjust, str.ljust)
    return "  ".join(
        put(cell, width) for put, cell, width in zip(places, cells, widths, strict=True)
    ).rstrip()
