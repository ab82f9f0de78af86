"""`inolink build` and `inolink serve`, with the real theme and all pages."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.directories import PROJECT, SETTINGS, SMALL, Directory, settle
from tests.publish.trees import tree
from tests.terminals import everything

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT / "generator")}
DAY = ("--today", "2026-11-23")
PATIENCE = 600
"""Seconds, for the slowest of machines: nothing here takes that long unless it never comes."""
ADDRESS = re.compile(r"The site is at (\S+) ")


def furnished(root: Path, clusters: Path = SMALL) -> Directory:
    """Make a small directory with the project's own settings and guide pages."""
    directory = settle(root, clusters)
    directory.write("mkdocs.yml", (PROJECT / "mkdocs.yml").read_bytes())
    for folder in ("en", "lt", "images"):
        shutil.copytree(PROJECT / "docs" / folder, directory.root / "docs" / folder, dirs_exist_ok=True)
    return directory


@pytest.fixture
def whole(tmp_path: Path) -> Directory:
    """Make a directory that can be built by the commands."""
    return furnished(tmp_path / "whole")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "inolink", *map(str, arguments)]


def inolink(directory: Directory, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a directory."""
    return subprocess.run(
        command(*arguments, *DAY),
        cwd=directory.root,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def running(directory: Directory, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a command beside the test, both outputs as one."""
    with subprocess.Popen(
        command(*arguments, *DAY),
        cwd=directory.root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def read_until(process: "subprocess.Popen[str]", pattern: str) -> str:
    """Return the first line that holds a pattern."""
    assert process.stdout
    seen = []
    for line in process.stdout:
        seen.append(line)
        if re.search(pattern, line):
            return line
    raise AssertionError("".join(seen))


def get(url: str) -> str:
    """Return what a server answers; empty while there is nothing."""
    try:
        with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  # the address of our own server
            return str(answer.read().decode())
    except HTTPError:
        return ""


def eventually(is_so: Callable[[], bool]) -> bool:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.1)
    return is_so()


def test_a_build_tells_its_steps_its_result_and_the_next_command(whole: Directory) -> None:
    built = inolink(whole, "build")
    assert built.returncode == 0, built.stderr
    assert re.fullmatch(r"Built \d+ pages, \d+\.\d MB, into site\.\nNext: `inolink serve`\.\n", built.stdout)
    assert built.stderr.splitlines()[0] == "Checking the records ..."
    assert (whole.root / "site/lt/clusters/alpha/index.html").is_file()


def test_builds_in_two_processes_are_identical_to_the_byte(whole: Directory) -> None:
    assert inolink(whole, "build", PYTHONHASHSEED="1").returncode == 0
    assert inolink(whole, "build", "--site-dir", "other", PYTHONHASHSEED="2").returncode == 0
    assert tree(whole.root / "site") == tree(whole.root / "other")


def test_settings_that_say_nothing_of_the_theme_are_enough_and_so_is_one_language(whole: Directory) -> None:
    whole.write("mkdocs.yml", SETTINGS.replace("languages: [en, lt]", "languages: [en]"))
    built = inolink(whole, "build")
    assert built.returncode == 0, built.stderr
    assert "lt/" not in (whole.root / "site/404.html").read_text("utf-8")


def test_a_language_in_which_the_site_has_no_words_gets_english_ones(whole: Directory) -> None:
    whole.write("mkdocs.yml", SETTINGS.replace("languages: [en, lt]", "languages: [mt, en]"))
    shutil.copytree(whole.root / "docs/en", whole.root / "docs/mt")
    for file in (whole.root / "clusters").rglob("*.yml"):
        file.write_text(re.sub(r"\ben:", "mt:", file.read_text("utf-8")), "utf-8")
    built = inolink(whole, "build", "--keep-going")
    assert built.returncode == 0, built.stderr
    home = (whole.root / "site/index.html").read_text("utf-8")
    assert '<html lang="mt"' in home
    assert "Find a partner" in home


def test_a_broken_record_is_told_and_left_out_and_the_exit_code_says_so(whole: Directory) -> None:
    whole.append("clusters/alpha/events.yml", "nonsense: true\n")
    built = inolink(whole, "build")
    assert built.returncode == 1
    assert "IL302" in built.stderr
    assert "Left out: clusters/alpha/events.yml" in built.stderr
    assert (whole.root / "site/clusters/alpha/index.html").is_file()
    kept = inolink(whole, "build", "--keep-going")
    assert kept.returncode == 0
    assert "Left out: clusters/alpha/events.yml" in kept.stderr


def test_a_strict_build_with_an_error_publishes_nothing(whole: Directory) -> None:
    whole.append("clusters/alpha/events.yml", "nonsense: true\n")
    built = inolink(whole, "build", "--strict")
    assert built.returncode == 1
    assert "Nothing was published" in built.stderr
    assert not (whole.root / "site").exists()


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
        ("docs/en/about.md", "---\ntitle: About\n---\n# About\n\n[x](nowhere.md)\n", "nowhere.md"),
        ("docs/en/about.md", "---\ntitle: About\n---\n# About\n\n# Again\n", "/about/: has 2 headings"),
    ],
)
def test_a_build_that_cannot_run_says_why_without_a_traceback(
    whole: Directory, path: str, content: str, message: str
) -> None:
    whole.write(path, content)
    built = inolink(whole, "build")
    assert built.returncode == 2
    assert message in built.stderr
    assert "Traceback" not in built.stderr
    assert not (whole.root / "site").exists()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_asked_to_end_leaves_nothing_behind(whole: Directory, ending: signal.Signals) -> None:
    with running(whole, "build") as process:
        read_until(process, "Drawing frames")
        process.send_signal(ending)
        assert process.wait(PATIENCE) != 0
    assert [path.name for path in (whole.root / ".inolink").iterdir()] == ["site.lock"]
    assert not (whole.root / "site").exists()


def test_on_a_terminal_a_bar_shows_how_far_the_build_is(whole: Directory) -> None:
    reader, terminal = pty.openpty()
    with subprocess.Popen(
        command("build", *DAY),
        cwd=whole.root,
        env={**ENVIRONMENT, "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ) as run:
        os.close(terminal)
        shown = everything(reader)
    assert run.returncode == 0
    assert "###" in shown
    assert "Verifying every page" in shown


def test_serve_shows_the_site_and_builds_it_anew_on_change(whole: Directory) -> None:
    with running(whole, "serve", "--port", "0") as process:
        (url,) = ADDRESS.findall(read_until(process, "The site is at"))
        page, version = f"{url}clusters/alpha/", get(f"{url}__inolink/version")
        assert "<h1" in get(page)
        whole.replace("clusters/alpha/profile.yml", "  en: ", "  en: Entirely new ")
        assert eventually(lambda: get(f"{url}__inolink/version") != version)
        # A file that is being written may be read when there is nothing in it yet.
        assert eventually(lambda: "Entirely new" in get(page))
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_serve_keeps_the_last_good_build_while_the_directory_cannot_be_built(whole: Directory) -> None:
    with running(whole, "serve", "--port", "0") as process:
        (url,) = ADDRESS.findall(read_until(process, "The site is at"))
        good = whole.read("mkdocs.yml")
        whole.write("mkdocs.yml", "site_name: [")
        read_until(process, "Error: .*mkdocs.yml")
        assert "<h1" in get(url)
        version = get(f"{url}__inolink/version")
        whole.write("mkdocs.yml", good)
        assert eventually(lambda: get(f"{url}__inolink/version") != version)
