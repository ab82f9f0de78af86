"""The peer for the build and the search: Hugo with a small layout of its own, and Pagefind.

Each profile, strategy and offer becomes one page in each language with all its texts and the names of its
terms. What lies beside a profile (initiatives, partnerships, events) stands on the profile's page.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from inolink.reading import Vocabularies, load_vocabularies
from inolink.reading.names import country_name
from inolink.yamlcore import load_trusted
from tests.benchmarks.measuring import Run, measure

ENVIRONMENT = Path(__file__).parents[3] / ".venv" / "bench" / "bin"
LAYOUTS = Path(__file__).parent / "layouts"
SETTINGS = """\
baseURL = "https://directory.example/"
title = "Directory"
defaultContentLanguage = "{first}"
disableKinds = ["taxonomy", "term", "rss", "404"]
[pagination]
pagerSize = 50
"""
LANGUAGE = """\
[languages.{language}]
contentDir = "content/{language}"
weight = {weight}
"""
NAMED = {
    "technologies": "technologies",
    "ecosystems": "ecosystems",
    "cooperation": "cooperation",
    "type": "offer-types",
}
SEARCH_PAGE = {"title": "Search", "layout": "search", "first": 5}
"""Pagefind's own interface shows five results at first."""
FACETS = ("type", "ecosystems", "technologies", "cooperation", "countries")
NOT_WORDS = ("url", "source", "sources", "website", "evidence", "email", "id", "machine_translated")


def write_project(root: Path, target: Path, languages: Sequence[str]) -> int:
    """Write the directory's records as a project for Hugo; return the number of pages."""
    vocabularies, pages = load_vocabularies(root), 0
    for path, record in _records(root):
        for language in languages:
            page = _page(record, language, languages[0], vocabularies)
            file = target / "content" / language / path.with_suffix(".md")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, "utf-8")
            pages += 1
    for language in languages:
        (target / "content" / language / "search.md").write_text(json.dumps(SEARCH_PAGE), "utf-8")
    parts = [LANGUAGE.format(language=name, weight=place) for place, name in enumerate(languages, 1)]
    settings = SETTINGS.format(first=languages[0]) + "".join(parts)
    (target / "hugo.toml").write_text(settings, "utf-8")
    for layout in sorted(LAYOUTS.iterdir()):
        file = target / "layouts" / layout.name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(layout.read_bytes())
    return pages


def build_site(project: Path) -> tuple[Run, Run]:
    """Build the site with Hugo and index it with Pagefind; both times are measured."""
    hugo = [str(ENVIRONMENT / "hugo"), "--quiet", "--destination", "public"]
    built = measure(hugo, project, project / "hugo.log")
    pagefind = [str(ENVIRONMENT / "python"), "-m", "pagefind", "--site", "public"]
    return built, measure(pagefind, project, project / "pagefind.log")


def _records(root: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield each record with the path of its page, without an ending."""
    clusters = root / "clusters"
    for cluster in sorted(path for path in clusters.iterdir() if path.is_dir()):
        lists = [_read(cluster / f"{name}.yml") for name in ("initiatives", "partnerships", "events")]
        profile = dict(_read(cluster / "profile.yml"))
        yield Path("clusters", cluster.name), {**profile, "lists": lists}
        if (strategy := cluster / "strategy.yml").is_file():
            name = {
                language: f"{text}: strategy"
                for language, text in profile["name"].items()
                if len(language) == 2
            }
            yield Path("strategies", cluster.name), {"name": name, **_read(strategy)}
        for offer in sorted(cluster.glob("offers/*.yml")):
            yield Path("offers", cluster.name, offer.stem), _read(offer)


def _read(file: Path) -> Mapping[str, Any]:
    record: dict[str, Any] = load_trusted(file.read_bytes()) if file.is_file() else {}
    return record


def _page(record: Mapping[str, Any], language: str, first: str, vocabularies: Vocabularies) -> str:
    title = record.get("title") or record["name"]
    facets = {name: values for name in FACETS if (values := _labels(record, name, language, vocabularies))}
    text = "\n\n".join(text for key, value in record.items() for text in _texts(key, value, language, first))
    head = {"title": _in_language(title, language, first), "facets": facets}
    names = ", ".join(name for values in facets.values() for name in values)
    return f"{json.dumps(head, ensure_ascii=False)}\n\n{names}\n\n{text}\n"


def _labels(record: Mapping[str, Any], field: str, language: str, vocabularies: Vocabularies) -> list[str]:
    value = record.get(field, ())
    codes = [value] if isinstance(value, str) else list(value)
    if field == "countries":
        return [country_name(code, language) for code in codes]
    return [vocabularies[NAMED[field]].label(code, language) for code in codes]


def _texts(key: str, value: object, language: str, first: str) -> Iterator[str]:
    """Yield the texts of a field in one language, however deep they stand."""
    if key in NOT_WORDS or key in FACETS:
        return
    if isinstance(value, dict) and first in value:
        yield _in_language(value, language, first)
    elif isinstance(value, dict):
        for name, child in value.items():
            yield from _texts(name, child, language, first)
    elif isinstance(value, list):
        for child in value:
            yield from _texts("", child, language, first)
    elif isinstance(value, str):
        yield value


def _in_language(texts: Mapping[str, str], language: str, first: str) -> str:
    return texts.get(language) or texts[first]
