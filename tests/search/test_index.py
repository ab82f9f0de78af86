"""The search's files: small, the same for the same entries, and whole for any directory."""

from dataclasses import replace
from typing import Any

import pytest

from inolink.reading import Vocabularies
from inolink.search import SearchEntry, search_files
from inolink.search.facets import facets
from inolink.search.files import writing
from inolink.search.files.dictionary import Sizes
from tests.search.browser_code import ROOT, Search, written
from tests.search.conftest import ENTRIES, LANGUAGES, entry
from tests.search.reading_files import SearchFiles, read_words

TINY = Sizes(block=120, shard=300, cards=3)
"""The files of a large directory, with as little in each as may be."""


def files_of(*entries: SearchEntry, vocabularies: Vocabularies, sizes: Sizes | None = None) -> SearchFiles:
    """Write and read the files of some entries."""
    return SearchFiles(search_files(entries, vocabularies, LANGUAGES, sizes))


@pytest.mark.parametrize("sizes", [None, TINY], ids=["small", "large"])
def test_the_same_entries_make_the_same_bytes_in_any_order(
    sizes: Sizes | None, vocabularies: Vocabularies
) -> None:
    """A build that changes nothing publishes nothing new."""
    files = files_of(*ENTRIES, vocabularies=vocabularies, sizes=sizes)
    assert files.raw == files_of(*reversed(ENTRIES), vocabularies=vocabularies, sizes=sizes).raw


def test_a_small_directory_has_few_files_and_a_large_one_the_same_in_many(vocabularies: Vocabularies) -> None:
    """One description serves both sizes."""
    small = files_of(*ENTRIES, vocabularies=vocabularies)
    large = files_of(*ENTRIES, vocabularies=vocabularies, sizes=TINY)
    names = ("display-en", "display-lt", "index", "terms-en", "terms-lt")
    assert sorted(small.raw) == [f"search/{name}.json" for name in names]
    assert len(large.manifest["terms"]) > 1
    assert len({shard for _, _, shard in large.dictionary()}) > 1
    assert small.postings() == large.postings()
    for language in LANGUAGES:
        assert small.cards(language) == large.cards(language)
        assert small.display(language)["labels"] == large.display(language)["labels"]
    assert all(small.column(name) == large.column(name) for name in small.manifest["facets"])


def test_the_keys_lead_to_the_places_of_their_cards(vocabularies: Vocabularies) -> None:
    """Stars and links hold keys."""
    files = files_of(*ENTRIES, vocabularies=vocabularies, sizes=TINY)
    blocks = [files.named(f"keys/{number}") for number in range(len(files.named("keys")["blocks"]))]
    found = {
        key: at
        for block in blocks
        for key, at in zip(read_words(block["keys"]), block["places"], strict=True)
    }
    assert found == {card["key"]: place for place, card in enumerate(files.cards("en"))}


@pytest.mark.parametrize(
    ("day", "archived"),
    [
        ("2026-11-20", {"cluster/old"}),
        ("2026-11-30", {"cluster/old", "offer/food/past"}),
        ("2026-12-01", {"cluster/old", "offer/food/past", "offer/lasers/welding"}),
    ],
)
def test_on_any_day_the_archived_entries_stand_side_by_side(
    day: str, archived: set[str], vocabularies: Vocabularies
) -> None:
    """So no date is looked up."""
    files = files_of(*ENTRIES, vocabularies=vocabularies)
    rule = files.manifest["archive"]
    over = sum(count for closes, count in rule["closing"] if closes < day)
    until = rule["open"] + sum(count for _, count in rule["archived"]) + over
    cards = files.cards("en")[rule["open"] : until]
    assert {card["key"] for card in cards} == archived


def test_offers_with_one_last_day_stand_by_type_and_organisations_by_title(
    vocabularies: Vocabularies,
) -> None:
    """A column of types has few runs then; lists without words are read by title."""
    requests, offers = ({"type": (f"technology-{each}",)} for each in ("request", "offer"))
    closing: dict[str, Any] = {"kind": "offer", "closes": "2026-12-09"}
    entries = (
        entry("offer/a/first", "Alpha", "Alfa", facets=requests, **closing),
        entry("offer/a/second", "Beta", "Beta", facets=offers, **closing),
        entry("offer/a/third", "Gamma", "Gama", facets=requests, **closing),
        entry("cluster/one", "Delta", "Delta", facets={"type": ("cluster",)}, state="archived"),
        entry("cluster/two", "Omega", "Omega", facets={"type": ("association",)}, state="archived"),
    )
    cards = files_of(*entries, vocabularies=vocabularies).cards("en")
    assert [card["title"] for card in cards] == ["Delta", "Omega", "Beta", "Alpha", "Gamma"]


def test_words_of_titles_are_kept_as_they_are_written(vocabularies: Vocabularies) -> None:
    """What is meant is proposed with its diacritics."""
    files = files_of(*ENTRIES, vocabularies=vocabularies, sizes=TINY)
    blocks = files.display("lt")["written"]
    words = [
        word
        for number in range(len(blocks))
        for word in read_words(files.named(f"written-lt/{number}")["words"])
    ]
    assert "lazerių" in words
    assert "pakuočių" in words


def test_a_directory_without_entries_has_a_search_that_finds_nothing(
    vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The first build of a new directory comes before its first cluster."""
    for sizes in (None, TINY):
        files = search_files((), vocabularies, LANGUAGES, sizes)
        with Search(written(files, tmp_path_factory.mktemp("empty"))) as search:
            assert search("laser")["total"] == 0
            assert search("")["total"] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"excerpt": {"en": "New.", "lt": "Nauja."}},
        {"text": {"en": "At home in Vilnius."}},
        {"facets": {"technology": ("lasers",)}},
        {"published": "2026-11-01"},
        {"state": "archived"},
    ],
    ids=str,
)
@pytest.mark.parametrize("sizes", [None, TINY], ids=["small", "large"])
def test_whatever_changes_has_another_version(
    sizes: Sizes | None, change: dict[str, Any], vocabularies: Vocabularies
) -> None:
    """The browser must notice files that don't belong together, and may keep those that never change."""
    files = files_of(*ENTRIES, vocabularies=vocabularies, sizes=sizes)
    named = ("index", "display-en", "display-lt", "terms-en", "terms-lt")
    assert {files.file(name)["version"] for name in named} == {files.version}
    changed = files_of(replace(ENTRIES[0], **change), *ENTRIES[1:], vocabularies=vocabularies, sizes=sizes)
    assert changed.version != files.version


def test_texts_that_are_missing_in_a_language_are_shown_in_the_first_and_say_so(
    vocabularies: Vocabularies,
) -> None:
    """A screen reader must know which language it reads."""
    only_english = SearchEntry("cluster/x", "cluster", {"en": "x/", "lt": "lt/x/"}, {"en": "English only"})
    files = files_of(only_english, vocabularies=vocabularies)
    (card,) = files.cards("lt")
    assert (card["title"], card["lang"], card["url"]) == ("English only", "en", "lt/x/")
    assert "lang" not in files.cards("en")[0]


def test_facet_values_stand_by_their_labels_in_each_language(vocabularies: Vocabularies) -> None:
    """People look names up by their alphabet, marks aside."""
    countries = entry("cluster/x", "X", "X", facets={"country": ("SE", "DE", "CZ", "PL")})
    files = files_of(countries, vocabularies=vocabularies)
    english, lithuanian = (files.display(language)["labels"]["country"] for language in LANGUAGES)
    assert [label for _, label in english] == ["Czechia", "Germany", "Poland", "Sweden"]
    assert [label for _, label in lithuanian] == ["Čekija", "Lenkija", "Švedija", "Vokietija"]
    assert files.cards("lt")[0]["facets"] == {"country": ["CZ", "PL", "SE", "DE"]}


def test_an_unknown_code_stands_for_itself(vocabularies: Vocabularies) -> None:
    """A vocabulary that a directory shortened must not stop its build."""
    files = files_of(entry("cluster/x", "X", "X", facets={"type": ("unheard",)}), vocabularies=vocabularies)
    assert files.display("en")["labels"]["type"] == [["unheard", "unheard"]]


def test_every_facet_names_vocabularies_that_exist(vocabularies: Vocabularies) -> None:
    """A mistyped name would show codes in place of labels."""
    assert {name for facet in facets() for name in facet.vocabularies} <= set(vocabularies)


def test_the_finder_page_lists_the_facets_in_their_order() -> None:
    """Its script reads the address before the search is loaded, so it must know the facets by then."""
    template = (ROOT / "generator/inolink/pages/templates/finder.html").read_text("utf-8")
    assert f'data-il-facets="{" ".join(facet.name for facet in facets())}"' in template


@pytest.mark.parametrize("sizes", [None, TINY], ids=["small", "large"])
@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "__proto__ constructor toString", "\u2028 \U0001f600 \U0001d518"],
)
def test_any_text_survives_the_way_to_the_result(
    text: str, sizes: Sizes | None, vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Texts are data all the way."""
    hostile = entry("cluster/x", f"Title {text}", text, names=(text,), facets={"technology": (text,)})
    files = search_files([hostile], vocabularies, LANGUAGES, sizes)
    with Search(written(files, tmp_path_factory.mktemp("any"))) as search:
        (hit,) = search("title")["hits"]
        assert search(text)["total"] <= 1
    assert hit["title"] == f"Title {text}"
    assert hit["labels"]["technology"] == [text]


def test_what_has_no_words_is_still_found_by_browsing(
    vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A title of signs alone is a title."""
    wordless = entry("cluster/x", "– ! –", "?", text={"en": "a " * 1000})
    for sizes in (None, TINY):
        with Search(
            written(search_files([wordless], vocabularies, LANGUAGES, sizes), tmp_path_factory.mktemp("x"))
        ) as search:
            assert search.keys("") == ["cluster/x"]
            assert search("anything")["total"] == 0


def test_words_beyond_measure_are_cut_and_files_stay_small(vocabularies: Vocabularies) -> None:
    """One text must not fill the memory of those who search."""
    rare = " ".join(f"{chr(0x4E00 + number)}{number}{'x' * 5000}" for number in range(500))
    endless = entry("cluster/x", "X", "X", text={"en": rare + " laser" * 70_000})
    sizes = Sizes(block=2_000, shard=5_000, cards=4)
    files = files_of(endless, vocabularies=vocabularies, sizes=sizes)
    assert max(len(term) for term, _, _ in files.dictionary()) <= 30
    folder = f"search/{files.version}/"
    assert all(
        len(raw) < 8_000
        for path, raw in files.raw.items()
        if path.startswith((f"{folder}terms", f"{folder}post"))
    )
    assert len(files.manifest["terms"]) < 30


def test_a_directory_is_large_from_a_number_of_postings_on(
    vocabularies: Vocabularies, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file is quickest as long as it is small."""
    assert "files" in files_of(*ENTRIES, vocabularies=vocabularies).manifest
    monkeypatch.setattr(writing, "MOST_WHOLE", 10)
    files = files_of(*ENTRIES, vocabularies=vocabularies)
    assert "files" not in files.manifest
    assert files.manifest["cards"] < len(ENTRIES)
    assert not files.manifest["lengths"]
