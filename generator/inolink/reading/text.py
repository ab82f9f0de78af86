"""From bytes to a text that holds nothing invisible or misleading."""

import re
from typing import NoReturn

from inolink.reading.position import START, Position

LARGEST_FILE = 200_000

# Control characters, line separators that only some programs know, marks that turn the direction of
# writing (what a reader sees is then not what stands there), spaces, joiners and hyphens without width,
# letters and tags without a shape, halves of characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
    "|\U000e0001|[\U000e0020-\U000e007f]|\r(?!\n)"
)
SHAPELESS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
"""Forbidden as well, though Python calls them printable."""
TAB_INDENTATION = re.compile(r"^ *\t", re.MULTILINE)
ODD_INDENTATION = re.compile(r"^[ ]*([^\S \t\r\n])", re.MULTILINE)


class Refusal(Exception):  # noqa: N818  # never leaves the reader: it becomes a problem
    """A text can't become a document: the code of the problem and where it lies."""

    def __init__(self, code: str, position: Position = START, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.position = position
        self.params = params


def decode(data: bytes) -> str:
    """Return the text of a file, or refuse it."""
    if len(data) > LARGEST_FILE:
        raise Refusal("IL101", limit=f"{LARGEST_FILE // 1000}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        raise Refusal("IL102", position_at(before, len(before))) from None
    _refuse_characters(text)
    return text


def is_visible(text: str) -> bool:
    """Tell quickly whether a text surely holds nothing forbidden, as most do not."""
    return text.isprintable() and (text.isascii() or not any(sign in text for sign in SHAPELESS))


def _refuse_characters(text: str) -> None:
    if is_visible(text.replace("\n", "")):
        return
    if found := FORBIDDEN.search(text):
        _refuse_character(text, found.start())
    if found := ODD_INDENTATION.search(text):
        _refuse_character(text, found.start(1))
    if found := TAB_INDENTATION.search(text):
        raise Refusal("IL104", position_at(text, found.end() - 1))


def _refuse_character(text: str, index: int) -> NoReturn:
    raise Refusal("IL103", position_at(text, index), character=f"U+{ord(text[index]):04X}")


def position_at(text: str, index: int) -> Position:
    """Return the line and column of a character, counted as YAML and editors do."""
    start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - start + 1)


def place_within(text: str, place: Position) -> Position:
    """Return a place that the text has: a parser may stop behind its end."""
    lines = text.split("\n")
    line = min(place.line, len(lines))
    last = len(lines[line - 1].removesuffix("\r")) + 1
    return Position(line, min(place.column, last) if line == place.line else last)
