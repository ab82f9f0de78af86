"""The pages of long lists: one view for the first page and one for each that follows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from inolink.pages.frames import depth
from inolink.pages.leaves import Leaf, Section, leaves_of
from inolink.pages.render import Task, View

DEEPEST = 3
"""How deep the later pages of the lists right below the root lie."""


def list_tasks(path: str, sections: Sequence[Section], size: int, view: Callable[[], View]) -> Iterator[Task]:
    """Yield the pages of a list; `view` is the first of them without its entries."""
    for leaf in leaves_of(path, sections, size):
        yield Task(leaf.address(leaf.number), partial(_on_leaf, leaf, view))


def _on_leaf(leaf: Leaf, view: Callable[[], View]) -> View:
    first, path = view(), leaf.address(leaf.number)
    frame = "leaf" if depth(path) == DEEPEST else "deep-leaf"
    return replace(first, path=path, frame=first.frame if leaf.number == 1 else frame, leaf=leaf)
