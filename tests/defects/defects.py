"""Ways to spoil a directory that is in order: those of the YAML files here, and those only code can make."""

import json
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inolink.yamlcore import load_trusted
from tests.directories import Directory, own_schemas

MARK = "§"
START = (1, 1)
Spoil = Callable[[Directory], tuple[int, int]]


@dataclass(frozen=True)
class Defect:
    """One way to spoil the directory, and what the check must say of it."""

    name: str
    code: str
    path: str
    spoil: Spoil
    """Spoils the directory and returns the line and column where it must be reported."""
    also: tuple[str, ...] = ()
    suggests: str | None = None

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


def written_defects() -> Iterator[Defect]:
    """Yield the defects of the YAML files."""
    for file in sorted(Path(__file__).parent.glob("*.yml")):
        for entry in load_trusted(file.read_bytes()):
            yield Defect(
                entry["name"],
                entry["code"],
                entry["file"],
                _change(entry),
                tuple(entry.get("also", ())),
                entry.get("suggests"),
            )


def _change(entry: dict[str, Any]) -> Spoil:
    def spoil(directory: Directory) -> tuple[int, int]:
        text = _spoilt_text(entry, directory)
        index = text.index(entry["at"]) + entry.get("after", 0) if "at" in entry else text.index(MARK)
        before = text[:index].replace(MARK, "")
        directory.write(entry["file"], text.replace(MARK, ""))
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    return spoil


def _spoilt_text(entry: dict[str, Any], directory: Directory) -> str:
    if "content" in entry:
        return str(entry["content"])
    text: str = directory.read(entry["file"]) + entry.get("append", "")
    for change in (entry, *entry.get("more", ())) if "replace" in entry else ():
        assert change["replace"] in text
        text = text.replace(change["replace"], change["with"], 1)
    return text


def _file(path: str, content: str | bytes, place: tuple[int, int] = START) -> Spoil:
    def spoil(directory: Directory) -> tuple[int, int]:
        directory.write(path, content)
        return place

    return spoil


def _link(directory: Directory) -> tuple[int, int]:
    (directory.root / EVENTS).symlink_to("/etc/hostname")
    return START


def _pipe(directory: Directory) -> tuple[int, int]:
    os.mkfifo(directory.root / EVENTS)
    return START


def _lost_profile(directory: Directory) -> tuple[int, int]:
    directory.write("clusters/gamma/strategy.yml", directory.read("clusters/alpha/strategy.yml"))
    return START


def _two_logos(directory: Directory) -> tuple[int, int]:
    directory.write(SVG, svg(""))
    directory.write(PNG, png(4, 4))
    return START


def _unforeseen_condition(directory: Directory) -> tuple[int, int]:
    """Give a schema a condition of a kind that the program has no words for."""
    own_schemas(directory)
    path = "schema/profile.schema.json"
    schema = json.loads(directory.read(path))
    directory.write(path, json.dumps({**schema, "not": {"required": ["also_known_as"]}}))
    return 2, 1


def svg(content: str) -> str:
    """Draw a picture that holds this."""
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
    return f"<svg {namespaces}><g>{content}</g></svg>"


def png(width: int, height: int) -> bytes:
    """Draw a black picture of this size."""
    header = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress(b"\0" * (width + 1) * height)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", rows), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


EVENTS = "clusters/beta/events.yml"
OFFER = "clusters/alpha/offers/Our offer.yml"
STRAY = "clusters/beta/events.yaml"
NOTES = "clusters/notes.txt"
SVG = "clusters/beta/logo.svg"
PNG = "clusters/beta/logo.png"
ENTITY = '<!DOCTYPE svg [<!ENTITY a "b">]>'

MADE = (
    Defect("a file of a megabyte", "IL101", EVENTS, _file(EVENTS, "#" * 10**6)),
    Defect("an old encoding", "IL102", EVENTS, _file(EVENTS, "a:\n- ž".encode("windows-1257"), (2, 3))),
    Defect("a pipe instead of a file", "IL110", EVENTS, _pipe),
    Defect("a link to a file of the machine", "IL111", EVENTS, _link),
    Defect("a file of another ending", "IL201", STRAY, _file(STRAY, "a: b"), suggests="events.yml"),
    Defect("a file beside the folders", "IL201", NOTES, _file(NOTES, "x")),
    Defect("a name with a space", "IL202", OFFER, _file(OFFER, "a: b"), suggests="our-offer"),
    Defect("a folder without a profile", "IL203", "clusters/gamma/strategy.yml", _lost_profile),
    Defect("a script", "IL204", SVG, _file(SVG, svg("<script>alert(1)</script>"))),
    Defect("a script of no namespace", "IL204", SVG, _file(SVG, svg('<script xmlns="">alert(1)</script>'))),
    Defect("a page within a logo", "IL204", SVG, _file(SVG, svg("<foreignObject/>"))),
    Defect("a handler", "IL204", SVG, _file(SVG, svg('<path onload="alert(1)"/>'))),
    Defect(
        "a reference to elsewhere", "IL204", SVG, _file(SVG, svg('<use x:href="https://evil.example/#a"/>'))
    ),
    Defect(
        "a style from elsewhere",
        "IL204",
        SVG,
        _file(SVG, svg("<style>@import 'https://evil.example'</style>")),
    ),
    Defect("an entity", "IL204", SVG, _file(SVG, ENTITY + svg("&a;"))),
    Defect("no picture", "IL204", PNG, _file(PNG, svg(""))),
    Defect("a picture of 4001 pixels", "IL204", PNG, _file(PNG, png(4001, 2))),
    Defect("a picture that breaks off", "IL204", PNG, _file(PNG, png(4, 4)[:-30])),
    Defect("a logo of a megabyte", "IL204", SVG, _file(SVG, svg(" " * 10**6))),
    Defect("a condition without words", "IL310", "clusters/alpha/profile.yml", _unforeseen_condition),
    Defect("two logos", "IL205", PNG, _two_logos),
)
DEFECTS = (*written_defects(), *MADE)
