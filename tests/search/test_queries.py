"""The shipped directory, asked what visitors ask."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from inolink.reading import load_vocabularies
from inolink.reading.guides import read_guides
from inolink.search import search_files
from inolink.search.files.writing import LARGE
from tests.browser.conftest import Site, site  # noqa: F401 - the fixture that builds the shipped directory
from tests.directories import PROJECT
from tests.search.browser_code import Search, cards, written
from tests.search.test_catalogue_entries import catalogue_of, entries_of

HERE = Path(__file__).parent
SETS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("queries*.yml"))}
FIRST = 3
GOAL = 0.95


@pytest.fixture(scope="module")
def shipped(site: Site) -> Iterator[Search]:  # noqa: F811 - the fixture itself
    """Search the built site."""
    with Search(site.folder) as search:
        yield search


@pytest.fixture(scope="module")
def in_many_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Search the shipped directory in the files that it would have if it were large."""
    catalogue = catalogue_of(PROJECT)
    entries = entries_of(catalogue, read_guides(PROJECT, catalogue.languages)).values()
    files = search_files(entries, load_vocabularies(PROJECT), catalogue.languages, LARGE)
    with Search(written(files, tmp_path_factory.mktemp("large"))) as search:
        yield search


def found(search: Search, asked: dict[str, Any]) -> bool:
    """Whether one of the expected entries is among the first results."""
    return not set(asked["expect"]).isdisjoint(search.keys(asked["query"], asked["language"])[:FIRST])


@pytest.mark.parametrize("name", SETS)
def test_the_right_entry_is_among_the_first_three(name: str, shipped: Search) -> None:
    """Inflected, misspelt, without diacritics, half typed, or in the other language."""
    missed = [asked["query"] for asked in SETS[name] if not found(shipped, asked)]
    assert len(missed) <= (1 - GOAL) * len(SETS[name]), missed


@pytest.mark.parametrize("name", SETS)
def test_the_files_of_a_large_directory_answer_as_well(name: str, in_many_files: Search) -> None:
    """A directory grows, and nobody who searches should notice."""
    missed = [asked["query"] for asked in SETS[name] if not found(in_many_files, asked)]
    assert len(missed) <= (1 - GOAL) * len(SETS[name]), missed


@pytest.mark.parametrize("name", SETS)
def test_every_expected_entry_exists(name: str, shipped: Search) -> None:
    """A key that nobody has any more would pass for a miss of the search."""
    everything = set(shipped.keys("", archived=True, limit=10_000))
    assert {key for asked in SETS[name] for key in asked["expect"]} <= everything


@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_result_leads_to_a_place_that_is_there(language: str, site: Site) -> None:  # noqa: F811
    """An interest and an event stand within a page, so the page must have their marks."""
    addresses = [card["url"].partition("#") for card in cards(site.folder, language)]
    assert addresses
    pages = {path: (site.folder / path / "index.html").read_text("utf-8") for path, _, _ in addresses}
    missing = [path + mark for path, _, mark in addresses if mark and f'id="{mark}"' not in pages[path]]
    assert missing == []


def test_the_questions_come_in_both_languages_and_in_every_way() -> None:
    """A set that asks only for what is written proves little."""
    for language in ("en", "lt"):
        ways = {asked["way"] for asked in SETS["queries"] if asked["language"] == language}
        assert {"inflected", "misspelt", "other language", "beginning of a word", "other words"} <= ways
    assert all(len(asked) >= 30 for asked in SETS.values())
