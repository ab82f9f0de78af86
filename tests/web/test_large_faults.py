"""The finder of a large directory whose files do not come, or come from another build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serving
from tests.search.conftest import SMALL_FILES, entry
from tests.web.conftest import forgive, made, ready

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_a_file_that_does_not_come_is_said_and_asked_for_again(
    large_finder: Open, complaints: list[str]
) -> None:
    broken = "**/postings/*.json"
    page = large_finder("/find/?q=welding", lambda page: page.route(broken, lambda route: route.abort()))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded")
    page.unroute(broken)
    alert.get_by_role("button", name="Try again").click()
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    forgive(page, complaints)


def test_without_a_connection_what_was_loaded_is_found_and_the_rest_can_be_tried_again(
    large_finder: Open, complaints: list[str]
) -> None:
    page = large_finder("/find/?q=welding")
    ready(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    box = page.locator("#il-finder-query")
    box.fill("bakers")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    box.fill("welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    box.fill("bakers")
    expect(page.get_by_role("alert")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-result='cluster/food']")).to_be_visible()
    forgive(page, complaints)


def test_numbers_that_do_not_come_leave_the_results_alone(large_finder: Open, complaints: list[str]) -> None:
    page = large_finder(
        "/find/?q=robot", lambda page: page.route("**/columns/type.json", lambda route: route.abort())
    )
    ready(page)
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "false")
    expect(page.locator("[data-result]")).to_have_count(20)
    forgive(page, complaints)


def test_a_page_that_was_open_while_a_new_build_came_goes_on_with_the_new_one(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    site = made(tmp_path / "site", SMALL_FILES)
    with serving(site) as url:
        page = open_page("/find/?q=welding", base_url=url)
        ready(page)
        page.wait_for_load_state("networkidle")
        shutil.rmtree(site)
        made(site, SMALL_FILES, entry("cluster/new", "Quantum Cluster", "Kvantų klasteris"))
        page.locator("#il-finder-query").fill("quantum")
        expect(page.locator("[data-result='cluster/new']")).to_be_visible()
        # The browser itself says that a file was missing.
        forgive(page, complaints)
