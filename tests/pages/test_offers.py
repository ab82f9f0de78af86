"""Offers and requests in every state: what their pages say, and in which lists they stand."""

from datetime import date

import pytest

from inolink.pages.texts import Texts
from tests.directories import Directory
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

ANSWERED = ("mirrors", "glass", "surgery")
LIVING = {
    "mirrors": ("Open, until 31 August 2027", "2027-08-31"),
    "glass": ("Closing soon, until 5 December 2026", "2026-12-05"),
    "surgery": ("Open, until 15 March 2027", "2027-03-15"),
    "eyes": ("Open, until 15 March 2027", "2027-03-15"),
    "lamps": ("On hold, until 31 August 2027", "2027-08-31"),
}
OVER = {"cutting": "Fulfilled", "ships": "Withdrawn", "sensors": "Archived"}
say = Texts("en")


def main(pages: Rendered, slug: str, cluster: str = "light") -> Element:
    return pages.main(f"offers/{cluster}/{slug}/")


def state(offer: Element) -> Element:
    """Return the badge behind that of the type."""
    return offer.one("header").every(".il-badge")[1]


def titles(section: Element) -> list[str]:
    return section.texts(".il-card__title")


@pytest.mark.parametrize("slug", LIVING)
def test_an_offer_that_is_not_over_carries_its_last_day_for_the_browser(pages: Rendered, slug: str) -> None:
    text, day = LIVING[slug]
    badge = state(main(pages, slug))
    assert (badge.text, badge["data-il-closes"]) == (text, day)
    assert badge["data-il-closed-text"] == say("state.expired")
    assert state(pages.main(f"lt/offers/light/{slug}/"))["data-il-closed-text"] == Texts("lt")(
        "state.expired"
    )


@pytest.mark.parametrize("slug", OVER)
def test_an_offer_that_is_over_says_so_and_is_kept_from_search_engines(pages: Rendered, slug: str) -> None:
    badge = state(main(pages, slug))
    assert badge.text == OVER[slug]
    assert "data-il-closes" not in badge.attributes
    page = pages[f"offers/light/{slug}/"]
    assert not page.indexed
    assert pages.tree(page.path).one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("slug", LIVING)
def test_an_offer_that_is_not_over_can_be_found_by_search_engines(pages: Rendered, slug: str) -> None:
    assert pages[f"offers/light/{slug}/"].indexed
    assert pages.tree(f"offers/light/{slug}/").every("meta[name=robots]") == []


@pytest.mark.parametrize("slug", [*LIVING, *OVER])
def test_a_message_is_prepared_only_where_somebody_can_answer_it(pages: Rendered, slug: str) -> None:
    offer = main(pages, slug)
    expected = [say("contact.write")] if slug in ANSWERED else []
    assert offer.texts("h2#contact") == expected
    assert offer.texts("a[href=#contact]") == expected
    assert len(offer.every(".il-contact button[data-il-copy]")) == len(expected)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("lamps", say("offer.on-hold")),
        ("ships", say("offer.withdrawn")),
        ("cutting", f"{say('offer.fulfilled')} {say('offer.outcome')}: Found in Tampere."),
        ("sensors", say("offer.archived", date="30 September 2026")),
        ("eyes", say("offer.answers-closed", date="22 November 2026")),
    ],
)
def test_a_banner_tells_why_an_offer_cannot_be_answered(pages: Rendered, slug: str, words: str) -> None:
    banner = main(pages, slug).one(".il-banner")
    assert banner.text.startswith(words)
    assert banner["role"] == "note"


@pytest.mark.parametrize("slug", OVER)
def test_who_finds_an_offer_that_is_over_is_led_to_what_is_open(pages: Rendered, slug: str) -> None:
    offer = main(pages, slug)
    (link,) = offer.every(".il-banner a")
    assert (link.text, link["href"]) == (say("offer.current", name="COL"), "../../../clusters/light/")
    assert titles(offer.section("current")) == [
        "Glass wanted",
        "Partners for a proposal on eyes",
        "Partners for a proposal on surgery",
        "Mirrors that bend",
        "Partners for a stand",
        "Tests of lamps",
    ]


@pytest.mark.parametrize(
    ("slug", "facts"),
    [
        ("mirrors", {"Published": "1 September 2026", "Closes": "31 August 2027"}),
        ("sensors", {"Published": "1 October 2025", "Closed": "30 September 2026"}),
        ("cutting", {"Published": "2 May 2026"}),
        ("ships", {"Published": "1 September 2026"}),
    ],
)
def test_only_a_day_that_ends_an_offer_is_told(pages: Rendered, slug: str, facts: dict[str, str]) -> None:
    told = main(pages, slug).facts()
    assert {key: told[key] for key in ("Published", "Closes", "Closed") if key in told} == facts


def test_a_research_request_names_its_call(pages: Rendered) -> None:
    call = main(pages, "surgery").section("call")
    assert call.facts() == {
        "Programme": "Horizon Europe",
        "Call identifier": "HORIZON-HLTH-2027-TOOL-01: Tools for health",
        "Expression of interest until": "15 January 2027",
        "Deadline of the call": "15 March 2027",
        "Budget": "3-4 million euros",
        "Duration in weeks": "156",
    }
    assert say("offer.coordinator-sought") in call.text
    assert call.one("a")["href"] == "https://calls.example/tools"
    assert say("offer.coordinator-sought") not in main(pages, "eyes").text


def test_an_offer_says_at_a_glance_what_it_is_about(pages: Rendered) -> None:
    facts = main(pages, "mirrors").one("aside").facts()
    assert facts["For"] == "Lamps Ltd"
    assert facts["Countries"] == "Germany, France"
    assert facts["Languages"] == "English, German"
    assert facts["Technology readiness level"] == "5"
    assert facts["Sustainable development goals"] == "Industry, innovation and infrastructure, Climate action"
    assert (facts["Reference"], facts["EEN reference"]) == ("light/mirrors", "TOLT20260901001")
    assert main(pages, "mirrors").section("partner").texts("li") == [
        "University or college",
        "Company",
        "Small company",
    ]


def test_an_offer_copied_from_a_public_page_says_so(pages: Rendered) -> None:
    planks = main(pages, "planks", "wood")
    assert say("offer.transcribed") in planks.section("sources").text
    assert planks.facts()["Published"] == "May 2026"
    assert planks.section("sources").texts("a")[0] == "https://wood.example/planks"
    assert say("offer.transcribed") not in main(pages, "mirrors").text


def test_dated_offers_stand_in_the_list_by_their_last_day_and_those_on_hold_apart(pages: Rendered) -> None:
    offers = pages.main("offers/")
    assert titles(offers.section("dated")) == [
        "Glass wanted",
        "Partners for a proposal on eyes",
        "Partners for a proposal on surgery",
        "Planks of oak",
        "Mirrors that bend",
    ]
    assert titles(offers.section("on-hold")) == ["Lamps for streets"]
    assert titles(offers.section("interests-seeks")) == ["Partners for a stand", "A voice"]
    assert titles(offers.section("interests-offers")) == ["Tests of lamps", "Rooms to let"]


def test_what_is_over_stands_in_the_archive_alone(pages: Rendered) -> None:
    archive = pages.main("offers/archive/")
    assert set(titles(archive.section("archived-offer"))) == {
        *("A way to cut glass", "Lamps for ships", "Sensors of dust"),
        "Amber by weight",
    }
    assert set(titles(archive.section("archived-interest"))) == {"A trip to Oslo", "Beads of amber"}
    assert not pages["offers/archive/"].indexed
    assert not set(titles(archive)) & set(titles(pages.main("offers/")))


def test_a_list_of_one_type_shows_open_ones_then_those_on_hold_then_past_ones(pages: Rendered) -> None:
    page = pages.main("offers/business-offer/")
    assert titles(page.section("open")) == ["Planks of oak", "Rooms to let"]
    assert titles(page.section("on-hold")) == ["Lamps for streets"]
    assert set(titles(page.section("past"))) == {"Lamps for ships", "Amber by weight", "Beads of amber"}
    assert page.one("a[aria-current=page]").text == "Business offer 2"


def test_a_type_of_which_nothing_is_open_says_so(pages: Rendered) -> None:
    page = pages.main("offers/technology-request/")
    assert say("offers.type-none") in page.section("open").text
    assert titles(page.section("past")) == ["A way to cut glass", "A trip to Oslo"]


def test_the_home_page_shows_what_closes_soon_and_nothing_that_cannot_be_answered(pages: Rendered) -> None:
    home = pages.main("")
    assert titles(home.section("closing")) == ["Glass wanted"]
    shown = set(titles(home.section("open")))
    assert "Mirrors that bend" in shown
    assert not shown & {"Lamps for streets", "Lamps for ships", "Amber by weight", "Beads of amber"}


def test_without_anything_that_closes_soon_the_home_page_says_so(states: Directory) -> None:
    (states.root / "clusters/light/offers/glass.yml").unlink()
    closing = rendered(states).main("").section("closing")
    assert say("home.closing-none") in closing.text
    assert closing.one("a")["href"] == "./offers/archive/"


def test_an_ecosystem_that_only_an_offer_names_shows_that_offer(pages: Rendered) -> None:
    page = pages.main("ecosystems/aerospace-defence/")
    assert titles(page) == ["Mirrors that bend"]


def test_a_year_later_everything_dated_is_in_the_archive(states: Directory) -> None:
    later = rendered(states, date(2027, 9, 1))
    assert say("offers.dated-none") in later.main("offers/").section("dated").text
    assert (
        later.main("offers/light/mirrors/")
        .one(".il-banner")
        .text.startswith(say("offer.archived", date="31 August 2027"))
    )
    assert {"Mirrors that bend", "Lamps for streets"} <= set(titles(later.main("offers/archive/")))
