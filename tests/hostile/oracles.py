"""What must hold of any bytes at all: one function for each part of the program that meets them first.

Each is used by the tests of examples, by the regressions in `finds/` and by the fuzzer.
"""

import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from inolink.checking import check_directory
from inolink.codes import all_codes
from inolink.pages.markdown import render_markdown
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.loader import load
from inolink.settings import load_settings
from inolink.upkeep.tidy import tidy
from tests.directories import SMALL, TODAY, Directory, settle
from tests.hostile.markup import harmless

PLACES = {kind: f"clusters/alpha/{kind}.yml" for kind in FileKind} | {
    FileKind.OFFER: "clusters/alpha/offers/cutting.yml",
    FileKind.PROGRAMME: "clusters/programme.yml",
}
"""Where a file of each kind lies in the small directory."""


def loading(data: bytes) -> None:
    """Load a file: a value or problems, each in words and at a place that the file has."""
    loaded = load(PLACES[FileKind.PROFILE], data)
    assert (loaded.value is None) == bool(loaded.problems)
    for problem in loaded.problems:
        demand_sound(problem, data)


def checking(data: bytes, kind: FileKind | None = None) -> None:
    """Check a file within a small directory; without a kind, the first byte chooses one."""
    if kind is None:
        kind, data = list(FileKind)[data[0] % len(FileKind)] if data else FileKind.PROFILE, data[1:]
    directory, path = _small(kind), PLACES[kind]
    before = (directory.root / path).read_bytes()
    (directory.root / path).write_bytes(data)
    try:
        result = check_directory(directory.root, load_settings(directory.root), TODAY)
    finally:
        (directory.root / path).write_bytes(before)
    for problem in result.problems:
        if problem.path == path:
            demand_sound(problem, data)
    value = next((document.value for document in result.documents if document.path == path), None)
    assert value is not None or any(problem.path == path for problem in result.problems)


def tidying(data: bytes) -> None:
    """Tidy a file: the same values, the same characters but white space, and once is enough."""
    path = PLACES[FileKind.PROFILE]
    made = tidy(path, FileKind.PROFILE, data)
    if isinstance(made, Problem):
        demand_sound(made, data)
        return
    assert json.dumps(load(path, made).value) == json.dumps(load(path, data).value)
    first, _, rest = made.partition(b"\n")
    kept = "".join(rest.decode().split())
    assert "".join(data.decode().split()).endswith(kept), (first, data)
    assert tidy(path, FileKind.PROFILE, made) == made


def rendering(data: bytes) -> None:
    """Render a text: of elements and attributes only those that are allowed are left."""
    harmless(str(render_markdown(data.decode("utf-8", "replace"))))


ORACLES: Mapping[str, Callable[[bytes], None]] = {
    "loading": loading,
    "checking": checking,
    "tidying": tidying,
    "rendering": rendering,
}


def demand_sound(problem: Problem, data: bytes) -> None:
    """Demand that a problem has a known code, words in all languages, and a place in the file."""
    assert problem.code in all_codes()
    for language in ("en", "lt"):
        assert problem.message(language)
        assert problem.message(language).isprintable()
        assert problem.remedy(language).isprintable()
    lines = data.decode("utf-8", "replace").split("\n")
    assert 1 <= problem.line <= len(lines), (problem, len(lines))
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, (problem, lines[problem.line - 1])


@cache
def _small(kind: FileKind) -> Directory:
    """Make a directory of little more than a file of this kind; it goes when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="hostile-")
    _KEPT.append(folder)
    directory = settle(Path(folder.name))
    for path in {PLACES[FileKind.PROFILE], "clusters/beta/profile.yml", PLACES[kind]}:
        directory.write(path, (SMALL.parent / path).read_bytes())
    return directory


_KEPT: list["tempfile.TemporaryDirectory[str]"] = []
