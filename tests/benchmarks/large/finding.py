"""How long a search takes in a real browser and what travels for it, with an empty cache and after that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from tests.benchmarks.large.counting import Travelled
from tests.benchmarks.large.queries import Query
from tests.benchmarks.searching import prefix

AFTERWARDS = 150


@dataclass(frozen=True)
class Site:
    """A served site with a search of its own."""

    origin: str
    travelled: Travelled
    page: str
    """Where the search is, below a language's folder."""
    files: tuple[str, ...]
    """How the paths of those files begin that only the search needs."""
    start: str
    """A script that runs before the page's own ones."""
    ask: str
    """A function that asks the next query, and ends when its results are shown."""


def ours(origin: str, travelled: Travelled) -> Site:
    """Describe the directory's own search; its page is asked as a link to a search asks it."""
    files = ("/search/", "/assets/bundled/finder", "/assets/bundled/search-worker.js")
    return Site(origin, travelled, "/find/", files, OUR_START, OUR_ASKING)


def peer(origin: str, travelled: Travelled) -> Site:
    """Describe the peer's search, on a page with nothing else."""
    return Site(origin, travelled, "/search/", ("/pagefind/",), "", PEER_ASKING)


# The finder tells on the document when it has shown the results of a state.
OUR_START = """document.addEventListener('il-results', ({ detail }) => {
    window.shown ??= performance.now();
    if (window.awaited?.query === detail.state.query) window.awaited.done(performance.now());
});"""
OUR_ASKING = """async (query) => {
    const input = document.querySelector('#il-finder input[type=search]');
    input.value = query;
    const begun = performance.now();
    const shown = new Promise((done) => { window.awaited = { query, done }; });
    input.form.requestSubmit();
    return await shown - begun;
}"""
PEER_ASKING = """async (query) => {
    const begun = performance.now();
    await window.ask(query);
    return performance.now() - begun;
}"""


@dataclass(frozen=True)
class Answer:
    """What one query took."""

    milliseconds: float
    kilobytes: float
    requests: int


def first_answer(browser: Browser, site: Site, query: Query) -> Answer:
    """Ask a query as the first one, with an empty cache: the time counts from the visit's beginning."""
    # Twice: a host has its files at hand, and compressed, when somebody asks for them.
    for _ in ("for the server", "for the browser"):
        site.travelled.take()
        page = _visit(browser, site, query)
        answer = _answer(site, page.evaluate("window.shown"))
        page.context.close()
    return answer


def further_answers(browser: Browser, site: Site, queries: Sequence[Query]) -> Iterator[Answer]:
    """Ask all queries of a language one after the other on one page; the first one is not counted."""
    for language in dict.fromkeys(query.language for query in queries):
        first, *others = [query for query in queries if query.language == language]
        for _ in ("for the server", "for the browser"):
            page = _visit(browser, site, first)
            site.travelled.take()
            answers = [_ask(page, site, query) for query in others]
            page.context.close()
        yield from answers


def _visit(browser: Browser, site: Site, query: Query) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(site.start)
    page.goto(f"{site.origin}{prefix(query.language)}{site.page}?q={quote(query.text)}")
    page.wait_for_function("() => window.shown !== undefined")
    page.wait_for_load_state("networkidle")
    return page


def _ask(page: Page, site: Site, query: Query) -> Answer:
    milliseconds = page.evaluate(site.ask, query.text)
    # What is asked for after the answer, such as counts, belongs to the query as well.
    page.wait_for_timeout(AFTERWARDS)
    return _answer(site, milliseconds)


def _answer(site: Site, milliseconds: float) -> Answer:
    sizes = [size for path, size in site.travelled.take() if path.startswith(site.files)]
    return Answer(milliseconds, sum(sizes) / 1000, len(sizes))
