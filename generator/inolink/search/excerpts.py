"""What a result displays of a longer text: its beginning, without markup."""

from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt

LONGEST = 320
SPACES = frozenset({"softbreak", "hardbreak"})


def beginning(text: str) -> str:
    """Return a text, or as many whole words of it as a result has room for."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip('.,;:–- ')} …"


def without_markdown(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words of texts by language, as they are read once their Markdown is rendered."""
    return {language: _words(text) for language, text in texts.items()}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _words(text: str) -> str:
    blocks = (token.children or () for token in _parser().parse(text))
    spoken = ("".join(" " if part.type in SPACES else part.content for part in block) for block in blocks)
    return " ".join(" ".join(spoken).split())
