"""What begins must begin before it ends."""

from collections.abc import Iterator, Mapping
from typing import Any

from inolink.checking.entry import Entry
from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import Pointer

PAIRS = (
    ("start", "end"),
    ("since", "until"),
    ("opened", "closed"),
    ("published", "expires"),
    ("published", "extended_on"),
    ("awarded", "held"),
)


def dates_in_order(subject: Subject) -> Iterator[Problem]:
    """IL403: wherever two dates belong together."""
    for value, pointer in _mappings(subject.top.value, ()):
        yield from _order(Entry(subject.document, value, pointer))


def _mappings(value: object, pointer: Pointer) -> Iterator[tuple[Mapping[str, Any], Pointer]]:
    """Yield the mappings that hold two such dates, each with the way to it."""
    if isinstance(value, Mapping):
        if any(first in value and last in value for first, last in PAIRS):
            yield value, pointer
        for key, child in value.items():
            if isinstance(child, dict | list):
                yield from _mappings(child, (*pointer, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            if isinstance(child, dict):
                yield from _mappings(child, (*pointer, index))


def _order(entry: Entry) -> Iterator[Problem]:
    for first_key, last_key in PAIRS:
        if not (entry.has(first_key) and entry.has(last_key)):
            continue
        first, last = entry.date(first_key), entry.date(last_key)
        if first and last and last.latest < first.earliest:
            params = {"first_key": first_key, "first": first, "last": last_key, "second": last}
            yield entry.problem("IL403", last_key, **params)
