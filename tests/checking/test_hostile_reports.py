"""Reports of hostile files: nothing in them drives a terminal, a forge or a page that shows them."""

import json
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.directories import PROJECT, Directory

NAMES = (
    "a\x1b]0;title\x07\x1b[2Jb.yml",
    "x\n::error file=a::b.yml",
    "y\r::warning::b.yml",
    "<img src=x onerror=ilRan()>.yml",
    "[x](javascript:ilRan()) | @all `.yml",
    "z\u202elmy.exe.yml",
)
KEYS = (
    "::error::ilRan()",
    "a\n::set-output name=b::c",
    "<script>ilRan()</script>",
    "[x](javascript:ilRan())",
    "x | y | z",
    "@everyone #1 www.outside.example",
    "__proto__",
    "##[error]x",
)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
COMMAND = re.compile(r"::(error|warning|notice) file=[^:\r\n]*,line=\d+,col=\d+,title=IL\d+[^:\r\n]*::.*")
ROW = re.compile(r"(?<!\\)\|")
Written = Callable[..., str]


@pytest.fixture
def written(directory: Directory) -> Written:
    """Run a command on a directory that is hostile in names of files, keys and values."""
    profile = {"name": {"en": "A"}, "status": "<b>::error::</b>|@all"} | dict.fromkeys(KEYS, "x")
    directory.write("clusters/alpha/profile.yml", json.dumps(profile))
    for number, name in enumerate(NAMES):
        directory.write(f"clusters/beta/offers/{name}", "a: 1\n")
        directory.write(f"clusters/case-{number}/{name}", f"a: {json.dumps(KEYS[number])}\n")

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "inolink", *arguments, "--root", str(directory.root)]
        environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT / "generator"), "PYTHONUTF8": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
        assert b"Traceback" not in done.stderr
        assert not CONTROL.search(done.stderr.decode("utf-8"))
        return done.stdout.decode("utf-8")

    return run


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "markdown"])
@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_report_holds_no_sign_that_drives_a_terminal(written: Written, form: str, language: str) -> None:
    text = written("check", "--format", form, "--language", language)
    assert CONTROL.findall(text) == []
    assert "IL302" in text
    assert "IL201" in text


def test_every_line_of_workflow_commands_is_one_of_ours(written: Written) -> None:
    *commands, last = written("check", "--format", "github").splitlines()
    assert [line for line in commands if not COMMAND.fullmatch(line)] == []
    assert last.startswith("inolink: ")


def test_reports_for_programs_are_whole_json(written: Written) -> None:
    assert len(json.loads(written("check", "--format", "json"))["problems"]) > len(KEYS)
    assert len(json.loads(written("check", "--format", "gitlab"))) > len(KEYS)


def test_a_table_in_markdown_stays_a_table_of_plain_words(written: Written) -> None:
    table = [line for line in written("check", "--format", "markdown").splitlines() if line.startswith("|")]
    assert len(table) > len(KEYS)
    assert {len(ROW.findall(line)) for line in table} == {6}
    text = "\n".join(table)
    assert "<" not in text
    assert not re.search(r"(?<!\\)\[|[@#]\w|\w://", text)
