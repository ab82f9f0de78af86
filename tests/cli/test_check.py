"""`inolink check` as people and pipelines run it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from inolink.checking.reporters import REPORTERS
from tests.conftest import RunLine
from tests.directories import Directory

BETA = "clusters/beta/profile.yml"
TODAY = "--today 2026-11-23"


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Return the only line that a command which could not run has written."""
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


def git(directory: Directory, *arguments: str) -> None:
    """Run Git in a directory."""
    names = {
        f"GIT_{role}_{what}": "tests@directory.example"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    subprocess.run(
        ["git", *arguments], cwd=directory.root, env={**os.environ, **names}, check=True, capture_output=True
    )


@pytest.fixture
def repository(directory: Directory) -> Directory:
    """Put the small directory into Git, with a mistake that was there before."""
    directory.append("clusters/alpha/strategy.yml", "colour: red\n")
    git(directory, "init", "-q", "-b", "main")
    git(directory, "add", ".")
    git(directory, "commit", "-q", "-m", "Begin")
    return directory


def test_a_directory_in_order_exits_with_0(directory: Directory, run_line: RunLine) -> None:
    done = run_line(f"inolink check {TODAY}", cwd=directory.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["9 files: 0 errors, 0 warnings, 0 notices.", "Next: `inolink build`."]


def test_warnings_alone_exit_with_0(directory: Directory, run_line: RunLine) -> None:
    assert run_line("inolink check --today 2027-12-01", cwd=directory.root).returncode == 0


def test_an_error_exits_with_1(directory: Directory, run_line: RunLine) -> None:
    directory.append(BETA, "colour: red\n")
    done = run_line(f"inolink check {TODAY}", cwd=directory.root)
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 error" in done.stdout


def test_the_directory_is_found_from_within(directory: Directory, run_line: RunLine) -> None:
    assert run_line(f"inolink check {TODAY}", cwd=directory.root / "clusters" / "alpha").returncode == 0


def test_the_directory_can_be_named(directory: Directory, run_line: RunLine) -> None:
    assert run_line(f"inolink check --root '{directory.root}' {TODAY}").returncode == 0


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_can_be_written(directory: Directory, run_line: RunLine, name: str) -> None:
    directory.append(BETA, "colour: red\n")
    done = run_line(f"inolink check --format {name} {TODAY}", cwd=directory.root)
    assert done.returncode == 1
    assert "IL302" in done.stdout


def test_texts_can_be_read_in_lithuanian(directory: Directory, run_line: RunLine) -> None:
    directory.append(BETA, "colour: red\n")
    done = run_line(f"inolink check --language lt {TODAY}", cwd=directory.root)
    assert "Lauko `colour` čia nėra." in done.stdout


def test_output_that_is_no_terminal_has_no_colours(directory: Directory, run_line: RunLine) -> None:
    directory.append(BETA, "colour: red\n")
    assert "\x1b" not in run_line(f"inolink check {TODAY}", cwd=directory.root).stdout


def test_letters_that_the_output_can_not_hold_do_not_stop_a_check(
    directory: Directory, run_line: RunLine
) -> None:
    directory.append(BETA, "žalia: taip\n")
    done = run_line(f"inolink check {TODAY}", cwd=directory.root, PYTHONIOENCODING="iso8859-1")
    assert done.returncode == 1
    assert "?alia" in done.stdout


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        ("clusters/beta", 1),
        ("clusters/alpha/offers clusters/beta/profile.yml", 3),
        (".", 9),
        ("clusters/", 9),
    ],
)
def test_a_path_limits_the_report(directory: Directory, run_line: RunLine, paths: str, files: int) -> None:
    for path in ("clusters/alpha/strategy.yml", BETA, "clusters/alpha/offers/cutting.yml"):
        directory.append(path, "colour: red\n")
    done = run_line(f"inolink check {paths} --format json {TODAY}", cwd=directory.root)
    report = json.loads(done.stdout)
    assert report["summary"]["files"] == files
    assert len(report["problems"]) == min(files, 3) - (1 if files == 3 else 0)


def test_a_path_is_meant_from_where_one_stands(directory: Directory, run_line: RunLine) -> None:
    directory.append("clusters/alpha/strategy.yml", "colour: red\n")
    assert run_line(f"inolink check ../beta {TODAY}", cwd=directory.root / "clusters/alpha").returncode == 0


def test_only_files_of_the_change_count(repository: Directory, run_line: RunLine) -> None:
    git(repository, "switch", "-q", "-c", "change")
    repository.append("clusters/alpha/events.yml", "    place: Vilnius\n")
    git(repository, "commit", "-q", "-a", "-m", "Name the place")
    done = run_line(f"inolink check --base main --format json {TODAY}", cwd=repository.root)
    (problem,) = json.loads(done.stdout)["problems"]
    assert (done.returncode, problem["path"], problem["severity"]) == (
        0,
        "clusters/alpha/strategy.yml",
        "notice",
    )


@pytest.mark.parametrize("committed", [True, False])
def test_a_mistake_of_the_change_fails(repository: Directory, run_line: RunLine, committed: bool) -> None:  # noqa: FBT001
    repository.write("clusters/beta/strategy.yml", "stage: adopted\nsources: [https://beta.example]\nx: 1\n")
    if committed:
        git(repository, "switch", "-q", "-c", "change")
        git(repository, "add", "clusters")
        git(repository, "commit", "-q", "-m", "Add a strategy")
    done = run_line(f"inolink check --base main --format json {TODAY}", cwd=repository.root)
    assert done.returncode == 1
    assert json.loads(done.stdout)["summary"]["errors"] == 1


def test_what_happened_on_the_other_branch_since_does_not_count(
    repository: Directory, run_line: RunLine
) -> None:
    git(repository, "switch", "-q", "-c", "change")
    git(repository, "switch", "-q", "main")
    repository.append("clusters/alpha/strategy.yml", "smell: sweet\n")
    git(repository, "commit", "-q", "-a", "-m", "Go on")
    git(repository, "switch", "-q", "change")
    assert run_line(f"inolink check --base main {TODAY}", cwd=repository.root).returncode == 0


def test_a_change_that_removes_a_cluster_is_to_blame_for_broken_references(
    repository: Directory, run_line: RunLine
) -> None:
    git(repository, "rm", "-q", "-r", "clusters/beta")
    done = run_line(f"inolink check --base main --format json {TODAY}", cwd=repository.root)
    errors = [each for each in json.loads(done.stdout)["problems"] if each["severity"] == "error"]
    assert done.returncode == 1
    assert {each["code"] for each in errors} == {"IL441"}


def test_a_change_of_the_schemas_makes_every_file_count(repository: Directory, run_line: RunLine) -> None:
    repository.append("mkdocs.yml", "# a word\n")
    assert run_line(f"inolink check --base main {TODAY}", cwd=repository.root).returncode == 1


@pytest.mark.parametrize("revision", ["nobody", "--help", "-x", "main..main", ""])
def test_a_revision_that_git_does_not_know_is_one_sentence(
    repository: Directory, run_line: RunLine, revision: str
) -> None:
    line = one_sentence(run_line(f"inolink check --base='{revision}'", cwd=repository.root))
    assert line.startswith("Error: --base: Git doesn't know this revision.")


def test_outside_of_git_a_base_is_one_sentence(directory: Directory, run_line: RunLine) -> None:
    said = one_sentence(run_line("inolink check --base main", cwd=directory.root))
    assert "--base: The directory is in no Git repository" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--today 2026-13-01", "'2026-13-01' is no day. Write it as 2026-11-23."),
        ("--today tomorrow", "'tomorrow' is no day."),
        ("clusters/gamma", "clusters/gamma: there is no such file or folder."),
        ("/etc/hostname", "/etc/hostname: lies outside of the directory"),
        ("..", "lies outside of the directory"),
        ("--cache .", ".: holds other files. Name a new or empty one"),
        ("--cache clusters", "clusters: lies among what the site is made from"),
        ("--cache clusters/new", "clusters/new: lies among what the site is made from"),
        ("--cache /dev/null", "/dev/null: is no folder"),
        ("--root clusters/beta/profile.yml", "is not a folder"),
        ("--root clusters", "no mkdocs.yml here"),
        ("--root nowhere", "nowhere: is not a folder"),
    ],
)
def test_what_can_not_be_run_is_one_sentence(
    directory: Directory, run_line: RunLine, arguments: str, words: str
) -> None:
    assert words in one_sentence(run_line(f"inolink check {arguments}", cwd=directory.root))


def test_a_folder_in_which_something_was_kept_is_taken_again(directory: Directory, run_line: RunLine) -> None:
    line = "inolink check --cache .inolink/cache"
    first = run_line(line, cwd=directory.root)
    assert (directory.root / ".inolink/cache/looks").is_file()
    assert run_line(line, cwd=directory.root).stdout == first.stdout


def test_outside_of_a_directory_there_is_one_sentence(tmp_path: Path, run_line: RunLine) -> None:
    assert "no mkdocs.yml in this folder or above it" in one_sentence(run_line("inolink check", cwd=tmp_path))


def test_a_directory_without_clusters_is_one_sentence(directory: Directory, run_line: RunLine) -> None:
    (directory.root / "clusters").rename(directory.root / "elsewhere")
    assert "no folder clusters/ here" in one_sentence(run_line("inolink check", cwd=directory.root))


def test_a_mistake_in_the_settings_is_one_sentence(directory: Directory, run_line: RunLine) -> None:
    directory.replace("mkdocs.yml", "country: LT", "county: LT")
    line = one_sentence(run_line("inolink check", cwd=directory.root))
    assert line == "Error: mkdocs.yml: extra.directory.county is not a setting. Did you mean country?"


def test_a_missing_schema_is_one_sentence(directory: Directory, run_line: RunLine) -> None:
    (directory.root / "schema").unlink()
    assert "schema.json is missing" in one_sentence(run_line("inolink check", cwd=directory.root))
