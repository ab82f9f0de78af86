"""What a record says stays a text in all that scripts draw: results, lists, comparisons, forms, frames."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hostile import ENDLESS, PAYLOADS, SLUGS, slug_of
from tests.browser.hostile_site import EVERYTHING, LANGUAGES, Twins, broken_up
from tests.browser.listening import SHAPE, TEXTS, Listener, listening
from tests.browser.services import keep, open_list
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

HOMES = tuple(LANGUAGES.values())
SHARED = (
    "",
    "clusters/",
    "offers/",
    "offers/archive/",
    "events/",
    "impact/",
    "staff/",
    "data/",
    "map/",
    "ecosystems/",
    "regions/lt011/",
    "shortlist/",
)
VIEWS = ("find/?q=outside", "find/?q=outside&view=table", "find/?q=word&view=map", "find/?q=zzzzqqqq")
READY = "#il-finder[data-finder-state=ready]"
KEYS = [key for slug in SLUGS for key in (f"cluster/{slug}", f"offer/{slug}/constructor")]
TYPED = [long for long, _ in PAYLOADS.values() if long != ENDLESS][:: 1 if EVERYTHING else 3]
EDITED = ("script", "json", "lines", "names", "cdata", "pipes")[:: 1 if EVERYTHING else 2]


@pytest.fixture(params=["bare", "plain"] if EVERYTHING else ["bare"])
def listener(request: pytest.FixtureRequest, browser: Browser, twins: Twins) -> Iterator[Listener]:
    """Listen to the hostile site without any policy; at the end nothing may have been heard."""
    with (
        serving(twins.hostile.folder, how=request.param) as origin,
        listening(browser, origin, accept_downloads=True, base_url=origin) as listener,
    ):
        yield listener
        assert listener.heard == []


@pytest.fixture(scope="module")
def usual(browser: Browser, twins: Twins) -> set[str]:
    """Return the elements and attributes of the harmless site's pages."""
    found: set[str] = set()
    with listening(browser, twins.benign.url, base_url=twins.benign.url) as quiet:
        page = quiet.page()
        keep(page, shortlist=[{"key": key, "note": "", "title": ""} for key in KEYS])
        for path in (*SHARED, *VIEWS, "find/?q=word", "find/?q=word&view=table"):
            found.update(shown(quiet, page, path).evaluate(SHAPE))
    return found | {"mark", "br"}


def shown(listener: Listener, page: Page, path: str) -> Page:
    """Open a page and wait for what its scripts draw."""
    listener.go(page, path)
    if "find/" in path:
        page.wait_for_selector(READY)
    if "shortlist/" in path:
        page.wait_for_selector("#il-shortlist[data-il-state=ready]")
    return page


def pieces(page: Page) -> list[str]:
    """Return what a page shows otherwise than it was written."""
    return [piece for text in page.evaluate(TEXTS) for piece in broken_up(text)]


def strange(page: Page, usual: set[str]) -> set[str]:
    """Return elements and attributes that harmless records don't bring; what is hidden may change."""
    return {kind for kind in set(page.evaluate(SHAPE)) - usual if not kind.endswith(" hidden")}


@pytest.mark.parametrize("listener", ["bare", "plain"], indirect=True)
def test_pages_of_many_records_show_them_as_they_were_written(listener: Listener, usual: set[str]) -> None:
    page = listener.page()
    for place, path in enumerate((*SHARED, *VIEWS)):
        shown(listener, page, HOMES[place % 2] + path)
        assert strange(page, usual) == set(), path
        assert pieces(page) == [], path


def test_results_mark_words_within_a_text_and_nothing_becomes_an_element(
    listener: Listener, usual: set[str]
) -> None:
    page = listener.page()
    shown(listener, page, "find/?q=script+onerror+constructor")
    assert page.locator("mark").count() > 0
    assert pieces(page) == []
    assert strange(page, usual) == set()
    listener.go(page, "")
    page.locator(".il-masthead input[type=search]").fill("ilran")
    page.get_by_role("option").first.wait_for()
    assert pieces(page) == []


def test_a_hostile_description_is_understood_as_words(listener: Listener) -> None:
    page = listener.page()
    shown(listener, page, "lt/find/")
    page.locator("#il-describe > summary").click()
    for text in TYPED:
        page.locator("#il-describe-text").fill(text)
        page.locator("[data-il-describe=read]").click()
        page.wait_for_selector("#il-describe[aria-busy=false]")
        assert pieces(page) == []


def test_a_hostile_search_can_be_saved_under_what_it_says(listener: Listener) -> None:
    page = listener.page()
    for text in TYPED:
        listener.go(page, "find/")
        page.locator("#il-finder input[type=search]").fill(text)
        page.locator("#il-finder input[type=search]").press("Enter")
        page.wait_for_selector(READY)
        page.get_by_role("button", name="Save this search").click()
        page.wait_for_selector("#il-saved-save[aria-disabled=true]")
    page.locator("#il-saved[data-il-state=counted] summary").click()
    names = page.locator(".il-saved__item a").all_inner_texts()
    assert len(names) == len(TYPED)
    assert pieces(page) == []


def test_a_shortlist_of_hostile_records_compares_and_exports_them_as_texts(
    listener: Listener, usual: set[str]
) -> None:
    page = listener.page()
    notes = {key: long for key, (long, _) in zip(KEYS, PAYLOADS.values(), strict=False)}
    keep(page, shortlist=[{"key": key, "note": notes.get(key, ""), "title": ""} for key in KEYS])
    open_list(page)
    assert strange(page, usual) == set()
    assert pieces(page) == []
    assert page.locator(".il-compare").is_visible()
    with page.expect_download() as download:
        page.locator("[data-il-do=csv]").click()
    cells = [
        cell
        for row in csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")))
        for cell in row
    ]
    assert len(cells) > len(KEYS)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("name", EDITED)
def test_a_form_shows_the_values_of_a_hostile_file_and_changes_nothing_else(
    listener: Listener, name: str
) -> None:
    page, path = listener.page(), f"clusters/{slug_of(name)}/profile.yml"
    listener.go(page, f"contribute/edit/?file={path}")
    page.wait_for_selector("#il-form[data-il-state=ready] #f-name-en")
    assert page.locator("#f-name-en").input_value() == "".join(PAYLOADS[name][0].splitlines())
    assert pieces(page) == []
    page.fill("#f-name-lt", '<img src=x onerror="ilRan()">')
    page.click("#il-form-finish")


def test_the_lists_for_other_sites_show_hostile_records_as_texts(
    listener: Listener, browser_page: Page, tmp_path: Path
) -> None:
    content = "".join(f'<inolink-offers cluster="{slug}"></inolink-offers>' for slug in SLUGS)
    script = f'<script src="{listener.origin}/embed/inolink.js" defer></script>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>.</title>{script}{content}", "utf-8")
    heard: list[str] = []
    browser_page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    browser_page.on("pageerror", lambda error: heard.append(str(error)))
    with serving(tmp_path) as host:
        browser_page.add_init_script("window.ilRan = () => { throw new Error('ran') }")
        browser_page.goto(f"{host}/", wait_until="networkidle")
        for frame in browser_page.frames[1:]:
            assert [piece for text in frame.evaluate(TEXTS) for piece in broken_up(text)] == []
        titles = [
            title or ""
            for title in browser_page.locator("inolink-offers iframe").evaluate_all(
                "all => all.map(one => one.title)"
            )
        ]
    assert len(titles) == len(SLUGS)
    assert heard == []
