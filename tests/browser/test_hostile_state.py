"""Whatever an address or the browser's storage says: nothing runs or hangs, and the visitor can go on."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built import Site
from tests.browser.hostile_site import EVERYTHING
from tests.browser.listening import Listener, listening
from tests.browser.services import KEY

pytestmark = pytest.mark.browser

FORMS = "inolink.forms.v1"
READY = "#il-finder[data-finder-state=ready]"
HTML = '"><img src=x onerror=ilRan()><script>ilRan()</script>'
DEEP = "[" * 5_000 + "]" * 5_000
QUERIES = {
    "html": f"?q={quote(HTML)}&kind={quote(HTML)}&sort={quote(HTML)}&view={quote(HTML)}",
    "names of objects": "?__proto__=1&constructor=2&q=__proto__&kind=constructor&type=__proto__&toString=3",
    "wrong numbers": "?page=NaN&archived=true&page=1e999&page=-1&page=0x10&q=a",
    "largest page": "?q=cluster&page=99999999999999999999999",
    "half characters": "?q=%ud800%ED%A0%80%C3&kind=%FF",
    "operators of a query language": "?q=title:x%20+a%20-b%20c~30%20d^9%20*e*%20f:%20%22",
    "a long word": f"?q={'a' * 20_000}",
    "many words": f"?q={quote(' '.join(f'word{number}' for number in range(2_000)))}",
    "many codes": "?q=laser" + "".join(f"&technology=x{number}" for number in range(3_000)),
    "many parameters": "?" + "&".join(f"p{number}={number}" for number in range(5_000)),
    "scripts as codes": "?ecosystem=javascript:ilRan()&region=data:text/html,x&country=//outside.example",
    "invisible signs": "?q=%E2%80%AE%E2%80%8B%00%1B%5B2J%EF%BB%BF%E2%80%A8laser",
    "letters that change their length": f"?q={quote('ŉŉŉ İİİ ﬁﬁﬁ ßßß ﷺ' + 'a' + chr(0x301) * 500)}",
}
KEPT = {
    "no JSON": "{",
    "nothing": "null",
    "a number": "1e999",
    "a list": "[[]]",
    "a text": '"<img src=x onerror=ilRan()>"',
    "wrong types": json.dumps({"shortlist": {"length": 9}, "searches": "x"}),
    "wrong items": json.dumps(
        {"shortlist": [None, 1, "a", [], {"key": {}}], "searches": [None, {"name": 1}, []]}
    ),
    "names of objects": '{"__proto__":{"shortlist":[{"key":"cluster/litek"}]},"constructor":1,"shortlist":'
    '[{"key":"cluster/constructor","note":"","title":""},{"key":"__proto__"},{"__proto__":{"key":"cluster/litek"}}]}',
    "deep": DEEP,
    "deep within": f'{{"shortlist":{DEEP},"searches":[{{"name":{DEEP}}}]}}',
    "half characters": '{"shortlist":[{"key":"cluster/litek","note":"\\ud800","title":"\\udfff"}],"searches":'
    '[{"name":"\\ud800","address":"?q=\\ud800","seen":["\\ud800"],"visited":"2026-10-01"}]}',
    "html": json.dumps(
        {
            "shortlist": [
                {"key": "cluster/litek", "note": HTML, "title": HTML},
                {"key": f"cluster/{HTML}", "note": HTML, "title": HTML},
                {"key": "cluster/gone", "note": HTML, "title": HTML},
            ],
            "searches": [{"name": HTML, "address": f"?q={HTML}", "seen": [HTML], "visited": "2026-10-01"}],
        }
    ),
    "scripts as addresses": json.dumps(
        {
            "searches": [
                {"name": "a", "address": address, "seen": [], "visited": "2026-10-01"}
                for address in (
                    "javascript:ilRan()",
                    "//outside.example/",
                    "/../../x",
                    "#x",
                    "?q=a#b",
                    "\\\\outside.example",
                )
            ]
        }
    ),
    "wrong days": json.dumps(
        {"searches": [{"name": "a", "address": "?q=a", "seen": [], "visited": "9999-99-99"}] * 3}
    ),
    "thousands": json.dumps(
        {
            "shortlist": [
                {"key": f"cluster/x{number}", "note": "n" * 200, "title": "t"} for number in range(4_000)
            ],
            "searches": [
                {
                    "name": f"s{number}",
                    "address": f"?q=a{number}",
                    "seen": ["cluster/a"] * 50,
                    "visited": "2026-10-01",
                }
                for number in range(400)
            ],
        }
    ),
    "as much as there is room for": json.dumps(
        {
            "shortlist": [{"key": "cluster/litek", "note": "n" * 10**6, "title": "t" * 10**6}],
            "searches": [
                {
                    "name": "s" * 10**6,
                    "address": "?q=a&" + "x=" * 10**5,
                    "seen": ["offer/a"] * 120_000,
                    "visited": "2026-10-01",
                }
            ],
        }
    ),
}
MARKS = {
    "html": f"keys={HTML}",
    "scripts": "keys=javascript:ilRan(),cluster/javascript:ilRan(),//outside.example",
    "names of objects": "keys=__proto__,cluster/constructor,cluster/__proto__,constructor",
    "half characters": "keys=%ud800,%ED%A0%80,cluster/litek%",
    "thousands": "keys=" + ",".join(f"cluster/x{number}" for number in range(20_000)),
    "twice": "keys=cluster/litek,cluster/litek&keys=cluster/elit",
    "a long one": "keys=" + "a" * 500_000,
}
DRAFT = {"saved": "2026-11-20T10:00:00Z", "cluster": "litek", "base": "", "version": 1}
BEGUN = f'{{"new-offer":{json.dumps(DRAFT)[:-1]},"value":'
DRAFTS = {
    **{name: text for name, text in KEPT.items() if name not in {"thousands", "html"}},
    "no value": json.dumps({"new-offer": DRAFT}),
    "wrong types": json.dumps(
        {"new-offer": DRAFT | {"value": {"title": [1], "type": {"en": 1}, "call": "x", "sdg": 5}}}
    ),
    "html": json.dumps(
        {"new-offer": DRAFT | {"cluster": HTML, "value": {"title": {"en": HTML, HTML: HTML}, HTML: HTML}}}
    ),
    "names": BEGUN
    + '{"__proto__":{"type":"x"},"constructor":{"a":1},"title":{"__proto__":"x","en":"toString"}}}}',
    "deep value": BEGUN + f'{{"title":{DEEP},"countries":{DEEP}}}}}}}',
    "wrong day": json.dumps({"new-offer": DRAFT | {"saved": HTML, "value": {"title": {"en": "a"}}}}),
    "many items": json.dumps(
        {"new-offer": DRAFT | {"value": {"topics": [{"en": "a"}] * 3_000, "countries": ["XX"] * 3_000}}}
    ),
}
FILES = (
    HTML,
    "../../../../etc/passwd",
    "clusters/../x/profile.yml",
    "__proto__",
    "javascript:ilRan()",
    "//outside.example/x",
    "%ud800",
)


@pytest.fixture
def listener(browser: Browser, site: Site) -> Iterator[Listener]:
    """Listen to the published site; at the end nothing may have been heard."""
    with listening(browser, site.url, base_url=site.url) as listener:
        yield listener
        assert listener.heard == []


@pytest.fixture
def page(listener: Listener) -> Page:
    """Open a page that is listened to."""
    return listener.page()


def some(hostile: dict[str, str]) -> dict[str, str]:
    """Return every second one, or all of them if everything is to be tried."""
    return dict(list(hostile.items())[:: 1 if EVERYTHING else 2])


def store(page: Page, key: str, text: str) -> None:
    """Leave something in the browser's storage."""
    if page.url == "about:blank":
        page.goto("/privacy/")
    page.evaluate("([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }", [key, text])


def goes_on(page: Page) -> None:
    """Search for something else, and find it."""
    box = page.locator("#il-finder input[type=search]")
    box.fill("laser")
    box.press("Enter")
    expect(page.locator("[data-result='cluster/litek']")).to_be_visible()


def test_whatever_a_shared_search_says_the_finder_answers_and_goes_on(listener: Listener, page: Page) -> None:
    for query in some(QUERIES).values():
        listener.go(page, f"find/{query}")
        page.wait_for_selector(READY)
        if page.locator("#il-finder-clear").is_visible():
            page.locator("#il-finder-clear").click()
            page.wait_for_selector(READY)
        goes_on(page)


def test_whatever_is_kept_the_shortlist_and_the_saved_searches_go_on(listener: Listener, page: Page) -> None:
    for name, kept in some(KEPT).items():
        store(page, KEY, kept)
        listener.go(page, "shortlist/")
        page.wait_for_selector("#il-shortlist[data-il-state=ready]")
        links = page.locator(".il-saved__item a").evaluate_all("all => all.map(one => one.pathname)")
        assert set(links) <= {"/find/"}, name
        listener.go(page, "clusters/elit/")
        star = page.locator("[data-il-star='cluster/elit']").first
        before = star.get_attribute("aria-pressed")
        star.click()
        # A list that holds as much as it can takes no more, and says so.
        full = page.locator(".il-toast").is_visible()
        assert full is (name == "thousands")
        assert full or star.get_attribute("aria-pressed") != before, name
        listener.go(page, "find/?q=laser")
        page.wait_for_selector(READY)
        goes_on(page)


def test_whatever_a_shared_shortlist_says_it_is_shown_or_said_to_be_unreadable(
    listener: Listener, page: Page
) -> None:
    for name, mark in MARKS.items():
        listener.go(page, f"shortlist/#{mark}")
        page.wait_for_selector("#il-shortlist[data-il-state=ready]")
        links = page.locator("#il-shortlist a[href]").evaluate_all("all => all.map(one => one.protocol)")
        assert set(links) <= {"http:", "mailto:"}, name
        page.evaluate("location.hash = 'keys=cluster/litek'")
        expect(page.locator("[data-il-item='cluster/litek']"), name).to_be_visible()
        listener.go(page, "")


def test_whatever_a_draft_says_the_form_can_be_filled(listener: Listener, page: Page) -> None:
    for name, draft in some(DRAFTS).items():
        store(page, FORMS, draft)
        listener.go(page, "contribute/new-offer/")
        page.wait_for_selector("#il-form[data-il-state=ready]")
        page.fill("#f-title-en", "A new title")
        page.click("#il-form-finish")
        expect(page.locator(".il-form__summary"), name).to_be_visible()


def test_a_form_opens_no_file_that_the_directory_lacks(listener: Listener, page: Page) -> None:
    for file in FILES:
        listener.go(page, f"contribute/edit/?file={quote(file, safe='%')}")
        page.wait_for_selector("#il-form[data-il-state=ready]")
        expect(page.locator("#il-form [role=alert]"), file).to_be_visible()
        listener.go(page, f"contribute/new-offer/?cluster={quote(file, safe='%')}")
        page.wait_for_selector("#il-form[data-il-state=ready]")
        assert page.locator("#il-form-cluster").input_value() == "", file


def test_a_mark_in_an_address_leads_somewhere_or_nowhere(listener: Listener, page: Page) -> None:
    for mark in ("%", "%E0%A4%A", HTML, "__proto__", "constructor", "il-finder", "a" * 100_000):
        listener.go(page, f"clusters/litek/#{mark}")
        expect(page.locator("main h1")).to_be_visible()
        listener.go(page, f"embed/litek/?scheme={quote(HTML)}#{mark}")
        expect(page.locator("h1")).to_be_visible()
