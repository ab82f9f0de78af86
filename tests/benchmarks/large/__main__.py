"""Measures a large made-up directory beside Hugo with Pagefind, plain Material and check-jsonschema.

    make bench SIZE=10000

All of it in one run on one machine, on the same records in the same languages.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.large import builds, finding, report
from tests.benchmarks.large.builds import Built
from tests.benchmarks.large.counting import counting
from tests.benchmarks.large.finding import Site
from tests.benchmarks.large.goals import Line, table
from tests.benchmarks.large.queries import MISSPELT, Query, draw
from tests.benchmarks.large.report import Answers
from tests.benchmarks.synthetic import write_directory
from tests.browser.chromium import FLAGS, chromium

LANGUAGES = ("en", "lt")
MOST_FOR_MATERIAL = 2000
"""Plain Material takes longest of all; `--material` builds more with it."""
MOST_FOR_PEERS = 10_000
"""Pagefind needs some 2 GB of memory for so many records in two languages."""
SMALLEST_STEP = 1000
EACH = 4
"""How many queries of each kind are asked in each language."""


@dataclass(frozen=True)
class Step:
    """A directory of one size, and its site."""

    records: int
    folder: Path
    built: Built

    @property
    def root(self) -> Path:
        return self.folder / "directory"


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large", description=__doc__)
    parser.add_argument("--records", type=int, default=200, help="how many records the directory has")
    parser.add_argument("--only", choices=("build", "check", "search"), help="leave the rest out")
    parser.add_argument("--folder", type=Path, help="where to put everything, and to leave it (a new folder)")
    parser.add_argument("--material", action="store_true", help="build with plain Material whatever the size")
    options = parser.parse_args()
    material = options.material or options.records <= MOST_FOR_MATERIAL
    with tempfile.TemporaryDirectory() as temporary:
        plan = Plan(options.records, options.folder or Path(temporary), options.only, material)
        print(table(list(measured(plan))))


@dataclass(frozen=True)
class Plan:
    """What is measured."""

    records: int
    folder: Path
    only: str | None
    material: bool

    def includes(self, part: str) -> bool:
        """Tell whether a part is wanted."""
        return self.only in (None, part)


def steps(records: int) -> list[int]:
    """Return the sizes to measure, for the growth between them."""
    sizes = [records]
    while sizes[0] > SMALLEST_STEP:
        sizes.insert(0, sizes[0] // 10)
    return sizes if len(sizes) > 1 else [records // 4, records]


def measured(plan: Plan) -> Iterator[Line]:
    """Measure all sizes; compare with the peers in the largest that they can hold."""
    runs = {}
    for size in steps(plan.records):
        step = prepared(size, plan.folder / str(size))
        runs[size] = step.built.run
        peers = size == min(plan.records, MOST_FOR_PEERS)
        if peers or size == plan.records:
            yield from compare(plan, step, peers=peers)
        if size != plan.records:
            shutil.rmtree(step.folder)
    if plan.includes("build"):
        yield from report.growth(runs)


def prepared(records: int, folder: Path) -> Step:
    """Make up a directory and build it."""
    say(f"Making up {records:,} records ...")
    write_directory(folder / "directory", records, languages=LANGUAGES)
    say("Building them ...")
    step = Step(records, folder, builds.our_build(folder / "directory", folder))
    say(f"... {step.built.run}")
    return step


def compare(plan: Plan, step: Step, *, peers: bool) -> Iterator[Line]:
    """Measure the check and the search as well, beside the peers or alone."""
    hugo = None
    if peers and plan.only != "check":
        say("Building the same records with Hugo and Pagefind ...")
        hugo = builds.hugo_build(step.root, step.folder, LANGUAGES)
    if hugo and plan.includes("build"):
        yield from report.builds(step.records, step.built, hugo, _material(plan, step))
    if peers and plan.includes("build"):
        say("Building again, with nothing and with one offer changed ...")
        runs = builds.our_builds_again(step.root, step.folder)
        yield from report.again(step.records, step.built.run, runs)
    if plan.includes("check"):
        say("Checking the records ...")
        run, files = builds.our_check(step.root, step.folder)
        yield from report.checks(step.records, run, files, builds.peer_check(step.root, step.folder))
    if plan.includes("search"):
        answers = asked(step, hugo)
        yield from report.searches(step.records, answers["ours"], answers.get("peer"))


def _material(plan: Plan, step: Step) -> Built | None:
    if not plan.material:
        return None
    say("Building the same pages with plain Material ...")
    return builds.material_build(step.folder, LANGUAGES)


def asked(step: Step, hugo: Built | None) -> Mapping[str, Answers]:
    """Ask both searches the same in a browser."""
    queries = draw(step.root, LANGUAGES, EACH)
    say(f"Asking {len(queries)} queries ...")
    with ExitStack() as stack:
        sites = {"ours": finding.ours(*stack.enter_context(counting(step.built.site)))}
        if hugo:
            sites["peer"] = finding.peer(*stack.enter_context(counting(hugo.site)))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        answers = answers_of(browser, sites, queries)
        browser.close()
    return answers


def answers_of(browser: Browser, sites: Mapping[str, Site], queries: list[Query]) -> Mapping[str, Answers]:
    """Ask all searches everything; what is misspelt counts by itself."""
    written = [query for query in queries if query.kind != MISSPELT]
    misspelt = [query for query in queries if query.kind == MISSPELT]
    # In turns: what else the machine does then slows all of them.
    first = [[finding.first_answer(browser, site, query) for site in sites.values()] for query in written]
    return {
        name: Answers(
            first=[answers[place] for answers in first],
            further=list(finding.further_answers(browser, site, written)),
            misspelt=list(finding.further_answers(browser, site, misspelt)),
        )
        for place, (name, site) in enumerate(sites.items())
    }


def say(text: str) -> None:
    """Tell what is being done; the table alone goes to the output."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
