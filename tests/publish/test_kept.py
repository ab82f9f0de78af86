"""Pages that are kept from one build for the next are those that the next one would have made.

Directories are edited at random: three times in `make test`, as often as INOLINK_EDITS says elsewhere.
"""

import json
import os
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from inolink.pages import Page, Site, render_pages
from inolink.publish.content import catalogue_site
from inolink.publish.fingerprints import Fingerprints, NoFingerprintError
from inolink.publish.kept import KeptPages
from inolink.publish.options import Material
from inolink.settings import load_settings
from inolink.yamlcore import load_trusted
from tests.directories import TODAY, Directory, settle
from tests.pages.rendering import STATES

EDITS = int(os.environ.get("INOLINK_EDITS", "3"))


@pytest.fixture
def states(tmp_path: Path) -> Directory:
    """Make a directory with everything in every state."""
    return settle(tmp_path / "states", STATES)


def site_of(directory: Directory, today: date = TODAY) -> Site:
    settings = load_settings(directory.root)
    return catalogue_site(Material(directory.root, settings, directory.check(today), (), today))


def with_cache(directory: Directory, today: date = TODAY) -> list[Page]:
    """Return all pages, those among them that were kept before."""
    kept = KeptPages.of(directory.root / "cache", site_of(directory, today))
    return [page for making in kept.tasks() for page in making()]


def made_anew(directory: Directory, today: date = TODAY) -> list[Page]:
    return list(render_pages(site_of(directory, today)))


def files(directory: Directory) -> dict[str, int]:
    """Return what is kept, and when it was written."""
    found = (directory.root / "cache").rglob("*")
    return {file.name: file.stat().st_mtime_ns for file in found if file.is_file()}


def edit(file: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change the values of a record; JSON is YAML."""
    value = load_trusted(file.read_bytes())
    change(value)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def say_otherwise(value: dict[str, object]) -> None:
    """Change a text that many pages show."""
    for key in ("name", "title", "summary"):
        if isinstance(text := value.get(key), dict):
            text["en"] = f"{text['en']} anew"


def edit_at_random(directory: Directory, chance: random.Random) -> None:
    offers = sorted((directory.root / "clusters").glob("*/offers/*.yml"))
    one, other = chance.sample(offers, 2)
    profile = chance.choice(sorted((directory.root / "clusters").glob("*/profile.yml")))
    technologies = load_trusted(other.read_bytes()).get("technologies", ["lasers"])
    edits: Sequence[Callable[[], object]] = (
        partial(edit, one, say_otherwise),
        partial(edit, profile, say_otherwise),
        partial(edit, one, lambda value: value.update(technologies=technologies)),
        partial(edit, profile, lambda value: value.pop("technologies", None)),
        one.unlink,
        lambda: one.with_name(f"{one.stem}-again.yml").write_bytes(one.read_bytes()),
    )
    chance.choice(edits)()


def test_after_any_edit_the_pages_are_those_that_would_have_been_made_anew(states: Directory) -> None:
    chance, today = random.Random(EDITS), TODAY  # noqa: S311  # edits, no secrets
    for _ in range(EDITS):
        assert with_cache(states, today) == made_anew(states, today)
        edit_at_random(states, chance)
        today += timedelta(days=chance.choice((0, 0, 0, 40)))
    assert with_cache(states, today) == made_anew(states, today)


def test_what_an_edit_does_not_touch_is_not_made_again(states: Directory) -> None:
    first = with_cache(states)
    before = files(states)
    assert with_cache(states) == first
    assert files(states) == before
    edit(states.root / "clusters/light/offers/glass.yml", say_otherwise)
    with_cache(states)
    same = [name for name, written in files(states).items() if before.get(name) == written]
    assert len(same) > len(before) / 3


def test_a_kept_page_that_is_cut_off_is_made_again(states: Directory) -> None:
    pages = with_cache(states)
    for number, file in enumerate(sorted((states.root / "cache").rglob("*"))):
        if file.is_file():
            data = file.read_bytes()
            file.write_bytes((data[: len(data) // 2], b"", b"no page")[number % 3])
    assert with_cache(states) == pages


def test_what_is_of_no_use_any_more_goes(states: Directory) -> None:
    with_cache(states)
    before = files(states)
    (states.root / "clusters/light/offers/glass.yml").unlink()
    with_cache(states)
    assert len(files(states)) < len(before)


def test_values_that_differ_have_other_fingerprints_and_the_same_ones_the_same() -> None:
    take = Fingerprints().of
    values = ["1", 1, 1.5, True, None, ("1",), ("1", None), {"1": 1}, {1: "1"}, frozenset({"1"}), b"1", TODAY]
    assert len({take(value) for value in values}) == len(values)
    assert take({"b": 1, "a": 2}) != take({"a": 2, "b": 1})
    assert take(frozenset({"a", "b"})) == take(frozenset({"b", "a"}))
    with pytest.raises(NoFingerprintError):
        take(iter(()))
