"""What organisations do: their strategy, initiatives, partnerships and events."""

from datetime import date

from inolink.pages.texts import Texts
from tests.directories import Directory
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

say = Texts("en")


def entry(page: Element, mark: str) -> Element:
    return page.one(f"article#{mark}")


def names(section: Element) -> list[str]:
    return section.texts(".il-event__name")


def registrations(page: Element) -> dict[str, str]:
    return {link["href"]: link.text for link in page.every("a.il-button") if "register" in link["href"]}


def test_a_strategy_shows_how_far_it_has_come_on_the_path(pages: Rendered) -> None:
    strategy = pages.main("clusters/light/").section("strategy")
    steps = strategy.one("ol.il-steps").every("li")
    assert [step.text for step in steps if "aria-current" in step.attributes] == ["Adopted"]
    assert strategy.one("li[aria-current=step]").text == "Adopted"
    done = [step.text for step in steps if step.attributes.get("class") == "il-steps__done"]
    assert done == ["Problems identified", "Action plan", "Strategy drafted", "Discussed"]
    assert [step.text for step in steps][5:] == ["In implementation", "Evaluated"]


def test_a_strategy_says_for_when_it_holds(pages: Rendered) -> None:
    light = pages.main("clusters/light/").section("strategy").text
    assert "Position of June 2026 · Period: 2024 – 2027" in light
    wood = pages.main("clusters/wood/").section("strategy")
    assert say("cluster.stage-unknown") in wood.text
    assert say("cluster.strategy-undated") in wood.text
    assert wood.every("ol") == []


def test_a_strategy_lists_aims_documents_and_help(pages: Rendered) -> None:
    strategy = pages.main("clusters/light/").section("strategy")
    assert "Export more 90 %, until 2027, Under way" in strategy.texts("li")
    assert "Cluster strategy Adopted" in strategy.texts("li")
    assert "Business model Planned" in strategy.texts("li")
    assert strategy.facts() == {
        "Mentoring": "from January 2024 24 months",
        "Branding": "Expert days: 2.5",
        "Budget": "€5,000 source: agency.example",
    }
    links = {link.text: link["href"] for link in strategy.every("a")}
    assert links["Cluster strategy"] == "https://light.example/strategy.pdf"


def test_an_initiative_names_its_money_as_the_language_writes_it(pages: Rendered) -> None:
    lab = entry(pages.main("clusters/light/"), "initiative-light-lab")
    assert lab.facts() == {
        "Budget": "about €1,403,744",
        "EU funding": "€99.50",
        "Share of the partner": "20,000 SEK",
        "Partners": "Oslo Light (Norway, host)",
        "Together with": "Wood Hub",
    }
    facts = entry(pages.main("lt/clusters/light/"), "initiative-light-lab").facts()
    assert facts["Biudžetas"] == "apie 1 403 744 €"
    assert facts["ES lėšos"] == "99,50 €"


def test_an_initiative_tells_its_frame_in_one_line(pages: Rendered) -> None:
    page = pages.main("clusters/light/")
    assert entry(page, "initiative-light-lab").every(".il-muted")[0].text == (
        "Strengthening of the cluster · Horizon Europe · 101000000 · March 2024 – February 2026 · 24 months"
    )
    assert entry(page, "initiative-light-begun").one(".il-muted").text == "from 2025"


def test_an_initiative_stands_with_all_who_take_part_each_naming_the_others(pages: Rendered) -> None:
    wood = pages.main("clusters/wood/")
    assert wood.section("initiatives").texts("h3") == ["Mission of clusters", "Shared laboratory"]
    assert entry(wood, "initiative-light-lab").facts()["Together with"] == "COL"
    assert entry(wood, "initiative-programme-mission").facts()["Together with"] == "COL"


def test_a_partnership_tells_from_when_until_when(pages: Rendered) -> None:
    page = pages.main("clusters/light/")
    frames = {
        mark: entry(page, f"partnership-light-{mark}").every(".il-muted")[0].text
        for mark in ("fjord", "ended")
    }
    assert frames == {
        "fjord": "Memorandum · Norway · from 2018",
        "ended": "Agreement · until May 2024",
    }
    assert pages.main("clusters/wood/").section("partnerships").texts("h3") == ["Fjord of Light"]


def test_events_stand_coming_first_then_by_year_then_those_without_one(pages: Rendered) -> None:
    events = pages.main("events/")
    assert names(events.section("upcoming")) == ["Week of lamps", "Fair of light"]
    assert names(events.section("year-2025")) == ["Old meeting"]
    assert names(events.section("undated")) == ["Autumn visit", "Talk of lamps"]


def test_events_tell_when_they_are_as_exactly_as_is_known(pages: Rendered) -> None:
    events = pages.main("events/")
    dates = {
        each.one(".il-event__name").text: each.one(".il-event__date").text for each in events.every("article")
    }
    assert dates == {
        "Week of lamps": "20 November 2026 – 27 November 2026",
        "Fair of light": "12 May 2027 – 14 May 2027",
        "Old meeting": "September 2025",
        "Autumn visit": "one autumn",
        "Talk of lamps": say("site.undated"),
    }
    times = [time["datetime"] for time in entry(events, "event-light-fair").every("time")]
    assert times == ["2027-05-12", "2027-05-14"]


def test_an_event_tells_where_it_is_and_who_goes(pages: Rendered) -> None:
    facts = entry(pages.main("events/"), "event-light-fair").texts(".il-event__facts")
    assert facts[0] == "Fair or exhibition · Messe · Germany · COL"
    assert facts[1] == f"{say('events.with')} Wood Hub"
    assert (
        entry(pages.main("events/"), "event-light-now").texts(".il-event__facts")[0]
        == "Webinar · online · COL"
    )


def test_nobody_is_asked_to_register_for_an_event_that_has_been(pages: Rendered) -> None:
    expected = {
        "https://fair.example/register": say("events.register"),
        "https://lamps.example/register": say("events.register"),
    }
    assert registrations(pages.main("events/")) == expected
    assert registrations(pages.main("clusters/light/")) == expected


def test_the_home_page_shows_coming_events_and_leads_to_them(pages: Rendered) -> None:
    section = pages.main("").section("events")
    assert {link.text: link["href"] for link in section.every("a")} == {
        "Week of lamps": "./events/light/now/",
        "Fair of light": "./events/light/fair/",
    }


def test_without_coming_events_the_pages_say_so(states: Directory) -> None:
    later = rendered(states, date(2028, 6, 1))
    assert say("events.upcoming-none") in later.main("").section("events").text
    assert say("events.upcoming-none") in later.main("events/").section("upcoming").text
    assert [each["id"] for each in later.main("events/").every("h2")] == [
        *("upcoming", "year-2027", "year-2026", "year-2025"),
        "undated",
    ]


def test_the_home_page_reports_what_the_programme_reached_with_its_source(pages: Rendered) -> None:
    programme = pages.main("").one(".il-programme")
    figures = {each.one("dt").text: each.one("dd").text for each in programme.every("dl div")}
    assert figures == {"Strategies formulated": "at least 12", "New members": "300"}
    assert programme.one(".il-programme__source").text == "source: agency.example"


def test_without_a_programme_the_home_page_does_without_its_figures(states: Directory) -> None:
    (states.root / "clusters/programme.yml").unlink()
    assert rendered(states).main("").every(".il-programme") == []
