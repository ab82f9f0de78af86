"""The measurements themselves, on a small directory and without the peers."""

import json
import sys
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from inolink.yamlcore import load_trusted
from tests.benchmarks.large import finding, goals, report
from tests.benchmarks.large.__main__ import steps
from tests.benchmarks.large.builds import Again, changed
from tests.benchmarks.large.counting import counting
from tests.benchmarks.large.hugo import write_project
from tests.benchmarks.large.queries import KINDS, MISSPELT, Query, draw
from tests.benchmarks.measuring import FailedRunError, Run, measure
from tests.benchmarks.synthetic import write_directory
from tests.browser.built import Site

RECORDS = 60
LANGUAGES = ("en", "lt")
CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
WORK = "import time; held = bytearray(b'x') * 80_000_000; time.sleep(1)"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small directory."""
    root = tmp_path_factory.mktemp("large") / "small"
    write_directory(root, RECORDS)
    return root


def test_the_memory_of_a_command_includes_what_its_children_hold(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", CHILD.format(work=WORK)], tmp_path, tmp_path / "log")
    assert run.megabytes > 80
    assert run.processor > 0


def test_a_command_that_ends_badly_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(FailedRunError, match="nothing works"):
        measure([sys.executable, "-c", "raise SystemExit('nothing works')"], tmp_path, tmp_path / "log")


def test_the_peer_gets_a_page_for_each_record_and_language(small: Path, tmp_path: Path) -> None:
    assert write_project(small, tmp_path, LANGUAGES) == RECORDS * len(LANGUAGES)
    assert len(list(tmp_path.glob("content/*/*/**/*.md"))) == RECORDS * len(LANGUAGES)


def test_the_peers_page_has_the_words_and_terms_of_its_record(small: Path, tmp_path: Path) -> None:
    write_project(small, tmp_path, LANGUAGES)
    place = "offers/synthetic-00002/offer-001"
    offer = load_trusted((small / "clusters/synthetic-00002/offers/offer-001.yml").read_bytes())
    head, _, text = (tmp_path / f"content/en/{place}.md").read_text("utf-8").partition("\n")
    assert json.loads(head)["title"] == offer["title"]["en"]
    assert len(json.loads(head)["facets"]["technologies"]) == len(offer["technologies"])
    for field in ("summary", "description"):
        assert offer[field]["en"] in text


def test_the_same_seed_asks_the_same_and_every_kind_in_every_language(small: Path) -> None:
    drawn = draw(small, LANGUAGES, 2)
    assert drawn == draw(small, LANGUAGES, 2)
    assert drawn != draw(small, LANGUAGES, 2, seed=1)
    asked = {(query.kind, query.language) for query in drawn}
    assert asked == {(kind, language) for kind in (*KINDS, MISSPELT) for language in LANGUAGES}


def test_a_served_file_travels_compressed_and_is_counted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + 1000 * "word " + "</p>", "utf-8")
    (tmp_path / "data.bin").write_bytes(bytes(1000))
    with counting(tmp_path) as (origin, travelled):
        assert fetched(f"{origin}/?q=x") < 500
        assert fetched(f"{origin}/data.bin") == 1000
        (first, small), second = travelled.take()
    assert (first, small < 500, second) == ("/", True, ("/data.bin", 1000))


def test_a_search_in_a_browser_has_a_time_and_a_weight(shipped_site: Site, browser: Browser) -> None:
    with counting(shipped_site.folder) as served:
        site = finding.ours(*served)
        first = finding.first_answer(browser, site, Query("one word", "en", "laser"))
        queries = [Query("one word", "lt", text) for text in ("lazeris", "maistas")]
        (further,) = finding.further_answers(browser, site, queries)
    assert min(first.milliseconds, first.kilobytes, first.requests) > 0
    assert further.milliseconds > 0


def test_a_goal_is_judged_in_a_directory_of_its_size_alone() -> None:
    goal = goals.Goal("<= 0.5 x the peer", 10_000, 0.5, of_ratio=True)
    judged = [
        goals.Line("build", records, ours, 10.0, goal).cells()[-1]
        for records, ours in ((10_000, 5.0), (10_000, 6.0), (200, 5.0))
    ]
    assert judged == ["yes", "NO", "(goal for 10,000)"]


def test_growth_compares_what_one_record_takes() -> None:
    lines = list(report.growth({1000: Run(10, 200, 8), 100_000: Run(1100, 4000, 900)}))
    assert [line.cells()[-2:] for line in lines[:3]] == [("1.10", "yes"), ("1.12", ""), ("0.20", "yes")]


@pytest.mark.parametrize(("records", "sizes"), [(200, [50, 200]), (100_000, [1000, 10_000, 100_000])])
def test_a_measurement_begins_with_smaller_directories(records: int, sizes: list[int]) -> None:
    assert steps(records) == sizes


def fetched(address: str) -> int:
    """Return how many bytes come when a file is asked for."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own server
        return len(answer.read())


def test_an_offer_has_another_title_only_while_that_is_measured(small: Path) -> None:
    offer = min(small.glob("clusters/*/offers/*.yml"))
    before = load_trusted(offer.read_bytes())
    with changed(offer):
        meanwhile = load_trusted(offer.read_bytes())
        assert meanwhile["title"]["en"] == f"Another {before['title']['en']}"
    assert load_trusted(offer.read_bytes()) == before


def test_building_again_is_compared_with_a_whole_build() -> None:
    lines = list(report.again(10_000, Run(9, 100, 10), Again(Run(1, 100, 1), Run(4, 100, 4))))
    assert [line.cells()[-2:] for line in lines] == [("0.10", "yes"), ("0.40", "NO")]
