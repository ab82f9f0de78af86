"""Which file a form shows: the one of the page that led there, or the one that was chosen last."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.filling import known, opened
from tests.browser.services import drawn

pytestmark = pytest.mark.browser


def test_a_profile_leads_to_its_form_and_to_the_forge(page: Page) -> None:
    page.goto("/clusters/litek/")
    page.get_by_role("link", name="Improve this page").click()
    page.wait_for_selector("#f-name-en")
    assert page.input_value("#f-short_name") == "LITEK"


def test_a_profile_is_confirmed_by_one_button(page: Page) -> None:
    opened(page, "contribute/edit/?file=clusters/litek/profile.yml", "2027-02-01")
    page.get_by_role("button", name="Today").click()
    page.click("#il-form-finish")
    assert "last_reviewed: 2027-02-01\n" in page.locator("#il-form-text").input_value()


def test_of_two_files_the_one_chosen_last_is_shown_though_the_other_comes_later(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/files/clusters/litek/strategy.yml", hold)
    opened(page, "contribute/edit/?file=clusters/litek/profile.yml")
    page.select_option("#il-form-file", "clusters/litek/strategy.yml")
    while not waiting:
        page.wait_for_timeout(10)
    page.select_option("#il-form-file", "clusters/litek/events.yml")
    page.wait_for_selector("#f-events-0-name-en")
    with page.expect_response("**/files/clusters/litek/strategy.yml"):
        waiting[0].continue_()
    known(page)
    drawn(page)
    assert page.locator("#f-events-0-name-en").count() == 1
    assert page.url.endswith("?file=clusters/litek/events.yml")


def test_a_file_that_is_not_there_is_not_asked_for(page: Page) -> None:
    opened(page, "contribute/edit/?file=../../api/v1/index.json")
    assert "no file ../../api/v1/index.json" in page.get_by_role("alert").inner_text()
