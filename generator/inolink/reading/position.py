"""Where something stands in a file, and the way to a value."""

from typing import NamedTuple

Pointer = tuple[str | int, ...]
"""The way from the top of a document to one of its values: keys and list indices."""


class Position(NamedTuple):
    """A place in a text file, counted from 1."""

    line: int
    column: int


START = Position(1, 1)
