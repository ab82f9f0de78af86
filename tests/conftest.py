"""What many tests need: a small directory that is in order, the real one, and a shell."""

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.directories import PROJECT, SMALL, Directory, settle

RunLine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    """Make a small directory that is in order."""
    return settle(tmp_path / "small", SMALL)


@pytest.fixture
def shipped(tmp_path: Path) -> Directory:
    """Copy the clusters that the project itself publishes."""
    return settle(tmp_path / "shipped", PROJECT / "clusters")


@pytest.fixture
def run_line(tmp_path: Path) -> RunLine:
    """Run a line as a shell would: `run_line("inolink check", cwd=folder)`."""

    def run(line: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        command, *arguments = shlex.split(line)
        assert command == "inolink"
        return subprocess.run(
            [sys.executable, "-m", "inolink", *arguments],
            cwd=cwd,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT / "generator"), **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
