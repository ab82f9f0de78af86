"""`inolink format` as people, hooks and pipelines run it."""

import pytest

from tests.conftest import RunLine
from tests.directories import Directory

BETA = "clusters/beta/profile.yml"


@pytest.fixture
def tidied(directory: Directory, run_line: RunLine) -> Directory:
    """Make a small directory whose files are tidy."""
    assert run_line("inolink format", cwd=directory.root).returncode == 0
    return directory


def test_a_tidy_directory_exits_with_0_and_names_the_next_command(
    tidied: Directory, run_line: RunLine
) -> None:
    done = run_line("inolink format --check", cwd=tidied.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["9 files: 0 not tidy, 0 left alone.", "Next: `inolink check`."]


def test_an_untidy_file_is_named_and_with_check_nothing_changes(tidied: Directory, run_line: RunLine) -> None:
    good = tidied.read(BETA)
    tidied.append(BETA, "\n\n\n")
    done = run_line("inolink format --check", cwd=tidied.root)
    assert (done.returncode, tidied.read(BETA)) == (1, f"{good}\n\n\n")
    assert done.stdout.splitlines() == [
        f"Not tidy: {BETA}",
        "9 files: 1 not tidy, 0 left alone.",
        "Next: `inolink format`.",
    ]


def test_an_untidy_file_is_tidied_and_no_other_is_touched(tidied: Directory, run_line: RunLine) -> None:
    good = tidied.read(BETA)
    tidied.append(BETA, "\n\n\n")
    before = (tidied.root / "clusters/alpha/profile.yml").stat()
    done = run_line("inolink format", cwd=tidied.root)
    assert (done.returncode, tidied.read(BETA)) == (0, good)
    assert f"Tidied: {BETA}" in done.stdout
    assert (tidied.root / "clusters/alpha/profile.yml").stat().st_ino == before.st_ino


def test_a_path_limits_what_is_tidied(tidied: Directory, run_line: RunLine) -> None:
    tidied.append(BETA, "\n\n\n")
    assert run_line("inolink format --check clusters/alpha", cwd=tidied.root).returncode == 0
    assert run_line("inolink format --check clusters/beta", cwd=tidied.root).returncode == 1


def test_a_file_with_an_error_is_left_alone_and_the_others_are_tidied(
    tidied: Directory, run_line: RunLine
) -> None:
    broken = f"{tidied.read(BETA)}\n\n\nname: [\n"
    tidied.write(BETA, broken)
    tidied.append("clusters/alpha/strategy.yml", "\n\n\n")
    done = run_line("inolink format", cwd=tidied.root)
    assert (done.returncode, tidied.read(BETA)) == (1, broken)
    assert done.stderr.startswith(f"Left alone: {BETA}:")
    assert "Tidied: clusters/alpha/strategy.yml" in done.stdout
    assert done.stdout.endswith("Next: `inolink check`.\n")


def test_a_link_is_not_followed(tidied: Directory, run_line: RunLine) -> None:
    outside = tidied.write("elsewhere.yml", "a:   1\n")
    (tidied.root / BETA).unlink()
    (tidied.root / BETA).symlink_to(outside)
    assert run_line("inolink format", cwd=tidied.root).returncode == 1
    assert outside.read_text() == "a:   1\n"


def test_the_permissions_of_a_file_stay(tidied: Directory, run_line: RunLine) -> None:
    tidied.append(BETA, "\n\n\n")
    (tidied.root / BETA).chmod(0o640)
    run_line("inolink format", cwd=tidied.root)
    assert (tidied.root / BETA).stat().st_mode & 0o777 == 0o640
