"""The hostile directory and its harmless twin, built once, and what is expected of their pages."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inolink.pages.plain import plain_text
from tests.browser.built import Site, built
from tests.browser.hostile import ENDLESS, PAYLOADS, SLUGS, URLS, hostile, saying_of

EVERYTHING = os.environ.get("INOLINK_HOSTILE") == "all"
"""Whether every page is opened in every way, which takes minutes; else each is opened in one of them."""
LANGUAGES = {"en": "", "lt": "lt/"}
MARK = "ilRan"


@dataclass(frozen=True)
class Twins:
    """Two sites that differ in nothing but what the records say."""

    hostile: Site
    benign: Site


@contextmanager
def twins(folder: Path) -> Iterator[Twins]:
    """Build and serve both while the block runs."""
    hostile(folder / "hostile")
    hostile(folder / "benign", benign=True)
    with (
        built(folder / "hostile-site", folder / "hostile") as one,
        built(folder / "benign-site", folder / "benign") as other,
    ):
        yield Twins(one, other)


def pages_of(slug: str) -> list[str]:
    """Return the pages that are made of a cluster's records alone."""
    opening = f"offers/{slug}/constructor/"
    return [
        f"clusters/{slug}/",
        opening,
        f"events/{slug}/constructor/",
        f"clusters/{slug}/partners/",
        f"clusters/{slug}/sheet/",
        f"{opening}sheet/",
        f"offers/{slug}/ended/",
        f"embed/{slug}/",
    ]


def turns(turn: int) -> list[tuple[str, str]]:
    """Return paths and their clusters; in each of two turns half of them, the other half in its language."""
    codes = tuple(LANGUAGES.values())
    return [
        (f"{home}{path}", slug)
        for place, slug in enumerate(SLUGS)
        for number, path in enumerate(pages_of(slug))
        for home in (codes if EVERYTHING else [codes[(place + number + turn) % 2]])
        if EVERYTHING or (place + number // 2) % 2 == turn
    ]


def flat(text: str) -> str:
    """Return a text with its white space made even."""
    return " ".join(text.split())


@cache
def said() -> list[str]:
    """Return everything that records say, the longest first."""
    texts = {text for saying in PAYLOADS.values() for text in saying if text != ENDLESS}
    # Sheets and drafts for other platforms take the marks of Markdown out of long texts.
    shown = {flat(form) for text in texts for form in (text, plain_text(text))}
    return sorted({*shown, *URLS}, key=len, reverse=True)


def broken_up(text: str) -> list[str]:
    """Return the pieces around a payload that isn't shown as it was written, or only its beginning."""
    left = flat(text)
    for whole in said():
        left = left.replace(whole, "\N{BULLET}")
        if "\N{HORIZONTAL ELLIPSIS}" in left:
            left = re.sub(_beginning(whole), "\N{BULLET}", left)
    return [left[max(0, at.start() - 60) : at.end() + 60] for at in re.finditer(MARK, left)]


def _beginning(whole: str) -> str:
    """Match what is left of a text that was cut at the end of a word."""
    options = (re.escape(whole[:end].rstrip(" ,;:.")) for end in range(len(whole), 5, -1))
    return f"(?:{'|'.join(options)})[ ,;:.]*\N{HORIZONTAL ELLIPSIS}"


def long_text(slug: str) -> str:
    """Return what a cluster says where there is room."""
    return flat(saying_of(slug).text(120))
