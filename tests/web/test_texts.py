"""The finder's texts: all there, in both languages, and all handed to the script."""

import json
import re

import yaml

from tests.search.browser_code import ROOT, WEB
from tests.web.conftest import PAGES, render

TEXTS = yaml.safe_load((PAGES / "texts" / "finder.yml").read_text("utf-8"))
LANGUAGES = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["directory"]["languages"]
USED = re.compile(r"texts\.(get|count)\(\s*[\"`](finder\.[\w.-]+)")
BLOCK = re.compile(r'<script type="application/json" id="il-texts">(.*?)</script>', re.DOTALL)


def carried() -> dict[str, str]:
    """Return the texts that the page carries for its script."""
    block = BLOCK.search(render("find", "en"))
    assert block is not None
    texts: dict[str, str] = json.loads(block[1])
    return texts


def test_every_text_that_the_script_asks_for_is_on_the_page() -> None:
    """Otherwise visitors would read keys."""
    sources = "".join(path.read_text("utf-8") for path in (WEB / "src" / "finder").glob("*.ts"))
    asked = {key if kind == "get" else f"{key}.other" for kind, key in USED.findall(sources)}
    assert asked
    # Keys that end in a dot are completed with the name of a facet or a column.
    assert {key for key in asked if not key.endswith(".")} <= carried().keys()


def test_every_facet_has_a_name() -> None:
    """The filter column shows it."""
    facets = yaml.safe_load((ROOT / "generator/inolink/search/facets.yml").read_text("utf-8"))
    assert {f"finder.facet.{facet['name']}" for facet in facets} <= carried().keys()


def test_every_text_is_there_in_every_language_with_the_same_parameters() -> None:
    """A parameter that a translation lost would be lost to its readers."""
    for key, text in TEXTS.items():
        assert set(text) == set(LANGUAGES), key
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text[language]))) for language in LANGUAGES}) == 1, (
            key
        )


def test_no_text_is_left_over() -> None:
    """What nothing shows nobody keeps right."""
    template = (PAGES / "templates" / "finder.html").read_text("utf-8")
    shown = {*carried(), *re.findall(r't\("(finder\.[\w.-]+)"\)', template)}
    assert set(TEXTS) == shown
