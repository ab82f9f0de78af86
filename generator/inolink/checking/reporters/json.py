"""For programs: the shape is a contract that scripts rely on."""

import json

from inolink.checking.report import Finding, Report
from inolink.problems import Severity


def write(report: Report) -> str:
    """Return the report as a JSON object."""
    counts = {f"{severity}s": report.count(severity) for severity in Severity}
    problems = [_problem(finding, report.language) for finding in report.findings]
    return json.dumps({"problems": problems, "summary": {"files": report.files, **counts}}, indent=2)


def _problem(finding: Finding, language: str) -> dict[str, str | int]:
    problem = finding.problem
    return {
        "code": problem.code,
        "severity": finding.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "pointer": problem.pointer,
        "message": problem.message(language),
        "remedy": problem.remedy(language),
    }
