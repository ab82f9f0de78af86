"""The finder as a visitor meets it."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import PHONE, forgive, keys, ready

pytestmark = pytest.mark.browser

Finder = Callable[..., Page]


def test_results_follow_what_is_typed(finder: Finder) -> None:
    """Nobody needs to press a button."""
    page = finder()
    page.get_by_role("searchbox", name="What are you looking for?").press_sequentially("lase")
    page.wait_for_url("**/find/?q=lase")
    ready(page)
    expect(page.locator("#il-finder-count")).to_have_text("3 results")
    assert set(keys(page)[:2]) == {"cluster/lasers", "offer/lasers/welding"}


def test_the_address_says_all_that_is_shown(finder: Finder) -> None:
    """A link to a search shows the same to everybody."""
    page = finder("/find/?q=robot&kind=offer&sort=newest&view=table&page=2")
    assert len(keys(page)) == 40
    expect(page.get_by_label("Sort by")).to_have_value("newest")
    expect(page.get_by_role("button", name="Table")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("checkbox", name="Offer or request")).to_be_checked()
    expect(page.locator("#il-finder-query")).to_have_value("robot")


def test_the_back_button_undoes_one_step_at_a_time(finder: Finder) -> None:
    """Typing a word is one step, a filter another."""
    page = finder()
    page.locator("#il-finder-query").press_sequentially("laser")
    page.wait_for_url("**/find/?q=laser")
    ready(page)
    page.get_by_role("checkbox", name="Cluster").check()
    page.wait_for_url("**/find/?q=laser&kind=cluster")
    page.go_back()
    page.wait_for_url("**/find/?q=laser")
    expect(page.get_by_role("checkbox", name="Cluster")).not_to_be_checked()
    page.go_back()
    page.wait_for_url("**/find/")
    expect(page.locator("#il-finder-query")).to_have_value("")
    expect(page.locator("#il-finder-count")).to_have_text("52 results")


def test_a_filter_keeps_the_focus_and_shows_its_numbers(finder: Finder) -> None:
    """Someone who works by keyboard ticks one box after another."""
    page = finder()
    page.get_by_text("Country sought").click()
    box = page.get_by_role("checkbox", name=re.compile("Germany"))
    box.check()
    ready(page)
    expect(box).to_be_focused()
    expect(page.locator("#il-finder-selected")).to_have_text("(1)")
    assert sorted(keys(page)) == ["offer/food/packaging", "offer/lasers/welding"]
    expect(page.locator("label", has_text="Sweden")).to_contain_text("1")
    page.get_by_role("button", name="Remove all filters").click()
    expect(page.locator("#il-finder-count")).to_have_text("52 results")


def test_archived_offers_are_shown_on_demand(finder: Finder) -> None:
    """Their number stands beside the box."""
    page = finder("/find/?q=packaging+machine")
    expect(page.locator("#il-finder-hidden")).to_have_text("(1)")
    page.get_by_role("checkbox", name="Include archived").check()
    page.wait_for_url("**archived=1")
    ready(page)
    archived = page.locator("[data-result='offer/food/past']")
    expect(archived).to_contain_text("Archived")


def test_more_results_come_with_the_focus_on_the_first_new_one(finder: Finder) -> None:
    """Twenty at a time, and nobody loses the place."""
    page = finder("/find/?q=robot")
    assert len(keys(page)) == 20
    more = page.get_by_role("button", name="Show more")
    more.focus()
    more.press("Enter")
    expect(page.locator("[data-result]")).to_have_count(40)
    expect(page.locator("[data-result] a").nth(20)).to_be_focused()
    more.click()
    expect(page.locator("[data-result]")).to_have_count(45)
    expect(more).to_be_hidden()


def test_matching_words_are_marked_whichever_form_they_have(finder: Finder) -> None:
    """What was found is seen at once."""
    page = finder("/lt/find/?q=lazeriai")
    title = page.locator("[data-result='cluster/lasers'] h2 mark")
    expect(title).to_have_text("Lazerių")


def test_texts_are_never_read_as_html(finder: Finder) -> None:
    """A shared link is anybody's text."""
    page = finder("/find/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&kind=%22%3E%3Cb%3E")
    expect(page.locator("#il-finder img, #il-finder b")).to_have_count(0)


def test_no_result_comes_with_ways_on(finder: Finder) -> None:
    """Nobody is left before an empty page."""
    page = finder("/find/?q=pxckzzing")
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    expect(page.get_by_role("navigation", name="Or look through the lists")).to_be_visible()
    page.get_by_role("link", name="packaging").click()
    page.wait_for_url("**/find/?q=packaging")
    ready(page)
    expect(page.locator("#il-finder-query")).to_have_value("packaging")
    assert keys(page) == ["offer/food/packaging"]


def test_filters_that_exclude_everything_can_be_removed_from_there(finder: Finder) -> None:
    """The link says how many results wait behind it."""
    page = finder("/find/?q=laser&region=LT011")
    page.get_by_role("link", name="Remove all filters (3 results)").click()
    expect(page.locator("#il-finder-count")).to_have_text("3 results")


def test_a_misspelt_word_is_named(finder: Finder) -> None:
    """People see that something else was searched for."""
    page = finder("/find/?q=packagng")
    expect(page.locator(".il-note")).to_contain_text("“packagng”")
    assert keys(page) == ["offer/food/packaging"]


def test_numbers_have_lithuanian_forms(finder: Finder) -> None:
    """One, few and many."""
    page = finder("/lt/find/?q=robotas")
    expect(page.locator("#il-finder-count")).to_have_text("45 rezultatai")
    page = finder("/lt/find/?q=lastek")
    expect(page.locator("#il-finder-count")).to_have_text("1 rezultatas")


def test_a_search_that_cannot_load_says_so_and_tries_again(open_page: Finder, complaints: list[str]) -> None:
    """Connections break; lists still lead on."""
    page = open_page("/")
    page.route("**/search/index.json", lambda route: route.fulfill(status=200, body="not json"))
    with page.expect_console_message(lambda message: "SyntaxError" in message.text, timeout=120_000):
        page.goto("/find/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded")
    expect(page.get_by_role("link", name="Clusters")).to_be_visible()
    page.unroute("**/search/index.json")
    alert.get_by_role("button", name="Try again").click()
    expect(page.locator("#il-finder-count")).to_have_text("52 results")
    forgive(page, complaints)


def test_files_of_two_builds_are_loaded_anew(open_page: Finder) -> None:
    """A cached index beside a new display file would show the wrong entries."""
    page = open_page("/")
    asked: list[str] = []

    def stale(route: Route) -> None:
        asked.append(route.request.url)
        body = route.fetch().text()
        route.fulfill(body=body.replace('"version":"', '"version":"old', 1) if len(asked) == 1 else body)

    page.route("**/search/display-en.json", stale)
    page.goto("/find/?q=laser")
    expect(page.locator("#il-finder-count")).to_have_text("3 results")
    assert len(asked) == 2


def test_without_scripts_the_lists_are_linked(open_page: Finder) -> None:
    """The directory is whole without its search."""
    page = open_page("/find/", java_script_enabled=False)
    expect(page.get_by_role("link", name="Regions")).to_have_attribute("href", "../regions/")
    expect(page.locator("#il-finder")).to_be_hidden()


def test_on_a_phone_the_filters_unfold_on_demand_and_nothing_overflows(finder: Finder) -> None:
    """Results come first where there is little room."""
    page = finder("/find/?q=laser", viewport=PHONE)
    expect(page.locator("#il-finder-facets")).to_be_hidden()
    page.locator(".il-filters__title").click()
    expect(page.locator("#il-finder-facets")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "path", ["?q=laser", "?q=robot&view=table", "?q=qqqqqqqq", "?q=laser+bakers&archived=1"]
)
def test_the_finder_is_accessible(finder: Finder, path: str, size: dict[str, int]) -> None:
    """No violation of axe's rules in any of its shapes."""
    page = finder(f"/find/{path}", viewport=size)
    if size is PHONE:
        page.locator(".il-filters__title").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
