"""A wheel carries the browser code, and a failure to bundle it ends in one line."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy what a clone of the project would hold."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = (name for name in tracked.split("\0") if name and (ROOT / name).is_file())
    copy(wanted, tmp_path / "clone")
    return tmp_path / "clone"


def copy(names: Iterable[str], target: Path) -> None:
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)


def build(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_a_wheel_carries_the_bundled_browser_code_and_every_text_of_the_package(project: Path) -> None:
    run = build(project)
    assert run.returncode == 0, run.stderr
    (wheel,) = (project / "dist").glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    sources = {
        path.relative_to(project / "generator").as_posix()
        for path in (project / "generator" / "inolink").rglob("*")
        if path.is_file()
    }
    assert sources <= inside
    assert any(name.startswith("inolink/pages/theme/assets/bundled/") for name in inside)
    assert {
        f"inolink/pages/maps/shapes/{name}.json" for name in ("world", "europe", "countries/LT")
    } <= inside


def test_a_failing_bundler_is_reported_in_one_line(project: Path) -> None:
    package = project / "generator" / "web" / "package.json"
    described = json.loads(package.read_text("utf-8"))
    described["scripts"]["build"] = "echo the script is wrong >&2; exit 3"
    package.write_text(json.dumps(described), "utf-8")
    run = build(project)
    assert run.returncode != 0
    assert "the script is wrong" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_a_broken_lock_of_the_browser_code_is_reported_in_one_line(project: Path) -> None:
    (project / "generator" / "web" / "package-lock.json").unlink()
    run = build(project)
    assert run.returncode != 0
    assert run.stderr.startswith("The browser code in generator/web could not be bundled: `npm ci")
    assert len(run.stderr.strip().splitlines()) == 1
