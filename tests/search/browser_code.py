"""Runs the bundled browser code in Node, so that tests ask what visitors' browsers would answer."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from inolink.search.facets import facets
from tests.answering import Answering

ROOT = Path(__file__).parents[2]
WEB = ROOT / "generator" / "web"
BUNDLED = ROOT / "generator" / "inolink" / "pages" / "theme" / "assets" / "bundled"
WORKER = Path(__file__).with_name("worker.mjs")
TODAY = "2026-11-23"
FACETS = [facet.name for facet in facets()]


def written(files: Iterable[tuple[str, bytes]], folder: Path) -> Path:
    """Write a build's files into a folder."""
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def cards(site: Path, language: str) -> Iterator[dict[str, Any]]:
    """Read what the results of a built site show, whether or not its files carry others."""
    shown = json.loads((site / "search" / f"display-{language}.json").read_text("utf-8"))
    carried = shown.get("files", {})
    yield from (card for name, file in carried.items() if name.startswith("cards-") for card in file)
    for path in (site / "search" / shown["version"]).glob(f"cards-{language}/*.json"):
        yield from json.loads(path.read_text("utf-8"))


class Search(Answering):
    """The worker with the index of one site; each call is one request."""

    def __init__(self, site: Path) -> None:
        super().__init__(WORKER, BUNDLED / "search-worker.js", site)

    def __call__(
        self,
        query: str,
        language: str = "en",
        filters: object = None,
        **options: object,
    ) -> dict[str, Any]:
        """Return the worker's result."""
        limit = options.get("limit", 20)
        defaults = {"archived": False, "sort": "relevance", "groups": FACETS}
        limits = {"limit": limit, "loadedLimit": limit}
        request = {"query": query, "language": language, "filters": filters or {}}
        found: dict[str, Any] = self.ask(**{**defaults, **limits, **request, **options})
        return found

    def ask(self, **request: object) -> Any:  # noqa: ANN401 - each question has an answer of its own
        """Return the worker's answer to any of its questions."""
        return self.answer({"id": 1, "today": TODAY, **request})["result"]

    def keys(self, query: str, language: str = "en", **options: object) -> list[str]:
        """Return the keys of the results in their order."""
        return [hit["key"] for hit in self(query, language, **options)["hits"]]
