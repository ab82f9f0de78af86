"""Searches that are kept in the browser, and what is new in them since the last visit."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import NewPage
from tests.browser.services import (
    assert_nothing_elsewhere,
    fill_storage,
    focus_by_tab,
    forbid_storage,
    keep,
    kept,
)

pytestmark = pytest.mark.browser

LASER = {"name": "“laser”", "address": "?q=laser", "seen": [], "visited": "2026-10-01"}


def find(page: Page, search: str = "") -> None:
    """Open the finder and wait for its results."""
    page.goto(f"/find/{search}")
    page.wait_for_selector("#il-finder[data-finder-state=ready]")


def unfold(page: Page) -> None:
    """Open the list of saved searches once they are counted."""
    page.locator("#il-saved[data-il-state=counted] summary").click()


def test_a_search_is_saved_under_what_it_says(page: Page) -> None:
    find(page, "?q=laser&kind=cluster&technology=lasers&view=table&page=2")
    expect(page.locator("#il-saved")).to_be_hidden()
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("button", name="This search is saved")).to_have_attribute("aria-disabled", "true")
    (saved,) = kept(page)["searches"]
    assert saved["name"] == "“laser” · Cluster · Lasers"
    assert saved["address"] == "?q=laser&kind=cluster&technology=lasers"
    assert "cluster/litek" in saved["seen"]
    assert_nothing_elsewhere(page)


def test_a_search_without_words_is_saved_as_everything(page: Page) -> None:
    find(page)
    page.get_by_role("button", name="Save this search").click()
    page.locator("#il-saved summary").click()
    expect(page.get_by_role("link", name="Everything")).to_be_visible()
    assert kept(page)["searches"][0]["address"] == ""


def test_what_is_new_since_the_last_visit_is_counted_and_marked_once(page: Page) -> None:
    find(page, "?q=laser")
    page.get_by_role("button", name="Save this search").click()
    page.locator("#il-saved").wait_for()
    searches = kept(page)["searches"]
    searches[0]["seen"].remove("cluster/litek")
    keep(page, searches=searches)
    find(page, "?q=food")
    unfold(page)
    expect(page.locator("#il-saved-news")).to_have_text("1 new")
    page.get_by_role("link", name="“laser”").click()
    new = page.locator("[data-result]:has(.il-badge--new)")
    expect(new).to_have_count(1)
    expect(new).to_have_attribute("data-result", "cluster/litek")
    expect(page.locator("#il-saved-news")).to_have_text("")
    find(page, "?q=laser")
    page.locator("#il-saved[data-il-state=counted]").wait_for()
    expect(page.locator(".il-results .il-badge--new")).to_have_count(0)


def test_new_ones_stay_marked_while_the_page_is_looked_at(page: Page) -> None:
    keep(page, searches=[LASER])
    find(page, "?q=laser")
    badges = page.locator("[data-result] .il-badge--new")
    expect(badges.first).to_be_visible()
    before = badges.count()
    page.get_by_role("button", name="Table").click()
    expect(badges).to_have_count(before)


def test_saved_searches_stand_beside_the_shortlist_too(page: Page) -> None:
    keep(page, searches=[LASER])
    page.goto("/lt/shortlist/")
    unfold(page)
    expect(page.locator("#il-saved-list .il-badge--new")).to_be_visible()
    page.locator("#il-saved-list a").click()
    page.wait_for_url("**/lt/find/?q=laser")


def test_a_search_is_saved_found_again_and_deleted_by_keyboard_alone(page: Page) -> None:
    find(page, "?q=laser")
    focus_by_tab(page, "#il-saved-save")
    page.keyboard.press("Enter")
    page.locator("#il-saved summary").wait_for()
    focus_by_tab(page, "#il-saved summary")
    page.keyboard.press("Enter")
    focus_by_tab(page, "#il-saved-list a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#il-saved-status")).to_have_text("The search is deleted.")
    expect(page.locator("#il-saved-status")).to_be_focused()
    assert kept(page)["searches"] == []
    expect(page.get_by_role("button", name="Save this search")).to_have_attribute("aria-disabled", "false")


def test_the_shortlist_survives_whatever_happens_to_the_searches(page: Page) -> None:
    item = {"key": "cluster/litek", "note": "Mine", "title": ""}
    keep(page, shortlist=[item], searches=[LASER])
    find(page)
    unfold(page)
    page.locator(".il-saved__delete").click()
    assert kept(page)["shortlist"] == [item]


@pytest.mark.parametrize(
    "search",
    [
        {**LASER, "address": "javascript:alert(1)"},
        {**LASER, "address": "?q=%E0%A4%A&__proto__=1&kind=constructor"},
        {**LASER, "name": "<img src=x onerror=alert(1)>"},
        {**LASER, "address": "https://elsewhere.example/?q=x"},
        {**LASER, "seen": "all", "visited": "yesterday"},
        {**LASER, "seen": ["<b>", 7, None, "cluster/litek"]},
    ],
)
def test_a_search_that_somebody_else_wrote_there_stays_a_search(page: Page, search: object) -> None:
    keep(page, searches=[search, None, 7, {}])
    find(page)
    assert page.locator("#il-finder img, #il-saved script").count() == 0
    hrefs = page.locator("#il-saved-list a").evaluate_all("all => all.map(one => one.href)")
    assert all("/find/?" in href and "elsewhere.example/" not in href.split("?")[0] for href in hrefs)


def test_a_browser_that_keeps_nothing_says_so(page: Page) -> None:
    forbid_storage(page)
    find(page, "?q=laser")
    page.get_by_role("button", name="Save this search").click()
    expect(page.locator("#il-saved-status")).to_contain_text("could not be kept")
    expect(page.get_by_role("button", name="Save this search")).to_be_visible()


def test_a_full_storage_says_so(page: Page) -> None:
    find(page, "?q=laser")
    fill_storage(page)
    page.get_by_role("button", name="Save this search").click()
    expect(page.locator("#il-saved-status")).to_contain_text("could not be kept")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_list_of_searches_is_accessible_and_fits(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    keep(page, searches=[LASER, {**LASER, "name": "W" * 200, "address": "?q=" + "w" * 200}])
    find(page, "?q=food")
    unfold(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
