"""How often the right page is among the first three results, in each site's own search, in a real browser."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from playwright.sync_api import Page

FIRST = 3
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True)
class Question:
    """What somebody types, and the pages of which one should be among the first results."""

    query: str
    language: str
    expected: frozenset[str]
    """Paths within the site, without the part that names a place in the page."""


Search = Callable[[Page, str, Question], Sequence[str]]


def success(page: Page, origin: str, search: Search, questions: Sequence[Question]) -> float:
    """Return the share of questions with an expected page among the first results."""
    found = [not question.expected.isdisjoint(search(page, origin, question)) for question in questions]
    return sum(found) / len(found)


def our_results(page: Page, origin: str, question: Question) -> list[str]:
    """Ask the finder, as a shared link to a search does."""
    page.goto(f"{origin}{prefix(question.language)}/find/?q={quote(question.query)}")
    page.wait_for_selector("[data-finder-state=ready]")
    links = page.locator("[data-result] h2 a[href]")
    return _paths(links.evaluate_all("links => links.map(link => link.href)"))[:FIRST]


def peer_results(page: Page, origin: str, question: Question) -> list[str]:
    """Type into Material's search; results in the other language don't count against it."""
    page.goto(f"{origin}{prefix(question.language)}/")
    box = page.locator(".md-search__input")
    box.click()
    page.wait_for_function(PEER_LISTENS)
    box.press_sequentially(question.query)
    page.wait_for_function(PEER_READY)
    links = page.locator(".md-search-result__item > .md-search-result__link")
    paths = _paths(links.evaluate_all("links => links.map(link => link.href)"))
    return [path for path in paths if language_of(path) == question.language][:FIRST]


# What is typed before Material's search listens is never looked for.
PEER_LISTENS = """() => {
  const meta = document.querySelector('.md-search-result__meta');
  return meta !== null && !/^Initializing/.test(meta.textContent.trim());
}"""
# Material writes a sentence with the number of results when it has finished, and a prompt before.
PEER_READY = """() => {
  const meta = document.querySelector('.md-search-result__meta');
  return /^(No|\\d+) matching/.test(meta?.textContent.trim() ?? '');
}"""


def prefix(language: str) -> str:
    """Return the folder of a language, with a slash before it."""
    return "" if language == DEFAULT_LANGUAGE else f"/{language}"


def language_of(path: str) -> str:
    """Tell a page's language from its path."""
    first = path.strip("/").partition("/")[0]
    return first if len(first) == len(DEFAULT_LANGUAGE) else DEFAULT_LANGUAGE


def pages_of(keys: Sequence[str], addresses: Mapping[str, str]) -> frozenset[str]:
    """Turn the keys of entries into the paths of their pages."""
    return frozenset(page_path(addresses[key]) for key in keys)


def page_path(address: str) -> str:
    """Cut an address down to the page's path."""
    return urlsplit(address).path.strip("/")


def _paths(addresses: Sequence[str]) -> list[str]:
    return [page_path(address) for address in addresses]
