from datetime import date

import pytest

from inolink.catalogue import Catalogue
from inolink.errors import SchemaError
from tests.catalogue.conftest import Publish
from tests.directories import Directory, own_schemas


def slugs(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [entry.slug for entry in found]


def ids(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [entry.id for entry in found]


def test_clusters_stand_in_the_order_of_their_names_in_the_first_language(catalogue: Catalogue) -> None:
    assert slugs(catalogue.clusters) == ["old", "south", "north"]


def test_offers_stand_open_first_by_last_day_then_on_hold_then_archived_newest_first(
    catalogue: Catalogue,
) -> None:
    assert slugs(catalogue.offers) == ["gloves", "longer", "proposal", "coats", "paused", "done", "hats"]


def test_every_offer_is_either_current_or_archived_and_only_open_ones_count_as_open(
    catalogue: Catalogue,
) -> None:
    assert slugs(catalogue.open_offers) == ["gloves", "longer", "proposal", "coats"]
    assert slugs(catalogue.current_offers) == [*slugs(catalogue.open_offers), "paused"]
    assert slugs(catalogue.archived_offers) == ["done", "hats"]


def test_events_stand_upcoming_first_by_start_then_past_newest_first_then_undated(
    catalogue: Catalogue,
) -> None:
    assert ids(catalogue.events) == ["now", "next-year", "last-week", "long-ago", "someday"]


def test_interests_that_still_stand_come_before_past_ones(catalogue: Catalogue) -> None:
    assert ids(catalogue.interests) == ["rooms", "lasting", "former", "ended"]
    assert ids(catalogue.open_interests) == ["rooms", "lasting"]


def test_a_cluster_shows_what_others_report_of_it_and_nothing_of_its_own_twice(catalogue: Catalogue) -> None:
    south, north = catalogue.cluster("south"), catalogue.cluster("north")
    assert ids(south.joined_initiatives) == ["network", "loom"]
    assert ids(south.joined_partnerships) == ["fjord"]
    assert ids(south.attended) == ["next-year"]
    assert (north.joined_initiatives, north.joined_partnerships, north.attended) == ((), (), ())


def test_initiatives_of_the_programme_belong_to_no_cluster(catalogue: Catalogue) -> None:
    assert [(entry.id, entry.cluster) for entry in catalogue.initiatives] == [
        ("loom", "north"),
        ("network", ""),
    ]


def test_earlier_slugs_lead_to_the_cluster_and_a_merged_cluster_keeps_its_page(catalogue: Catalogue) -> None:
    assert catalogue.redirects == {"polar": "north", "arctic": "north"}
    assert catalogue.cluster("old").profile.merged_into == "south"


def test_ecosystems_and_regions_list_their_clusters(catalogue: Catalogue) -> None:
    ecosystems = {code: slugs(found) for code, found in catalogue.by_ecosystem.items()}
    assert ecosystems == {"digital": ["south", "north"], "textiles": ["north"]}
    assert {code: slugs(found) for code, found in catalogue.by_region.items()} == {"LT011": ["old", "north"]}


def test_records_are_found_by_their_slugs(catalogue: Catalogue) -> None:
    assert catalogue.offer("north", "coats").path == "clusters/north/offers/coats.yml"
    assert catalogue.find("south") is catalogue.cluster("south")
    assert catalogue.find("elsewhere") is None
    assert catalogue.find(None) is None
    assert slugs(catalogue.known(["south", "elsewhere", "north"])) == ["south", "north"]


def test_member_figures_stand_newest_first_and_those_of_one_date_that_differ_are_named(
    catalogue: Catalogue,
) -> None:
    north = catalogue.cluster("north")
    assert [figure.total for figure in north.members] == [25, 20, 22, None, 30]
    assert [[figure.total for figure in group] for group in north.conflicting_members] == [[20, 22]]


def test_other_figures_conflict_only_with_figures_of_the_same_name_and_date(catalogue: Catalogue) -> None:
    north = catalogue.cluster("north")
    assert [figure.value for figure in north.key_figures] == [80.5, 70, 80]
    assert [[figure.value for figure in group] for group in north.conflicting_key_figures] == [[80.5, 70]]


def test_a_broken_record_is_left_out_and_those_that_name_its_cluster_stay(
    linked: Directory, publish: Publish
) -> None:
    linked.replace("clusters/south/profile.yml", "status: active", "status: asleep")
    catalogue = publish(linked)
    assert slugs(catalogue.clusters) == ["old", "north"]
    assert slugs(catalogue.open_offers) == ["gloves", "coats"]
    assert ids(catalogue.initiatives) == ["loom", "network"]
    assert catalogue.known(catalogue.initiatives[0].record.clusters) == ()


def test_a_directory_without_programme_has_none(linked: Directory, publish: Publish) -> None:
    (linked.root / "clusters/programme.yml").unlink()
    catalogue = publish(linked)
    assert catalogue.programme is None
    assert ids(catalogue.initiatives) == ["loom"]


def test_a_logo_belongs_to_its_cluster(linked: Directory, publish: Publish) -> None:
    linked.write(
        "clusters/south/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'
    )
    catalogue = publish(linked)
    logo = catalogue.cluster("south").logo
    assert logo
    assert logo.path == "clusters/south/logo.svg"
    assert catalogue.cluster("north").logo is None


def test_another_day_makes_another_catalogue_of_the_same_files(linked: Directory, publish: Publish) -> None:
    assert slugs(publish(linked, date(2028, 1, 1)).open_offers) == []


def test_schemas_that_let_too_much_through_are_named_as_the_cause(
    linked: Directory, publish: Publish
) -> None:
    own_schemas(linked)
    linked.replace("schema/strategy.schema.json", '"sources"\n', '"summary"\n')
    linked.write("clusters/south/strategy.yml", "summary: {en: Short., lt: Trumpai.}\n")
    with pytest.raises(SchemaError, match=r"clusters/south/strategy.yml: .*`sources`.*schema/"):
        publish(linked)
