"""The panel on the finder in which somebody describes what is needed."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import NewPage
from tests.browser.services import focus_by_tab, starred

pytestmark = pytest.mark.browser

NEED = "We are a Danish furniture maker and look for a supplier of injection-moulded plastic parts."


def unfold(page: Page, path: str = "/find/") -> None:
    """Open the panel."""
    page.goto(path)
    page.wait_for_selector("#il-finder[data-finder-state=ready]")
    page.locator("#il-describe > summary").click()


def describe(page: Page, text: str = NEED) -> None:
    """Write a description and wait for what comes of it."""
    page.locator("#il-describe-text").fill(text)
    page.locator("[data-il-describe=read]").click()
    answered(page)


def answered(page: Page) -> None:
    """Wait until the matches are those of what is shown as understood."""
    expect(page.locator("#il-describe")).to_have_attribute("aria-busy", "false")


def chips(page: Page) -> list[str]:
    """Return what is shown as understood."""
    return page.locator("#il-describe-understood li > span:nth-child(2)").all_inner_texts()


def test_a_description_brings_matches_with_their_reasons(page: Page) -> None:
    unfold(page)
    describe(page)
    assert {"Business request", "Injection moulding", "Denmark"} <= set(chips(page))
    first = page.locator("[data-match]").first
    expect(first).to_contain_text("Same technology: Injection moulding")
    expect(first).to_contain_text("Offers what you look for")
    expect(page.locator("#il-finder-results")).to_be_hidden()
    page.locator("#il-describe > summary").click()
    expect(page.locator("#il-finder-results")).to_be_visible()


def test_the_reasons_are_in_the_language_of_the_page(page: Page) -> None:
    unfold(page, "/lt/find/")
    describe(page, "Ieškome plastiko liejimo subrangovų")
    expect(page.locator("[data-match]").first).to_contain_text(
        "Ta pati technologija: Plastiko liejimas slėgiu"
    )
    assert "Verslo paieška" in chips(page)


def test_what_is_left_out_is_left_out_of_the_matches(page: Page) -> None:
    unfold(page)
    describe(page)
    leave = page.get_by_role("button", name="Leave out: Injection moulding")
    leave.click()
    expect(leave).to_have_count(0)
    answered(page)
    expect(page.locator("#il-describe-matches")).not_to_contain_text("Same technology: Injection moulding")
    assert "Denmark" in chips(page)


def test_a_term_can_be_added_by_its_name(page: Page) -> None:
    unfold(page)
    describe(page, "looking for partners and glass")
    field = page.get_by_label("Add", exact=True).first
    field.fill("lasers")
    field.press("Enter")
    answered(page)
    expect(page.locator("[data-match='cluster/litek']")).to_contain_text("Same technology: Lasers")
    assert "Lasers" in chips(page)
    expect(field).to_have_value("")
    assert page.url.endswith("/find/")


def test_all_of_it_works_by_keyboard_alone(page: Page) -> None:
    page.goto("/find/")
    page.wait_for_selector("#il-finder[data-finder-state=ready]")
    focus_by_tab(page, "#il-describe > summary")
    page.keyboard.press("Enter")
    focus_by_tab(page, "#il-describe-text")
    page.keyboard.type(NEED)
    page.keyboard.press("Control+Enter")
    page.locator("[data-match]").first.wait_for()
    focus_by_tab(page, "#il-describe-understood button")
    gone = chips(page)[0]
    page.keyboard.press("Space")
    answered(page)
    expect(page.get_by_role("button", name=f"Leave out: {gone}")).to_have_count(0)
    expect(page.locator("#il-describe-understood button").first).to_be_focused()
    focus_by_tab(page, "[data-match] [data-il-star]")
    page.keyboard.press("Enter")
    assert len(starred(page)) == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/clusters/" in address or "/offers/" in address)


def test_the_text_goes_nowhere(page: Page) -> None:
    """Not into the address, not into the storage, and with no request."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    unfold(page)
    describe(page, f"Sekretas {NEED}")
    page.locator("[data-match]").first.wait_for()
    assert page.url.endswith("/find/")
    assert (
        page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])").count(
            "ekret"
        )
        == 0
    )
    assert not any("ekretas" in each for each in sent)
    assert any(each.endswith("search/terms-en.json") for each in sent)


def test_the_terms_are_loaded_only_when_they_are_used(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    unfold(page)
    assert not any("terms-" in each for each in sent)


def test_a_text_that_says_nothing_is_answered_with_advice(page: Page) -> None:
    unfold(page)
    page.locator("[data-il-describe=read]").click()
    expect(page.locator("#il-describe-status")).to_have_text("Write a few words first.")
    expect(page.locator("#il-describe-text")).to_be_focused()
    describe(page, "qqq zzz")
    expect(page.get_by_text("Nothing of it is in the directory's own words")).to_be_visible()
    expect(page.get_by_text("Nobody here fits this")).to_be_visible()


def test_a_hostile_text_stays_a_text(page: Page) -> None:
    unfold(page)
    describe(page, "<img src=x onerror=alert(1)> lasers \u202e ' \" </textarea><script>alert(1)</script>")
    page.locator("[data-match]").first.wait_for()
    assert page.locator("#il-describe img, #il-describe script").count() == 0


def test_starting_again_brings_the_search_back(page: Page) -> None:
    unfold(page)
    describe(page)
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("#il-describe-text")).to_have_value("")
    expect(page.locator("#il-finder-results")).to_be_visible()


def test_a_link_can_lead_straight_to_the_panel(page: Page) -> None:
    page.goto("/find/#il-describe")
    expect(page.locator("#il-describe-text")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_panel_is_accessible_and_fits(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    unfold(page)
    describe(page)
    page.locator("[data-match]").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
