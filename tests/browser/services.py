"""What the tests of the visitor's own things share: what is kept, and that nothing is kept elsewhere."""

import json
from typing import Any

from playwright.sync_api import Page

KEY = "inolink.kept.v1"
CLUSTERS = ["cluster/litek", "cluster/smart-food", "cluster/bacc", "cluster/plastics", "cluster/fetek"]
INTEREST = "interest/plastics/subcontract-capacity"
GONE = "offer/litek/no-such-offer"
ELSEWHERE = """async () => ({
  cookies: document.cookie,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  local: Object.keys(localStorage).sort(),
})"""


def star(*keys: str, notes: str = "") -> list[dict[str, str]]:
    """Return a list as the browser keeps it."""
    return [{"key": key, "note": notes, "title": ""} for key in keys]


def keep(page: Page, **parts: object) -> None:
    """Put something into the browser's storage before the next page reads it."""
    if page.url == "about:blank":
        page.goto("/privacy/")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(parts)])


def kept(page: Page) -> dict[str, Any]:
    """Return what the browser keeps."""
    found: dict[str, Any] = json.loads(page.evaluate("key => localStorage.getItem(key) ?? '{}'", KEY))
    return found


def starred(page: Page) -> list[str]:
    """Return the keys of the list."""
    return [item["key"] for item in kept(page).get("shortlist", [])]


def assert_nothing_elsewhere(page: Page) -> None:
    """Only one key of the browser's own storage may hold anything."""
    found = page.evaluate(ELSEWHERE)
    assert found == {"cookies": "", "session": 0, "databases": 0, "caches": 0, "local": [KEY]}
    assert page.context.cookies() == []


def forbid_storage(page: Page) -> None:
    """Let the browser refuse its storage, as some settings make it."""
    refuse = "get() { throw new DOMException('no', 'SecurityError') }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {refuse} }})")


def fill_storage(page: Page) -> None:
    """Leave no room in the browser's storage, down to the last character."""
    page.evaluate(
        """() => {
            let size = 1 << 22;
            for (let name = 0; size >= 1; name++) {
                try { localStorage.setItem('fill' + name, 'x'.repeat(size)); }
                catch { size = Math.floor(size / 2); }
            }
        }"""
    )


def focus_by_tab(page: Page, selector: str, most: int = 200) -> None:
    """Press Tab until something is focused, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def drawn(page: Page) -> None:
    """Wait until the page is drawn anew: only then the place that its address names is where Tab goes on."""
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


def open_list(page: Page, address: str = "/shortlist/") -> None:
    """Open the page of the list and wait until it shows what it has."""
    page.goto(address)
    page.locator("#il-shortlist[data-il-state=ready]").wait_for()


def items(page: Page) -> list[str]:
    """Return the keys of the entries that are shown."""
    found: list[str] = page.locator("[data-il-item]").evaluate_all(
        "all => all.map(one => one.dataset.ilItem)"
    )
    return found
