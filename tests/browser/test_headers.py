"""The site works with the headers sent for real, and only the lists made for it can stand in a frame."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built import Site
from tests.browser.hostile import SLUGS
from tests.browser.hostile_site import Twins
from tests.browser.listening import Listener, listening
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

KINDS = (
    "",
    "clusters/smart-food/",
    "clusters/smart-food/sheet/",
    "offers/een-kaunas/een-kaunas-germany/",
    "events/litek/balticphotonics18/",
    "lt/impact/",
    "lt/map/",
    "staff/",
    "data/",
    "about/",
    "embed/litek/",
    "contribute/problems/il302/",
)
FRAME = '<!doctype html><title>.</title><iframe src="{address}"></iframe>'


@pytest.fixture
def listener(browser: Browser, site: Site) -> Iterator[Listener]:
    """Listen to the published site, sent with its headers; at the end nothing may have been heard."""
    with (
        serving(site.folder, how="headers") as origin,
        listening(browser, origin, permissions=["clipboard-read", "clipboard-write"]) as listener,
    ):
        yield listener
        assert listener.heard == []


def test_pages_of_all_kinds_work_with_the_headers(listener: Listener) -> None:
    page = listener.page()
    for path in KINDS:
        with page.expect_response(f"{listener.origin}/{path}") as response:
            listener.go(page, path)
        headers = response.value.headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert ("frame-ancestors" in headers["content-security-policy"]) is (not path.startswith("embed/"))


def test_search_forms_and_copying_work_with_the_headers(listener: Listener) -> None:
    page = listener.page()
    listener.go(page, "find/?q=laser")
    page.wait_for_selector("#il-finder[data-finder-state=ready] [data-result]")
    listener.go(page, "lt/contribute/edit/?file=clusters/litek/profile.yml")
    page.wait_for_selector("#il-form[data-il-state=ready] #f-name-en")
    listener.go(page, "shortlist/")
    page.wait_for_selector("#il-shortlist[data-il-state=ready]")
    listener.go(page, "embed/litek/?scheme=dark")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def framed(page: Page, folder: Path, address: str) -> str:
    """Show an address in a frame of another site, and return what stands there."""
    (folder / "index.html").write_text(FRAME.format(address=address), "utf-8")
    with serving(folder) as host:
        page.goto(f"{host}/", wait_until="networkidle")
        inner = page.frames[1]
        return inner.url if inner.url.startswith("chrome-error:") else inner.locator("h1").inner_text()


def test_only_the_lists_can_stand_in_a_frame_of_another_site(
    browser_page: Page, site: Site, tmp_path: Path
) -> None:
    with serving(site.folder, how="headers") as origin:
        assert framed(browser_page, tmp_path, f"{origin}/embed/litek/") == "What LITEK seeks and offers"
        for path in ("", "clusters/litek/", "lt/find/", "contribute/new-offer/"):
            assert framed(browser_page, tmp_path, f"{origin}/{path}").startswith("chrome-error:"), path


def test_hostile_records_are_as_quiet_with_the_headers(browser: Browser, twins: Twins) -> None:
    with serving(twins.hostile.folder, how="headers") as origin, listening(browser, origin) as listener:
        page = listener.page()
        for slug in SLUGS:
            listener.go(page, f"clusters/{slug}/")
    assert listener.heard == []
