"""A file with as many mistakes as it has room for is checked and reported in proportion to its size."""

import pytest

from inolink.checking.report import Report, findings_of
from inolink.checking.reporters import REPORTERS
from inolink.reading.guess import MOST_GUESSES
from tests.directories import Directory
from tests.hostile.confined import confined

PROFILE = "clusters/beta/profile.yml"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("ecosystems: [" + ", ".join(f"ecosystem-{number}" for number in range(2000)) + "]", "IL401"),
        ("\n".join(f"names{number}: 1" for number in range(2000)), "IL302"),
    ],
    ids=["codes", "keys"],
)
def test_thousands_of_mistakes_are_named_and_the_first_get_a_hint(
    directory: Directory, content: str, code: str
) -> None:
    directory.write(PROFILE, content)
    found = [problem for problem in directory.problems() if problem.code == code]
    assert len(found) >= 2000
    assert sum(problem.suggestion is not None for problem in found) <= MOST_GUESSES


def test_thousands_of_mistakes_on_one_line_make_a_report_of_lines_that_can_be_read(
    directory: Directory,
) -> None:
    directory.write(PROFILE, "topics: [" + ",".join("7" * 1500) + "]")
    result = directory.check()
    findings = findings_of(result.problems, lambda _: True)
    for report in REPORTERS.values():
        said = report(Report(directory.root, findings, result.files))
        assert len(said) < 1000 * len(findings)


def test_a_file_that_is_wrong_throughout_is_reported_within_little_memory(directory: Directory) -> None:
    directory.write(PROFILE, "topics: [" + ",".join("7" * 4000) + "]")
    assert confined("check", cwd=directory.root).returncode == 1
