"""Behind every chart of the impact page stands a table, whoever reads it and however."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


def test_the_table_behind_a_chart_opens_by_keyboard_alone(page: Page) -> None:
    page.goto("/impact/#initiatives")
    table = page.locator("#initiatives-by-year")
    assert table.is_hidden()
    page.locator("details:has(#initiatives-by-year) > summary").focus()
    page.keyboard.press("Enter")
    assert table.is_visible()


def test_every_chart_has_a_name_and_a_table(page: Page) -> None:
    page.goto("/impact/")
    charts = page.locator("svg.il-chart")
    assert charts.count() >= 4
    for chart in charts.all():
        assert chart.get_attribute("aria-label")
        section = chart.locator("xpath=ancestor::section[1]")
        assert section.locator("table").count() > 0


def test_the_page_is_read_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/impact/")
    assert page.locator("#figure-initiatives .il-bars__counted").is_visible()
    assert page.locator("svg.il-chart").first.is_visible()


def test_the_home_page_and_every_foot_lead_to_the_figures(page: Page) -> None:
    page.goto("/")
    assert page.locator(".il-programme a[href$='impact/']").count() == 1
    page.goto("/clusters/litek/")
    page.locator(".il-colophon").get_by_role("link", name="Impact", exact=True).click()
    page.wait_for_url("**/impact/")
