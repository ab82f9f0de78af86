"""Every kind of page is accessible, quiet, keeps to itself and fits a telephone."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.built import Site
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

KINDS = {
    "home": "/",
    "home in Lithuanian": "/lt/",
    "finder": "/find/",
    "finder with a search": "/find/?q=laser",
    "shortlist": "/shortlist/",
    "finder that finds nothing": "/lt/find/?q=qqqqqqqq",
    "clusters": "/clusters/",
    "full profile": "/clusters/smart-food/",
    "full profile in Lithuanian": "/lt/clusters/smart-food/",
    "thin profile": "/clusters/elit/",
    "possible partners": "/clusters/smart-food/partners/",
    "no possible partner in Lithuanian": "/lt/clusters/vitek/partners/",
    "offers": "/offers/",
    "offers of a type": "/offers/business-request/",
    "archive": "/offers/archive/",
    "archived offer": "/offers/een-kaunas/een-kaunas-germany/",
    "ecosystems": "/ecosystems/",
    "ecosystem": "/ecosystems/health/",
    "regions": "/regions/",
    "region": "/regions/lt011/",
    "events": "/events/",
    "event": "/events/litek/balticphotonics18/",
    "event without a date, in Lithuanian": "/lt/events/litek/lasers13/",
    "sheet of a cluster": "/clusters/litek/sheet/",
    "sheet of an offer, in Lithuanian": "/lt/offers/bhv/bhv-ai/sheet/",
    "list for other sites": "/embed/smart-food/",
    "empty list for other sites, in Lithuanian": "/lt/embed/elit/",
    "open data": "/data/",
    "open data in Lithuanian": "/lt/data/",
    "staff": "/staff/",
    "staff in Lithuanian": "/lt/staff/",
    "map": "/map/",
    "map in Lithuanian": "/lt/map/",
    "finder with a map": "/find/?q=laser&view=map",
    "impact": "/impact/",
    "impact in Lithuanian": "/lt/impact/",
    "problem codes": "/contribute/problems/",
    "problem code": "/contribute/problems/il302/",
    "about": "/about/",
    "cluster excellence": "/cluster-excellence/",
    "how to contribute": "/contribute/",
    "privacy in Lithuanian": "/lt/privacy/",
    "missing page": "/no/such/page/",
}
READABLE = ("clusters", "full profile", "offers", "events", "about")
SIZES = {"desktop": {"width": 1280, "height": 800}, "telephone": {"width": 375, "height": 700}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_and_fits(new_page: NewPage, kind: str, size: str, scheme: str) -> None:
    page = new_page(viewport=SIZES[size], color_scheme=scheme)
    page.goto(KINDS[kind], wait_until="networkidle")
    assert violations(page) == []
    assert overflow(page) <= 0


@pytest.mark.parametrize(("scheme", "darkest", "lightest"), [("light", 200, 255), ("dark", 0, 60)])
@pytest.mark.parametrize("kind", ["home", "clusters", "about"])
def test_a_page_follows_the_system_to_light_and_dark(
    new_page: NewPage, kind: str, scheme: str, darkest: int, lightest: int
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(KINDS[kind])
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(darkest <= int(part) <= lightest for part in re.findall(r"\d+", colour)[:3]), colour


@pytest.mark.parametrize("kind", READABLE)
def test_a_page_is_readable_without_scripts(new_page: NewPage, kind: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(KINDS[kind])
    assert page.locator("main h1").is_visible()
    assert len(page.locator("main").inner_text().split()) > 50


def test_every_guide_page_of_the_documentation_is_published(site: Site) -> None:
    guides = ("about", "cluster-excellence", "contribute", "privacy")
    assert [name for name in guides if not (site.has(name) and site.has(f"lt/{name}"))] == []


def overflow(page: Page) -> int:
    """Count the pixels by which the page is wider than the window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return width
