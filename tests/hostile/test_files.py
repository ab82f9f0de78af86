"""Whatever lies in a directory's folders, it is named with a code, and the sound records are read."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click
import pytest

from inolink.checking import check_directory
from inolink.checking.report import Report, findings_of
from inolink.checking.reporters import REPORTERS
from inolink.errors import RootError
from inolink.plainfile import read_whole
from inolink.reading import read_directory
from inolink.settings import load_settings
from tests.directories import TODAY, Directory
from tests.hostile.confined import confined

T = TypeVar("T")
GB = 10**9
Spoil = Callable[[Directory], object]

ODD_NAMES = (
    *("CON", "aux ", "a\nb", "\x1b[31mred", "\u202etxt", "e\u0301", "\u00e9", "ALPHA", "..alpha", "a b", "-"),
    *("--help", "$(reboot)", "%0a::error::x", "a" * 200, "\udcff\udcfe", "::error file=x::", "alpha.", "..."),
)
NO_OFFERS = ("a\nb", "Cutting", "a" * 62, "-x", "", "\u0131", "x.yml", "\udc80")


def deep(directory: Directory) -> None:
    """Make folders in folders, deeper than any path can name from the top."""
    descriptor = os.open(directory.root / "clusters", os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("a", dir_fd=descriptor)
        below = os.open("a", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)


def sparse(directory: Directory, path: str) -> None:
    os.truncate(directory.write(path, b""), 10 * GB)


def wait_for_nobody(directory: Directory, path: str) -> None:
    (directory.root / path).unlink(missing_ok=True)
    os.mkfifo(directory.root / path)


def listen(directory: Directory, path: str) -> None:
    """Put a socket into a folder; its path must be short, so it is named from within."""
    here = Path.cwd()
    os.chdir((directory.root / path).parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(Path(path).name)
    finally:
        os.chdir(here)


def link(directory: Directory, path: str, target: str) -> None:
    (directory.root / path).unlink(missing_ok=True)
    (directory.root / path).symlink_to(target)


def write_all(directory: Directory, pattern: str, names: tuple[str, ...], content: str = "a: 1\n") -> None:
    for name in names:
        directory.write(pattern.replace("*", name), content)


CASES: dict[str, tuple[Spoil, set[str]]] = {
    "folders-too-deep": (deep, {"IL110"}),
    "odd-cluster-names": (lambda d: write_all(d, "clusters/*/profile.yml", ODD_NAMES), {"IL202"}),
    "odd-offer-names": (lambda d: write_all(d, "clusters/alpha/offers/*.yml", NO_OFFERS), {"IL202"}),
    "pipe": (lambda d: wait_for_nobody(d, "clusters/alpha/strategy.yml"), {"IL110"}),
    "pipe-as-logo": (lambda d: wait_for_nobody(d, "clusters/alpha/logo.png"), {"IL110"}),
    "socket": (lambda d: listen(d, "clusters/alpha/logo.png"), {"IL110"}),
    "folder-named-as-a-file": (lambda d: d.write("clusters/alpha/logo.svg/x", ""), {"IL201"}),
    "link-to-itself": (lambda d: link(d, "clusters/alpha/strategy.yml", "strategy.yml"), {"IL111"}),
    "link-to-a-device": (lambda d: link(d, "clusters/alpha/strategy.yml", "/dev/zero"), {"IL111"}),
    "link-to-a-secret": (lambda d: link(d, "clusters/alpha/logo.svg", "/proc/self/environ"), {"IL111"}),
    "link-to-the-folder-above": (lambda d: link(d, "clusters/alpha/offers/up", ".."), {"IL111"}),
    "ten-gigabytes": (lambda d: sparse(d, "clusters/alpha/strategy.yml"), {"IL101"}),
    "logo-of-ten-gigabytes": (lambda d: sparse(d, "clusters/alpha/logo.webp"), {"IL204"}),
    "stray-ten-gigabytes": (lambda d: sparse(d, "clusters/alpha/stray.bin"), {"IL201"}),
    "utf-16": (lambda d: d.write("clusters/alpha/strategy.yml", "stage: x".encode("utf-16")), {"IL102"}),
    "latin-1": (lambda d: d.write("clusters/alpha/strategy.yml", "stage: \xe9".encode("latin-1")), {"IL102"}),
    "byte-order-mark": (lambda d: d.write("clusters/alpha/strategy.yml", "\ufeffstage: x"), {"IL103"}),
    "empty": (lambda d: d.write("clusters/alpha/strategy.yml", b""), {"IL112"}),
    "git-folder": (lambda d: d.write("clusters/alpha/.git", "gitdir: /etc\n"), {"IL201"}),
    "git-attributes": (lambda d: d.write("clusters/.gitattributes", "* diff=x\n"), {"IL201"}),
    "settings-of-editors": (lambda d: d.write("clusters/alpha/.vscode/settings.json", "{}"), {"IL201"}),
    "other-ending": (lambda d: d.write("clusters/alpha/offers/x.yaml", "a: 1"), {"IL201"}),
}  # fmt: skip


@pytest.fixture
def emptied(directory: Directory) -> Iterator[None]:
    """Take the directory away afterwards: Python's own way fails at folders as deep as one of these."""
    yield
    subprocess.run(["rm", "-rf", directory.root], check=True)


@pytest.mark.usefixtures("emptied")
@pytest.mark.parametrize("case", CASES)
def test_what_is_no_record_is_named_with_its_code_and_the_rest_is_read(
    directory: Directory, case: str
) -> None:
    spoil, codes = CASES[case]
    spoil(directory)
    result = check_directory(directory.root, load_settings(directory.root), TODAY)
    errors = [problem for problem in result.problems if problem.severity == "error"]
    assert {problem.code for problem in errors} >= codes
    assert all(problem.message() and problem.remedy("lt") for problem in result.problems)
    assert "clusters/beta/profile.yml" in {document.path for document in result.usable()}
    for report in REPORTERS.values():
        findings = findings_of(result.problems, lambda _: True)
        said = click.unstyle(report(Report(directory.root, findings, result.files)))
        assert said.encode("utf-8")
        assert "\x1b" not in said
        assert not any(line.startswith("::error::x") for line in said.splitlines())


def test_a_folder_clusters_that_is_a_link_is_refused(directory: Directory) -> None:
    (directory.root / "clusters").rename(directory.root / "elsewhere")
    (directory.root / "clusters").symlink_to("elsewhere")
    assert directory.codes() == ["IL111"]


def test_a_file_that_vanishes_or_becomes_a_link_before_it_is_read_is_a_problem(
    directory: Directory,
) -> None:
    gone, linked = "clusters/alpha/strategy.yml", "clusters/alpha/events.yml"

    def meanwhile(_step: str, paths: Sequence[T], /) -> Sequence[T]:
        (directory.root / gone).unlink()
        link(directory, linked, "/dev/zero")
        return paths

    reading = read_directory(directory.root, meanwhile)
    assert {problem.path: problem.code for problem in reading.problems} == {gone: "IL110", linked: "IL111"}


def test_thousands_of_files_are_checked_within_little_memory_and_time(directory: Directory) -> None:
    for number in range(1000):
        directory.write(f"clusters/alpha/offers/o{number}.yml", "type: x\n")
        directory.write(f"clusters/c{number}/profile.yml", "")
    done = confined("check", "--format", "json", cwd=directory.root)
    assert done.returncode == 1
    assert '"IL112"' in done.stdout


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda file: file.symlink_to("/dev/zero"), "symbolic link"),
        (os.mkfifo, "not a regular file"),
        (lambda file: file.mkdir(), "not a regular file|s a directory"),
        (lambda file: file.write_bytes(b"x" * 1001), "larger than 1 kB"),
    ],
    ids=["link", "pipe", "folder", "large"],
)
def test_a_file_beside_the_records_is_read_only_if_it_is_an_ordinary_one(
    tmp_path: Path, spoil: Callable[[Path], object], why: str
) -> None:
    spoil(file := tmp_path / "file")
    with pytest.raises(OSError, match=why):
        read_whole(file, 1000)


def test_an_empty_folder_clusters_that_only_seems_to_hold_files_is_one_sentence(directory: Directory) -> None:
    for file in sorted((directory.root / "clusters").rglob("*.yml")):
        file.unlink()
    directory.write("clusters/.gitkeep", "")
    with pytest.raises(RootError, match="holds no files"):
        read_directory(directory.root)
