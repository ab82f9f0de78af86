"""A long list goes on from page to page: by keyboard, without scripts, on a telephone and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.synthetic.directory import write_directory
from tests.browser.accessibility import violations
from tests.browser.built import Site, built
from tests.browser.conftest import DESKTOP
from tests.browser.test_pages import SIZES, overflow

pytestmark = pytest.mark.browser

RECORDS = 170


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build a directory that has more offers than stand on one page."""
    folder = tmp_path_factory.mktemp("large")
    write_directory(folder / "directory", RECORDS)
    with built(folder / "site", folder / "directory") as site:
        yield site


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/offers/", "/lt/offers/page/2/"])
def test_a_page_of_a_long_list_is_accessible_and_fits(
    browser: Browser, large: Site, path: str, size: str, scheme: str
) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(large.url + path, wait_until="networkidle")
        assert violations(page) == []
        assert overflow(page) <= 0


def test_the_next_page_is_reached_by_keyboard_alone(browser_page: Page, large: Site) -> None:
    browser_page.goto(f"{large.url}/offers/")
    browser_page.get_by_role("link", name="Page 1", exact=True).focus()
    browser_page.keyboard.press("Tab")
    expect(browser_page.get_by_role("link", name="Page 2", exact=True)).to_be_focused()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**/offers/page/2/")
    expect(browser_page.get_by_role("heading", level=1)).to_contain_text("page 2 of")


def test_a_list_is_walked_there_and_back_without_scripts(browser: Browser, large: Site) -> None:
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{large.url}/lt/offers/")
        page.get_by_role("link", name="Kitas").click()
        page.wait_for_url("**/lt/offers/page/2/")
        page.get_by_role("link", name="Ankstesnis").click()
        page.wait_for_url("**/lt/offers/")


def test_paper_shows_which_part_it_is_and_no_buttons(browser_page: Page, large: Site) -> None:
    browser_page.goto(f"{large.url}/offers/page/2/")
    browser_page.emulate_media(media="print")
    expect(browser_page.locator(".il-pager__numbers")).to_be_hidden()
    expect(browser_page.locator(".il-pager__step").first).to_be_hidden()
    expect(browser_page.locator(".il-pager > .il-pager__range")).to_be_visible()
