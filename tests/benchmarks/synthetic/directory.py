"""Writes a made-up directory, cluster by cluster; a larger one of the same seed begins like a smaller one."""

import re
import shutil
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from tests.benchmarks.synthetic.emit import emit
from tests.benchmarks.synthetic.joint import lists
from tests.benchmarks.synthetic.offers import offer
from tests.benchmarks.synthetic.profiles import Cluster, Record, cluster, profile, strategy
from tests.benchmarks.synthetic.world import DAY, World, create_world

__all__ = ["DAY", "write_directory"]

PROJECT = Path(__file__).parents[3]
STRATEGIES = 0.3
LANGUAGES = re.compile(r"^( *languages: )\[.*\]$", re.MULTILINE)
FOLDERS_OF_NO_LANGUAGE = ("images", "maintainers")


def write_directory(
    target: Path, records: int, seed: int = 0, languages: tuple[str, ...] = ("en", "lt")
) -> int:
    """Write so many profiles, strategies and offers, with all that belongs to them; return the files."""
    _carry_over(target, languages)
    world = create_world(target, languages, seed)
    written = 0
    for path, record, schema in _files(world, records):
        file = target / "clusters" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(emit(record, schema), "utf-8")
        written += 1
    return written


def _carry_over(target: Path, languages: tuple[str, ...]) -> None:
    shutil.copytree(PROJECT / "schema", target / "schema")
    for name in (*languages, *FOLDERS_OF_NO_LANGUAGE):
        shutil.copytree(PROJECT / "docs" / name, target / "docs" / name)
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    (target / "mkdocs.yml").write_text(LANGUAGES.sub(rf"\1[{', '.join(languages)}]", settings), "utf-8")


def _files(world: World, records: int) -> Iterator[tuple[str, Record, str]]:
    """Yield path, content and schema of the files; lists of a cluster come with its profile, uncounted."""
    left = records
    for number in count(1):
        made = cluster(world, number)
        kept = list(islice(_records(world, made), left))
        for name, record in kept:
            kind, up = ("offer", "../../..") if name.startswith("offers/") else (name, "../..")
            yield f"{made.slug}/{name}.yml", record, f"{up}/schema/{kind}.schema.json"
        for name, record in lists(world, made).items():
            yield f"{made.slug}/{name}.yml", record, f"../../schema/{name}.schema.json"
        left -= len(kept)
        if not left:
            return


def _records(world: World, made: Cluster) -> Iterator[tuple[str, Record]]:
    rng = world.rng("records", made.number)
    yield "profile", profile(world, made)
    if rng.random() < STRATEGIES:
        yield "strategy", strategy(world, made)
    # Many clusters have few offers and few have many; nine on average.
    for number in range(1, 1 + min(60, round(rng.expovariate(1 / 9)))):
        yield f"offers/offer-{number:03}", offer(world, made, number)
