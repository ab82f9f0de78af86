"""A directory of some hundred records: the pages of its lists lead to everything, and no page is large."""

import pytest

from inolink.catalogue import build_catalogue
from inolink.checking import check_directory
from inolink.pages import Page, Site, render_task
from inolink.pages.views import all_tasks
from inolink.settings import load_settings
from tests.benchmarks.synthetic import directory as synthetic
from tests.pages.elements import parse
from tests.pages.rendering import WHOLE

RECORDS = 170
LARGEST = 150_000
LONG = "page/"
LISTS = ("offers/", "offers/archive/")
TOLD = (*LISTS, "", "clusters/", "events/", "impact/", "map/", "staff/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Make a large directory up, and its catalogue."""
    root = tmp_path_factory.mktemp("large") / "directory"
    synthetic.write_directory(root, RECORDS)
    settings = load_settings(root)
    checked = check_directory(root, settings, synthetic.DAY)
    catalogue = build_catalogue(
        checked.usable(), today=synthetic.DAY, languages=settings.languages, root=root, zone=settings.zone
    )
    return Site(catalogue, checked.vocabularies, settings)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    """Render the lists, and the pages that tell of all records."""
    wanted = [task for task in all_tasks(site) if task.path.partition(LONG)[0] in TOLD]
    return {page.path: page for task in wanted for page in render_task(site, task)}


def walked(pages: dict[str, Page], path: str, root: str) -> list[str]:
    """Return where the entries of a list lead, from its first page to its last."""
    found, number = [], 1
    while path:
        main = parse(WHOLE.format(language="en", **pages[path].slots)).one("main")
        links = [*main.every(".il-card__title a"), *main.every(".il-event__name a")]
        found += [link["href"].replace("../", "") for link in links]
        following = main.every(".il-pager__step--next")
        number += 1
        path = f"{root}{LONG}{number}/" if following else ""
    return found


@pytest.mark.parametrize("language", ["", "lt/"])
@pytest.mark.parametrize("path", LISTS)
def test_the_pager_leads_to_every_entry_once(
    site: Site, pages: dict[str, Page], path: str, language: str
) -> None:
    catalogue = site.catalogue
    wanted = {
        "offers/": [opening.path for opening in (*catalogue.open, *catalogue.paused)],
        "offers/archive/": [opening.path for opening in catalogue.archive],
    }[path]
    found = walked(pages, language + path, language + path)
    assert len(found) > site.leaf_size or path != LISTS[0]
    assert sorted(found) == sorted(language + address for address in wanted)


def test_no_page_is_large(pages: dict[str, Page]) -> None:
    sizes = {path: sum(len(slot.encode()) for slot in page.slots.values()) for path, page in pages.items()}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}
