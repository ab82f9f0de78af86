"""The finder of a directory that is too large to be loaded whole."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.serving import serving
from tests.search.conftest import SMALL_FILES, entry
from tests.web.conftest import PHONE, keys, made, ready

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@dataclass
class Asked:
    """The search's files that pages asked for."""

    names: list[str] = field(default_factory=list)

    def note(self, request: Request) -> None:
        """Remember a request for one of the files that are named by version."""
        found = re.search(r"/search/[0-9a-f]{16}/(.+)\.json$", request.url)
        if found:
            self.names.append(found[1])

    def some(self, beginning: str) -> list[str]:
        """Return the names that begin like this."""
        return [name for name in self.names if name.startswith(beginning)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the small directory in small files."""
    return made(tmp_path_factory.mktemp("large") / "site", SMALL_FILES)


@pytest.fixture(scope="module")
def large(site: Path) -> Iterator[str]:
    """Serve it."""
    with serving(site) as url:
        yield url


@pytest.fixture
def asked() -> Asked:
    """Collect what is asked for."""
    return Asked()


@pytest.fixture
def finder(open_page: Open, large: str, asked: Asked) -> Open:
    """Open a blank page of the large directory, then the finder; `before` may prepare it."""

    def opened(path: str, before: Callable[[Page], object] = lambda _: None, **options: object) -> Page:
        page = open_page("/", base_url=large, **options)
        page.context.on("request", asked.note)
        before(page)
        page.goto(path)
        return page

    return opened


def waiting_room(waiting: list[Route]) -> Callable[[Route], None]:
    """Keep the first request waiting and let all others through."""

    def keep(route: Route) -> None:
        if waiting:
            route.continue_()
        else:
            waiting.append(route)

    return keep


def count(page: Page, label: str) -> str | None:
    """Return the number beside a value."""
    return page.locator("label", has_text=label).locator(".il-facet__count").text_content()


def test_a_search_asks_for_the_files_of_its_words_and_results_alone(finder: Open, asked: Asked) -> None:
    page = finder("/find/?q=welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    assert keys(page) == ["offer/lasers/welding"]
    assert len(asked.some("cards-en/")) == 1
    assert len(asked.some("postings/")) <= 3
    assert len(asked.names) == len(set(asked.names))


def test_results_stand_before_the_numbers_of_the_filters_are_there(finder: Open) -> None:
    waiting: list[Route] = []
    page = finder("/find/", lambda page: page.route("**/columns/type.json", waiting_room(waiting)))
    ready(page)
    assert len(keys(page)) == 20
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "true")
    waiting[0].continue_()
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "false")
    assert count(page, "Offer or request") == "47"


def test_a_group_is_counted_when_it_is_opened_and_follows_the_search_from_then_on(
    finder: Open, asked: Asked
) -> None:
    page = finder("/find/")
    expect(page.locator("#il-finder-facets .il-facet").first).to_be_visible()
    assert asked.some("columns/country") == []
    page.get_by_text("Country sought").click()
    germany = page.locator("label", has_text="Germany").locator(".il-facet__count")
    expect(germany).to_have_text("2")
    assert asked.some("columns/country") == ["columns/country"]
    page.locator("#il-finder-query").fill("welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    expect(germany).to_have_text("1")
    page.get_by_role("checkbox", name=re.compile("Sweden")).check()
    page.wait_for_url("**country=SE")
    expect(page.get_by_role("checkbox", name=re.compile("Sweden"))).to_be_focused()


def test_on_a_phone_nothing_is_counted_before_the_filters_are_unfolded(finder: Open, asked: Asked) -> None:
    page = finder("/find/", viewport=PHONE)
    ready(page)
    page.wait_for_load_state("networkidle")
    assert asked.some("columns/type") == []
    page.locator(".il-filters__title").click()
    expect(page.locator("label", has_text="Offer or request")).to_be_visible()
    assert count(page, "Offer or request") == "47"


def test_a_filter_of_an_address_is_ticked_and_named_though_its_group_is_closed(finder: Open) -> None:
    page = finder("/find/?country=SE")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    page.get_by_text("Country sought").click()
    expect(page.get_by_role("checkbox", name=re.compile("Sweden"))).to_be_checked()


def test_what_nobody_waits_for_any_more_is_given_up(finder: Open, asked: Asked) -> None:
    waiting: list[Route] = []
    page = finder("/find/?q=lastek", lambda page: page.route("**/postings/*.json", waiting_room(waiting)))
    while not waiting:
        page.wait_for_timeout(10)
    page.locator("#il-finder-query").fill("fair")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    shown = asked.some("cards-en/")
    waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    assert keys(page) == ["event/food/fair"]
    assert asked.some("cards-en/") == shown


def test_a_file_that_does_not_come_is_said_and_asked_for_again(finder: Open, complaints: list[str]) -> None:
    broken = "**/postings/*.json"
    page = finder("/find/?q=welding", lambda page: page.route(broken, lambda route: route.abort()))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded")
    page.unroute(broken)
    alert.get_by_role("button", name="Try again").click()
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    assert complaints
    complaints.clear()


def test_without_a_connection_what_was_loaded_is_found_and_the_rest_can_be_tried_again(
    finder: Open, complaints: list[str]
) -> None:
    page = finder("/find/?q=welding")
    ready(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    box = page.locator("#il-finder-query")
    box.fill("bakers")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    box.fill("welding")
    expect(page.locator("#il-finder-count")).to_have_text("1 result")
    box.fill("bakers")
    expect(page.get_by_role("alert")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-result='cluster/food']")).to_be_visible()
    complaints.clear()


def test_numbers_that_do_not_come_leave_the_results_alone(finder: Open, complaints: list[str]) -> None:
    page = finder(
        "/find/?q=robot", lambda page: page.route("**/columns/type.json", lambda route: route.abort())
    )
    ready(page)
    expect(page.locator("#il-finder-facets")).to_have_attribute("aria-busy", "false")
    assert len(keys(page)) == 20
    complaints.clear()


def test_a_page_that_was_open_while_a_new_build_came_goes_on_with_the_new_one(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    site = made(tmp_path / "site", SMALL_FILES)
    with serving(site) as url:
        page = open_page("/find/?q=welding", base_url=url)
        ready(page)
        page.wait_for_load_state("networkidle")
        shutil.rmtree(site)
        made(site, SMALL_FILES, entry("cluster/new", "Quantum Cluster", "Kvantų klasteris"))
        page.locator("#il-finder-query").fill("quantum")
        expect(page.locator("[data-result='cluster/new']")).to_be_visible()
        page.context.close()
    complaints.clear()  # the browser itself says that a file was missing


def test_an_endless_page_loads_no_more_than_there_is(finder: Open, asked: Asked) -> None:
    page = finder("/find/?q=robot&page=500")
    expect(page.locator("[data-result]")).to_have_count(45)
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert len(asked.some("cards-en/")) <= 25


@pytest.mark.parametrize("sort", ["newest", "closing"])
def test_orders_by_date_load_their_own_column_only(sort: str, finder: Open, asked: Asked) -> None:
    page = finder(f"/find/?sort={sort}")
    ready(page)
    page.wait_for_load_state("networkidle")
    columns = set(asked.some("columns/")) - {"columns/kind", "columns/type"}
    assert columns == ({"columns/published"} if sort == "newest" else set())


def test_a_word_that_nobody_writes_brings_others_from_the_files_of_written_words(finder: Open) -> None:
    page = finder("/find/?q=pxckzzing")
    expect(page.get_by_role("link", name="packaging")).to_be_visible()


HOSTILE = (
    "?q=" + "x" * 10_000,
    "?q=" + "ab%20" * 3_000,
    "?q=__proto__+constructor+toString&kind=__proto__&__proto__=x&constructor=y",
    "?q=%ED%A0%80+%ED%BF%BF+%00+%F0%9F%98%80+%E2%80%AE+%FF",
    "?" + "&".join(f"technology=t{number}" for number in range(3_000)),
    "?" + "&".join(f"{facet}=../../{facet}" for facet in ("kind", "state", "country", "columns/kind")),
    "?page=1e308&sort=constructor&view=__proto__&archived=%00",
    "?q=" + "%CC%81" * 3_000 + "a",
)


@pytest.mark.parametrize("server", ["address", "large"])
def test_no_address_keeps_the_finder_busy_or_makes_it_complain(
    server: str, request: pytest.FixtureRequest, open_page: Open
) -> None:
    origin = request.getfixturevalue(server)
    page = open_page("/", base_url=origin)
    for query in HOSTILE:
        page.goto(f"/find/{query}")
        ready(page)
        page.goto(f"/lt/find/{query}")
        ready(page)


def test_a_box_takes_whatever_is_pasted(finder: Open) -> None:
    page = finder("/find/")
    ready(page)
    for text in (
        "\ud800",
        "x" * 100_000,
        "ab " * 30_000,
        "\u0301" * 10_000,
        "__proto__",
        "\u202elaser\u2028",
    ):
        page.locator("#il-finder-query").evaluate(
            "(box, text) => { box.value = text; box.form.requestSubmit(); }", text
        )
        ready(page)


def test_lists_without_words_stand_by_titles_in_each_language(finder: Open) -> None:
    assert keys(ready_at(finder, "/find/?kind=cluster")) == ["cluster/food", "cluster/lasers", "cluster/old"]
    assert keys(ready_at(finder, "/lt/find/?kind=cluster")) == [
        "cluster/lasers",
        "cluster/food",
        "cluster/old",
    ]


def ready_at(finder: Open, path: str) -> Page:
    """Open the finder and wait for its results."""
    page = finder(path)
    ready(page)
    return page


def test_a_description_asks_for_the_terms_that_it_names_and_for_the_cards_of_its_matches(
    finder: Open, asked: Asked
) -> None:
    page = finder("/find/?q=fair")
    ready(page)
    page.wait_for_load_state("networkidle")
    asked.names.clear()
    page.get_by_text("Describe what you need").click()
    page.locator("#il-describe-text").fill("We look for lasers")
    page.locator("#il-describe [data-il-describe=read]").click()
    matches = page.locator("#il-describe [data-match]")
    expect(matches.first).to_be_visible()
    assert "columns/terms-technology" in asked.names
    assert "columns/terms-country" not in asked.names
    assert len(asked.some("cards-en/")) <= matches.count()


def test_a_saved_search_knows_what_it_found(finder: Open) -> None:
    page = finder("/find/?q=robot")
    ready(page)
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("button", name="Saved")).to_be_visible()
    kept = page.evaluate("JSON.parse(localStorage.getItem('inolink.kept.v1')).searches[0].seen")
    assert len(kept) == 45
    assert set(keys(page)) <= set(kept)
