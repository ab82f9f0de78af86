"""Items that are equal, in one pass over a list."""

import json
from collections.abc import Iterable, Iterator


def repeated_items(value: Iterable[object]) -> Iterator[int]:
    """Yield the index of every item that is equal to one before it."""
    seen: set[str] = set()
    for index, item in enumerate(value):
        written = json.dumps(item, sort_keys=True)
        if written in seen:
            yield index
        seen.add(written)
