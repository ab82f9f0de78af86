"""An event that is ahead: its page suggests meetings, which can be printed and taken along."""

import csv
import re

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.built import Site
from tests.browser.services import drawn
from tests.browser.test_pages import SIZES, overflow

pytestmark = pytest.mark.browser

PATHS = {"English": "/events/seeker-1/fair/", "Lithuanian": "/lt/events/seeker-1/fair/"}
PAIRS = {("Seeker 1", "Maker 1"), ("Seeker 1", "Maker 2"), ("Seeker 2", "Maker 1"), ("Seeker 2", "Maker 2")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PATHS)
def test_the_page_of_an_event_with_meetings_is_accessible_and_fits(
    browser_page: Page, fair_site: Site, language: str, size: str, scheme: str
) -> None:
    browser_page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]  # two numbers
    browser_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    browser_page.goto(fair_site.url + PATHS[language], wait_until="networkidle")
    assert violations(browser_page) == []
    assert overflow(browser_page) <= 0


def test_the_meetings_are_reached_and_taken_along_by_keyboard_alone(
    browser_page: Page, fair_site: Site
) -> None:
    browser_page.goto(fair_site.url + PATHS["English"])
    browser_page.get_by_role("link", name="Suggested meetings").focus()
    browser_page.keyboard.press("Enter")
    expect(browser_page).to_have_url(re.compile("#meetings$"))
    drawn(browser_page)
    browser_page.keyboard.press("Tab")
    expect(browser_page.get_by_role("button", name="Print this page")).to_be_focused()
    browser_page.keyboard.press("Tab")
    with browser_page.expect_download() as download:
        browser_page.keyboard.press("Enter")
    calendar = icalendar.Calendar.from_ical(download.value.path().read_bytes())
    assert len(calendar.walk("VEVENT")) == len(PAIRS)


def test_the_table_and_the_files_name_the_same_pairs(browser_page: Page, fair_site: Site) -> None:
    browser_page.goto(fair_site.url + PATHS["English"])
    sides = browser_page.locator(".il-meeting__side > a").all_inner_texts()
    shown = {tuple(sorted(pair)) for pair in zip(sides[::2], sides[1::2], strict=True)}
    assert shown == {tuple(sorted(pair)) for pair in PAIRS}
    with browser_page.expect_download() as download:
        browser_page.get_by_role("link", name="As a table (CSV)").click()
    rows = list(csv.reader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert {tuple(sorted((row[1], row[3]))) for row in rows[1:]} == shown


def test_the_event_itself_is_added_to_a_calendar_by_one_click(browser_page: Page, fair_site: Site) -> None:
    browser_page.goto(fair_site.url + PATHS["Lithuanian"])
    with browser_page.expect_download() as download:
        browser_page.get_by_role("link", name="Įtraukti į kalendorių").click()
    (entry,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Detalių mugė"
    assert (str(entry["DTSTART"].dt), str(entry["DTEND"].dt)) == ("2027-03-10", "2027-03-12")


def test_on_paper_the_meetings_have_room_for_notes(browser_page: Page, fair_site: Site) -> None:
    browser_page.goto(fair_site.url + PATHS["English"])
    notes = browser_page.get_by_role("columnheader", name="Notes")
    expect(notes).to_be_hidden()
    browser_page.emulate_media(media="print")
    expect(notes).to_be_visible()
    expect(browser_page.get_by_role("link", name="As a table (CSV)")).to_be_hidden()


def test_an_event_that_passes_after_the_build_is_called_past(browser_page: Page, fair_site: Site) -> None:
    browser_page.clock.set_fixed_time("2027-03-12T10:00:00+02:00")
    browser_page.goto(fair_site.url + PATHS["English"])
    expect(browser_page.locator("header [data-il-closes]")).to_have_text("Past")
