"""From an empty form to a file that passes the check, and changes of every kind of file, in a browser."""

import difflib
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from inolink.problems import Severity
from tests.benchmarks.weight import first_visit
from tests.browser.accessibility import violations
from tests.browser.built import Site
from tests.browser.filling import known, opened
from tests.browser.serving import serving
from tests.directories import PROJECT, settle

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 780}
PAGES = (
    "contribute/new-offer/",
    "contribute/new-cluster/",
    "contribute/edit/?file=clusters/litek/profile.yml",
)
LARGEST_PAGE = 250_000
UNLABELLED = """() => [...document.querySelectorAll("#il-form :is(input, select, textarea)")]
  .filter((control) => ![...(control.labels ?? [])].some((label) => label.textContent.trim()))
  .map((control) => control.outerHTML)"""

OFFER = {
    "#f-title-en": "Free capacity for precise laser cutting of metal sheets",
    "#f-title-lt": "Laisvi pajėgumai tiksliai pjauti metalo lakštus lazeriu",
    "#f-summary-en": "Four firms of the cluster have free capacity and offer a supplier agreement.",
    "#f-summary-lt": "Keturios klasterio įmonės turi laisvų pajėgumų ir siūlo tiekimo susitarimą.",
    "#f-description-en": "Small and medium series.\n\nDelivery within two weeks: any place in the Union.",
    "#f-description-lt": "Mažos ir vidutinės serijos.\n\nPristatoma per dvi savaites visoje Sąjungoje.",
    "#f-advantages-en": "One order is divided among four firms.",
    "#f-advantages-lt": "Užsakymas padalijamas keturioms įmonėms.",
    "#f-partner_sought-role-en": "Sends drawings and buys parts under a supplier agreement.",
    "#f-partner_sought-role-lt": "Siunčia brėžinius ir pagal tiekimo susitarimą perka detales.",
}


def add(page: Page, field: str, *codes: str) -> None:
    """Choose from a long list, one after the other."""
    for code in codes:
        page.select_option(f"#f-{field}--add", code)
        page.locator(f"#f-{field}").get_by_role("button", name="Add").click()


def fill_offer(page: Page) -> None:
    page.select_option("#il-form-cluster", "litek")
    page.select_option("#f-type", "business-offer")
    for selector, text in OFFER.items():
        page.fill(selector, text)
    page.locator("#f-partner_sought-types").get_by_label("Company", exact=True).check()
    add(page, "cooperation", "supplier-agreement")
    add(page, "countries", "DE", "NO")
    add(page, "sdg", "9")
    known(page)


def problems_with(tmp_path: Path, path: str, text: str) -> list[str]:
    """Return the errors and warnings of a file put into a copy of the shipped directory."""
    directory = settle(tmp_path / "copy", PROJECT / "clusters")
    directory.write(path, text)
    found = [problem for problem in directory.problems() if problem.path == path]
    return [problem.code for problem in found if problem.severity is not Severity.NOTICE]


def proposed(page: Page) -> tuple[str, str]:
    """Return the path and the text in the address of the forge's page for a new file."""
    href = page.locator("#il-form-open").get_attribute("href") or ""
    assert href.startswith("https://forge.example/inolink/directory/new/main?filename=")
    query = parse_qs(urlsplit(href).query, strict_parsing=True)
    return query["filename"][0], query["value"][0]


def test_an_empty_form_becomes_an_offer_that_passes_the_check_unchanged(page: Page, tmp_path: Path) -> None:
    opened(page, "contribute/new-offer/")
    fill_offer(page)
    page.click("#il-form-finish")
    path, text = proposed(page)
    assert path == "clusters/litek/offers/free-capacity-for-precise-laser-cutting-of-metal-sheets.yml"
    assert text == page.locator("#il-form-text").input_value()
    assert text.startswith("# yaml-language-server: $schema=../../../schema/offer.schema.json\n")
    assert "countries: [DE, NO]\n" in text
    assert problems_with(tmp_path, path, text) == []


def test_an_empty_form_says_what_is_missing_and_leads_there(page: Page) -> None:
    opened(page, "contribute/new-offer/")
    page.click("#il-form-finish")
    summary = page.locator(".il-form__summary")
    assert "must be put right" in summary.inner_text()
    assert page.evaluate("document.activeElement.closest('.il-form__summary') !== null")
    summary.get_by_role("link", name="Title").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "f-title-en"
    assert page.locator("#il-form-open").count() == 0


def test_an_offer_is_written_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    opened(page, "contribute/new-offer/")
    page.locator("#il-form-cluster").focus()
    choose(page, "Laser & Eng")
    to(page, "#f-type")
    choose(page, "Business o")
    for selector, text in OFFER.items():
        if "partner" not in selector:
            to(page, selector)
            page.keyboard.type(text)
    to(page, "#f-partner_sought-types input[value=company]")
    page.keyboard.press("Space")
    for selector in ("#f-partner_sought-role-en", "#f-partner_sought-role-lt"):
        to(page, selector)
        page.keyboard.type(OFFER[selector])
    for field, typed in (("cooperation", "Supplier"), ("countries", "Germany"), ("sdg", "Industry")):
        to(page, f"#f-{field}--add")
        choose(page, typed)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    known(page)
    to(page, "#il-form-finish")
    page.keyboard.press("Enter")
    path, text = proposed(page)
    assert problems_with(tmp_path, path, text) == []


def choose(page: Page, typed: str) -> None:
    """Type how a choice begins; a list takes what comes a second later for another one, so perhaps again."""
    page.keyboard.type(typed)
    while not page.evaluate("document.activeElement.selectedOptions[0].label").startswith(typed):
        page.wait_for_timeout(1_100)
        page.keyboard.type(typed)


def to(page: Page, selector: str) -> None:
    """Go forward by the tab key until a control has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the tab key does not lead to {selector}")


def test_a_list_grows_shrinks_and_is_put_in_order_by_keyboard(page: Page) -> None:
    opened(page, "contribute/edit/?file=clusters/litek/profile.yml")
    names = page.locator("[id^=f-member_organisations-][id$=-name]")
    page.locator("summary", has_text="Member organisations").press("Enter")
    first, second = (names.nth(index).input_value() for index in (0, 1))
    page.locator("#f-member_organisations [data-il-do=down]").first.press("Enter")
    assert [names.nth(index).input_value() for index in (0, 1)] == [second, first]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Down: {first}"
    count = names.count()
    page.locator("#f-member_organisations [data-il-do=remove]").first.press("Enter")
    assert names.count() == count - 1
    assert page.evaluate("document.activeElement.value") == first
    page.get_by_role("button", name="Add: Member organisations").press("Enter")
    page.keyboard.type("A new member")
    assert names.last.input_value() == "A new member"


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("clusters/litek/profile.yml", "#f-summary-en"),
        ("clusters/litek/strategy.yml", "#f-summary-en, #f-challenges-0-en"),
        ("clusters/litek/events.yml", "#f-events-0-name-en"),
        ("clusters/litek/initiatives.yml", "#f-initiatives-0-name-en"),
        ("clusters/litek/partnerships.yml", "#f-partnerships-0-subject-en"),
        ("clusters/lca/offers/*.yml", "#f-title-en"),
    ],
)
def test_a_change_in_the_browser_touches_the_lines_of_its_field_only(
    page: Page, tmp_path: Path, path: str, selector: str
) -> None:
    file = next(iter(sorted(PROJECT.glob(path))))
    path = file.relative_to(PROJECT).as_posix()
    opened(page, f"contribute/edit/?file={path}")
    control = page.locator(selector).first
    control.evaluate(
        "control => { for (let e = control; e; e = e.parentElement) if (e.open === false) e.open = true; }"
    )
    control.fill("One thing changed")
    page.click("#il-form-finish")
    text = page.locator("#il-form-text").input_value()
    matcher = difflib.SequenceMatcher(
        None, file.read_text("utf-8").splitlines(), text.splitlines(), autojunk=False
    )
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    assert len(changes) == 1
    new = "\n".join(text.splitlines()[changes[0][3] : changes[0][4]])
    assert new.strip().endswith("en: One thing changed")
    assert page.locator("#il-form-open").get_attribute("href") == (
        f"https://forge.example/inolink/directory/edit/main/{path}"
    )
    before = problems_with(tmp_path, path, file.read_text("utf-8"))
    (tmp_path / "copy" / path).write_text(text, "utf-8")
    assert {*problems_with(tmp_path / "second", path, text)} - {"IL414"} <= {*before}


@pytest.mark.parametrize("language", ["", "lt/"])
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "options", [{}, {"viewport": PHONE, "color_scheme": "dark"}], ids=["desktop", "dark phone"]
)
def test_forms_have_no_accessibility_faults_and_every_control_has_a_label(
    new_page: Callable[..., Page], path: str, language: str, options: dict[str, object]
) -> None:
    page = opened(new_page(**options), f"{language}{path}")
    page.evaluate("for (const each of document.querySelectorAll('#il-form details')) each.open = true")
    assert violations(page) == []
    page.click("#il-form-finish")
    # What the bar at the top covers counts as too small.
    page.evaluate("scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate(UNLABELLED) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_finished_file_has_no_accessibility_faults(page: Page) -> None:
    opened(page, "contribute/new-offer/")
    fill_offer(page)
    page.click("#il-form-finish")
    page.locator("#il-form-open").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_form_page_is_light(site: Site, browser: Browser, path: str) -> None:
    with serving(site.folder, compressed=True) as url:
        assert 0 < first_visit(browser, f"{url}/{path}").bytes <= LARGEST_PAGE


def test_without_scripts_the_page_says_what_to_do_instead(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/lt/contribute/new-offer/")
    assert page.get_by_role("link", name="info@inolink.example").is_visible()
    assert not page.locator("#il-form").is_visible()


def test_without_a_forge_the_file_goes_by_mail_or_as_a_download(page: Page) -> None:
    def without_forge(route: Route) -> None:
        body = route.fetch().text()
        data = re.sub(r'"forge": \{[^}]*\}', '"forge": null', body)
        assert data != body
        route.fulfill(body=data, content_type="text/html; charset=utf-8")

    page.route("**/contribute/new-offer/", without_forge)
    opened(page, "contribute/new-offer/")
    fill_offer(page)
    page.click("#il-form-finish")
    href = page.locator("#il-form-mail").get_attribute("href") or ""
    assert href.startswith("mailto:info@inolink.example?subject=Proposal%20for%20the%20directory")
    assert page.locator("#il-form-open").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file").click()
    name = "free-capacity-for-precise-laser-cutting-of-metal-sheets.yml"
    assert download.value.suggested_filename == name
    assert download.value.path().read_text("utf-8") == page.locator("#il-form-text").input_value()


def test_a_new_cluster_is_entered_with_a_few_lines(page: Page, tmp_path: Path) -> None:
    opened(page, "contribute/new-cluster/")
    texts = {
        "#f-name-en": "Amber Crafts Cluster",
        "#f-name-lt": "Gintaro amatų klasteris",
        "#f-summary-en": "Workshops that make jewellery of amber together.",
        "#f-summary-lt": "Dirbtuvės, kartu kuriančios gintaro papuošalus.",
    }
    for selector, text in texts.items():
        page.fill(selector, text)
    page.get_by_role("button", name="Add: Sources").click()
    page.keyboard.type("https://amber.example/about")
    page.click("#il-form-finish")
    path, text = proposed(page)
    assert path == "clusters/amber-crafts-cluster/profile.yml"
    assert problems_with(tmp_path, path, text) == []
    page.fill("#il-form-slug", "Gintaras")
    page.click("#il-form-finish")
    assert proposed(page)[0] == "clusters/gintaras/profile.yml"
