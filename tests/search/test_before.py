"""The search's files after a change are those that would have been made anew, whatever was left before."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from inolink.reading import Vocabularies
from inolink.search import Memory, SearchEntry, search_files
from inolink.search.files import collecting
from inolink.search.files.dictionary import Sizes
from tests.search.conftest import ENTRIES, LANGUAGES, entry
from tests.search.test_sharding import corpus, text, words

SMALL = Sizes(block=300, shard=900, cards=3)
CHANGES = 25
STATE = "state"
FILES = ("search", "search-pieces")


class Shop:
    """Writes the files of entries again and again, with what the last time has left."""

    def __init__(self, folder: Path, vocabularies: Vocabularies) -> None:
        self.left, self._scratch, self._vocabularies = folder / "left", folder, vocabularies
        self.left.mkdir()

    def again(
        self, entries: Sequence[SearchEntry], sizes: Sizes | None = None, state: str = STATE
    ) -> dict[str, bytes]:
        """Write with what was left."""
        memory = Memory(self.left, state)
        return dict(
            search_files(entries, self._vocabularies, LANGUAGES, sizes, scratch=self._scratch, memory=memory)
        )

    def anew(self, entries: Sequence[SearchEntry], sizes: Sizes | None = None) -> dict[str, bytes]:
        """Write as if for the first time."""
        return dict(search_files(entries, self._vocabularies, LANGUAGES, sizes))


@pytest.fixture
def shop(tmp_path: Path, vocabularies: Vocabularies) -> Shop:
    """Take an empty folder."""
    return Shop(tmp_path, vocabularies)


def changed(entries: Sequence[SearchEntry], chance: random.Random, language: list[str]) -> list[SearchEntry]:
    """Change, add, remove or reorder entries, or leave all of them as they are."""
    others, one, number = list(entries), chance.choice(entries), chance.randrange(10_000)
    at = others.index(one)
    more = {**one.text, "en": f"{one.text.get('en', '')} {text(chance, language, 3)} new{number}"}
    ways: tuple[Callable[[], object], ...] = (
        lambda: others.__setitem__(at, replace(one, text=more)),
        lambda: others.__setitem__(at, replace(one, text={})),
        lambda: others.__setitem__(at, replace(one, title={"en": text(chance, language, 2)})),
        lambda: others.__setitem__(at, replace(one, state="archived", terms=(("technologies", "lasers"),))),
        lambda: others.__setitem__(at, replace(one, published=f"2026-10-{number % 28 + 1:02}")),
        lambda: others.remove(one),
        lambda: others.extend(replace(each, key=f"new/{number}") for each in corpus(chance, language, 1)),
        lambda: chance.shuffle(others),
        lambda: None,
    )
    chance.choice(ways)()
    return others


@pytest.mark.parametrize("sizes", [None, SMALL], ids=["small", "large"])
def test_after_any_change_of_entries_the_files_are_those_made_anew(sizes: Sizes | None, shop: Shop) -> None:
    chance = random.Random(str(sizes))  # noqa: S311  # entries, no secrets
    language = words(chance)
    entries = list(corpus(chance, language, 60))
    for _ in range(CHANGES):
        assert shop.again(entries, sizes) == shop.anew(entries, sizes)
        entries = changed(entries, chance, language)


def test_only_entries_that_have_changed_are_analysed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.again(ENTRIES)
    analysed: list[str] = []
    real = collecting.field_terms

    def noted(entry: SearchEntry, *others: object) -> object:
        analysed.append(entry.key)
        return real(entry, *others)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(collecting, "field_terms", noted)
    shop.again(ENTRIES)
    assert analysed == []
    shop.again([replace(ENTRIES[0], names=("Renamed",)), *ENTRIES[1:], entry("cluster/x", "X", "X")])
    assert analysed == [ENTRIES[0].key, "cluster/x"]


def test_a_directory_that_becomes_large_or_small_has_the_files_of_its_size(shop: Shop) -> None:
    """What shards say depends on it."""
    for sizes in (None, SMALL, None):
        assert shop.again(ENTRIES, sizes) == shop.anew(ENTRIES, sizes)


def test_what_was_left_in_another_state_is_of_no_use(shop: Shop) -> None:
    """Short lists, languages or the program may have changed what texts come to."""
    first = shop.again(ENTRIES[:2], state="other")
    assert shop.again(ENTRIES) == shop.anew(ENTRIES) != first


def spoils(data: bytes) -> Sequence[bytes]:
    """Return what may become of a file."""
    middle = len(data) // 2
    return (
        b"",
        data[:middle],
        data[:-1],
        data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        data + b"\0",
        b"no such thing",
    )


@pytest.mark.parametrize("name", FILES)
def test_what_was_left_and_spoilt_since_only_costs_time(name: str, shop: Shop) -> None:
    expected = shop.again(ENTRIES, SMALL)
    assert {file.name for file in shop.left.iterdir()} == set(FILES)
    for spoilt in spoils((shop.left / name).read_bytes()):
        (shop.left / name).write_bytes(spoilt)
        assert shop.again(ENTRIES, SMALL) == expected
    (shop.left / name).unlink()
    assert shop.again(ENTRIES, SMALL) == expected


def test_two_files_of_different_times_are_as_good_as_none(shop: Shop) -> None:
    """Somebody may have stopped the program between the two."""
    shop.again(ENTRIES[:3], SMALL)
    pieces = (shop.left / FILES[1]).read_bytes()
    shop.again(ENTRIES, SMALL)
    (shop.left / FILES[1]).write_bytes(pieces)
    assert shop.again(ENTRIES[1:], SMALL) == shop.anew(ENTRIES[1:], SMALL)


def test_where_nothing_can_be_left_the_files_are_written_all_the_same(shop: Shop) -> None:
    shop.left.rmdir()
    shop.left.write_bytes(b"no folder")
    assert shop.again(ENTRIES, SMALL) == shop.anew(ENTRIES, SMALL)
