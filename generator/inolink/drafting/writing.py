"""A record written as YAML, in the layout that the shipped files have."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from inolink.reading.loader import load

WIDTH = 110
LONG = 80
"""Texts above this length are folded."""
STEP = "  "

Value = Any


def written(record: dict[str, Value], first_line: str) -> bytes:
    """Return a whole file."""
    return "\n".join((first_line, *_mapping(record, ""), "")).encode("utf-8")


def _mapping(mapping: dict[str, Value], indentation: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict):
            yield f"{indentation}{key}:"
            yield from _mapping(value, indentation + STEP)
        elif isinstance(value, list):
            yield from _sequence(f"{indentation}{key}:", value, indentation + STEP)
        else:
            yield from _text(f"{indentation}{key}:", value, indentation + STEP)


def _sequence(head: str, items: list[Value], indentation: str) -> Iterator[str]:
    """Write short items in one line, others one below the other."""
    line = f"{head} [{', '.join(scalar(item, within='[]') for item in items)}]"
    if len(line) <= WIDTH and not any(isinstance(item, str) and "://" in item for item in items):
        yield line
        return
    yield head
    yield from (f"{indentation}- {scalar(item)}" for item in items)


def _text(head: str, value: Value, indentation: str) -> Iterator[str]:
    lines = _folded(value, indentation) if isinstance(value, str) and len(value) > LONG else None
    if lines is None:
        yield f"{head} {scalar(value)}"
    else:
        yield f"{head} >-"
        yield from lines


def _folded(text: str, indentation: str) -> list[str] | None:
    """Return a text in lines that YAML joins to the same text again; None if it wouldn't."""
    paragraphs = text.split("\n")
    wrapped = [
        textwrap.wrap(one, WIDTH - len(indentation), break_long_words=False, break_on_hyphens=False) or [""]
        for one in paragraphs
    ]
    lines = [line for lines in wrapped for line in ("", *lines)][1:]
    body = [f"{indentation}{line}" if line else "" for line in lines]
    loaded = load("", "\n".join(("text: >-", *body, "")).encode()).value
    return body if loaded == {"text": text} else None


def scalar(value: Value, within: str = "") -> str:
    """Return a value on one line: plain where it stays itself, else in quotes."""
    if not isinstance(value, str):
        return json.dumps(value)
    quoted = "'" + value.replace("'", "''") + "'"
    for candidate in (value, quoted):
        if _reads_as(value, candidate, within):
            return candidate
    return json.dumps(value, ensure_ascii=False)


def _reads_as(value: str, candidate: str, within: str) -> bool:
    around = f"{within[0]}{candidate}, x{within[1]}" if within else candidate
    wanted = [value, "x"] if within else value
    return "\n" not in candidate and load("", f"a: {around}\n".encode()).value == {"a": wanted}
