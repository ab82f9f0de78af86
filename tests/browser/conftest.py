"""The shipped directory, built once and shown in a real browser that reports whatever goes wrong."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.browser.chromium import FLAGS, chromium
from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"
DESKTOP = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Site:
    """One build of the shipped directory, and where it is served."""

    folder: Path
    url: str

    def has(self, path: str) -> bool:
        """Whether the build made a page at this path."""
        return (self.folder / path.strip("/") / "index.html").is_file()


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
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the shipped directory as it is on a fixed day, and serve it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build = [sys.executable, "-m", "inolink", "build", "--site-dir", str(folder), "--today", TODAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    run = subprocess.run(build, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    with serving(folder) as url:
        yield Site(folder, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield chrome
        chrome.close()


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
