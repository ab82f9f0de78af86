"""The labelled questions, with the pages that answer them."""

import json
from pathlib import Path

import yaml

from tests.benchmarks.searching import Question, pages_of

QUERIES = Path("tests", "search", "queries.yml")


def questions(root: Path, site: Path) -> dict[str, list[Question]]:
    """Read the questions by language; a key's page is the one that the built index names."""
    asked: dict[str, list[Question]] = {}
    for entry in yaml.safe_load((root / QUERIES).read_text("utf-8")):
        language = entry["language"]
        expected = pages_of(entry["expect"], _addresses(site, language))
        asked.setdefault(language, []).append(Question(entry["query"], language, expected))
    return asked


def _addresses(site: Path, language: str) -> dict[str, str]:
    file = site / "search" / f"documents-{language}.json"
    return {entry["key"]: entry["url"] for entry in json.loads(file.read_text("utf-8"))["documents"]}
