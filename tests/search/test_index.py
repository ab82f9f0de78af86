"""The search's files: small, the same for the same entries, and whole for any directory."""

import json
from dataclasses import replace
from typing import Any

import pytest

from inolink.reading import Vocabularies
from inolink.search import SearchEntry, build_search
from inolink.search.facets import facets
from tests.search.browser_code import ROOT, Search, written
from tests.search.conftest import ENTRIES, LANGUAGES, entry


def display(files: dict[str, bytes], language: str) -> dict[str, Any]:
    """Read what the results of one language display."""
    shown: dict[str, Any] = json.loads(files[f"search/documents-{language}.json"])
    return shown


def values(files: dict[str, bytes], language: str, facet: str) -> list[list[str]]:
    """Return the codes and labels of one facet."""
    columns = {column["name"]: column["values"] for column in display(files, language)["facets"]}
    found: list[list[str]] = columns[facet]
    return found


def test_the_same_entries_make_the_same_bytes_in_any_order(vocabularies: Vocabularies) -> None:
    """A build that changes nothing publishes nothing new."""
    files = build_search(ENTRIES, vocabularies, LANGUAGES)
    assert files == build_search(tuple(reversed(ENTRIES)), vocabularies, LANGUAGES)
    names = ("display-en", "display-lt", "documents-en", "documents-lt", "index", "terms-en", "terms-lt")
    assert sorted(files) == [f"search/{name}.json" for name in names]


def test_a_directory_without_entries_has_a_search_that_finds_nothing(
    vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The first build of a new directory comes before its first cluster."""
    with Search(
        written(build_search((), vocabularies, LANGUAGES), tmp_path_factory.mktemp("empty"))
    ) as search:
        assert search("laser")["total"] == 0
        assert search("")["total"] == 0


def test_all_files_of_a_build_name_the_same_version(vocabularies: Vocabularies) -> None:
    """The browser must notice an index and a display file that don't belong together."""
    files = build_search(ENTRIES, vocabularies, LANGUAGES)
    (version,) = {json.loads(content)["version"] for content in files.values()}
    changed = replace(ENTRIES[0], excerpt={"en": "New.", "lt": "Nauja."})
    others = build_search((changed, *ENTRIES[1:]), vocabularies, LANGUAGES)
    assert version not in {json.loads(content)["version"] for content in others.values()}


def test_texts_that_are_missing_in_a_language_are_shown_in_the_first_and_say_so(
    vocabularies: Vocabularies,
) -> None:
    """A screen reader must know which language it reads."""
    only_english = SearchEntry("cluster/x", "cluster", {"en": "x/", "lt": "lt/x/"}, {"en": "English only"})
    files = build_search([only_english], vocabularies, LANGUAGES)
    (document,) = display(files, "lt")["documents"]
    assert (document["title"], document["lang"], document["url"]) == ("English only", "en", "lt/x/")
    assert "lang" not in display(files, "en")["documents"][0]


def test_facet_values_stand_by_their_labels_in_each_language(vocabularies: Vocabularies) -> None:
    """People look names up by their alphabet, marks aside."""
    countries = [entry("cluster/x", "X", "X", facets={"country": ("SE", "DE", "CZ", "PL")})]
    files = build_search(countries, vocabularies, LANGUAGES)
    assert [label for _, label in values(files, "en", "country")] == [
        "Czechia",
        "Germany",
        "Poland",
        "Sweden",
    ]
    assert [label for _, label in values(files, "lt", "country")] == [
        "Čekija",
        "Lenkija",
        "Švedija",
        "Vokietija",
    ]


def test_an_unknown_code_stands_for_itself(vocabularies: Vocabularies) -> None:
    """A vocabulary that a directory shortened must not stop its build."""
    files = build_search(
        [entry("cluster/x", "X", "X", facets={"type": ("unheard",)})], vocabularies, LANGUAGES
    )
    assert values(files, "en", "type") == [["unheard", "unheard"]]


def test_every_facet_names_vocabularies_that_exist(vocabularies: Vocabularies) -> None:
    """A mistyped name would show codes in place of labels."""
    assert {name for facet in facets() for name in facet.vocabularies} <= set(vocabularies)


def test_the_finder_page_lists_the_facets_in_their_order() -> None:
    """Its script reads the address before the search is loaded, so it must know the facets by then."""
    template = (ROOT / "generator/inolink/pages/templates/finder.html").read_text("utf-8")
    assert f'data-il-facets="{" ".join(facet.name for facet in facets())}"' in template


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "__proto__ constructor toString", "\u2028 \U0001f600"]
)
def test_any_text_survives_the_way_to_the_result(
    text: str, vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Texts are data all the way."""
    hostile = entry("cluster/x", f"Title {text}", text, names=(text,), facets={"technology": (text,)})
    with Search(
        written(build_search([hostile], vocabularies, LANGUAGES), tmp_path_factory.mktemp("any"))
    ) as search:
        (hit,) = search("title")["hits"]
    assert hit["title"] == f"Title {text}"
    assert hit["labels"]["technology"] == [text]
