"""No text makes a pattern take long: what a pattern takes grows as the text does."""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

import inolink
from inolink.checking.schemas import load_schemas
from tests.directories import PROJECT
from tests.hostile.effort import EFFORT

SHORT = 1_000
TIMES = 8 * min(EFFORT, 4)
"""How many times as long the long text is."""
WORTH_COMPARING = 0.02
"""In seconds of computing: what takes less tells nothing."""
BOUND = 4
"""How many times more than in proportion it may take: a square takes at least eight times more."""
TRIES = 5
"""What else the machine does may make one measurement wrong, but not all of them."""
ENDLESS_SECONDS = 60.0
TRUSTED = {
    "inolink.contribute.patterns": "reads the patterns of the schemas, which the maintainers write",
    "inolink.checking.acceptance": "reads the patterns of the schemas, which the maintainers write",
    "inolink.publish": "reads pages that the program itself has made",
    "inolink.exports.delimited": "reads texts that the schemas keep short",
}
PIECES = (
    *(" ", "a", "A", "0", "1", "-", ".", "/", "(", "[", "<", "\n", "@", "'", '"', "&", "{", "\u0105", "#"),
    *("1 ", "a.", "a-", "a@", "+1", "](", "A ", "- ", "0-", "8 ", "a b", "A. ", "|", "`", "*", "_", ":", "="),
)
LITERAL = re.compile(r"[A-Za-z<>/:@#=\"'(!?-]{2,12}")
Pattern = re.Pattern[Any]


def patterns() -> dict[str, Pattern]:
    """Return all patterns of the program's modules and of the shipped schemas, by where they stand."""
    found = dict(_of_schemas(load_schemas(PROJECT).by_kind))
    for module in pkgutil.walk_packages(inolink.__path__, "inolink."):
        if not module.name.endswith("__main__") and not module.name.startswith(tuple(TRUSTED)):
            for name, value in vars(importlib.import_module(module.name)).items():
                values = value if isinstance(value, tuple) else (value,)
                found |= {
                    f"{module.name}.{name}.{number}": one
                    for number, one in enumerate(values)
                    if isinstance(one, re.Pattern)
                }
    return {name: pattern for pattern, name in {pattern: name for name, pattern in found.items()}.items()}


def _of_schemas(part: object) -> Iterator[tuple[str, Pattern]]:
    if isinstance(part, list):
        for child in part:
            yield from _of_schemas(child)
    elif isinstance(part, Mapping):
        written = [part.get("pattern"), *part.get("patternProperties", {})]
        yield from ((text, re.compile(text)) for text in written if isinstance(text, str))
        for child in part.values():
            yield from _of_schemas(child)


PATTERNS = patterns()


def attacks(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Yield how a text begins, and what is repeated in it."""
    known = LITERAL.findall(re.sub(r"\\.", " ", source_of(pattern)))[:6]
    yield from (("", piece) for piece in (*PIECES, *known))
    yield from ((word, piece) for word in known[:3] for piece in PIECES)


def source_of(pattern: Pattern) -> str:
    source: str | bytes = pattern.pattern
    return source if isinstance(source, str) else source.decode()


def cost(pattern: Pattern, text: str) -> float:
    """Return how long the pattern computes over a text."""
    data = text if isinstance(pattern.pattern, str) else text.encode()
    start = time.process_time()
    pattern.match(data)
    # What must reach the end of a text is never looked for within one.
    for _ in () if source_of(pattern).endswith(r"\Z") else pattern.finditer(data):
        pass
    return time.process_time() - start


@contextmanager
def patience() -> Iterator[None]:
    """End what would never end; the clock counts computing only."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError("takes beyond all measure")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_what_a_pattern_takes_grows_as_the_text_does(name: str) -> None:
    pattern = PATTERNS[name]
    with patience():
        for first, piece in attacks(pattern):
            short = first + piece * (SHORT // len(piece)) + "\a"
            long = first + piece * (TIMES * SHORT // len(piece)) + "\a"
            assert any(is_fair(pattern, short, long) for _ in range(TRIES)), (first, piece)


def is_fair(pattern: Pattern, short: str, long: str) -> bool:
    """Whether a long text takes as much more as it is longer."""
    if (taken := cost(pattern, long)) < WORTH_COMPARING:
        return True
    return taken < BOUND * TIMES * max(cost(pattern, short), WORTH_COMPARING / TIMES)


def test_the_patterns_are_those_of_the_program() -> None:
    assert len(PATTERNS) > 40
    assert any("persons" in name for name in PATTERNS)
