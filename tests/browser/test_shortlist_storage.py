"""The shortlist meets a storage that is full, forbidden or written by others, and links that mean no good."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.services import (
    KEY,
    assert_nothing_elsewhere,
    fill_storage,
    forbid_storage,
    items,
    keep,
    open_list,
    star,
    starred,
)

pytestmark = pytest.mark.browser

HOSTILE = (
    "null",
    "7",
    '"text"',
    "[]",
    "{",
    '{"shortlist": {"length": 9}}',
    '{"shortlist": [null, 7, "x", [], {"key": 7}, {"key": "__proto__"}, {"key": "cluster/<img src=x>"}]}',
    '{"shortlist": [{"key": "cluster/litek", "note": {"toString": 1}, "title": ["<script>"]}]}',
    '{"__proto__": {"shortlist": [{"key": "cluster/litek"}]}, "shortlist": 1, "searches": "javascript:x"}',
    '{"searches": [{"name": "<img src=x>", "address": "javascript:x", "seen": 7, "visited": "2026-01-01"}]}',
)


def test_another_tab_sees_the_change_at_once(page: Page) -> None:
    page.goto("/clusters/")
    other = page.context.new_page()
    other.goto("/clusters/litek/")
    other.locator("header [data-il-star]").click()
    expect(page.locator('[data-il-star="cluster/litek"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".il-kept")).to_contain_text("1")


@pytest.mark.parametrize(
    "link",
    [
        "#keys=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "#keys=javascript:alert(1)",
        "#%E0%A4%A",
        "#keys=" + "cluster/x," * 5_000,
    ],
)
def test_a_hostile_link_breaks_nothing_and_puts_nothing_into_the_page(page: Page, link: str) -> None:
    keep(page, shortlist=star("cluster/litek"))
    open_list(page, f"/shortlist/{link}")
    assert page.locator("#il-shortlist img, #il-shortlist script").count() == 0
    assert starred(page) == ["cluster/litek"]
    page.locator("#il-search").press_sequentially("laser")
    page.get_by_role("option").first.wait_for()


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_things_in_the_storage_break_nothing(page: Page, value: str) -> None:
    page.goto("/privacy/")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    open_list(page)
    assert set(items(page)) <= {"cluster/litek"}
    assert page.locator("main img, main script:not([type])").count() == 0
    assert page.locator('main a[href^="javascript"]').count() == 0
    page.goto("/find/")
    page.locator("[data-result] [data-il-star]").first.click()
    assert len(starred(page)) >= 1 or value.startswith("{")


def test_a_note_is_a_text_whatever_it_says(page: Page) -> None:
    keep(page, shortlist=star("cluster/litek", notes="</textarea><img src=x onerror=alert(1)>"))
    open_list(page)
    expect(page.locator("textarea")).to_have_value("</textarea><img src=x onerror=alert(1)>")
    assert page.locator("#il-shortlist img").count() == 0


def test_a_browser_that_keeps_nothing_says_so(page: Page) -> None:
    forbid_storage(page)
    page.goto("/clusters/")
    page.locator("[data-il-star]").first.click()
    expect(page.get_by_role("status").filter(has_text="could not keep this")).to_be_visible()
    expect(page.locator("[data-il-star]").first).to_have_attribute("aria-pressed", "false")
    open_list(page)
    expect(page.get_by_text("Nothing on your list yet")).to_be_visible()


def test_a_full_storage_says_so_and_loses_nothing(page: Page) -> None:
    keep(page, shortlist=star("cluster/litek"))
    fill_storage(page)
    open_list(page)
    page.locator("textarea").fill("x" * 2_000)
    expect(page.get_by_role("status").filter(has_text="could not keep this")).to_be_visible()
    page.goto("/clusters/")
    page.locator('[data-il-star="cluster/bacc"]').click()
    expect(page.get_by_role("status").filter(has_text="could not keep this")).to_be_visible()
    assert starred(page) == ["cluster/litek"]


def test_nothing_is_kept_anywhere_else(page: Page) -> None:
    page.goto("/clusters/")
    page.locator("[data-il-star]").first.click()
    open_list(page)
    page.locator("textarea").fill("A note")
    assert_nothing_elsewhere(page)
