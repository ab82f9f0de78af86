"""A report as headings and lines, and how it is written: for a terminal, for a program, for a forge."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from inolink.checking.reporters.markdown import escape
from inolink.problems import shorten

OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"
"""Signs that mean something in an address; whatever else stands in one could end the link."""


@dataclass(frozen=True)
class Line:
    """One statement, of what it is about, and where to go on."""

    about: str
    text: str
    link: str | None = None


@dataclass(frozen=True)
class Section:
    """Lines that belong together."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Report:
    """A report in the words of one language, and the same as data."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    data: Mapping[str, Any]
    link: str = ""
    """What the links of its lines are called."""


def text(report: Report) -> str:
    """Write for a terminal."""
    parts = [report.title, report.summary]
    for section in report.sections:
        parts += ["", section.title]
        parts += [f"  {shorten(line.about)}: {shorten(line.text)}" for line in section.lines]
    return "\n".join(parts)


def markdown(report: Report) -> str:
    """Write for an issue or a summary; whatever stands in a record stays plain text."""
    parts = [f"## {escape(report.title)}", "", escape(report.summary)]
    for section in report.sections:
        parts += ["", f"### {escape(section.title)}", ""]
        parts += [_item(line, report.link) for line in section.lines]
    return "\n".join(parts)


def _item(line: Line, name: str) -> str:
    link = f" ([{escape(name)}](<{quote(line.link, safe=OF_ADDRESSES)}>))" if line.link else ""
    return f"- **{escape(line.about)}**: {escape(line.text)}{link}"


def as_json(report: Report) -> str:
    """Write for a program."""
    return json.dumps(report.data, ensure_ascii=False, indent=1)


WRITERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": text, "json": as_json, "markdown": markdown}
)
