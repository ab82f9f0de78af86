"""A table for the summary of a pipeline or a comment; whatever stands in a record stays plain text."""

import html
import re

from inolink.checking.report import Finding, Report
from inolink.checking.reporters.summary import summary
from inolink.problems import shorten

LONGEST_TABLE = 500
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
# Forges turn these into links and notifications, even in plain text.
LIVE = re.compile(r"[@#](?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
NOTHING = "\N{ZERO WIDTH SPACE}"

HEADINGS = {
    "en": ("Severity", "Place", "Code", "Problem", "How to mend it", "… and {count} more."),
    "lt": ("Svarba", "Vieta", "Kodas", "Problema", "Kaip pataisyti", "… ir dar {count}."),
}


def write(report: Report) -> str:
    """Return the report as a heading and a table, the most important first."""
    *columns, more = HEADINGS.get(report.language, HEADINGS["en"])
    lines = [f"### {summary(report)}"]
    if report.findings:
        lines += ["", _row(columns), _row(["---"] * len(columns))]
        lines += [_row(_cells(finding, report.language)) for finding in report.by_importance[:LONGEST_TABLE]]
    if len(report.findings) > LONGEST_TABLE:
        lines += ["", more.format(count=len(report.findings) - LONGEST_TABLE)]
    return "\n".join(lines)


def _cells(finding: Finding, language: str) -> list[str]:
    problem = finding.problem
    place = f"{shorten(problem.path)}:{problem.line}:{problem.column}"
    texts = (place, problem.code, problem.message(language), problem.remedy(language))
    return [str(finding.severity), *(escape(text) for text in texts)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    quiet = LIVE.sub(lambda found: f"{found.group()}{NOTHING}", " ".join(text.split()))
    return SPECIAL.sub(r"\\\1", html.escape(quiet, quote=False))
