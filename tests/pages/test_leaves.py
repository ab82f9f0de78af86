"""Long lists go on from page to page: nothing is left out or stands twice, and each page knows its place."""

import re
from collections.abc import Iterator

import pytest

from inolink.pages.leaves import Leaf, Section, leaves_of
from tests.directories import Directory
from tests.pages.elements import Element
from tests.pages.rendering import Rendered

LISTS = (
    "clusters/",
    "offers/",
    "offers/archive/",
    "events/",
    "regions/",
    "regions/lt011/",
    "ecosystems/",
    "lt/clusters/",
    "lt/events/",
)


def walk(pages: Rendered, path: str) -> Iterator[str]:
    """Follow the pager from the first page to the last."""
    while path:
        yield path
        step = pages.main(path).every(".il-pager__step--next")
        path = re.sub(r"^(\.\./)+", "", step[0]["href"]) if step else ""


def entries(main: Element) -> list[str]:
    """Return where the entries of a list lead."""
    marks = (".il-areas h2 a", ".il-card__title a", ".il-event__name a")
    links = [link for mark in marks for link in main.every(mark)]
    return [re.sub(r"^(\.\./)+", "", link["href"]) for link in links]


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_of_a_list_hold_its_entries_in_order_each_once(
    pages: Rendered, leafed_pages: Rendered, path: str
) -> None:
    walked = list(walk(leafed_pages, path))
    assert len(walked) > 1
    assert walked[1:] == [f"{path}page/{number}/" for number in range(2, len(walked) + 1)]
    found = [entry for leaf in walked for entry in entries(leafed_pages.main(leaf))]
    assert found == entries(pages.main(path))


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_of_a_list_name_each_other_to_programs(leafed_pages: Rendered, path: str) -> None:
    site = leafed_pages.site.settings.site_url
    walked = list(walk(leafed_pages, path))
    for before, here, after in zip(["", *walked[:-1]], walked, [*walked[1:], ""], strict=True):
        head = str(leafed_pages[here].slots["head"])
        assert f'<link rel="canonical" href="{site}{here}">' in head
        assert re.findall(r'<link rel="prev" href="([^"]+)">', head) == [site + before] * bool(before)
        assert re.findall(r'<link rel="next" href="([^"]+)">', head) == [site + after] * bool(after)
        other = here.removeprefix("lt/") if here.startswith("lt/") else f"lt/{here}"
        assert other in leafed_pages[here].alternates.values()
        assert other in leafed_pages


def test_a_later_page_says_which_one_it_is_in_its_title_its_heading_and_the_way_to_it(
    leafed_pages: Rendered,
) -> None:
    page, tree = leafed_pages["clusters/page/2/"], leafed_pages.tree("clusters/page/2/")
    last = len(list(walk(leafed_pages, "clusters/")))
    assert page.slots["title"].startswith(f"Clusters and their networks, page 2 of {last}")
    assert tree.one("h1").text.endswith(f"page 2 of {last}")
    assert [step.text for step in tree.every(".il-breadcrumb li")][-2:] == [
        "Clusters and their networks",
        "Page 2",
    ]
    assert leafed_pages["lt/clusters/page/2/"].slots["title"].count(f"2 puslapis iš {last}") == 1


def test_a_pager_says_what_is_shown_and_marks_the_page_that_is_open(leafed_pages: Rendered) -> None:
    pager = leafed_pages.main("clusters/page/2/").one("nav.il-pager")
    total = len(leafed_pages.site.catalogue.clusters)
    assert pager["aria-label"] == "Pages of this list"
    assert f"3–4 of {total}" in pager.text
    assert [link.text for link in pager.every("[aria-current]")] == ["2"]
    assert pager.every("[aria-current]")[0]["aria-label"] == "Page 2"


def test_a_section_that_goes_on_says_so_and_the_overview_leads_to_where_it_begins(
    leafed_pages: Rendered,
) -> None:
    continued = [
        heading.text
        for path in walk(leafed_pages, "clusters/")
        for heading in leafed_pages.main(path).every("h2")
        if "continued" in heading.text
    ]
    assert continued
    targets = leafed_pages.main("clusters/").every(".il-pager__sections a")
    assert [link["href"].rpartition("#")[2] for link in targets][-1] == "former"


def test_a_list_that_fits_on_one_page_shows_no_pager(pages: Rendered, shipped_pages: Rendered) -> None:
    for made in (pages, shipped_pages):
        assert [path for path in made if "/page/" in f"/{path}"] == []
        assert [path for path in made if made.main(path).every(".il-pager")] == []


def test_no_cluster_and_no_offer_takes_the_place_of_a_later_page(states: Directory) -> None:
    states.write("clusters/page/profile.yml", states.read("clusters/light/profile.yml"))
    states.write("clusters/light/offers/page.yml", states.read("clusters/light/offers/mirrors.yml"))
    assert states.codes().count("IL202") == 2


@pytest.mark.parametrize(
    ("total", "sizes"),
    [(0, [0]), (1, [1]), (14, [14]), (15, [10, 5]), (24, [10, 14]), (25, [10, 10, 5])],
)
def test_the_last_page_is_never_a_short_one(total: int, sizes: list[int]) -> None:
    leaves = leaves_of("all/", [Section("all", range(total))], 10)
    assert [sum(len(stretch.items) for stretch in leaf.stretches) for leaf in leaves] == sizes
    assert [leaf.end - leaf.start for leaf in leaves] == sizes


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (1, [1, 2, None, 9]),
        (3, [1, 2, 3, 4, None, 9]),
        (4, [1, 2, 3, 4, 5, None, 9]),
        (5, [1, None, 4, 5, 6, None, 9]),
        (9, [1, None, 8, 9]),
    ],
)
def test_a_pager_names_the_first_the_last_and_the_pages_near_by(number: int, named: list[int | None]) -> None:
    assert list(Leaf("all/", (Section("all", range(90)).title,), 10, number).numbers) == named
