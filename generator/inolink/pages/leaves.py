"""Long lists, one leaf after the other: `clusters/`, then `clusters/page/2/` and so on, without any script.

A list has sections, each with a heading of its own; a leaf shows so many of their items in a row, whichever
sections they belong to. Whatever fits on one leaf stays on one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

from inolink.pages.speech import Speech

FOLDER = "page/"
NEAR = 1
"""So many leaves before and after the one that is shown are named by their numbers."""


def unnamed(_: Speech) -> str:
    """Name nothing: the heading of the page says what the items are."""
    return ""


@dataclass(frozen=True)
class Title:
    """What every leaf knows of a section."""

    id: str
    count: int
    """How many items it has."""
    name: Callable[[Speech], str] = unnamed

    @property
    def named(self) -> bool:
        """Whether it has a heading of its own."""
        return self.name is not unnamed


@dataclass(frozen=True)
class Section:
    """A part of a list."""

    id: str
    items: Sequence[Any] = field(repr=False)
    name: Callable[[Speech], str] = unnamed

    @property
    def title(self) -> Title:
        """The section without its items."""
        return Title(self.id, len(self.items), self.name)


@dataclass(frozen=True)
class Stretch:
    """What one leaf shows of a section."""

    section: Title
    items: Sequence[Any] = field(repr=False)
    begins: bool
    """Whether the section begins on this leaf."""


@dataclass(frozen=True)
class Leaf:
    """One page of a list. It holds the items that it shows and no others: it changes with these alone."""

    path: str
    """Of the first leaf, without the language."""
    sections: tuple[Title, ...]
    size: int
    number: int = 1
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)
    """What stands on this leaf, by section."""

    @cached_property
    def total(self) -> int:
        """The number of all items."""
        return sum(section.count for section in self.sections)

    @property
    def last(self) -> int:
        """How many leaves there are. The last one takes half a leaf more rather than being a short one."""
        return max(1, (self.total + self.size // 2) // self.size)

    @property
    def long(self) -> bool:
        """Whether there is more than one leaf."""
        return self.last > 1

    @property
    def start(self) -> int:
        """How many items stand on the leaves before."""
        return (self.number - 1) * self.size

    @property
    def end(self) -> int:
        """How many items stand on this leaf and those before."""
        return self.total if self.number == self.last else self.number * self.size

    @cached_property
    def numbers(self) -> tuple[int | None, ...]:
        """The leaves that are named: the first, the last and those near by; None where some are left out."""
        shown = {1, self.last, *range(self.number - NEAR, self.number + NEAR + 1)}
        named = sorted(number for number in shown if 1 <= number <= self.last)
        gaps = zip(named, [*named[1:], self.last], strict=True)
        return tuple(each for one, after in gaps for each in _with_gap(one, after))

    def address(self, number: int) -> str:
        """Return where a leaf lies, without the language."""
        return self.path if number == 1 else f"{self.path}{FOLDER}{number}/"

    def place(self, section: Title) -> str:
        """Return where a section begins."""
        before = self.starts[self.sections.index(section)]
        number = min(before // self.size + 1, self.last)
        return f"{self.address(number)}#{section.id}"

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """How many items stand before each section."""
        return (0, *accumulate(section.count for section in self.sections))


def leaves_of(path: str, sections: Sequence[Section], size: int) -> list[Leaf]:
    """Return all leaves of a list; one that is empty has a leaf as well."""
    filled = [section for section in sections if section.items]
    bare = Leaf(path, tuple(section.title for section in filled), size)
    numbered = (replace(bare, number=number) for number in range(1, bare.last + 1))
    return [replace(leaf, stretches=tuple(_stretches(leaf, filled))) for leaf in numbered]


def _stretches(leaf: Leaf, sections: Iterable[Section]) -> Iterator[Stretch]:
    for section, title, before in zip(sections, leaf.sections, leaf.starts, strict=False):
        start, end = max(leaf.start - before, 0), leaf.end - before
        if items := section.items[start:end] if end > 0 else ():
            yield Stretch(title, items, begins=start == 0)


def _with_gap(one: int, after: int) -> Iterator[int | None]:
    yield one
    left_out = range(one + 1, after)
    if left_out:
        # A single number takes no more room than the dots that would stand for it.
        yield one + 1 if len(left_out) == 1 else None
