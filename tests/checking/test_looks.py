"""A check that remembers what it found in each file says exactly what one without says, after any edits."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.checking import CheckResult, Looks, check_directory
from inolink.checking.look import Looking
from inolink.settings import Settings, load_settings
from tests.directories import SMALL, TODAY, Directory, own_schemas, settle
from tests.hostile.effort import EFFORT
from tests.hostile.mutations import spoilt_bytes

PROFILE, OFFER = "clusters/alpha/profile.yml", "clusters/alpha/offers/cutting.yml"
PLACES = (
    PROFILE,
    OFFER,
    "clusters/beta/profile.yml",
    "clusters/alpha/events.yml",
    "clusters/alpha/offers/other.yml",
    "clusters/alpha/logo.svg",
    "clusters/gamma/profile.yml",
    "clusters/stray.txt",
)
SOUND = tuple(sorted(SMALL.rglob("*.yml")))
CONTENTS = st.one_of(spoilt_bytes(), st.sampled_from(SOUND).map(Path.read_bytes), st.none())
EDITS = st.lists(st.tuples(st.sampled_from(PLACES), CONTENTS), max_size=3)
STEPS = st.lists(st.tuples(EDITS, st.sampled_from((0, 0, 1, 200, 400))), min_size=1, max_size=4)


def checked(directory: Directory, today: date, looks: Looks | None) -> CheckResult:
    return check_directory(directory.root, load_settings(directory.root), today, looks=looks)


def write(directory: Directory, path: str, content: bytes | None) -> None:
    if content is None:
        (directory.root / path).unlink(missing_ok=True)
    else:
        directory.write(path, content)


@settings(max_examples=20 * EFFORT, deadline=None)
@given(STEPS)
def test_after_any_edits_on_any_day_the_same_is_found(
    steps: list[tuple[list[tuple[str, bytes | None]], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        directory, today = settle(Path(folder) / "directory", SMALL), TODAY
        in_memory = Looks()
        for edits, days in steps:
            for path, content in edits:
                write(directory, path, content)
            today += timedelta(days=days)
            plain = checked(directory, today, None)
            assert checked(directory, today, in_memory) == plain
            assert checked(directory, today, Looks.of(Path(folder) / "cache")) == plain


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the files that are looked through."""
    seen: list[str] = []
    real = Looking.at_path
    monkeypatch.setattr(Looking, "at_path", lambda self, path: seen.append(path) or real(self, path))
    return seen


def test_only_files_that_have_changed_are_looked_through(directory: Directory, looked_at: list[str]) -> None:
    looks = Looks()
    checked(directory, TODAY, looks)
    looked_at.clear()
    checked(directory, TODAY + timedelta(days=1), looks)
    assert looked_at == []
    directory.append(OFFER, "\n# a comment\n")
    checked(directory, TODAY, looks)
    assert looked_at == [OFFER]


def test_what_files_are_held_against_begins_anew_when_it_changes(
    directory: Directory, looked_at: list[str]
) -> None:
    own_schemas(directory)
    looks = Looks()
    files = len(checked(directory, TODAY, looks).paths)

    def all_again(how: Settings) -> bool:
        looked_at.clear()
        check_directory(directory.root, how, TODAY, looks=looks)
        return len(looked_at) == files

    how = load_settings(directory.root)
    assert not all_again(how)
    assert all_again(replace(how, country="LV"))
    assert all_again(how)
    directory.append("schema/vocabularies/technologies.yml", "\n# a comment\n")
    assert all_again(how)
    assert not all_again(how)


@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda _: b"", lambda data: data[::-1]])
def test_what_cannot_be_read_back_is_found_again(
    directory: Directory, looked_at: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    cache = directory.root / "cache"
    first = checked(directory, TODAY, Looks.of(cache))
    file = cache / "looks"
    file.write_bytes(spoil(file.read_bytes()))
    looked_at.clear()
    assert checked(directory, TODAY, Looks.of(cache)) == first
    assert len(looked_at) == len(first.paths)
