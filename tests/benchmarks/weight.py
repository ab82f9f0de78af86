"""What travels, compressed, when a browser opens a page for the first time."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Weight:
    """Bytes and requests of one first visit."""

    bytes: int
    requests: int


def first_visit(browser: Browser, address: str) -> Weight:
    """Open the page with an empty cache and wait until nothing more is loaded."""
    context = browser.new_context()
    page = context.new_page()
    sizes = _listen(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    context.close()
    return Weight(round(sum(sizes)), len(sizes))


def _listen(page: Page) -> list[float]:
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)

    def loaded(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    session.on("Network.loadingFinished", loaded)
    session.send("Network.enable")
    return sizes
