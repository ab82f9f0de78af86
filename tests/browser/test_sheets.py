"""One-page sheets are one page of A4, whatever they have to say."""

import io
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from tests.browser.built import Site
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
SIZE = re.compile(rb"/MediaBox\s*\[([\d. ]+)\]")
A4 = (595, 842)
"""In points."""
CLIPPED = """() => [".il-sheet", ".il-sheet__body", ".il-sheet__main", ".il-sheet__side"].filter(selector => {
  const element = document.querySelector(selector);
  return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
})"""


def sheets(site: Site) -> Iterator[str]:
    """Yield the path of every sheet of a site."""
    for file in sorted(site.folder.rglob("sheet/index.html")):
        yield file.parent.relative_to(site.folder).as_posix()


def printed(page: Page) -> bytes:
    """Print a page as its style sheet wants it."""
    return page.pdf(prefer_css_page_size=True)


def demand_one_page(page: Page, url: str) -> None:
    """Look at a sheet as it is printed."""
    page.emulate_media(media="print")
    page.goto(url)
    assert page.evaluate(CLIPPED) == [], url
    paper = printed(page)
    assert len(PAGE.findall(paper)) == 1, url
    found = SIZE.search(paper)
    assert found, url
    assert tuple(round(float(part)) for part in found[1].split()[2:]) == A4, url


def test_every_sheet_of_the_published_directory_is_one_page_with_nothing_cut_off(
    new_page: NewPage, site: Site
) -> None:
    page, paths = new_page(java_script_enabled=True), list(sheets(site))
    assert len(paths) > 100
    for path in paths:
        demand_one_page(page, f"{site.url}/{path}/")


def test_a_sheet_of_the_longest_texts_is_one_page_with_nothing_cut_off(
    browser_page: Page, fair_site: Site
) -> None:
    paths = list(sheets(fair_site))
    assert "lt/offers/alpha/research-request/sheet" in paths
    for path in paths:
        demand_one_page(browser_page, f"{fair_site.url}/{path}/")


def test_a_sheet_follows_the_size_of_the_paper_that_somebody_prints_on(page: Page) -> None:
    page.goto("/clusters/smart-food/sheet/")
    assert len(PAGE.findall(page.pdf(format="A4", margin={"top": "0", "left": "0"}))) == 1


@pytest.mark.parametrize("path", ["clusters/litek/", "lt/offers/bhv/bhv-ai/"])
def test_the_code_on_a_sheet_leads_to_the_page_that_it_stands_for(page: Page, path: str) -> None:
    page.goto(f"/{path}sheet/")
    picture = Image.open(io.BytesIO(page.locator(".il-qr").screenshot()))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"https://inolink.example/{path}"


def test_the_sheet_is_white_paper_on_a_dark_screen(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    page.goto("/clusters/litek/sheet/")
    assert colour(page, ".il-sheet") == "rgb(255, 255, 255)"
    assert colour(page, "body") != "rgb(255, 255, 255)"


def test_the_way_from_a_profile_to_paper_and_back_goes_by_keyboard_alone(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto("/clusters/litek/")
    page.get_by_role("link", name="One-page sheet (print)").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/clusters/litek/sheet/")
    page.get_by_role("link", name="Back to the full page").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clusters/litek/")


def test_without_scripts_there_is_no_button_that_does_nothing(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/clusters/litek/sheet/")
    assert not page.locator("[data-il-print]").is_visible()
    assert page.locator(".il-sheet h1").is_visible()


@pytest.mark.parametrize("path", ["/clusters/smart-food/", "/events/", "/offers/"])
def test_a_page_is_printed_black_on_white_without_what_only_a_screen_can_do(
    new_page: NewPage, path: str
) -> None:
    page = new_page(color_scheme="dark")
    page.goto(path)
    page.emulate_media(media="print", color_scheme="dark")
    assert colour(page, "body") == "rgb(255, 255, 255)"
    for selector in (".il-masthead", ".il-colophon", "button", ".il-button", "input"):
        assert not any(each.is_visible() for each in page.locator(selector).all()), selector
    assert page.locator("main h1").is_visible()


def colour(page: Page, selector: str) -> str:
    """Return the background of an element."""
    found: str = page.evaluate(
        "selector => getComputedStyle(document.querySelector(selector)).backgroundColor", selector
    )
    return found
