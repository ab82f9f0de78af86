"""Pages hung into their frames. A frame is taken apart once, so that a page costs no more than a join."""

# ruff: noqa: PTH103, PTH120, PTH123  # for a hundred thousand files, path objects cost more than the writing

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BufferedWriter
from pathlib import Path

from inolink.outputs import Data, pieces
from inolink.pages.frames import depth
from inolink.pages.page import Page
from inolink.publish.errors import SlotError

SLOT = re.compile(r"<!--slot:([a-z-]+)-->")


@dataclass(frozen=True)
class Frame:
    """The HTML around the pages of one kind in one language."""

    kind: str
    language: str
    path: str
    """Where it was built: as deep in the site as its pages."""
    html: str

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """Its HTML and the names of its slots in turns, HTML first and last."""
        return tuple(SLOT.split(self.html))

    @cached_property
    def slots(self) -> frozenset[str]:
        """What it leaves open."""
        return frozenset(self.pieces[1::2])

    def around(self, page: Page) -> str:
        """Return the whole HTML of a page."""
        if self.slots != page.slots.keys() or depth(self.path) != depth(page.path):
            raise SlotError(_difference(self, page))
        whole = list(self.pieces)
        whole[1::2] = [page.slots[name] for name in self.pieces[1::2]]
        return "".join(whole)


Frames = Mapping[tuple[str, str], Frame]
"""Frames by kind and language."""


def frames_by_kind(frames: Iterable[Frame]) -> Frames:
    """Return the frames where pages look for them."""
    return {(frame.kind, frame.language): frame for frame in frames}


def hang(site: Path, frame: Frame, page: Page) -> int:
    """Write one page into the site, and return its size."""
    return write_new(f"{site}/{page.path}index.html", frame.around(page).encode("utf-8"))


def write_new(file: str, data: Data) -> int:
    """Write a file that isn't there yet: no page or file may silently take the place of another."""
    try:
        stream = _opened(file)
    except FileExistsError:
        raise SlotError(f"two pages or files at {file}") from None
    with stream:
        return sum(map(stream.write, pieces(data)))


def _opened(file: str) -> BufferedWriter:
    """Open a new file; most of them are not the first of their folder."""
    try:
        return open(file, "xb")  # the caller closes it
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        return open(file, "xb")  # likewise


def _difference(frame: Frame, page: Page) -> str:
    where = f"page {page.path!r} in the frame {frame.kind!r} of {frame.path!r}"
    if depth(frame.path) != depth(page.path):
        return f"{where}: they don't lie equally deep in the site"
    unfilled, homeless = sorted(frame.slots - page.slots.keys()), sorted(page.slots.keys() - frame.slots)
    return f"{where}: not filled: {unfilled}; no place for: {homeless}"
