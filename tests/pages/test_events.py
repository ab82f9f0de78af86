"""The page of each event: whether it is still ahead, who takes part, and what lies around it."""

import pytest

from inolink.pages.texts import Texts
from tests.pages.elements import Element
from tests.pages.rendering import Rendered

say = Texts("en")
CALENDAR = say("event.calendar")
REGISTER = say("events.register")


def main(pages: Rendered, event: str) -> Element:
    return pages.main(f"events/light/{event}/")


@pytest.mark.parametrize(
    ("event", "state", "closes"),
    [
        ("fair", "upcoming", "2027-05-14"),
        ("now", "running", "2026-11-27"),
        ("before", "past", None),
        ("autumn", "undated", None),
        ("never", "undated", None),
    ],
)
def test_an_event_tells_its_state_and_one_that_is_ahead_its_last_day(
    pages: Rendered, event: str, state: str, closes: str | None
) -> None:
    badge = main(pages, event).one("header").every(".il-badge")[1]
    assert badge.text == say(f"event.state.{state}")
    assert badge.attributes.get("data-il-closes") == closes


@pytest.mark.parametrize(
    ("event", "banner", "links"),
    [
        ("fair", [], [REGISTER, CALENDAR]),
        ("now", [], [REGISTER, CALENDAR]),
        ("before", [say("event.over")], []),
        ("autumn", [say("event.undated")], []),
    ],
)
def test_only_who_can_still_come_is_asked_to_register_or_to_note_the_day(
    pages: Rendered, event: str, banner: list[str], links: list[str]
) -> None:
    header = main(pages, event).one("header")
    assert header.texts("p.il-banner") == banner
    assert header.texts("a.il-button") == links


def test_an_event_tells_when_and_where_it_is_and_who_announced_it(pages: Rendered) -> None:
    assert main(pages, "fair").facts() == {
        "When": "12 May 2027 – 14 May 2027",
        "Where": "Messe, Germany",
        "Kind": "Fair or exhibition",
        "Announced by": "COL",
    }
    assert main(pages, "autumn").facts()["When"] == "one autumn"
    assert main(pages, "never").facts()["When"] == say("site.undated")
    assert main(pages, "now").facts()["Where"] == "online"


def test_an_event_names_all_who_take_part(pages: Rendered) -> None:
    participants = main(pages, "fair").section("participants")
    assert participants.texts(".il-card__title") == ["Cluster of Light", "Wood Hub"]


def test_an_event_leads_to_the_ones_before_and_after_it(pages: Rendered) -> None:
    around = {link["rel"]: link["href"] for link in main(pages, "now").every("nav a[rel]")}
    assert around == {
        "prev": "../../../events/light/before/",
        "next": "../../../events/light/fair/",
    }
    assert main(pages, "autumn").every("nav a[rel]") == []
