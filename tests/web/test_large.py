"""The finder of a directory that is too large to be loaded whole."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.asked import Asked
from tests.web.conftest import PHONE, forgive, keys, ready

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
LOW = {"width": 1280, "height": 300}
"""A screen that ends before the first results do."""


def waiting_room(waiting: list[Route]) -> Callable[[Route], None]:
    """Keep the first request waiting and let all others through."""

    def keep(route: Route) -> None:
        if waiting:
            route.continue_()
        else:
            waiting.append(route)

    return keep


def in_the_room(page: Page, waiting: list[Route]) -> Route:
    """Wait until the first request is there."""
    while not waiting:
        page.wait_for_timeout(10)
    return waiting[0]


def count(page: Page, label: str) -> str | None:
    """Return the number beside a value."""
    return page.locator("label", has_text=label).locator(".il-facet__count").text_content()


def test_a_search_asks_for_the_files_of_its_words_and_results_alone(large_finder: Open, asked: Asked) -> None:
    page = large_finder("/find/?q=welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    assert keys(page) == ["offer/lasers/welding"]
    assert len(asked.some("cards-en/")) == 1
    assert len(asked.some("postings/")) <= 3
    assert len(asked.names) == len(set(asked.names))


def test_a_search_is_under_way_before_the_finder_itself_is_there(
    open_page: Open, large: str, asked: Asked
) -> None:
    waiting: list[Route] = []
    page = open_page("/", base_url=large)
    page.on("request", asked.note)
    page.route("**/finder.js", waiting_room(waiting))
    with page.expect_request("**/cards-en/*.json"):
        page.goto("/find/?q=welding", wait_until="commit")
    assert waiting
    before = asked.some("postings/")
    waiting[0].continue_()
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    assert asked.some("postings/") == before


def test_results_stand_before_the_numbers_of_the_filters_are_there(large_finder: Open) -> None:
    waiting: list[Route] = []
    page = large_finder("/find/", lambda page: page.route("**/columns/type.json", waiting_room(waiting)))
    expect(page.locator("[data-result]")).to_have_count(20)
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "true")
    in_the_room(page, waiting).continue_()
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "false")
    assert count(page, "Offer or request") == "47"


def test_a_group_is_counted_when_it_is_opened_and_follows_the_search_from_then_on(
    large_finder: Open, asked: Asked
) -> None:
    page = large_finder("/find/")
    expect(page.locator("#il-finder-facets .il-facet").first).to_be_visible()
    assert asked.some("columns/country") == []
    page.get_by_text("Country sought").click()
    germany = page.locator("label", has_text="Germany").locator(".il-facet__count")
    expect(germany).to_have_text("2")
    assert asked.some("columns/country") == ["columns/country"]
    page.locator("#il-finder-query").fill("welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    expect(germany).to_have_text("1")
    page.get_by_role("checkbox", name=re.compile("Sweden")).check()
    page.wait_for_url("**country=SE")
    expect(page.get_by_role("checkbox", name=re.compile("Sweden"))).to_be_focused()


def test_on_a_phone_nothing_is_counted_before_the_filters_are_unfolded(
    large_finder: Open, asked: Asked
) -> None:
    page = large_finder("/find/", viewport=PHONE)
    ready(page)
    page.wait_for_load_state("networkidle")
    assert asked.some("columns/type") == []
    page.locator(".il-filters__title").click()
    expect(page.locator("label", has_text="Offer or request")).to_be_visible()
    assert count(page, "Offer or request") == "47"


def test_a_filter_of_an_address_is_ticked_and_named_though_its_group_is_closed(large_finder: Open) -> None:
    page = large_finder("/find/?country=SE")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    page.get_by_text("Country sought").click()
    expect(page.get_by_role("checkbox", name=re.compile("Sweden"))).to_be_checked()


def test_what_nobody_waits_for_any_more_is_given_up(large_finder: Open, asked: Asked) -> None:
    waiting: list[Route] = []
    page = large_finder(
        "/find/?q=lastek", lambda page: page.route("**/postings/*.json", waiting_room(waiting))
    )
    first = in_the_room(page, waiting)
    page.locator("#il-finder-query").fill("fair")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    shown = asked.some("cards-en/")
    first.continue_()
    page.wait_for_load_state("networkidle")
    assert keys(page) == ["event/food/fair"]
    assert asked.some("cards-en/") == shown


def test_results_below_the_screen_come_when_somebody_comes_near_them(
    large_finder: Open, asked: Asked
) -> None:
    page = large_finder("/find/?q=robot", viewport=LOW)
    ready(page)
    page.wait_for_load_state("networkidle")
    assert len(keys(page)) == 5
    assert len(asked.some("cards-en/")) <= 5
    rest = page.get_by_role("button", name="15 more results")
    rest.scroll_into_view_if_needed()
    expect(page.locator("[data-result]")).to_have_count(20)
    expect(page.locator("[data-il-star]:visible")).to_have_count(20)
    expect(rest).to_be_hidden()


def test_results_below_the_screen_come_by_keyboard_and_take_the_focus(large_finder: Open) -> None:
    page = large_finder("/find/?q=robot&page=2", viewport=LOW)
    ready(page)
    assert len(keys(page)) == 25
    page.get_by_role("button", name="15 more results").focus()
    expect(page.locator("[data-result]")).to_have_count(40)
    expect(page.locator("[data-result] a").nth(25)).to_be_focused()


def test_results_that_do_not_come_can_be_asked_for_again(large_finder: Open, complaints: list[str]) -> None:
    page = large_finder("/find/?q=robot", viewport=LOW)
    ready(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    rest = page.get_by_role("button", name="15 more results")
    rest.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.il-results__rest[aria-busy=false]')")
    assert len(keys(page)) == 5
    page.context.set_offline(False)
    rest.click()
    expect(page.locator("[data-result]")).to_have_count(20)
    forgive(page, complaints)


def test_a_table_has_all_of_its_rows_at_once(large_finder: Open) -> None:
    page = large_finder("/find/?q=robot&view=table", viewport=LOW)
    ready(page)
    assert len(keys(page)) == 20


def test_an_endless_page_loads_no_more_than_there_is(large_finder: Open, asked: Asked) -> None:
    page = large_finder("/find/?q=robot&page=500")
    expect(page.locator("[data-result]")).to_have_count(45)
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert len(asked.some("cards-en/")) <= 25


@pytest.mark.parametrize("sort", ["newest", "closing"])
def test_orders_by_date_load_their_own_column_only(sort: str, large_finder: Open, asked: Asked) -> None:
    page = large_finder(f"/find/?sort={sort}")
    ready(page)
    page.wait_for_load_state("networkidle")
    columns = set(asked.some("columns/")) - {"columns/kind", "columns/type"}
    assert columns == ({"columns/published"} if sort == "newest" else set())


def test_a_word_that_nobody_writes_brings_others_from_the_files_of_written_words(large_finder: Open) -> None:
    page = large_finder("/find/?q=pxckzzing")
    expect(page.get_by_role("link", name="packaging")).to_be_visible()


HOSTILE = (
    "?q=" + "x" * 10_000,
    "?q=" + "ab%20" * 3_000,
    "?q=__proto__+constructor+toString&kind=__proto__&__proto__=x&constructor=y",
    "?q=%ED%A0%80+%ED%BF%BF+%00+%F0%9F%98%80+%E2%80%AE+%FF",
    "?" + "&".join(f"technology=t{number}" for number in range(3_000)),
    "?" + "&".join(f"{facet}=../../{facet}" for facet in ("kind", "state", "country", "columns/kind")),
    "?page=1e308&sort=constructor&view=__proto__&archived=%00",
    "?q=" + "%CC%81" * 3_000 + "a",
)


@pytest.mark.parametrize("server", ["address", "large"])
def test_no_address_keeps_the_finder_busy_or_makes_it_complain(
    server: str, request: pytest.FixtureRequest, open_page: Open
) -> None:
    origin = request.getfixturevalue(server)
    page = open_page("/", base_url=origin)
    for query in HOSTILE:
        page.goto(f"/find/{query}")
        ready(page)
        page.goto(f"/lt/find/{query}")
        ready(page)


def test_a_box_takes_whatever_is_pasted(large_finder: Open) -> None:
    page = large_finder("/find/")
    ready(page)
    for text in (
        "\ud800",
        "x" * 100_000,
        "ab " * 30_000,
        "\u0301" * 10_000,
        "__proto__",
        "\u202elaser\u2028",
    ):
        page.locator("#il-finder-query").evaluate(
            "(box, text) => { box.value = text; box.form.requestSubmit(); }", text
        )
        ready(page)


def test_lists_without_words_stand_by_titles_in_each_language(large_finder: Open) -> None:
    assert keys(ready_at(large_finder, "/find/?kind=cluster")) == [
        "cluster/food",
        "cluster/lasers",
        "cluster/old",
    ]
    assert keys(ready_at(large_finder, "/lt/find/?kind=cluster")) == [
        "cluster/lasers",
        "cluster/food",
        "cluster/old",
    ]


def ready_at(large_finder: Open, path: str) -> Page:
    """Open the finder and wait for its results."""
    page = large_finder(path)
    ready(page)
    return page


def test_a_description_asks_for_the_terms_that_it_names_and_for_the_cards_of_its_matches(
    large_finder: Open, asked: Asked
) -> None:
    page = large_finder("/find/?q=fair")
    ready(page)
    page.wait_for_load_state("networkidle")
    asked.names.clear()
    page.get_by_text("Describe what you need").click()
    page.locator("#il-describe-text").fill("We look for lasers")
    page.locator("#il-describe [data-il-describe=read]").click()
    matches = page.locator("#il-describe [data-match]")
    expect(matches.first).to_be_visible()
    assert "columns/terms-technology" in asked.names
    assert "columns/terms-country" not in asked.names
    assert len(asked.some("cards-en/")) <= matches.count()


def test_a_saved_search_knows_what_it_found(large_finder: Open) -> None:
    page = large_finder("/find/?q=robot")
    ready(page)
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("button", name="Saved")).to_be_visible()
    kept = page.evaluate("JSON.parse(localStorage.getItem('inolink.kept.v1')).searches[0].seen")
    assert len(kept) == 45
    assert set(keys(page)) <= set(kept)
