"""How long work tells how far it is: whoever starts it may watch each of its steps."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Passes the items of a step on, one by one, and may show how many are done."""

    def __call__(self, step: str, items: Sequence[T], /) -> Iterable[T]:
        """Pass the items on."""


def quietly(_step: str, items: Sequence[T], /) -> Iterable[T]:
    """Pass the items on and show nothing."""
    return items
