"""All pages of the shipped directory and of that of these tests, also with long lists: sound all over."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

import pytest

from inolink.pages import SLOTS, page_tasks, render_task
from inolink.pages.embed import FOLDER as EMBED
from inolink.reading.guides import read_guides
from tests.directories import PROJECT
from tests.pages.elements import HEADINGS, Element
from tests.pages.rendering import Rendered

SITE = "https://site.example/"
THEME = PROJECT / "generator" / "inolink" / "pages" / "theme"
AROUND = {
    mark for file in THEME.rglob("*.html") for mark in re.findall(r'\bid="([\w-]+)"', file.read_text("utf-8"))
}
"""The ids of the frame around every page."""


def trees(pages: Rendered) -> Iterator[tuple[str, Element]]:
    for path in pages:
        yield path, pages.tree(path)


@pytest.fixture(scope="module", params=["pages", "leafed_pages", "shipped_pages"])
def made(request: pytest.FixtureRequest) -> Rendered:
    """Take one after the other."""
    pages: Rendered = request.getfixturevalue(request.param)
    return pages


@pytest.fixture(scope="module")
def ids(made: Rendered) -> dict[str, list[str]]:
    """Return all ids of every page."""
    return {
        path: [element["id"] for element in tree if "id" in element.attributes] for path, tree in trees(made)
    }


@pytest.fixture(scope="module")
def guides(made: Rendered) -> set[str]:
    """Return the paths of the hand-written pages in all languages."""
    default, *others = made.site.settings.languages
    return {
        f"{'' if language == default else f'{language}/'}{guide.path}"
        for guide in read_guides(PROJECT, [default, *others])
        for language in guide.texts
    }


def inner_links(path: str, tree: Element) -> Iterator[tuple[str, str]]:
    """Yield page and place of every link within the site."""
    for element in tree:
        for name in ("href", "action"):
            if name in element.attributes:
                target = urlsplit(urljoin(SITE + path, element[name]))
                # Files and lists for other sites are no such pages; the build looks whether they are there.
                elsewhere = PurePosixPath(target.path).suffix or f"/{EMBED}" in target.path
                if target.netloc == urlsplit(SITE).netloc and not elsewhere:
                    yield target.path.removeprefix("/"), target.fragment


def test_a_page_can_be_made_alone_and_its_path_is_known_before(made: Rendered) -> None:
    tasks = page_tasks(made.site)
    assert [task.path for task in tasks] == [
        path for path in made if not path.startswith("lt/") and path != "lt/"
    ]
    for task in tasks[::25]:
        for page in render_task(made.site, task):
            assert page == made[page.path]


def test_every_page_fills_every_slot(made: Rendered) -> None:
    for path, page in made.items():
        assert tuple(page.slots) == SLOTS
        empty = {name for name, filled in page.slots.items() if not filled}
        assert empty <= ({"breadcrumb"} if page.frame in {"home", "redirect"} else set()), path


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(made: Rendered) -> None:
    for path, tree in trees(made):
        levels = [HEADINGS.index(element.tag) + 1 for element in tree if element.tag in HEADINGS]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_no_heading_is_empty(made: Rendered) -> None:
    for path, tree in trees(made):
        assert [element.tag for element in tree if element.tag in HEADINGS and not element.text] == [], path


def test_an_id_stands_once_on_a_page(ids: dict[str, list[str]]) -> None:
    twice = {path: [mark for mark, n in Counter(found).items() if n > 1] for path, found in ids.items()}
    assert {path: marks for path, marks in twice.items() if marks} == {}
    assert "content" in AROUND
    assert {path: AROUND & set(found) for path, found in ids.items() if AROUND & set(found)} == {}


def test_what_one_element_says_of_another_by_its_id_is_there(
    made: Rendered, ids: dict[str, list[str]]
) -> None:
    for path, tree in trees(made):
        for element in tree:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "data-il-copy"):
                assert set(element.attributes.get(name, "").split()) <= set(ids[path]), path


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(
    made: Rendered, ids: dict[str, list[str]], guides: set[str]
) -> None:
    dead = {
        (path, target, place)
        for path, tree in trees(made)
        for target, place in inner_links(path, tree)
        if target not in guides and (target not in ids or (place and place not in ids[target]))
    }
    assert dead == set()


def test_a_page_is_linked_in_the_language_of_the_page_that_links_it(made: Rendered) -> None:
    for path, tree in trees(made):
        language = made[path].language
        for target, _ in inner_links(path, tree.one("main")):
            assert target.startswith("lt/") == (language == "lt"), (path, target)


def test_every_control_has_a_name(made: Rendered) -> None:
    for path, tree in trees(made):
        labels = {label["for"] for label in tree.every("label[for]")} | {
            element.attributes.get("id", "") for label in tree.every("label") for element in label
        }
        for element in tree:
            if element.tag in {"input", "select"} and element.attributes.get("name") != "sort":
                assert element.attributes.get("id") in labels or "aria-label" in element.attributes, path
            if element.tag in {"a", "button", "summary"}:
                assert element.text or element.attributes.get("aria-label"), (path, element)


def test_lists_hold_nothing_but_their_items(made: Rendered) -> None:
    inside = {"ul": {"li"}, "ol": {"li"}, "dl": {"div"}, "tr": {"th", "td"}, "tbody": {"tr"}}
    for path, tree in trees(made):
        for element in tree:
            held = {child.tag for child in element.children if isinstance(child, Element)}
            assert held <= inside.get(element.tag, held), (path, element.tag)
            if element.tag in {"ul", "ol", "dl"}:
                assert held, (path, element.attributes)


def test_every_page_has_a_title_of_its_own_in_its_language(made: Rendered) -> None:
    titles = Counter(
        (page.language, page.slots["title"]) for page in made.values() if page.frame != "redirect"
    )
    assert [title for title, n in titles.items() if n > 1] == []


def test_every_page_that_search_engines_know_has_a_description(made: Rendered) -> None:
    for path, page in made.items():
        assert page.slots["description"] or not page.indexed, path
        assert len(page.slots["description"]) <= 400, path


def test_no_page_carries_styles_or_scripts_of_its_own(made: Rendered) -> None:
    for path, tree in trees(made):
        for element in tree:
            assert element.tag != "style", path
            assert not {name for name in element.attributes if name == "style" or name.startswith("on")}, path
            if element.tag == "script":
                assert element["type"] in {"application/ld+json", "application/json"}, path
