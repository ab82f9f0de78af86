"""Whatever a command is given, it ends with its exit code and, if it could not run, with one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.directories import PROJECT, Directory
from tests.hostile.confined import confine, confined, one_sentence

LONG = "x" * 5000
REFUSED: tuple[tuple[str | bytes, ...], ...] = (
    ("check", LONG),
    ("check", "a/" * 3000),
    ("check", "/etc/passwd"),
    ("check", "clusters/../../.."),
    ("check", b"\xff\xfe"),
    ("check", "--root", LONG),
    ("check", "--root", "/dev/null"),
    ("check", "--today", "2026-02-30"),
    ("check", "--today", "\u0662\u0660\u0662\u0666-11-23"),
    ("check", "--base", b"-\xff"),
    ("check", "--base", "--output=/tmp/x"),
    ("changes", "--base", "x" * 100_000),
    ("explain", "IL" + "9" * 5000),
    ("explain", "{0.__class__}"),
    ("format", LONG),
    ("report", "freshness", "--root", b"\xff"),
)


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: " ".join(str(word)[:12] for word in line))
def test_what_no_command_can_use_is_one_sentence(
    directory: Directory, line: tuple[str | bytes, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    sentence = one_sentence(run_inside(line, directory.root, capfd))
    assert sentence.isprintable()


def run_inside(
    line: tuple[str | bytes, ...], folder: Path, capfd: pytest.CaptureFixture[str]
) -> "subprocess.CompletedProcess[str]":
    """Run a command in this process, which is quick, as if it were its own."""
    from inolink.cli import main  # noqa: PLC0415  # the command line is wanted here alone

    words = [os.fsdecode(word) for word in line]
    here = Path.cwd()
    os.chdir(folder)
    try:
        with pytest.raises(SystemExit) as ended:
            main(words, prog_name="inolink")
    finally:
        os.chdir(here)
    said = capfd.readouterr()
    return subprocess.CompletedProcess(words, int(ended.value.code or 0), said.out, said.err)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("line", [("check",), ("report", "freshness"), ("report", "programme")], ids=str)
def test_the_first_and_the_last_day_of_the_calendar_are_days(
    directory: Directory, line: tuple[str, ...], day: str, capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_inside((*line, "--today", day), directory.root, capfd)
    assert done.returncode in {0, 1}
    assert done.stdout


def test_a_reader_that_goes_away_ends_a_command_quietly(directory: Directory) -> None:
    for number in range(300):
        directory.write(f"clusters/c{number}/profile.yml", "")
    command = [sys.executable, "-m", "inolink", "check"]
    environment = {"PATH": os.defpath, "PYTHONPATH": str(PROJECT / "generator")}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command,
        cwd=directory.root,
        env=environment,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=confine,
    )
    os.close(writer)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "line", ["check", "check --format json", "explain IL302", "--help", "format --check"]
)
@pytest.mark.parametrize("full", ["stdout", "stderr"])
def test_an_output_that_is_full_is_told_and_no_traceback(directory: Directory, line: str, full: str) -> None:
    directory.write("clusters/alpha/offers/broken.yml", "")
    environment = {"PATH": os.defpath, "PYTHONPATH": str(PROJECT / "generator")}
    with Path("/dev/full").open("wb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "inolink", *line.split()],
            cwd=directory.root,
            env=environment,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, full: stream},
            check=False,
        )
    if full == "stdout":
        assert done.returncode == 2
        assert b"Error: The output can't be written (No space left on device)." in done.stderr
        assert b"Traceback" not in done.stderr
        assert b"ignored" not in done.stderr
    else:
        assert done.returncode in {0, 1, 2}


def test_a_terminal_of_no_width_and_no_known_letters_is_written_to(directory: Directory) -> None:
    directory.append("clusters/alpha/profile.yml", "\u017eem\u0117: 1\n")
    done = confined(
        "check", cwd=directory.root, COLUMNS="1", LINES="1", TERM="dumb", LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 1


def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    done = run_script(
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone');"
        "from inolink.cli import main; main(['check'])",
        tmp_path,
    )
    assert "is gone" in one_sentence(done)


STOPPED = """
import sys
class Stop:
    def find_spec(self, name, *_):
        if name == "inolink.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from inolink.__main__ import run
run()
"""


def test_who_stops_a_command_before_it_has_begun_sees_no_traceback(tmp_path: Path) -> None:
    done = run_script(STOPPED, tmp_path)
    assert (done.returncode, done.stderr) == (1, "Aborted!\n")


def run_script(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script that finds the package, and nothing else of this environment."""
    environment = {"PATH": os.defpath, "PYTHONPATH": str(PROJECT / "generator")}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_questions_without_anybody_to_answer_end(directory: Directory) -> None:
    done = confined("new", "offer", cwd=directory.root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
