"""However many processes share the work, the site is the same, and so is what is found wrong with it."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from inolink.errors import InoLinkError
from inolink.pages.page import Page
from inolink.publish import Content, Material, build, crawlers, making
from inolink.publish.crawlers import Listed, sitemaps
from inolink.settings import load_settings
from tests.directories import PROJECT, Directory
from tests.publish.standin import content, options, page
from tests.publish.trees import tree

pytestmark = pytest.mark.forks

MANY = 40


def many(material: Material) -> Iterator[Content]:
    """Yield more pages than one process would make, each with a link to the next."""
    yield from content(material)
    yield Content([partial(_numbered, number) for number in range(MANY)])


def _numbered(number: int, wrong: str = "") -> list[Page]:
    following = (number + 1) % MANY
    link = f'<h1>{number}</h1><a href="../many-{following}/">Next</a>{wrong}'
    return [page(f"clusters/many-{number}/", link, "cluster")]


def spoilt(material: Material) -> Iterator[Content]:
    """Yield pages that all have a dead link to the same place."""
    yield from content(material)
    wrong = '<a href="../../gone/">x</a>'
    yield Content([partial(_numbered, number, wrong) for number in range(MANY)])


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Make every page a job of its own."""
    monkeypatch.setattr(making, "TASKS_PER_JOB", 1)
    return monkeypatch


def test_a_site_made_by_several_processes_is_that_of_one_to_the_byte(
    small: Directory, shared: pytest.MonkeyPatch
) -> None:
    settings, trees, reports = load_settings(small.root), [], []
    for processes in ("1", "3"):
        shared.setenv("INOLINK_PROCESSES", processes)
        chosen = options(small, site_dir=small.root / processes)
        reports.append(build(small.root, settings, chosen, source=many))
        trees.append(tree(small.root / processes))
    assert trees[0] == trees[1]
    assert (reports[0].pages, reports[0].size) == (reports[1].pages, reports[1].size)
    assert reports[0].size == sum(map(len, trees[0].values()))
    assert multiprocessing.active_children() == []


def test_a_dead_link_that_several_processes_see_is_told_once(
    small: Directory, shared: pytest.MonkeyPatch
) -> None:
    settings, told = load_settings(small.root), []
    for processes in ("1", "3"):
        shared.setenv("INOLINK_PROCESSES", processes)
        with pytest.raises(InoLinkError, match="leads to /gone/") as caught:
            build(small.root, settings, options(small), source=spoilt)
        told.append(caught.value.message)
    assert told[0] == told[1]
    assert told[0].count("/gone/") == 1
    assert "/clusters/many-0/" in told[0]


def test_a_sitemap_that_is_too_long_becomes_an_index_of_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawlers, "LONGEST", 2)
    settings = replace(load_settings(PROJECT), site_url="https://directory.example/")
    files = dict(sitemaps([Listed({"en": f"{name}/"}) for name in "cbade"], settings))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [files[name].count("<loc>") for name in files] == [3, 2, 2, 1]
    assert "<sitemap><loc>https://directory.example/sitemap-2.xml</loc></sitemap>" in files["sitemap.xml"]
    assert "https://directory.example/a/" in files["sitemap-1.xml"]
