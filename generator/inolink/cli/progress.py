"""A bar on a terminal, a line elsewhere; nothing at all for work that is done at once."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")
WORTH_SHOWING = 500


def shown(step: str, items: Sequence[T], /) -> Iterable[T]:
    """Pass the items of a step on and show how many are done, beside the output of the command."""
    if len(items) < WORTH_SHOWING:
        return items
    if sys.stderr.isatty():
        return _with_bar(step, items)
    click.echo(f"{step}: {len(items)} files", err=True)
    return items


def _with_bar(step: str, items: Sequence[T]) -> Iterator[T]:
    with click.progressbar(items, label=f"{step:<10}", file=sys.stderr) as bar:
        yield from bar
