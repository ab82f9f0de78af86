"""Somebody who looks for a partner is three steps from a message that is ready to be sent."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

INTEREST = "#interest-smartfood-importers"
REFERENCE = "smart-food/smartfood-importers"


def test_a_food_importer_reaches_the_prepared_message_in_three_steps(page: Page) -> None:
    page.goto("/")
    # Written at once, so that the suggestions that come are the last ones.
    page.locator("#il-search").fill("food importers")  # first step: say what is sought
    page.get_by_role("option").first.click()  # second: choose what fits
    page.wait_for_url(f"**/clusters/smart-food/{INTEREST}")
    page.locator(INTEREST).get_by_text("Prepare a message").click()  # third: write
    message = page.locator(INTEREST).get_by_text(REFERENCE).first
    message.wait_for()
    assert message.is_visible()


def test_the_same_message_is_reached_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")  # the shortcut to the search
    page.keyboard.insert_text("food importers")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/clusters/smart-food/{INTEREST}")
    prepare = page.locator(INTEREST).get_by_text("Prepare a message")
    prepare.focus()
    page.keyboard.press("Enter")
    assert page.locator(INTEREST).get_by_text(REFERENCE).first.is_visible()
