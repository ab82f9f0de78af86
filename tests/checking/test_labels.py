"""The arithmetic of labels: two years at first, then three years from the end of the last ones."""

from datetime import date

import pytest

from inolink.checking.validity import first_end, renewal_deadline, renewed_end
from tests.directories import Directory

PROFILE = "clusters/beta/profile.yml"


def cases_of(directory: Directory, *labels: str) -> list[str]:
    """Give a profile these labels and return what does not add up."""
    directory.append(PROFILE, "labels:\n" + "".join(f"  - {{{label}}}\n" for label in labels))
    problems = [problem for problem in directory.problems() if problem.code == "IL432"]
    return [dict(problem.params)["case"] for problem in problems]


def test_validity_counts_from_the_month_of_the_assessment() -> None:
    end = first_end(date(2022, 2, 14))
    assert end == date(2024, 2, 29)
    assert renewal_deadline(end) == date(2025, 2, 28)
    assert renewed_end(end) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "labels",
    [
        ["level: bronze, awarded: 2022-02"],
        ["level: bronze, awarded: 2018-02", "level: bronze, type: renewal, awarded: 2021-02"],
        ["level: bronze, awarded: 2018-02", "level: bronze, type: renewal, awarded: 2019-12"],
        ["level: bronze, awarded: 2018-02", "level: bronze, awarded: 2021-03"],
        ["level: bronze, awarded: 2018-02", "level: silver, awarded: 2019-08"],
        ["level: bronze, awarded: '2018'", "level: silver, awarded: '2019'"],
        ["level: bronze, awarded: 2014-10", "level: bronze, held: 2017-10"],
        ["level: silver, awarded: 2019-08"],
        [
            "level: bronze, type: renewal, awarded: 2024-02",
            "level: bronze, type: renewal, awarded: 2021-02",
            "level: bronze, awarded: 2018-02",
        ],
    ],
)
def test_labels_that_can_be_true_are_not_reported(directory: Directory, labels: list[str]) -> None:
    assert cases_of(directory, *labels) == []


@pytest.mark.parametrize(
    ("case", "labels"),
    [
        ("renewal-without-first", ["level: bronze, type: renewal, awarded: 2022-02"]),
        (
            "renewal-without-first",
            ["level: bronze, awarded: 2020-02", "level: silver, type: renewal, awarded: 2022-02"],
        ),
        (
            "renewal-too-late",
            ["level: bronze, awarded: 2018-02", "level: bronze, type: renewal, awarded: 2021-03"],
        ),
        ("first-too-early", ["level: bronze, awarded: 2018-02", "level: bronze, awarded: 2021-02"]),
        ("higher-too-early", ["level: bronze, awarded: 2018-02", "level: silver, awarded: 2019-07"]),
        ("held-after-end", ["level: bronze, awarded: 2014-10", "level: bronze, held: 2017-11"]),
    ],
)
def test_labels_that_cannot_be_true_are_reported(directory: Directory, case: str, labels: list[str]) -> None:
    assert cases_of(directory, *labels) == [case]
