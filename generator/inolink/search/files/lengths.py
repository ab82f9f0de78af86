"""How many words fields have, in steps: scores need no more, and a single letter says it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from inolink.search.files.encoding import DIGITS
from inolink.search.postings import LONGEST

GROWTH = 1.4
"""By how much a step is longer than the one before."""


def _steps() -> tuple[int, ...]:
    steps = [0, 1]
    while steps[-1] < LONGEST:
        steps.append(max(steps[-1] + 1, int(steps[-1] * GROWTH)))
    return tuple(steps)


STEPS = _steps()


def whole_step(length: int) -> int:
    """Return what a length counts as: the next step."""
    return STEPS[bisect_left(STEPS, length)]


class Lengths:
    """The lengths of all fields, by place."""

    def __init__(self, lengths: Iterable[Sequence[int]]) -> None:
        self._coded = ["".join(DIGITS[bisect_left(STEPS, length)] for length in field) for field in lengths]

    @property
    def averages(self) -> list[float]:
        """Return how many words each field has on average."""
        return [
            sum(STEPS[int(step, len(DIGITS))] for step in field) / max(len(field), 1) for field in self._coded
        ]

    def whole(self) -> list[str]:
        """Return the lengths of all places, field by field."""
        return self._coded

    def at(self, field: int, places: Iterable[int]) -> str:
        """Return the lengths of a field at some places."""
        coded = self._coded[field]
        return "".join([coded[place] for place in places])
