"""The maps are used by keyboard as by mouse, and nothing about them is heavy."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.benchmarks.weight import first_visit
from tests.browser.accessibility import violations
from tests.browser.built import Site
from tests.browser.conftest import NewPage
from tests.browser.services import drawn
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

LARGEST_MAP = 60_000
FIRST_VISIT = 150_000
TELEPHONE = {"width": 375, "height": 700}


def test_a_point_is_reached_and_followed_by_keyboard_alone(page: Page) -> None:
    page.goto("/map/")
    page.locator("#content").evaluate("content => { content.tabIndex = -1; content.focus(); }")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''"))
    assert any(name.startswith("Vilnius: ") for name in names)
    page.locator("a.il-map__point[aria-label^='Vilnius']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/map/#town-vilnius")
    assert page.locator("#town-vilnius").is_visible()
    drawn(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('li')?.id") == "town-vilnius"


def test_a_point_of_the_home_page_leads_to_its_country_in_the_list(page: Page) -> None:
    page.goto("/")
    page.locator("a.il-map__point[aria-label^='Poland']").click()
    page.wait_for_url("**/map/#country-pl")
    assert page.locator("#country-pl h3").inner_text() == "Poland"


@pytest.mark.parametrize("path", ["/map/", "/"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, TELEPHONE])
def test_every_point_is_large_enough_for_a_finger_and_hides_no_other(
    new_page: NewPage, path: str, viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport)
    page.goto(path)
    for at in range(page.locator("svg.il-map").count()):
        circles = page.locator("svg.il-map").nth(at).locator("a circle")
        boxes = [box for each in circles.all() if (box := each.bounding_box())]
        assert min((box["width"] for box in boxes), default=24) >= 22
        middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
        gaps = [abs(complex(*one) - complex(*two)) for i, one in enumerate(middles) for two in middles[:i]]
        assert min(gaps, default=24) >= 22


def test_the_finder_shows_its_results_on_a_map_by_keyboard_alone(page: Page) -> None:
    page.goto("/find/?q=laser")
    page.locator("#il-finder[data-finder-state=ready]").wait_for()
    page.locator("[data-il-do=map]").focus()
    page.keyboard.press("Enter")
    point = page.locator(".il-atlas--results a.il-map__point[aria-label^='Vilnius']")
    point.wait_for()
    assert "view=map" in page.url
    point.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Vilnius")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(clusters|offers)/"))


def test_the_map_of_a_result_shows_as_many_as_were_found(page: Page) -> None:
    page.goto("/find/?view=map")
    page.locator(".il-atlas--results svg").wait_for()
    found = int(re.sub(r"\D", "", page.locator("#il-finder-count").inner_text()))
    listed = page.locator(".il-atlas--results h2 .il-count").all_inner_texts()
    assert sum(map(int, listed)) == found
    assert page.locator("#il-finder-more").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, TELEPHONE])
def test_the_map_of_a_result_is_accessible_and_fits(
    new_page: NewPage, viewport: dict[str, int], scheme: str
) -> None:
    page = new_page(viewport=viewport, color_scheme=scheme)
    page.goto("/lt/find/?q=lazeriai&view=map")
    page.locator(".il-atlas--results svg").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_without_its_map_the_result_is_still_listed(browser: Browser, site: Site) -> None:
    page = browser.new_page(base_url=site.url)

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/maps/ground.svg", refuse)
    page.goto("/find/?q=laser&view=map")
    page.get_by_role("alert").wait_for()
    assert page.locator(".il-places [data-result] a").count() > 0
    page.close()


def test_maps_are_light_and_so_are_the_pages_that_carry_them(browser: Browser, site: Site) -> None:
    for path in ("maps/ground.svg", "maps/places-en.json", "maps/places-lt.json"):
        assert (site.folder / path).stat().st_size <= LARGEST_MAP
    with serving(site.folder, compressed=True) as url:
        for path in ("/", "/map/", "/impact/", "/clusters/smart-food/"):
            assert first_visit(browser, url + path).bytes <= FIRST_VISIT, path


def test_a_map_can_be_printed(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/map/")
    assert page.locator("svg.il-map").first.is_visible()
    assert page.locator("#country-pl").is_visible()
