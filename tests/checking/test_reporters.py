"""A report says the same to people, programs and forges, and a record stays text in all of them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from markdown_it import MarkdownIt

from inolink.checking.report import Finding, Report
from inolink.checking.reporters import REPORTERS
from inolink.problems import Problem, Severity
from tests.directories import Directory

HOSTILE = (
    "x`|**b**<img src=x onerror=alert(1)>[a](https://evil.example) @team #1 www.evil.example"
    "\n::error::y%0A$(rm)"
)
PATH = "clusters/beta/profile.yml"
UNKNOWN_FIELD = "Correct the name, or move the field to the block in which it belongs."


def problem(code: str = "IL302", path: str = PATH, line: int = 3, **params: str) -> Problem:
    """Make a problem."""
    return Problem(code, path, line, 5, "/x", tuple(params.items()))


def report(root: Path, *problems: Problem, language: str = "en") -> Report:
    """Make a report of problems that all count."""
    findings = tuple(Finding(each, each.severity) for each in problems)
    return Report(root, findings, 7, language)


@cache
def unescaped(text: str) -> str:
    """Read a part of a workflow command as a runner does."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def workflow_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as a runner does: one to a line, at its start."""
    found = []
    for line in text.splitlines():
        if matched := re.fullmatch(r"::(\w+) (.*?)::(.*)", line):
            name, properties, message = matched.groups()
            pairs = (pair.partition("=") for pair in properties.split(","))
            found.append((name, {key: unescaped(value) for key, _, value in pairs}, unescaped(message)))
    return found


def test_the_json_report_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    made = report(tmp_path, problem(key="webiste", suggestion="website"), problem("IL472"))
    assert json.loads(REPORTERS["json"](made)) == {
        "problems": [
            {
                "code": "IL302",
                "severity": "error",
                "path": PATH,
                "line": 3,
                "column": 5,
                "pointer": "/x",
                "message": "There is no field `webiste` here.",
                "remedy": "Did you mean `website`? " + UNKNOWN_FIELD,
            },
            {
                "code": "IL472",
                "severity": "notice",
                "path": PATH,
                "line": 3,
                "column": 5,
                "pointer": "/x",
                "message": "The figure has no `as_of`.",
                "remedy": problem("IL472").remedy(),
            },
        ],
        "summary": {"files": 7, "errors": 1, "warnings": 0, "notices": 1},
    }


def test_workflow_commands_come_with_the_most_important_first(tmp_path: Path) -> None:
    made = report(
        tmp_path, problem("IL472"), problem("IL485", other="x", reason="same-name"), problem(key="k")
    )
    commands = workflow_commands(REPORTERS["github"](made))
    assert [name for name, _, _ in commands] == ["error", "warning", "notice"]


def test_a_record_can_not_smuggle_in_a_workflow_command(tmp_path: Path) -> None:
    made = report(tmp_path, problem(path="clusters/a,b:c%\n::warning::x.yml", key=HOSTILE))
    ((name, properties, message),) = workflow_commands(REPORTERS["github"](made))
    assert name == "error"
    assert set(properties) == {"file", "line", "col", "title"}
    assert properties["file"] == "clusters/a,b:c%\n::warning::x.yml"
    assert message.startswith("There is no field `x`|**b**<img")
    assert len(REPORTERS["github"](made).splitlines()) == 2


def test_the_code_quality_report_names_each_problem_once(tmp_path: Path) -> None:
    entries: list[dict[str, Any]] = json.loads(
        REPORTERS["gitlab"](report(tmp_path, problem(key="a"), problem(key="a", line=9), problem(key="b")))
    )
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert entries[0]["severity"] == "major"
    assert entries[0]["location"] == {"path": PATH, "lines": {"begin": 3}}


def test_a_fingerprint_stays_when_lines_are_added_above(tmp_path: Path) -> None:
    written = [REPORTERS["gitlab"](report(tmp_path, problem(key="a", line=line))) for line in (3, 30)]
    assert len({json.loads(text)[0]["fingerprint"] for text in written}) == 1


def test_a_record_stays_plain_text_in_a_markdown_table(tmp_path: Path) -> None:
    written = REPORTERS["markdown"](report(tmp_path, problem(path=f"clusters/{HOSTILE}", key=HOSTILE)))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(written)
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block"}
    cells = [token.content for token in tokens if token.type == "inline"]
    assert len(cells) == 1 + 5 + 5
    assert not re.search(r"@team|#1|https?://|www\.evil", written)


def test_a_long_markdown_table_ends_with_how_many_more_there_are(tmp_path: Path) -> None:
    written = REPORTERS["markdown"](report(tmp_path, *(problem(key=str(n)) for n in range(501))))
    assert written.endswith("… and 1 more.")


def test_the_text_report_shows_the_line_and_a_sign_below_the_place(directory: Directory) -> None:
    directory.append(PATH, "fonded: '2011'\n")
    lines = click.unstyle(REPORTERS["text"](report(directory.root, *directory.problems()))).splitlines()
    assert lines == [
        PATH,
        "  18:1     error   IL302  There is no field `fonded` here.",
        "           │ fonded: '2011'",
        "           │ ^",
        f"           Did you mean `founded`? {UNKNOWN_FIELD}",
        "",
        "7 files: 1 error, 0 warnings, 0 notices.",
        "Next: mend the first one, or read more with `inolink explain IL302`.",
    ]


def test_of_a_long_line_the_part_around_the_place_is_shown(directory: Directory) -> None:
    text = f"topics: [{{en: {'a' * 70}, lt: a}}, {{en: b, lt: b, §x: c}}]\n"
    directory.write(PATH, text.replace("§", ""))
    place = Problem("IL302", PATH, 1, text.index("§") + 1, "", (("key", "x"),))
    lines = click.unstyle(REPORTERS["text"](report(directory.root, place))).splitlines()
    assert lines[2][lines[3].index("^") :].startswith("x: c")


def test_signs_that_steer_a_terminal_are_not_printed(tmp_path: Path) -> None:
    (tmp_path / "clusters" / "beta").mkdir(parents=True)
    (tmp_path / PATH).write_bytes(b"\n\na: \x1b[2J\x07 b\n")
    written = REPORTERS["text"](
        report(tmp_path, problem(path=PATH, key="\x1b[2J"), problem(path="a\x1b[2J", key="a"))
    )
    assert "\x1b[2J" not in written
    assert "\x07" not in written


@pytest.mark.parametrize("code", ["IL451", "IL452"])
def test_traces_of_persons_are_not_repeated(directory: Directory, code: str) -> None:
    directory.replace(PATH, "en: A park", "en: Write to v.pavarde@gamma.example, +370 600 00000. A park")
    found = [each for each in directory.problems() if each.code == code]
    for name in REPORTERS:
        written = REPORTERS[name](report(directory.root, *found))
        assert code in written
        assert not re.search("pavarde|600", written)


@pytest.mark.parametrize(
    ("files", "words"),
    [(1, "1 failas"), (2, "2 failai"), (10, "10 failų"), (11, "11 failų"), (21, "21 failas")],
)
def test_counts_are_right_in_lithuanian(tmp_path: Path, files: int, words: str) -> None:
    assert REPORTERS["markdown"](Report(tmp_path, (), files, "lt")).startswith(f"### {words}: 0 klaidų")


def test_a_problem_that_does_not_count_is_a_notice_in_every_format(tmp_path: Path) -> None:
    made = Report(tmp_path, (Finding(problem(key="k"), Severity.NOTICE),), 1)
    assert not made.failed
    assert json.loads(REPORTERS["json"](made))["problems"][0]["severity"] == "notice"
    assert REPORTERS["github"](made).startswith("::notice ")
