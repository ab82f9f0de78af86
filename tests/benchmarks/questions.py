"""The labelled questions, with the pages that answer them."""

from pathlib import Path

import yaml

from tests.benchmarks.searching import Question, pages_of
from tests.search.browser_code import cards

FILES = {"": "queries.yml", ", held out": "queries-held-out.yml"}
"""The second set was never looked at while the search was tuned."""


def questions(folder: Path, site: Path) -> dict[str, list[Question]]:
    """Read the questions by set and language; a key's page is the one that the built index names."""
    asked: dict[str, list[Question]] = {}
    for name, file in FILES.items():
        for entry in yaml.safe_load((folder / file).read_text("utf-8")):
            language = entry["language"]
            expected = pages_of(entry["expect"], _addresses(site, language))
            asked.setdefault(language + name, []).append(Question(entry["query"], language, expected))
    return asked


def _addresses(site: Path, language: str) -> dict[str, str]:
    return {card["key"]: card["url"] for card in cards(site, language)}
