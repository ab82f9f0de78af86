"""`inolink explain`, and the command line as a whole."""

import subprocess
import sys

import pytest

from inolink import __version__
from inolink.cli import main
from inolink.codes import all_codes
from tests.conftest import RunLine
from tests.directories import PROJECT


def test_a_code_is_explained_with_an_example(run_line: RunLine) -> None:
    done = run_line("inolink explain IL302")
    assert done.returncode == 0
    assert done.stdout.startswith("IL302 Unknown field (error)\n")
    assert "    webiste: https://cluster.example" in done.stdout


def test_a_code_is_explained_in_lithuanian(run_line: RunLine) -> None:
    assert run_line("inolink explain IL302 --language lt").stdout.startswith("IL302 Nežinomas laukas (error)")


@pytest.mark.parametrize("written", ["il302", "302"])
def test_a_code_may_be_written_carelessly(run_line: RunLine, written: str) -> None:
    assert run_line(f"inolink explain {written}").stdout.startswith("IL302 ")


def test_without_a_code_all_are_listed(run_line: RunLine) -> None:
    lines = run_line("inolink explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(all_codes())


def test_an_unknown_code_is_one_sentence_with_a_guess(run_line: RunLine) -> None:
    done = run_line("inolink explain IL3022")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: There is no code 'IL3022'. Did you mean IL302?")


def test_the_version_is_told(run_line: RunLine) -> None:
    assert run_line("inolink --version").stdout == f"inolink, version {__version__}\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_says_what_it_does_and_gives_an_example(run_line: RunLine, name: str) -> None:
    done = run_line(f"inolink {name} --help")
    assert done.returncode == 0
    assert f"Example: inolink {name}" in done.stdout


def test_help_loads_nothing_that_it_does_not_need() -> None:
    heavy = ("yaml", "jsonschema", "babel", "jinja2", "PIL", "mkdocs", "lunr")
    program = f"import sys, inolink.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT / "generator", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
