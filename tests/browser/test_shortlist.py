"""Stars, and the page where what was starred is compared, noted, shared, printed and exported."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import NewPage
from tests.browser.services import (
    CLUSTERS,
    GONE,
    INTEREST,
    focus_by_tab,
    items,
    keep,
    kept,
    open_list,
    star,
    starred,
)

pytestmark = pytest.mark.browser

SIZES = {"desktop": {"width": 1280, "height": 800}, "telephone": {"width": 375, "height": 700}}


def test_a_card_is_starred_and_found_on_the_list(page: Page) -> None:
    page.goto("/clusters/")
    entry = page.locator(".il-kept")
    expect(entry).to_be_hidden()
    page.locator(f'[data-il-star="{CLUSTERS[0]}"]').click()
    expect(page.locator(f'[data-il-star="{CLUSTERS[0]}"]')).to_have_attribute("aria-pressed", "true")
    expect(entry).to_contain_text("1")
    entry.click()
    page.wait_for_url("**/shortlist/")
    page.locator(f'[data-il-item="{CLUSTERS[0]}"] h2 a').click()
    page.wait_for_url("**/clusters/litek/")
    expect(page.locator("main header [data-il-star]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/", None),
        ("/clusters/", "cluster/litek"),
        ("/offers/", INTEREST),
        ("/ecosystems/health/", "cluster/litcare"),
        ("/clusters/plastics/", "cluster/plastics"),
        ("/clusters/plastics/", INTEREST),
        ("/lt/offers/bhv/bhv-nis2/", "offer/bhv/bhv-nis2"),
        ("/find/?q=plastics", "cluster/plastics"),
        ("/find/?q=plastics&view=table", INTEREST),
    ],
)
def test_whatever_can_be_a_partner_has_a_star_wherever_it_stands(
    page: Page, address: str, key: str | None
) -> None:
    page.goto(address)
    button = page.locator(f'[data-il-star="{key}"]' if key else "[data-il-star]").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert starred(page) == [button.get_attribute("data-il-star")]
    button.click()
    assert starred(page) == []


def test_what_is_no_partner_has_no_star(page: Page) -> None:
    page.goto("/find/?kind=event&kind=guide&archived=1")
    page.locator("[data-result]").first.wait_for()
    assert page.locator("#il-finder-results [data-il-star]").count() == 0


def test_without_scripts_there_are_no_stars_and_the_page_says_why(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/clusters/")
    assert page.locator("[data-il-star]").count() > 0
    assert page.locator("[data-il-star]:visible, .il-kept:visible").count() == 0
    page.goto("/lt/shortlist/")
    assert "todėl jam reikia „JavaScript“" in page.locator("main").inner_text()


def test_a_starred_entry_is_starred_by_keyboard_alone_and_let_go_again(page: Page) -> None:
    page.goto("/clusters/litek/")
    focus_by_tab(page, "header [data-il-star]")
    page.keyboard.press("Space")
    assert starred(page) == ["cluster/litek"]
    page.goto("/clusters/litek/")
    focus_by_tab(page, ".il-kept")
    page.keyboard.press("Enter")
    page.wait_for_url("**/shortlist/")
    page.locator("[data-il-item]").wait_for()
    focus_by_tab(page, "textarea")
    page.keyboard.type("Ask in March")
    assert kept(page)["shortlist"][0]["note"] == "Ask in March"
    focus_by_tab(page, "[data-il-do=remove]")
    page.keyboard.press("Enter")
    assert starred(page) == []
    page.keyboard.press("Enter")  # the focus is on `Undo`
    assert kept(page)["shortlist"][0]["note"] == "Ask in March"
    expect(page.locator("[data-il-item] h2 a")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("what", ["empty", "own", "shared"])
def test_the_list_is_accessible_and_fits(new_page: NewPage, what: str, size: str, scheme: str) -> None:
    page = new_page(viewport=SIZES[size], color_scheme=scheme)
    if what != "empty":
        keep(page, shortlist=star(*CLUSTERS, INTEREST, GONE, notes="My own words"))
    open_list(page, "/shortlist/#keys=cluster/litek,cluster/gone,x" if what == "shared" else "/shortlist/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_up_to_five_stand_side_by_side_and_a_sixth_has_to_wait(page: Page) -> None:
    keep(page, shortlist=star(*CLUSTERS, INTEREST))
    open_list(page)
    expect(page.locator(".il-compare thead th")).to_have_count(5)
    sixth = page.locator(f'[data-il-compare="{INTEREST}"]')
    expect(sixth).to_be_disabled()
    expect(page.get_by_text("5 fit side by side")).to_be_visible()
    page.locator(f'[data-il-compare="{CLUSTERS[0]}"]').uncheck()
    sixth.check()
    expect(page.locator(".il-compare thead th").last).to_have_text(
        "Subcontracting capacity along the plastics value chain"
    )


def test_differences_are_marked_and_can_be_all_that_is_shown(page: Page) -> None:
    keep(page, shortlist=star("cluster/plastics", "cluster/plastics-new-materials"))
    open_list(page)
    technology = page.locator("tr[data-fact=technology]")
    expect(technology).to_contain_text("differs")
    marked = set(technology.locator("mark").all_inner_texts())
    cells = [set(cell.split("\n")) for cell in technology.locator("td").all_inner_texts()]
    assert marked == cells[0] ^ cells[1] != set()
    same = page.locator("tr[data-fact=ecosystem]")
    expect(same).not_to_contain_text("differs")
    page.get_by_label("Only what differs").check()
    expect(same).to_have_count(0)
    expect(technology).to_have_count(1)


def test_what_is_gone_is_told_and_its_note_stays(page: Page) -> None:
    gone = {"key": GONE, "note": "They wanted mirrors", "title": "Mirrors wanted"}
    keep(page, shortlist=[gone, *star("cluster/litek")])
    open_list(page)
    card = page.locator(f'[data-il-item="{GONE}"]')
    expect(card).to_contain_text("Not in the directory any more")
    expect(card).to_contain_text("Mirrors wanted")
    expect(card.locator("textarea")).to_have_value("They wanted mirrors")
    assert starred(page) == [GONE, "cluster/litek"]


def test_the_name_of_an_entry_is_remembered_for_the_day_it_is_gone(page: Page) -> None:
    keep(page, shortlist=star("cluster/litek"))
    open_list(page)
    assert kept(page)["shortlist"][0]["title"] == "Laser & Engineering Technologies Cluster"


def test_a_shared_link_shows_its_list_and_leaves_ones_own_alone(page: Page, new_page: NewPage) -> None:
    keep(page, shortlist=star("cluster/litek", INTEREST, notes="Between us"))
    open_list(page)
    link = page.locator("#il-shortlist-link").input_value()
    assert "Between" not in link
    other = new_page()
    keep(other, shortlist=star("cluster/bacc", notes="Mine"))
    open_list(other, link)
    assert items(other) == ["cluster/litek", INTEREST]
    expect(other.get_by_text("Somebody shared 2 entries with you.")).to_be_visible()
    assert starred(other) == ["cluster/bacc"]
    other.get_by_role("button", name="Keep these").press("Enter")
    expect(other.get_by_role("status").filter(has_text="2 entries were added")).to_be_focused()
    assert items(other) == ["cluster/bacc", "cluster/litek", INTEREST]
    assert kept(other)["shortlist"][0]["note"] == "Mine"
    assert other.url.endswith("/shortlist/")


def test_a_shared_link_can_be_left_for_ones_own_list(page: Page) -> None:
    keep(page, shortlist=star("cluster/bacc"))
    open_list(page, "/shortlist/#keys=cluster/litek")
    page.get_by_role("link", name="Show my own list").click()
    page.locator('[data-il-item="cluster/bacc"]').wait_for()
    assert items(page) == ["cluster/bacc"]


def test_the_table_comes_as_a_file_in_which_nothing_is_a_formula(page: Page) -> None:
    keep(page, shortlist=[*star("cluster/litek", INTEREST, notes="=HYPERLINK(1)"), *star(GONE)])
    open_list(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as a table").press("Enter")
    assert download.value.suggested_filename.startswith("shortlist-")
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    records = [dict(zip(head, row, strict=True)) for row in rows]
    assert [record["Key"] for record in records] == ["cluster/litek", INTEREST, GONE]
    assert records[0]["Title"] == "Laser & Engineering Technologies Cluster"
    assert records[0]["Note"] == "'=HYPERLINK(1)"
    assert records[1]["Address"].endswith("/clusters/plastics/#interest-subcontract-capacity")
    assert "Injection moulding" in records[1]["Technologies"].split("; ")


def test_paper_shows_the_notes_and_no_buttons(page: Page) -> None:
    keep(page, shortlist=star("cluster/litek", "cluster/bacc", notes="Ask in March"))
    open_list(page)
    page.emulate_media(media="print")
    expect(page.locator(".il-kept-card__printed").first).to_be_visible()
    assert page.locator("main button:visible, main textarea:visible, main input:visible").count() == 0
    expect(page.locator(".il-compare")).to_be_visible()


def test_the_list_can_be_emptied_and_that_undone(page: Page) -> None:
    keep(page, shortlist=star("cluster/litek", "cluster/bacc"))
    open_list(page)
    page.get_by_role("button", name="Empty the list").click()
    expect(page.get_by_text("Nothing on your list yet")).to_be_visible()
    expect(page.locator(".il-kept")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    assert items(page) == ["cluster/litek", "cluster/bacc"]


def test_search_engines_are_asked_to_pass_by(page: Page) -> None:
    page.goto("/shortlist/")
    expect(page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")
