"""What the bundled search answers."""

from pathlib import Path

import pytest

from inolink.reading import Vocabularies
from inolink.search import search_files
from tests.search.browser_code import FACETS, Search, written
from tests.search.conftest import ENTRIES, LANGUAGES

OPEN = ["cluster/lasers", "cluster/food", "cluster/old", "offer/lasers/welding", "offer/food/packaging"]


def facets(
    search: Search, groups: list[str], filters: object = None, **options: object
) -> dict[str, dict[str, int]]:
    """Return the numbers beside the values of facets, without zeros."""
    rest = {"archived": False, "sort": "relevance", "limit": 0, "loadedLimit": 0, "filters": filters or {}}
    found = search.ask(ask="facets", query="", language="en", groups=groups, **{**rest, **options})
    return {
        facet["name"]: {value["code"]: value["count"] for value in facet["values"] if value["count"]}
        for facet in found
    }


def counts(search: Search, facet: str, **options: object) -> dict[str, int]:
    """Return the numbers beside the values of one facet."""
    return facets(search, [facet], **options)[facet]


def test_an_empty_query_shows_everything_that_is_open_clusters_first(search: Search) -> None:
    """The finder is a list before anybody types."""
    keys = search.keys("")
    assert sorted(keys) == sorted([*OPEN, "event/food/fair", "guide/about"])
    assert [key.split("/")[0] for key in keys[:3]] == ["cluster"] * 3


@pytest.mark.parametrize("query", ["!!!", "a", "the", "  "])
def test_a_query_without_words_shows_everything(query: str, search: Search) -> None:
    """The first letter of a word must not empty the page."""
    assert search(query)["total"] == search("")["total"]


@pytest.mark.parametrize("query", ["laser", "lase", "las", "la"])
def test_the_last_word_is_found_while_it_is_typed(query: str, search: Search) -> None:
    """Two letters are enough."""
    assert search.keys(query)[0] in {"cluster/lasers", "offer/lasers/welding"}


@pytest.mark.parametrize("query", ["lasre", "klastreis", "tecnology", "suvirnimas"])
def test_a_misspelt_word_finds_the_nearest_and_says_so(query: str, search: Search) -> None:
    """One letter wrong in five, two in nine."""
    result = search(query)
    assert result["total"] > 0
    assert result["similar"] == [query]


def test_a_right_word_is_never_taken_for_another(search: Search) -> None:
    """Guessing is for words that are written nowhere."""
    assert search("food")["similar"] == []


def test_entries_with_all_words_stand_before_those_with_some(search: Search) -> None:
    """More words narrow down, yet never hide what is nearly right."""
    result = search("laser welding")
    assert result["hits"][0]["key"] == "offer/lasers/welding"
    assert result["hits"][0]["complete"]
    assert not result["hits"][-1]["complete"]
    assert result["complete"] == 1


def test_a_query_that_no_entry_has_whole_shows_parts_and_what_to_leave_out(search: Search) -> None:
    """The rarest word is the one to try without."""
    result = search("laser bakers")
    assert result["complete"] == 0
    assert result["total"] > 0
    assert result["advice"]["shorter"] == "laser"


def test_a_word_of_the_title_weighs_more_than_one_of_the_text(search: Search) -> None:
    """What something is called says most of what it is."""
    assert search.keys("laser")[-1] == "guide/about"


def test_a_short_name_finds_its_cluster_first(search: Search) -> None:
    """People know clusters by their abbreviations."""
    assert search.keys("lastek")[0] == "cluster/lasers"


@pytest.mark.parametrize("query", ["best food", "best-food", "bestfood", "BestFood"])
def test_a_name_is_found_as_one_word_or_as_several(query: str, search: Search) -> None:
    """People write names as they hear them."""
    assert search.keys(query)[0] == "cluster/food"


def test_an_offer_is_archived_the_day_after_it_closes(search: Search) -> None:
    """The browser knows what day it is; the build may be older."""
    assert "offer/lasers/welding" in search.keys("welding", today="2026-11-30")
    assert "offer/lasers/welding" not in search.keys("welding", today="2026-12-01")


def test_archived_offers_come_on_demand_and_clusters_always(search: Search) -> None:
    """An old offer misleads, an old cluster informs."""
    assert search.keys("packaging machine") == ["offer/food/packaging"]
    assert search("packaging machine")["hidden"] == 1
    assert "offer/food/past" in search.keys("packaging machine", archived=True)
    assert search.keys("film") == ["cluster/old"]


def test_among_equals_the_archived_one_stands_lower(search: Search) -> None:
    """It is still found, below what is open."""
    keys = search.keys("packaging", archived=True)
    assert keys == ["offer/food/packaging", "offer/food/past"]


def test_within_a_facet_any_value_will_do_and_between_facets_all_must_fit(search: Search) -> None:
    """Germany or Sweden, and a technology offer."""
    assert set(search.keys("", filters={"country": ["DE", "SE"]})) == {
        "offer/lasers/welding",
        "offer/food/packaging",
    }
    both = {"country": ["DE", "SE"], "type": ["technology-offer"]}
    assert search.keys("", filters=both) == ["offer/lasers/welding"]


def test_a_facet_counts_as_if_nothing_were_selected_in_it(search: Search) -> None:
    """The numbers say what one more tick would bring."""
    assert counts(search, "country", filters={"country": ["SE"]}) == {"DE": 2, "SE": 1}
    assert counts(search, "kind", filters={"country": ["SE"]}) == {"offer": 1}


def test_the_state_is_counted_as_it_is_today(search: Search) -> None:
    """What closed since the build counts as archived."""
    assert counts(search, "state", archived=True)["archived"] == 2
    assert counts(search, "state", archived=True, today="2026-12-01")["archived"] == 3


def test_unknown_filters_leave_nothing_and_break_nothing(search: Search) -> None:
    """Addresses are written by anybody."""
    assert search.keys("", filters={"technology": ["__proto__"]}) == []
    assert search.keys("", filters={"constructor": ["x"]}) == search.keys("")


def test_newest_first_and_closing_soon_follow_the_dates(search: Search) -> None:
    """What has no date stands behind everything that has one."""
    assert search.keys("", sort="newest")[:2] == ["offer/food/packaging", "offer/lasers/welding"]
    closing = ["offer/lasers/welding", "event/food/fair", "offer/food/packaging"]
    assert search.keys("", sort="closing")[:3] == closing


@pytest.mark.parametrize(
    "query",
    ["foo:bar", "title:", "a~", "+laser", "laser^2", "-laser", "*", "la*er", "laser~30", "((", '"laser"'],
)
def test_signs_have_no_meaning_in_a_query(query: str, search: Search) -> None:
    """A query is words; there is no language to get wrong."""
    assert search(query)["total"] >= 0


def test_endless_queries_are_cut(search: Search) -> None:
    """A shared link must not keep anybody's browser busy."""
    assert search("x" * 100_000)["total"] == 0
    assert "cluster/lasers" in search.keys("laser " + " ".join(f"zzqx{number}" for number in range(5_000)))


def test_an_unknown_word_brings_words_that_are_written_here(search: Search) -> None:
    """`Did you mean` never leads to another empty page."""
    result = search("packzzing")
    assert result["advice"]["meant"] == ["packaging"]
    assert search(result["advice"]["meant"][0])["total"] > 0


def test_results_without_filters_are_counted_for_who_filtered_too_much(search: Search) -> None:
    """The way back is offered with its number."""
    result = search("laser", filters={"country": ["PL"], "region": ["LT011"]})
    assert result["total"] == 0
    assert result["advice"]["unfiltered"] == 3


def test_only_as_many_results_as_asked_for_come_over(search: Search) -> None:
    """The page shows twenty at a time."""
    result = search("", limit=2)
    assert (len(result["hits"]), result["total"]) == (2, 7)


def test_results_are_labelled_in_the_language_of_the_page(search: Search) -> None:
    """Codes stay inside."""
    (hit,) = search("lastek", "en")["hits"]
    assert hit["labels"]["region"] == ["Kaunas County"]


def test_what_was_kept_is_known_by_its_key_as_it_is_today(search: Search) -> None:
    """A shortlist asks for its entries, and hears nothing of those that are gone."""
    keys = ["offer/lasers/welding", "cluster/gone", "cluster/food", "zzz", ""]
    hits = search.ask(ask="entries", keys=keys, language="en", today="2026-12-01")
    states = {hit["key"]: hit["state"] for hit in hits}
    assert states == {"offer/lasers/welding": "archived", "cluster/food": "open"}


def test_the_keys_of_all_results_come_with_their_dates(search: Search) -> None:
    """A saved search remembers all that it found, not only what was shown."""
    request = {
        "archived": False,
        "sort": "relevance",
        "limit": 0,
        "loadedLimit": 0,
        "groups": [],
        "filters": {},
    }
    found = search.ask(ask="keys", query="", language="en", **request)
    assert {entry["key"] for entry in found} == {*OPEN, "event/food/fair", "guide/about"}
    assert {"key": "offer/food/packaging", "published": "2026-11-20"} in found


def test_counts_of_facets_can_be_asked_for_apart(search: Search) -> None:
    """In a large directory they take files of their own, so results don't wait for them."""
    found = facets(search, ["kind", "country", "state", "unknown", "../x"], {"country": ["SE"]})
    assert found == {"kind": {"offer": 1}, "country": {"DE": 2, "SE": 1}, "state": {"open": 1}}


def test_a_small_directory_counts_all_facets_with_its_results(
    vocabularies: Vocabularies, tmp_path: Path
) -> None:
    """Nothing is to be loaded then, so nothing has to wait."""
    with Search(written(search_files(ENTRIES, vocabularies, LANGUAGES), tmp_path)) as search:
        result = search("", filters={"country": ["SE"]})
    assert result["isWhole"]
    assert [facet["name"] for facet in result["facets"]] == FACETS
