"""Small pages of our own around the shipped finder template and scripts, shown in a real browser."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page

from inolink.pages.texts import Texts
from inolink.reading import load_vocabularies
from inolink.search import SearchEntry, search_files
from inolink.search.files.dictionary import Sizes
from tests.browser.serving import serving
from tests.search.browser_code import BUNDLED, ROOT, written
from tests.search.conftest import ENTRIES, LANGUAGES, SMALL_FILES, entry
from tests.web.asked import Asked

HERE = Path(__file__).parent
PAGES = ROOT / "generator" / "inolink" / "pages"
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
PHONE = {"width": 390, "height": 780}
DESKTOP = {"width": 1280, "height": 800}


def many_offers() -> Iterator[SearchEntry]:
    """Return more offers than fit on one page of results."""
    for number in range(45):
        title = (f"Robot number {number}", f"Robotas numeris {number}")
        yield entry(
            f"offer/robots/r{number:02}", *title, kind="offer", published=f"2026-09-{number % 28 + 1:02}"
        )


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages, in both languages, with the search of the small directory."""
    with serving(made(tmp_path_factory.mktemp("finder"))) as url:
        yield url


def made(site: Path, sizes: Sizes | None = None, *more: SearchEntry) -> Path:
    """Make the pages and the search of the small directory, in files of any size."""
    shutil.copytree(BUNDLED, site / "assets" / "bundled")
    shutil.copy(HERE / "colours.css", site)
    entries = (*ENTRIES, *many_offers(), *more)
    written(search_files(entries, load_vocabularies(ROOT), LANGUAGES, sizes), site)
    for path, language in (("", "en"), ("find", "en"), ("lt/find", "lt")):
        (site / path).mkdir(parents=True, exist_ok=True)
        (site / path / "index.html").write_text(render(path, language), "utf-8")
    return site


def render(path: str, language: str) -> str:
    """Return a page around the finder's template, or one without it."""
    loader = FileSystemLoader([PAGES / "templates", HERE])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    root = "../" * len([part for part in path.split("/") if part]) or "./"
    return environment.get_template("harness.html").render(
        root=root,
        home="../",
        language=language,
        finder=path.endswith("find"),
        t=Texts(language),
    )


@pytest.fixture
def complaints() -> list[str]:
    """Collect what pages write to the console; a test that provokes something takes it out again."""
    return []


@pytest.fixture
def open_page(browser: Browser, address: str, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a path on a fixed day; at the end no page may have complained."""
    with ExitStack() as contexts:

        def opened(path: str, **options: object) -> Page:
            context = browser.new_context(**{"viewport": DESKTOP, "base_url": address, **options})  # type: ignore[arg-type]
            page = contexts.enter_context(context).new_page()
            page.clock.set_fixed_time(NOON)
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield opened
    assert complaints == []


@pytest.fixture
def finder(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the finder and wait for its results."""

    def opened(path: str = "/find/", **options: object) -> Page:
        page = open_page(path, **options)
        ready(page)
        return page

    return opened


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the small directory in small files."""
    return made(tmp_path_factory.mktemp("large") / "site", SMALL_FILES)


@pytest.fixture(scope="session")
def large(large_site: Path) -> Iterator[str]:
    """Serve it."""
    with serving(large_site) as url:
        yield url


@pytest.fixture
def asked() -> Asked:
    """Collect what is asked for."""
    return Asked()


@pytest.fixture
def large_finder(open_page: Callable[..., Page], large: str, asked: Asked) -> Callable[..., Page]:
    """Open a blank page of the large directory, then the finder; `before` may prepare it."""

    def opened(path: str, before: Callable[[Page], object] = lambda _: None, **options: object) -> Page:
        page = open_page("/", base_url=large, **options)
        page.context.on("request", asked.note)
        before(page)
        page.goto(path)
        return page

    return opened


def ready(page: Page) -> None:
    """Wait until the finder shows what its address asks for."""
    page.wait_for_selector("#il-finder[data-finder-state=ready]")


def forgive(page: Page, complaints: list[str]) -> None:
    """Forget what a test has provoked; from a page that is closed nothing more can come."""
    page.context.close()
    complaints.clear()


def keys(page: Page) -> list[str]:
    """Return the keys of the results that are shown."""
    shown: list[str] = page.locator("[data-result]").evaluate_all("all => all.map(one => one.dataset.result)")
    return shown
