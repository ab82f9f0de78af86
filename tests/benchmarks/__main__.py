"""Measures the shipped directory beside plain MkDocs Material with the same pages, in one run on one machine.

    make bench

Seconds depend on the machine, so each row leads with a ratio: InoLink's value divided by the peer's.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.audit import CATEGORIES, Scores, audit, install_lighthouse
from tests.benchmarks.measuring import Run, measure
from tests.benchmarks.partners import partners
from tests.benchmarks.peer import content_pages, peer_command, write_peer
from tests.benchmarks.questions import questions
from tests.benchmarks.scale import multiply
from tests.benchmarks.searching import our_results, peer_results, success
from tests.benchmarks.table import Row, compare, render
from tests.benchmarks.weight import first_visit
from tests.browser.chromium import FLAGS, chromium
from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"
TIMES = 4
"""How much larger the second directory is; plain Material's navigation grows with the square of its pages."""
VISITED = {"home": "/", "finder": "/find/", "a profile": "/clusters/smart-food/"}


@dataclass(frozen=True)
class Contender:
    """One built site and what building it took."""

    site: Path
    run: Run
    pages: int

    @property
    def milliseconds(self) -> float:
        """Building time per page."""
        return 1000 * self.run.seconds / self.pages


def main() -> None:
    """Build both, look at both, print one table."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = both(ROOT, Path(folder, "shipped"))
        larger = both(multiply(ROOT, Path(folder, "directory"), TIMES), Path(folder, "larger"))
        rows = [
            *building("shipped", *shipped),
            *building(f"{TIMES}x", *larger),
            *in_the_browser(*shipped),
            partners(ROOT, TODAY),
        ]
    print(render(rows))


def both(root: Path, folder: Path) -> tuple[Contender, Contender]:
    """Build a directory, and the same pages with plain Material."""
    folder.mkdir()
    ours = build_ours(root, folder)
    return ours, build_peer(folder, ours.site)


def build_ours(root: Path, folder: Path) -> Contender:
    """Build the directory as it stands."""
    _say("Building the directory ...")
    where = ("--root", str(root), "--site-dir", str(folder / "site"), "--today", TODAY)
    command = [sys.executable, "-m", "inolink", "build", *where]
    run = measure(command, root, folder / "ours.log", PYTHONPATH=str(ROOT / "generator"))
    return Contender(folder / "site", run, len(content_pages(folder / "site")))


def build_peer(folder: Path, site: Path) -> Contender:
    """Build plain Material with the same words at the same addresses."""
    _say("Building the same pages with plain MkDocs Material ...")
    project = folder / "peer"
    pages = write_peer(site, project)
    run = measure(peer_command(project), project, folder / "peer.log", NO_MKDOCS_2_WARNING="1")
    return Contender(project / "site", run, pages)


def building(name: str, ours: Contender, peer: Contender) -> Iterator[Row]:
    """Compare what the two builds took."""
    subject = f"build, {name} ({ours.pages} pages)"
    yield compare(f"{subject}, ms per page", ours.milliseconds, peer.milliseconds)
    yield compare(f"{subject}, seconds", ours.run.seconds, peer.run.seconds)
    yield compare(f"{subject}, peak memory in MB", ours.run.megabytes, peer.run.megabytes, "{:.0f}")


def in_the_browser(ours: Contender, peer: Contender) -> Iterator[Row]:
    """Serve both, compressed, and compare what a visitor gets."""
    with (
        serving(ours.site, compressed=True) as our_origin,
        serving(peer.site, compressed=True) as peer_origin,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield from weights(browser, our_origin, peer_origin)
        yield from searches(browser, our_origin, peer_origin, ours.site)
        browser.close()
        yield from audits(our_origin, peer_origin)


def weights(browser: Browser, ours: str, peer: str) -> Iterator[Row]:
    """Compare the bytes of a first visit."""
    _say("Weighing first visits ...")
    for name, path in VISITED.items():
        one, other = first_visit(browser, ours + path), first_visit(browser, peer + path)
        yield compare(f"first visit to {name}, kB gzip", one.bytes / 1000, other.bytes / 1000, "{:.1f}")
        yield compare(f"first visit to {name}, requests", one.requests, other.requests, "{:.0f}")


def searches(browser: Browser, ours: str, peer: str, site: Path) -> Iterator[Row]:
    """Compare how often the right page comes up."""
    page = browser.new_page()
    for name, asked in questions(ROOT / "tests" / "search", site).items():
        _say(f"Asking both searches {len(asked)} questions ({name}) ...")
        subject = f"search, right page in first 3 ({len(asked)} questions, {name})"
        yield compare(
            subject, success(page, ours, our_results, asked), success(page, peer, peer_results, asked)
        )


def audits(ours: str, peer: str) -> Iterator[Row]:
    """Compare Lighthouse's scores, which have no meaningful ratio."""
    _say("Installing Lighthouse ...")
    install_lighthouse()
    for name, path in VISITED.items():
        _say(f"Lighthouse looks at {name} ...")
        one, other = audit(ours + path), audit(peer + path)
        yield Row(f"Lighthouse {name} ({', '.join(CATEGORIES)})", _scores(one), _scores(other))


def _scores(audited: Scores) -> str:
    return " / ".join(str(audited[name]) for name in CATEGORIES)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
