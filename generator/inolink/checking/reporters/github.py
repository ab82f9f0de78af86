"""Workflow commands, which GitHub and Forgejo show beside the lines of a change.

GitHub shows ten of each severity, so the most important come first. Every line begins with our own words:
text from a record at the start of a line could be a command of its own.
"""

from inolink.checking.report import Finding, Report
from inolink.checking.reporters.summary import summary
from inolink.problems import printable

IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: Report) -> str:
    """Return the report as one command for each finding and a summary."""
    commands = [_command(finding, report.language) for finding in report.by_importance]
    return "\n".join([*commands, f"inolink: {summary(report)}"])


def _command(finding: Finding, language: str) -> str:
    problem = finding.problem
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": f"{problem.code} {problem.title(language)}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{problem.message(language)} {problem.remedy(language)}"
    return f"::{finding.severity} {written}::{message.translate(IN_MESSAGE)}"


def _property(value: str) -> str:
    """Write a value; a file's name may hold signs that drive a terminal, and logs are read in one."""
    return printable(value.translate(IN_PROPERTY))
