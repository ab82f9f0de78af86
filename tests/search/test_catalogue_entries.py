"""Everything in the catalogue can be found, under its own address and with what it counts as today."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from inolink.catalogue import TYPE_OF_INTEREST, Catalogue, InterestState, build_catalogue
from inolink.checking import check_directory
from inolink.reading import load_vocabularies
from inolink.reading.guides import Guide, GuideText, read_guides
from inolink.search import SearchEntry, search_files
from inolink.search.catalogue_entries import search_entries
from inolink.settings import load_settings
from tests.directories import PROJECT, TODAY, settle
from tests.search.browser_code import Search, written

EVERY_STATE = PROJECT / "tests" / "catalogue" / "directory" / "clusters"
"""A small directory with a record of every kind and state."""
Entries = Mapping[str, SearchEntry]


def catalogue_of(root: Path, today: date = TODAY) -> Catalogue:
    """Make the catalogue of a directory as a build does."""
    settings = load_settings(root)
    checked = check_directory(root, settings, today)
    return build_catalogue(checked.usable(), today=today, languages=settings.languages, root=root)


def entries_of(catalogue: Catalogue, guides: tuple[Guide, ...] = ()) -> Entries:
    """Make the entries of a catalogue, by their keys."""
    made = search_entries(catalogue, load_vocabularies(PROJECT), catalogue.languages, guides)
    return {entry.key: entry for entry in made}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Make the catalogue of the shipped directory."""
    return catalogue_of(PROJECT)


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> Entries:
    """Make the entries of the shipped directory."""
    return entries_of(catalogue, read_guides(PROJECT, catalogue.languages))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Entries:
    """Make the entries of the small directory."""
    return entries_of(catalogue_of(settle(tmp_path_factory.mktemp("small"), EVERY_STATE).root))


def test_every_record_and_every_guide_page_is_an_entry_of_its_own(
    catalogue: Catalogue, shipped: Entries
) -> None:
    """What is published can be found, all of it and once."""
    expected = [
        *(f"cluster/{cluster.slug}" for cluster in catalogue.clusters),
        *(f"offer/{offer.cluster}/{offer.slug}" for offer in catalogue.offers),
        *(f"interest/{interest.cluster}/{interest.id}" for interest in catalogue.interests),
        *(f"event/{event.cluster}/{event.id}" for event in catalogue.events),
        *(f"guide/{guide.path}".rstrip("/") for guide in read_guides(PROJECT, catalogue.languages)),
    ]
    assert sorted(shipped) == sorted(expected)


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("cluster/north", "clusters/north/"),
        ("offer/north/coats", "offers/north/coats/"),
        ("interest/north/lasting", "clusters/north/#interest-lasting"),
    ],
)
def test_an_entry_leads_to_its_page_in_each_language(key: str, address: str, small: Entries) -> None:
    """The first language lives at the root of the site, the others in their folders."""
    assert small[key].url == {"en": address, "lt": f"lt/{address}"}


def test_an_event_leads_to_its_own_page(catalogue: Catalogue, shipped: Entries) -> None:
    """It has no page of its own."""
    event = catalogue.events[0]
    place = f"events/{event.cluster}/{event.id}/"
    assert shipped[f"event/{event.cluster}/{event.id}"].url == {"en": place, "lt": f"lt/{place}"}


def test_a_guide_page_that_is_not_translated_leads_to_the_language_that_it_is_in(
    catalogue: Catalogue,
) -> None:
    """A link to a page that isn't there helps nobody."""
    text = GuideText("Rules", "What holds.", "Be kind.", {}, "")
    entries = entries_of(catalogue, (Guide("rules/", {"en": text}), Guide("taisykles/", {"lt": text})))
    assert entries["guide/rules"].url == {"en": "rules/", "lt": "rules/"}
    assert entries["guide/taisykles"].url == {"en": "lt/taisykles/", "lt": "lt/taisykles/"}
    assert entries["guide/taisykles"].title["en"] == "Rules"


def test_an_interest_has_the_type_of_a_dated_offer(catalogue: Catalogue, shipped: Entries) -> None:
    """Who filters by business requests means both."""
    for interest in catalogue.interests:
        expected = TYPE_OF_INTEREST[interest.domain, interest.direction]
        assert shipped[f"interest/{interest.cluster}/{interest.id}"].facets["type"] == (expected,)


def test_a_technology_counts_for_the_broader_one_too(shipped: Entries) -> None:
    """Who filters by the exact sciences finds the laser clusters."""
    broader = load_vocabularies(PROJECT)["technologies"].term("lasers").broader
    assert {"lasers", broader} <= set(shipped["cluster/litek"].facets["technology"])


def test_an_offer_without_ecosystems_has_those_of_its_cluster(small: Entries) -> None:
    """So it can be found beside the cluster's other offers."""
    assert small["offer/north/coats"].facets["ecosystem"] == ("textiles", "digital")
    assert ("ecosystems", "textiles") in small["interest/north/lasting"].terms


def test_a_cluster_seeks_what_its_open_offers_and_interests_seek(
    catalogue: Catalogue, shipped: Entries
) -> None:
    """What is over is sought no more."""
    for cluster in catalogue.clusters:
        interests = [each for each in cluster.interests if each.state is InterestState.OPEN]
        offers = [each for each in cluster.offers if not each.archived]
        sought = [each.record.countries for each in interests] + [each.record.countries for each in offers]
        assert set(shipped[f"cluster/{cluster.slug}"].facets["country"]) == set(chain.from_iterable(sought))


def test_only_labels_that_are_valid_today_count(small: Entries, shipped: Entries) -> None:
    """A silver label without a date may have lapsed long ago."""
    assert small["cluster/north"].facets["label"] == ("bronze",)
    assert small["offer/north/coats"].facets["label"] == ("bronze",)
    assert {level for entry in shipped.values() for level in entry.facets.get("label", ())} <= {
        "bronze",
        "silver",
        "gold",
    }


@pytest.mark.parametrize(
    ("key", "state", "closes"),
    [
        ("offer/north/gloves", "open", "2026-12-20"),
        ("offer/north/hats", "archived", "2025-12-31"),
        ("offer/north/done", "archived", "2027-08-01"),
        ("offer/north/paused", "open", "2027-07-01"),
        ("offer/south/proposal", "open", "2027-03-15"),
        ("interest/north/lasting", "open", None),
        ("interest/north/ended", "archived", "2026-10-31"),
        ("interest/south/former", "archived", None),
    ],
)
def test_the_state_follows_from_the_day_of_the_build(
    key: str, state: str, closes: str | None, small: Entries
) -> None:
    """The browser counts on from the last day."""
    assert (small[key].state, small[key].closes) == (state, closes)


def test_an_event_that_is_over_or_has_no_date_is_archived(catalogue: Catalogue, shipped: Entries) -> None:
    """Nobody can go there any more."""
    for event in catalogue.events:
        open_today = event.state in {"upcoming", "running"}
        assert (shipped[f"event/{event.cluster}/{event.id}"].state == "open") is open_today


def test_a_cluster_that_is_no_more_is_found_and_marked_with_all_that_was_its_own(
    catalogue: Catalogue, shipped: Entries
) -> None:
    """An old name still leads somewhere, yet nobody there will answer."""
    former = [each.slug for each in catalogue.clusters if each.profile.status in {"closed", "merged"}]
    assert former
    own = {key: entry for key, entry in shipped.items() if key.split("/")[1] in former}
    assert {entry.state for entry in own.values()} == {"archived"}


def test_a_cluster_is_found_by_its_former_slugs_and_by_the_names_of_what_it_took_over(small: Entries) -> None:
    """People remember what something was called."""
    assert {"polar", "arctic"} <= set(small["cluster/north"].names)
    assert "Amber Union" in small["cluster/south"].text["en"]
    assert "Gintaro sąjunga" in small["cluster/south"].text["lt"]


def test_countries_sought_are_found_by_their_names_in_both_languages(shipped: Entries) -> None:
    """Records hold codes; people write names."""
    interest = shipped["interest/litek/litek-china-contacts"]
    assert "China" in interest.text["en"]
    assert "Kinija" in interest.text["lt"]


def test_a_members_name_is_found_inflected_in_any_language(shipped: Entries) -> None:
    """Names belong to no language, and Lithuanians inflect them all."""
    litek = shipped["cluster/litek"]
    assert "Ekspla" in litek.text["en"]
    assert "Ekspla" in litek.text["lt"]


@pytest.fixture(scope="module")
def search(shipped: Entries, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Search the shipped directory."""
    files = search_files(shipped.values(), load_vocabularies(PROJECT), ("en", "lt"))
    with Search(written(files, tmp_path_factory.mktemp("shipped"))) as answering:
        yield answering


@pytest.mark.parametrize(
    "query", ["Ekspla", "eksplos", "LITEK", "Baltic Photonics", "Fizikos instituto parkas", "optoelectronics"]
)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_cluster_is_found_by_members_events_coordinator_and_terms_in_either_language(
    query: str, language: str, search: Search
) -> None:
    """Whatever somebody remembers of it."""
    assert "cluster/litek" in search.keys(query, language)


def test_a_long_text_is_displayed_by_its_beginning_and_without_its_markdown(tmp_path: Path) -> None:
    """A result is to be read at a glance."""
    directory = settle(tmp_path / "long", EVERY_STATE)
    words = "**Cold** rooms and [chambers](https://north.example/) " + "for every season of the year " * 20
    title = "title: {en: Tests in the cold, lt: Bandymai šaltyje}"
    directory.replace("clusters/north/profile.yml", title, f"{title}\n    text: {{en: '{words.strip()}'}}")
    entry = entries_of(catalogue_of(directory.root))["interest/north/lasting"]
    files = dict(search_files([entry], load_vocabularies(PROJECT), ("en", "lt")))
    (document,) = json.loads(files["search/display-en.json"])["files"]["cards-en/0"]
    assert document["excerpt"].startswith("Cold rooms and chambers for every season")
    assert document["excerpt"].endswith(" …")
    assert len(document["excerpt"]) < len(entry.excerpt["en"])
