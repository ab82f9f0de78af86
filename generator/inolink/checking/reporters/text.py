"""For people at a terminal: file by file, each error with its line and a sign below the place."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import click

from inolink.checking.report import Finding, Report
from inolink.checking.reporters.summary import summary
from inolink.plainfile import read_bytes
from inolink.problems import Severity, printable, shorten
from inolink.reading.text import LARGEST_FILE

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
WIDEST_LINE = 96
CONTEXT_BEFORE = 60
PERSONAL = ("IL451", "IL452", "IL453")
"""Codes whose place is not shown: what stands there should not be spread further."""

NEXT = {
    "en": ("Next: mend the first one, or read more with `inolink explain {code}`.", "Next: `inolink build`."),
    "lt": (
        "Toliau: pataisykite pirmąją arba paskaitykite apie ją: `inolink explain {code} --language lt`.",
        "Toliau: `inolink build`.",
    ),
}


def write(report: Report) -> str:
    """Return the report as lines with colours."""
    # A file may have changed since an earlier report of the same program.
    _source.cache_clear()
    lines: list[str] = []
    for path, findings in groupby(report.findings, key=lambda finding: finding.problem.path):
        lines.append(click.style(shorten(path), bold=True))
        for finding in findings:
            lines.extend(_lines(report, finding))
        lines.append("")
    return "\n".join([*lines, click.style(summary(report), bold=True), _next(report)])


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    problem = finding.problem
    place = f"{problem.line}:{problem.column}"
    severity = click.style(f"{finding.severity:<7}", fg=COLOURS[finding.severity])
    yield f"  {place:<8} {severity} {problem.code}  {problem.message(report.language)}"
    if finding.severity is Severity.ERROR and problem.code not in PERSONAL:
        yield from _excerpt(report.root / problem.path, problem.line, problem.column)
    if finding.severity is not Severity.NOTICE:
        yield f"           {problem.remedy(report.language)}"


def _excerpt(file: Path, line: int, column: int) -> Iterator[str]:
    """Yield a line of a file, the part around the column alone where it is long, and a sign below it."""
    lines = _source(file)
    if not 0 < line <= len(lines) or not lines[line - 1].strip() or column > len(lines[line - 1]) + 1:
        return
    start = max(0, column - CONTEXT_BEFORE) if len(lines[line - 1]) > WIDEST_LINE else 0
    part = lines[line - 1][start : start + WIDEST_LINE]
    yield f"           │ {printable(part)}"
    yield f"           │ {' ' * (column - 1 - start)}" + click.style("^", fg="red", bold=True)


@cache
def _source(file: Path) -> list[str]:
    try:
        return read_bytes(file, LARGEST_FILE).decode("utf-8", "replace").split("\n")
    except OSError:
        return []


def _next(report: Report) -> str:
    failing, clean = NEXT.get(report.language, NEXT["en"])
    return failing.format(code=report.by_importance[0].problem.code) if report.failed else clean
