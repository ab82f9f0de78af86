"""Whatever a record says, in any of its fields: on no page does it run, fetch, or become an element."""

import json
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hostile import FORMS, PAYLOADS, ROOMLESS, SHORT, WEB
from tests.browser.hostile_site import (
    EVERYTHING,
    LANGUAGES,
    Twins,
    broken_up,
    flat,
    long_text,
    pages_of,
    turns,
)
from tests.browser.listening import SHAPE, TEXTS, listening
from tests.browser.serving import serving
from tests.directories import settle
from tests.pages.records import FREE_TEXT, SCHEMAS, Filler, full_profile

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 760}
SITES = {"with its policy": ("plain", 0), "without any policy": ("bare", 1)}
ELSEWHERE = ".il-prose, .il-message__text, .il-partners, section:has(> #partners), a[href$='partners/']"
"""What Markdown and the lines of a letter become, and who fits whom, depends on the texts."""
PARSE = """([pages, elsewhere]) => pages.map(html => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const kinds = {};
  for (const each of page.querySelectorAll("*")) {
    if (each.closest(elsewhere)) continue;
    const kind = [each.localName, ...each.getAttributeNames()].join(" ");
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
})"""
AT_ONCE = 50
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
HOMES = tuple(LANGUAGES.values())
INVISIBLE = (
    "\x00\x07\x1b\x7f\x85\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e"
    "\u2060\u2066\u2069\ufeff\uffff\ud800\udfff\xad\u034f\u115f\u180e\u200c\u200d\u3164\ufff9"
    "\U000e0001\U000e0041\U000e007f"
)


def kinds(page: Page, folder: Path) -> dict[str, Counter[str]]:
    """Return which elements each page of a site has, and how many, before any script has run."""
    files = sorted(folder.rglob("*.html"))[:: 1 if EVERYTHING else 3]
    found: list[dict[str, int]] = []
    for start in range(0, len(files), AT_ONCE):
        pages = [file.read_text("utf-8") for file in files[start : start + AT_ONCE]]
        found += page.evaluate(PARSE, [pages, ELSEWHERE])
    paths = [file.relative_to(folder).as_posix() for file in files]
    return {path: Counter(kind) for path, kind in zip(paths, found, strict=True)}


def test_no_page_has_an_element_or_attribute_that_came_from_a_text(browser: Browser, twins: Twins) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        hostile, benign = (kinds(page, site.folder) for site in (twins.hostile, twins.benign))
    assert hostile.keys() == benign.keys()
    compared = [path for path in hostile if "/partners/" not in path]
    # A sheet leaves out what there is no room for.
    more = {path: dict(hostile[path] - benign[path]) for path in compared}
    assert {path: kind for path, kind in more.items() if kind} == {}
    whole = [path for path in compared if not f"/{path}".endswith("/sheet/index.html")]
    assert [path for path in whole if hostile[path] != benign[path]] == []


@pytest.fixture(scope="module")
def usual(browser: Browser, twins: Twins) -> set[str]:
    """Return the elements and attributes that pages have once their scripts have run."""
    with listening(browser, twins.benign.url, viewport=TELEPHONE) as quiet:
        page = quiet.page()
        found = [
            quiet.go(page, f"{home}{path}").evaluate(SHAPE) for home in HOMES for path in pages_of("x-script")
        ]
    assert quiet.heard == []
    return set().union(*found)


@pytest.mark.parametrize("way", SITES)
def test_what_a_record_says_stands_on_its_pages_as_it_was_written_and_does_nothing(
    browser: Browser, twins: Twins, usual: set[str], way: str
) -> None:
    how, turn = SITES[way]
    with (
        serving(twins.hostile.folder, how=how) as origin,
        listening(browser, origin, viewport=TELEPHONE) as listener,
    ):
        page = listener.page()
        for path, slug in turns(turn):
            listener.go(page, path)
            assert set(page.evaluate(SHAPE)) <= usual, path
            assert page.evaluate(OVERFLOW) <= 0, path
            texts = page.evaluate(TEXTS)
            assert page.url == f"{origin}/{path}"
            assert [piece for text in texts for piece in broken_up(text)] == [], path
            assert is_cut(path) or any(long_text(slug) in flat(text) for text in texts), path
    assert listener.heard == []


def is_cut(path: str) -> bool:
    """Whether a page shortens texts, or shows a list that may be empty."""
    return path.removeprefix("lt/").startswith("embed/") or path.endswith(("/sheet/", "/partners/"))


def test_every_form_that_a_field_can_have_is_filled_with_something_hostile() -> None:
    assert {form for form in forms(SCHEMAS) if form not in FORMS} == {FREE_TEXT, WEB, *ROOMLESS}
    assert max(len(short) for _, short in PAYLOADS.values()) <= SHORT


def forms(node: object) -> set[str]:
    """Return all patterns that a schema names for values."""
    if isinstance(node, list):
        return set().union(*map(forms, node))
    if not isinstance(node, dict):
        return set()
    own = {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
    return own.union(*map(forms, node.values()))


@pytest.mark.parametrize("sign", INVISIBLE)
def test_a_sign_that_nobody_sees_or_that_turns_the_writing_keeps_a_record_out(
    sign: str, tmp_path: Path
) -> None:
    directory = settle(tmp_path)
    record = json.dumps(full_profile(Filler()) | {"short_name": f"A{sign}B"})
    directory.write("clusters/alpha/profile.yml", record)
    (code,) = directory.codes()
    # Halves of characters already stop the parser.
    assert code in {"IL103", "IL105"}
    directory.write("clusters/alpha/profile.yml", record.replace(json.dumps(sign)[1:-1], "-"))
    assert "IL103" not in directory.codes()
