"""GitLab's code quality report, shown in merge requests."""

import hashlib
import json
from collections import Counter

from inolink.checking.report import Finding, Report
from inolink.problems import Problem, Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def write(report: Report) -> str:
    """Return the report as a JSON array."""
    seen: Counter[str] = Counter()
    return json.dumps([_entry(finding, seen, report.language) for finding in report.findings], indent=2)


def _entry(finding: Finding, seen: Counter[str], language: str) -> dict[str, object]:
    problem = finding.problem
    name = _identity(problem)
    seen[name] += 1
    return {
        "description": f"{problem.message(language)} {problem.remedy(language)}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(f"{name}|{seen[name]}".encode()).hexdigest(),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def _identity(problem: Problem) -> str:
    """Name a problem without its line, so that it stays the same when lines are added above it."""
    return "|".join((problem.code, problem.path, problem.pointer, *(value for _, value in problem.params)))
