"""What the programs take on the same directory: ours, Hugo with Pagefind, plain Material, and the checks."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.large import hugo
from tests.benchmarks.measuring import Run, measure
from tests.benchmarks.peer import SETTINGS, peer_command
from tests.benchmarks.synthetic import DAY

PROJECT = Path(__file__).parents[3]
KINDS = ("profile", "strategy", "initiatives", "partnerships", "events", "offer")
SAMPLE = 600
"""How many files check-jsonschema gets: its time grows evenly, so that more would only take longer."""
TITLE = re.compile(r'^(title:\n  en: ")', re.MULTILINE)
NOT_ALL_LISTED = "not_in_nav: /**\nnav: [index.md]\n"
"""Listing ten thousand pages in the navigation of each would take Material hours."""


@dataclass(frozen=True)
class Built:
    """A built site and what building it took."""

    site: Path
    run: Run
    pages: int
    parts: Sequence[Run] = ()


def our_build(root: Path, folder: Path) -> Built:
    """Build the directory."""
    site = folder / "site"
    run = _ours("build", root, folder, "--site-dir", str(site))
    return Built(site, run, sum(1 for _ in site.rglob("index.html")))


@dataclass(frozen=True)
class Again:
    """What it takes to build once more with what was kept."""

    unchanged: Run
    one_offer: Run
    """After a change of one offer's title."""


def our_builds_again(root: Path, folder: Path) -> Again:
    """Build the directory with a folder for what is kept, and again, and again after a change."""
    kept = folder / "kept"

    def build() -> Run:
        return _ours("build", root, folder, "--site-dir", str(kept / "site"), "--cache", str(kept / "cache"))

    build()
    unchanged = build()
    offers = sorted(root.glob("clusters/*/offers/*.yml"))
    with changed(offers[len(offers) // 2]):
        one_offer = build()
    shutil.rmtree(kept)
    return Again(unchanged, one_offer)


@contextmanager
def changed(offer: Path) -> Iterator[None]:
    """Let an offer have another title meanwhile."""
    before = offer.read_text("utf-8")
    offer.write_text(TITLE.sub(r"\1Another ", before, count=1), "utf-8")
    yield
    offer.write_text(before, "utf-8")


def our_check(root: Path, folder: Path) -> tuple[Run, int]:
    """Check the directory; the number is that of its files."""
    return _ours("check", root, folder), sum(1 for _ in root.glob("clusters/**/*.yml"))


def hugo_build(root: Path, folder: Path, languages: Sequence[str]) -> Built:
    """Build the same records with Hugo and index them with Pagefind."""
    project = folder / "hugo"
    pages = hugo.write_project(root, project, languages)
    parts = hugo.build_site(project)
    return Built(project / "public", parts[0] + parts[1], pages, parts)


def material_build(folder: Path, languages: Sequence[str]) -> Built:
    """Build the pages that were written for Hugo with plain Material and its own search."""
    project, content = folder / "material", folder / "hugo" / "content"
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(SETTINGS + NOT_ALL_LISTED, "utf-8")
    (project / "docs" / "index.md").write_text("# Directory\n", "utf-8")
    for language in languages:
        # The same files: Material reads their first line, which is data for Hugo, as a paragraph.
        (project / "docs" / language).symlink_to(content / language)
    run = measure(peer_command(project), project, project / "material.log", NO_MKDOCS_2_WARNING="1")
    return Built(project / "site", run, sum(1 for _ in (project / "site").rglob("index.html")))


def peer_check(root: Path, folder: Path) -> tuple[float, float, int]:
    """Check a sample of every kind with check-jsonschema; return seconds and work per file, and the files.

    What starting takes is measured on one file of each kind and left out: the sample stands for a directory
    in which it is nothing.
    """
    files = {kind: sorted(root.glob(f"clusters/*/{pattern(kind)}")) for kind in KINDS}
    whole = sum(map(len, files.values()))
    sampled = {kind: listed[: -(-len(listed) * SAMPLE // whole)] for kind, listed in files.items() if listed}
    runs = [_check_jsonschema(root, folder, kind, listed) for kind, listed in sampled.items()]
    starts = [_check_jsonschema(root, folder, kind, listed[:1]) for kind, listed in sampled.items()]
    count = sum(map(len, sampled.values())) - len(sampled)
    seconds = sum(run.seconds for run in runs) - sum(run.seconds for run in starts)
    work = sum(run.processor for run in runs) - sum(run.processor for run in starts)
    return seconds / count, work / count, count


def pattern(kind: str) -> str:
    """Return where the files of a kind lie in a cluster's folder."""
    return "offers/*.yml" if kind == "offer" else f"{kind}.yml"


def _ours(command: str, root: Path, folder: Path, *options: str) -> Run:
    where = ("--root", str(root), "--today", str(DAY))
    line = [sys.executable, "-m", "inolink", command, *where, *options]
    return measure(line, root, folder / f"{command}.log", PYTHONPATH=str(PROJECT / "generator"))


def _check_jsonschema(root: Path, folder: Path, kind: str, files: Sequence[Path]) -> Run:
    program = str(Path(sys.executable).parent / "check-jsonschema")
    # It looks for what a schema refers to in the folder from which it is called.
    line = [program, "--schemafile", f"{kind}.schema.json", *map(str, files)]
    return measure(line, root / "schema", folder / "check-jsonschema.log")
