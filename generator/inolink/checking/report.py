"""What of a check's findings is reported, and how much each of them counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inolink.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a report; its severity here may be milder than the code's own."""

    problem: Problem
    severity: Severity


@dataclass(frozen=True)
class Report:
    """The findings of one check, ready for a reporter."""

    root: Path
    findings: tuple[Finding, ...]
    files: int
    language: str = "en"

    @cached_property
    def by_importance(self) -> tuple[Finding, ...]:
        """Errors first; many readers show only the first few."""
        return tuple(sorted(self.findings, key=lambda finding: finding.severity.rank))

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return self.count(Severity.ERROR) > 0


Reporter = Callable[[Report], str]


def findings_of(problems: Iterable[Problem], counts: Callable[[Problem], bool]) -> tuple[Finding, ...]:
    """Return the problems as findings; those that don't count are notices, whatever their codes say."""
    return tuple(
        Finding(problem, problem.severity if counts(problem) else Severity.NOTICE) for problem in problems
    )
