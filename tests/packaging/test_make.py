"""The Makefile tells what it can do and what is missing, and sets up an environment on odd machines too."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / "requirements" / "environment.py"


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def set_up(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ENVIRONMENT), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_make_alone_lists_every_target_for_people() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    listed = re.findall(r"^  make ([a-z]+)", make().stdout, re.MULTILINE)
    assert listed == targets


def test_without_a_new_enough_python_one_line_says_what_is_needed(tmp_path: Path) -> None:
    run = make("site", "PYTHON=", f"VENV={tmp_path / 'venv'}")
    assert run.returncode != 0
    assert run.stderr.startswith("Python 3.11 or newer is needed")


def test_an_environment_has_pip(tmp_path: Path) -> None:
    assert set_up(tmp_path / "venv").returncode == 0
    pip = [str(tmp_path / "venv" / "bin" / "python"), "-m", "pip", "--version"]
    assert subprocess.run(pip, capture_output=True, check=False).returncode == 0


def test_a_broken_environment_is_made_anew(tmp_path: Path) -> None:
    program = tmp_path / "venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text("#!/nowhere/python\n")
    program.chmod(0o755)
    assert set_up(tmp_path / "venv").returncode == 0
    assert subprocess.run([str(program), "--version"], capture_output=True, check=False).returncode == 0
