"""Tidy files: the same values, comments and order, evenly indented, under the line that names the schema."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.loader import load
from inolink.upkeep.comments import comment_columns
from inolink.upkeep.layout import Layout

WHITE = " \t"
MODELINE = re.compile(r"# *yaml-language-server:.*")


def modeline(path: str, kind: FileKind) -> str:
    """Return the first line of a file: it tells editors which schema is meant."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}schema/{kind}.schema.json"


def tidy(path: str, kind: FileKind, data: bytes) -> bytes | Problem:
    """Return the tidy content of a file, or the first problem that keeps it from being read."""
    loaded = load(path, data)
    if loaded.value is None:
        return loaded.problems[0]
    tidied = _written(path, kind, data.decode("utf-8"))
    # White space means something in YAML: whatever the layout may have overlooked stays as it was.
    return tidied if _same(loaded.value, load(path, tidied).value) else data


def _written(path: str, kind: FileKind, text: str) -> bytes:
    lines = list(_lines(Layout.of(text.replace("\r\n", "\n"))))
    own = modeline(path, kind)
    body = lines[1:] if lines and MODELINE.fullmatch(lines[0]) else lines
    return "\n".join((own, *body, "")).encode("utf-8")


def _same(before: object, after: object) -> bool:
    """Compare as text: to Python, 1 and 1.0 and true are equal."""
    return json.dumps(before) == json.dumps(after)


def _lines(layout: Layout) -> Iterator[str]:
    """Yield the tidy lines, of several empty ones in a row only one."""
    beside = comment_columns(layout)
    waiting = begun = False
    for number, line in enumerate(layout.lines):
        if not line.strip() and number not in layout.bodies and number not in layout.continued:
            waiting = begun
            continue
        if waiting:
            yield ""
        yield " " * beside[number] + line.strip(WHITE) if number in beside else _line(layout, number, line)
        waiting, begun = False, True


def _line(layout: Layout, number: int, line: str) -> str:
    if number in layout.bodies:
        old, new = layout.bodies[number]
        return f"{' ' * new}{line[old:]}" if line[old:] else ""
    if number in layout.continued:
        bare = line.lstrip(WHITE)
        return f"{' ' * layout.continued[number]}{bare}" if bare else ""
    return _spaced(layout, number, line)


def _spaced(layout: Layout, number: int, line: str) -> str:
    for start, end, wanted in reversed(layout.edits.get(number, [])):
        line = line[:start] + wanted + line[end:]
    bare = line.lstrip(WHITE)
    goes_on = number + 1 in layout.continued
    return " " * layout.anchors[number][1] + (bare if goes_on else bare.rstrip(WHITE))
