"""What every page's script does: suggestions, copying, and badges that know what day it is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]


def suggestions(page: Page, typed: str) -> None:
    """Write into the header's search, all at once: then the suggestions that come are the last ones."""
    page.get_by_label("Search the directory").fill(typed)
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()


def test_nothing_is_loaded_before_somebody_searches(open_page: Opener) -> None:
    """Most visits to a page are not a search."""
    page = open_page("/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in loaded if "search" in name.split("/")[-1]]


def test_suggestions_are_chosen_with_arrows_and_opened_with_enter(open_page: Opener) -> None:
    """The hands stay on the keyboard."""
    page = open_page("/")
    suggestions(page, "laser")
    box = page.get_by_role("combobox", name="Search the directory")
    box.press("ArrowDown")
    box.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    chosen = page.locator(f"#{active}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    target = chosen.locator("a").get_attribute("href")
    assert target is not None
    page.route(target, lambda route: route.fulfill(body="there"))
    box.press("Enter")
    page.wait_for_url(target)


def test_enter_without_a_choice_leads_to_the_finder(open_page: Opener) -> None:
    """As it does without scripts."""
    page = open_page("/")
    suggestions(page, "laser")
    page.get_by_label("Search the directory").press("Enter")
    page.wait_for_url("**/find/?q=laser")


def test_escape_closes_the_suggestions_and_keeps_the_text(open_page: Opener) -> None:
    """A second Escape is the browser's own and empties the box."""
    page = open_page("/")
    suggestions(page, "laser")
    box = page.get_by_role("combobox", name="Search the directory")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("laser")


def test_leaving_the_search_closes_the_suggestions(open_page: Opener) -> None:
    """They would hide what somebody turned to."""
    page = open_page("/")
    suggestions(page, "laser")
    page.get_by_label("A field").focus()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_slash_leads_to_the_search_box_but_not_from_a_field(open_page: Opener) -> None:
    """A slash that somebody types is a slash."""
    page = open_page("/")
    page.keyboard.press("/")
    expect(page.get_by_label("Search the directory")).to_be_focused()
    field = page.get_by_label("A field")
    field.press("/")
    expect(field).to_have_value("/")


def test_on_the_finder_a_slash_leads_to_its_own_box(open_page: Opener) -> None:
    """There it is the larger one."""
    page = open_page("/find/")
    page.wait_for_selector("#il-finder[data-finder-state=ready]")
    page.keyboard.press("/")
    expect(page.locator("#il-finder-query")).to_be_focused()


def test_a_prepared_message_is_copied_and_the_page_says_so(open_page: Opener) -> None:
    """A screen reader hears it, too."""
    page = open_page("/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Dear cluster, we <want> lasers."


def test_where_copying_is_forbidden_the_text_is_selected(open_page: Opener) -> None:
    """One key remains to press."""
    page = open_page("/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')) }")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="Press Ctrl+C")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == "Dear cluster, we <want> lasers."


def test_an_offer_that_closed_since_the_build_says_so(open_page: Opener) -> None:
    """Its last day is still open, until midnight where the directory is."""
    page = open_page("/")
    expect(page.locator("#past")).to_have_text("Closed")
    expect(page.locator("[data-il-entry]", has=page.locator("#past"))).to_have_class("il-archived")
    expect(page.locator("#last-day")).to_have_text("Open")


@pytest.mark.parametrize(
    ("moment", "text"), [("2026-11-23T21:59:00Z", "Open"), ("2026-11-23T22:01:00Z", "Closed")]
)
def test_the_day_ends_in_the_directorys_time_zone(open_page: Opener, moment: str, text: str) -> None:
    """In Vilnius midnight comes two hours before UTC's."""
    page = open_page("/", timezone_id="America/New_York")
    page.clock.set_fixed_time(moment)
    page.reload()
    expect(page.locator("#last-day")).to_have_text(text)
