"""Where the lines of an axis lie."""

from itertools import count

MOST_TICKS = 5
STEPS = (1, 2, 5)


def nice_ticks(most: float) -> list[int]:
    """Return whole numbers from 0 to the largest value or just above it: few, and easy to read."""
    if most <= 0:
        return [0, 1]
    step = next(s * 10**power for power in count() for s in STEPS if most / (s * 10**power) <= MOST_TICKS)
    top = -(-int(most) // step) * step
    return list(range(0, max(top, step) + 1, step))
