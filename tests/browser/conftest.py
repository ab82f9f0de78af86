"""The shipped directory, built once and shown in a real browser that reports whatever goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.built import Site, built
from tests.browser.fair import fair
from tests.browser.hostile_site import Twins
from tests.browser.hostile_site import twins as twin_sites

DESKTOP = {"width": 1280, "height": 800}


@dataclass
class Watch:
    """What a page said or did that it shouldn't."""

    origin: str
    findings: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Listen to one page."""
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.findings.append(f"uncaught: {error}"))
        page.on("request", self._request)

    def _console(self, kind: str, text: str) -> None:
        # The browser itself reports the missing page that a test asked for.
        if kind in {"error", "warning"} and "404 (" not in text:
            self.findings.append(f"console {kind}: {text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.findings.append(f"request to another origin: {request.url}")


NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site(shipped_site: Site) -> Site:
    """Return the build that all tests share."""
    return shipped_site


@pytest.fixture
def new_page(browser: Browser, site: Site) -> Iterator[NewPage]:
    """Open pages in contexts of their own, with the given options; at the end nothing may have gone wrong."""
    watch = Watch(site.url)
    with ExitStack() as contexts:

        def open_page(**options: object) -> Page:
            settings = {"viewport": DESKTOP, "base_url": site.url, **options}
            context: BrowserContext = contexts.enter_context(browser.new_context(**settings))  # type: ignore[arg-type]
            page = context.new_page()
            watch.over(page)
            return page

        yield open_page
    assert watch.findings == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Open one page at desktop size."""
    return new_page()


@pytest.fixture(scope="session")
def fair_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build a directory with an event ahead, the longest texts and hostile ones."""
    folder = tmp_path_factory.mktemp("fair")
    with built(folder / "site", fair(folder / "directory")) as built_site:
        yield built_site


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """Build a directory of hostile records, and the same of harmless ones, once for all tests."""
    with twin_sites(tmp_path_factory.mktemp("twins")) as both:
        yield both


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """Open a page that may go to any site of the tests, however many origins they have."""
    with browser.new_context(viewport=DESKTOP) as context:  # type: ignore[arg-type]  # two numbers
        yield context.new_page()
