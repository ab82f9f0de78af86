"""Where the lines of a YAML text belong: found out from its tokens, changed in white space alone.

Two spaces for each level, lists indented below their key, one space after a colon, a dash and a comma. No
character but white space is ever added or taken away, so that no comment, text or order can be lost.
"""

import re
from dataclasses import dataclass, field

import yaml

from inolink.yamlcore import BaseLoader

STEP = 2
HEADER = re.compile(r"[|>][+-]?([1-9])?")
OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
OUTERMOST = (yaml.DirectiveToken, yaml.DocumentStartToken, yaml.DocumentEndToken)
UNSEEN = (
    yaml.StreamStartToken,
    yaml.StreamEndToken,
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockEndToken,
)
"""Tokens without a character of their own."""


@dataclass(frozen=True, slots=True)
class Level:
    """A block mapping or sequence around the place of a token."""

    column: int
    """Where its keys or dashes belong."""
    old: int
    """Where they stand."""
    sequence: bool
    flush: bool = False
    """Whether its dashes stand right below the key, which YAML allows."""


@dataclass(slots=True)
class Layout:
    """What is to become of each line; lines count from 0."""

    lines: list[str]
    anchors: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The column of each line that begins with a key, a dash or a value: as it is and as it should be."""
    continued: dict[int, int] = field(default_factory=dict)
    """The indentation of lines that go on with a text."""
    bodies: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The lines of block texts: how much indentation they have, and should have."""
    edits: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    """What changes between tokens, from left to right: the columns, and the white space that goes there."""
    levels: list[Level] = field(default_factory=list)
    depth: int = 0
    """How many brackets are open."""
    before: yaml.Token | None = None

    @classmethod
    def of(cls, text: str) -> "Layout":
        """Lay out a text that the reader has accepted."""
        layout = cls(text.removesuffix("\n").split("\n"))
        for token in yaml.scan(text, Loader=BaseLoader):
            layout.take(token)
        return layout

    @property
    def child(self) -> int:
        """Where the next thing inside of the present level belongs."""
        return self.levels[-1].column + STEP if self.levels else 0

    def take(self, token: yaml.Token) -> None:
        """Follow the text by one token."""
        self._move(token)
        if isinstance(token, UNSEEN):
            return
        line, column = token.start_mark.line, token.start_mark.column
        if line not in self.anchors and line not in self.continued:
            self.anchors[line] = (column, self._column(token))
        if token.end_mark.index > token.start_mark.index:
            self._space(token)
            self.before = token
        if isinstance(token, yaml.ScalarToken):
            self._go_on(token)
        self.depth += isinstance(token, OPENING)

    def _move(self, token: yaml.Token) -> None:
        """Enter or leave levels before the token is placed."""
        if isinstance(token, yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken):
            sequence = isinstance(token, yaml.BlockSequenceStartToken)
            self.levels.append(Level(self.child, token.start_mark.column, sequence))
        elif isinstance(token, yaml.BlockEndToken):
            self._leave_flush()
            self.levels.pop()
        elif isinstance(token, yaml.KeyToken) and not self.depth:
            self._leave_flush()
        elif isinstance(token, yaml.BlockEntryToken) and not self.levels[-1].sequence:
            self.levels.append(Level(self.child, self.levels[-1].old, sequence=True, flush=True))
        self.depth -= isinstance(token, CLOSING)

    def _leave_flush(self) -> None:
        if self.levels and self.levels[-1].flush:
            self.levels.pop()

    def _column(self, token: yaml.Token) -> int:
        """Return where a token belongs that begins a line."""
        if isinstance(token, OUTERMOST):
            return 0
        if self.depth or isinstance(token, CLOSING):
            return (self.levels[-1].column if self.levels else 0) + STEP * max(1, self.depth)
        if isinstance(token, yaml.KeyToken | yaml.BlockEntryToken | yaml.ValueToken) and self.levels:
            return self.levels[-1].column
        return self.child

    def _space(self, token: yaml.Token) -> None:
        """Set the white space between two tokens of a line."""
        if self.before is None or self.before.end_mark.line != token.start_mark.line:
            return
        wanted = gap(self.before, token)
        line, start, end = token.start_mark.line, self.before.end_mark.column, token.start_mark.column
        if wanted is not None and self.lines[line][start:end].strip(" \t") == "":
            self.edits.setdefault(line, []).append((start, end, wanted))

    def _go_on(self, token: yaml.ScalarToken) -> None:
        if token.style in ("|", ">"):
            self._body(token)
            return
        for line in range(token.start_mark.line + 1, token.end_mark.line + 1):
            self.continued[line] = self._column(token)

    def _body(self, token: yaml.ScalarToken) -> None:
        """Note the lines of a block text: all that are indented enough, and the empty ones among them."""
        first = token.start_mark.line + 1
        header = self.lines[first - 1][token.start_mark.column :]
        found, level = HEADER.match(header), self.levels[-1]
        digit = found.group(1) if found else None
        old = level.old + int(digit) if digit else self._indentation_from(first)
        if old <= level.old:
            return
        new = level.column + (int(digit) if digit else STEP)
        last = self._last(first, old, keep="+" in header.partition("#")[0])
        self.bodies.update(dict.fromkeys(range(first, last + 1), (old, new)))

    def _indentation_from(self, first: int) -> int:
        filled = (self.lines[number] for number in range(first, len(self.lines)))
        return next((indentation(line) for line in filled if line.strip(" ")), 0)

    def _last(self, first: int, old: int, *, keep: bool) -> int:
        """Return the last line of a block text; empty lines at its end belong to it only if it keeps them."""
        last = first - 1
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            empty = not line[old:] and not line.strip(" ")
            if not empty and indentation(line) < old:
                break
            if keep or not empty:
                last = number
        return last


def gap(before: yaml.Token, after: yaml.Token) -> str | None:
    """Return the white space that belongs between two tokens of a line; None to leave it as it is."""
    if isinstance(before, yaml.ValueToken) and isinstance(after, (*CLOSING, yaml.FlowEntryToken)):
        return None
    if isinstance(before, OPENING) or isinstance(after, (*CLOSING, yaml.FlowEntryToken)):
        return ""
    if isinstance(after, yaml.ValueToken) and isinstance(before, yaml.ScalarToken):
        return ""
    spaced = (yaml.BlockEntryToken, yaml.ValueToken, yaml.FlowEntryToken)
    return " " if isinstance(before, spaced) else None


def indentation(line: str) -> int:
    """Return with how many spaces a line begins."""
    return len(line) - len(line.lstrip(" "))
