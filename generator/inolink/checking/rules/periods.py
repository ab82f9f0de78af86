"""What begins must begin before it ends."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.checking.entry import Entry
from inolink.problems import Problem

PAIRS = (
    ("start", "end"),
    ("since", "until"),
    ("opened", "closed"),
    ("published", "expires"),
    ("published", "extended_on"),
    ("awarded", "held"),
)


def dates_in_order(context: Context) -> Iterator[Problem]:
    """IL403: wherever two dates belong together."""
    for document in context.documents:
        for entry in _mappings(Entry.top(document)):
            yield from _order(entry)


def _mappings(entry: Entry) -> Iterator[Entry]:
    yield entry
    for key, value in entry.value.items():
        if isinstance(value, dict):
            yield from _mappings(entry.entry(key))
        elif isinstance(value, list):
            for child in entry.entries(key):
                yield from _mappings(child)


def _order(entry: Entry) -> Iterator[Problem]:
    for first_key, last_key in PAIRS:
        first, last = entry.date(first_key), entry.date(last_key)
        if first and last and last.latest < first.earliest:
            params = {"first_key": first_key, "first": first, "last": last_key, "second": last}
            yield entry.problem("IL403", last_key, **params)
