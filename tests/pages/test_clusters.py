"""The pages of organisations in every state: what they say, and whom they let be written to."""

import json
from typing import Any

import pytest

from inolink.pages.texts import Texts
from tests.pages.elements import Element
from tests.pages.rendering import Rendered

say = Texts("en")


def main(pages: Rendered, slug: str, language: str = "en") -> Element:
    return pages.main(f"{'' if language == 'en' else f'{language}/'}clusters/{slug}/")


def ways_to_write(page: Element) -> list[str]:
    """Return where a visitor can write to."""
    links = [link["href"] for link in page.every("a[href]")]
    return sorted(
        {link.partition("?")[0] for link in links if link.startswith("mailto:") or "/write" in link}
    )


def data_of(block: Element) -> dict[str, Any]:
    data: dict[str, Any] = json.loads("".join(map(str, block.children)))
    return data


@pytest.mark.parametrize(("slug", "word"), [("amber", "Merged"), ("rope", "Closed")])
def test_nobody_is_invited_to_write_to_an_organisation_that_is_no_more(
    pages: Rendered, slug: str, word: str
) -> None:
    page = main(pages, slug)
    assert page.one(".il-eyebrow").text == f"Cluster · {word}"
    assert ways_to_write(page) == []
    assert page.every("[data-il-copy]") == page.every("#open") == page.every(".il-top__actions") == []


def test_a_merged_organisation_leads_to_its_successor(pages: Rendered) -> None:
    banner = main(pages, "amber").one(".il-banner")
    assert banner.text == "Merged into: COL The members moved in 2020."
    assert banner.one("a")["href"] == "../../clusters/light/"
    assert main(pages, "rope").one(".il-banner").every("a") == []


def test_what_a_merged_organisation_left_open_is_over_and_still_has_its_place(pages: Rendered) -> None:
    past = main(pages, "amber").section("past")
    assert past.texts(".il-card__title") == ["Amber by weight", "Beads of amber"]
    assert past.one("#interest-beads").every("details") == []
    offer = pages.main("offers/amber/weight/")
    assert offer.one(".il-banner").text == f"{say('offer.former')} {say('offer.other')}"
    assert offer.every("#contact") == offer.every("a[href=#contact]") == []
    assert "Closes" not in offer.facts()
    assert not pages["offers/amber/weight/"].indexed


def test_organisations_stand_by_their_kind_and_former_ones_apart(pages: Rendered) -> None:
    clusters = pages.main("clusters/")
    groups = {
        heading["id"]: clusters.section(heading["id"]).texts(".il-card__title")
        for heading in clusters.every("h2")
    }
    assert groups == {
        "group-cluster": ["Cluster of Light", "Isar Valley", "Silent Cluster"],
        "group-support-organisation": ["Wood Hub"],
        "former": ["Amber Union", "Rope Cluster"],
    }


@pytest.mark.parametrize(
    ("slug", "ways", "advice"),
    [
        ("light", ["mailto:info@light.example"], "To: info@light.example"),
        ("wood", ["https://wood.example/write"], say("contact.no-email")),
        ("silent", [], say("contact.no-email-no-site")),
    ],
)
def test_a_message_goes_by_mail_else_by_a_form_else_it_is_only_copied(
    pages: Rendered, slug: str, ways: list[str], advice: str
) -> None:
    page = main(pages, slug)
    assert ways_to_write(page) == ways
    for message in page.every("details.il-message"):
        assert message.text.startswith(f"{say('contact.prepare')} {advice}")
        copied = message.one("button[data-il-copy]")
        assert page.one(f"#{copied['data-il-copy']}").text.endswith("[name, organisation, website]")


def test_an_organisation_without_open_offers_can_still_be_written_to(pages: Rendered) -> None:
    empty = main(pages, "isar").one(".il-empty")
    assert empty.text.startswith(say("cluster.open-none", name="Isar Valley"))
    assert empty.one("a")["href"] == "mailto:info@isar.example"


def test_open_interests_carry_a_message_and_past_ones_none(pages: Rendered) -> None:
    page = main(pages, "light")
    assert page.section("open").texts(".il-opening h3") == ["Partners for a stand", "Tests of lamps"]
    assert len(page.section("open").every("details.il-message")) == 2
    trip = page.section("past").one("#interest-trip")
    assert trip.every("details") == []
    assert trip.one(".il-opening__small").text.startswith("ended October 2026 · ")


def test_an_interest_tells_when_it_was_said_and_how_it_can_be_named(pages: Rendered) -> None:
    page = main(pages, "light")
    said = page.one("#interest-fairs").one(".il-opening__small").text
    assert said == "said May 2026 · source: light.example · Reference light/fairs"
    undated = page.one("#interest-tests").one(".il-opening__small").text
    assert undated == "undated statement, checked 1 November 2026 · Reference light/tests"


def test_the_facts_of_an_organisation_stand_together(pages: Rendered) -> None:
    facts = main(pages, "light").one("aside").facts()
    assert facts == {
        "Short name": "COL",
        "Also known as": "Light Valley, Šviesos slėnis",
        "Seat": "Vilnius, Lithuania",
        "Region": "Vilnius County",
        "Founded": "June 2015 After a meeting of six makers.",
        "Legal form": "Association",
        "Coordinator": "Forest Agency",
        "Members": "1,250 (March 2026)",
        "Team": "6-10",
        "Languages": "Lithuanian, English",
        "Website": "light.example",
        "Contact": "info@light.example",
    }


def test_a_coordinator_with_a_page_of_its_own_is_linked(pages: Rendered) -> None:
    links = {link.text: link["href"] for link in main(pages, "light").one("aside").every("a")}
    assert links["Forest Agency"] == "../../clusters/wood/"
    assert links["Vilnius County"] == "../../regions/lt011/"


def test_a_region_abroad_has_a_page_though_no_list_names_it(pages: Rendered) -> None:
    assert pages.main("regions/de212/").texts(".il-card__title") == ["Isar Valley"]
    assert main(pages, "isar").facts()["Seat"] == "Munich, Germany"


def test_organisations_without_a_region_stand_at_the_end_of_the_regions(pages: Rendered) -> None:
    unknown = pages.main("regions/").section("unknown")
    assert unknown.texts(".il-card__title") == ["Rope Cluster", "Silent Cluster", "Wood Hub"]


def test_a_logo_decorates_the_profile_that_has_one(pages: Rendered) -> None:
    logo = main(pages, "light").one("img")
    assert (logo["src"], logo["alt"]) == ("../../assets/logos/light.svg", "")
    assert main(pages, "light", "lt").one("img")["src"] == "../../../assets/logos/light.svg"
    assert main(pages, "wood").every("img") == []


def test_each_label_tells_its_state_and_only_those_that_count_stand_below_the_name(pages: Rendered) -> None:
    page = main(pages, "light")
    assert page.one(".il-top__labels").texts(".il-badge") == ["Silver label", "Bronze label"]
    labels = next(panel for panel in page.every(".il-panel") if say("cluster.labels") in panel.texts("h2"))
    until = say("label.estimated", date="31 December 2027")
    assert labels.texts("li")[:4] == [
        f"Silver label awarded 2025 {until}",
        "Bronze label Renewal, awarded October 2023 valid until 28 February 2027",
        "Bronze label: lapsed awarded February 2022 evidence: label.example",
        f"Gold label: date unknown {say('label.unknown')} Named on a slide.",
    ]


def test_figures_of_several_sources_stand_newest_first_and_say_that_they_differ(pages: Rendered) -> None:
    members = main(pages, "light").section("members")
    assert say("cluster.figures-differ") in members.text
    assert [row.texts("td")[:2] for row in members.every("tbody tr")] == [
        ["1,250", "March 2026"],
        ["1,300", "March 2026"],
        ["about 30", "2025"],
        ["24", "2025"],
        ["2", say("site.undated")],
    ]


def test_figures_that_agree_say_nothing_of_a_difference(pages: Rendered) -> None:
    figures = main(pages, "light").section("figures")
    assert say("cluster.figures-differ") not in figures.text
    assert [[row.one("th").text, *row.texts("td")[:2]] for row in figures.every("tbody tr")] == [
        ["Turnover", "more than €120,000,000", "2025"],
        ["Export", "80.5 %", say("site.undated")],
    ]


def test_the_data_for_search_engines_names_the_organisation(pages: Rendered) -> None:
    blocks = pages.tree("clusters/light/").every("script[type=application/ld+json]")
    (data,) = [each for each in map(data_of, blocks) if each.get("foundingDate")]
    assert "Organization" in data["@type"]
    assert (data["name"], data["foundingDate"]) == ("Cluster of Light", "2015-06")
    assert "COL" in data["alternateName"]


def test_of_an_organisation_without_any_fact_the_panel_says_so(pages: Rendered) -> None:
    panel = main(pages, "silent").one("aside").one(".il-panel")
    assert panel.text == f"{say('cluster.facts')} {say('site.none')}"
