"""Long work tells how far it is: a bar for people, a line for logs, beside the report and never in it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import RunLine
from tests.directories import PROJECT, Directory
from tests.terminals import everything


@pytest.fixture
def large(directory: Directory) -> Directory:
    """Make a directory that takes a moment."""
    profile = directory.read("clusters/beta/profile.yml")
    for number in range(500):
        directory.write(f"clusters/gamma-{number}/profile.yml", profile)
    return directory


def test_a_log_gets_a_line_for_each_step(large: Directory, run_line: RunLine) -> None:
    done = run_line("inolink check --format json --today 2026-11-23", cwd=large.root)
    assert done.stderr.splitlines() == ["Checking: 509 files"]
    assert json.loads(done.stdout)["summary"]["files"] == 509


def test_a_terminal_gets_a_bar(large: Directory, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "inolink", "check", "--format", "json", "--today", "2026-11-23"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "generator")}
    report = tmp_path / "report.json"
    with (
        report.open("wb") as out,
        subprocess.Popen(command, cwd=large.root, env=environment, stdout=out, stderr=theirs),
    ):
        os.close(theirs)
        shown = everything(ours)
    assert "100%" in shown
    assert json.loads(report.read_bytes())["summary"]["files"] == 509
