"""The site's own words: all there, in every language, and none left over."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from babel import Locale
from jinja2 import Environment, nodes

from inolink.catalogue import Direction, EventState, InterestState, LabelState, OfferState
from inolink.codes import all_codes
from inolink.exports.events import COLUMNS as MEETING_COLUMNS
from inolink.matching import By, ReasonKind
from inolink.pages.impact.comparison import COUNTS, Agreement
from inolink.pages.impact.labels import SHOWN
from inolink.pages.suggestions import STRENGTHS
from inolink.pages.texts import Texts
from inolink.pages.views.forms import FORM_PAGES
from inolink.reading import load_vocabularies
from inolink.settings import load_settings
from inolink.upkeep.freshness import Concern
from inolink.upkeep.links import Outcome
from inolink.yamlcore import load_trusted
from tests.directories import PROJECT

PAGES = PROJECT / "generator" / "inolink" / "pages"
EXPORTS = PAGES.parent / "exports"
REPORTS = PAGES.parent / "reports"
LANGUAGES = load_settings(PROJECT).languages
TEXTS: Mapping[str, Mapping[str, str]] = {
    key: text
    for file in sorted((PAGES / "texts").glob("*.yml"))
    for key, text in load_trusted(file.read_bytes()).items()
}
PLACE = re.compile(r"\{(\w*)\}")
FORM = re.compile(r"\.(?:zero|one|two|few|many|other)$")
REST = "*"
"""Stands for whatever is put into a key when a page is made."""
FAMILIES = ("ecosystems", "regions")
MUTUAL = ("technology-group", "ecosystem", "words", "cooperation", "region", "project", "language")
REASONS = (
    *MUTUAL,
    *(
        f"{kind}.{side}"
        for kind in sorted({*ReasonKind} - {*MUTUAL, ReasonKind.TECHNOLOGY})
        for side in By
        if side is not By.BOTH
    ),
)
"""Why somebody may be a partner: what both have, and what one side asks for."""
# What can be put there. Whoever composes a new key says here of what.
COMPOSED: Mapping[str, Iterable[str]] = {
    "staff.concern.*": Concern,
    "links.*": [each for each in Outcome if each is not Outcome.OK],
    "links.short.*": Outcome,
    "forms.*": FORM_PAGES,
    "forms.*-lead": FORM_PAGES,
    "forms.*-description": FORM_PAGES,
    "home.*": Direction,
    "offers.interests-*": Direction,
    "interest.*": Direction,
    "sheet.*": Direction,
    "state.*": (*OfferState, InterestState.PAST),
    "offer.*": ("description", "advantages", "specification", "withdrawn", "fulfilled"),
    "cluster.*": (*("total", "sme", "large", "research", "public"), "vision", "mission", "business-model"),
    "label.*": (*LabelState, "estimated"),
    "label.short.*": [state for state in LabelState if state is not LabelState.VALID],
    "event.state.*": EventState,
    "meetings.*": (*Direction, *MEETING_COLUMNS),
    "calendar.*": ("deadlines", "events", "closes", "eoi"),
    "data.*-lead": ("deadlines", "events"),
    "matches.*": (*REASONS, "how-topic", "how-sides", "how-terms", "how-never"),
    "matches.strength.*": [name for _, name in STRENGTHS],
    "matches.there.*": (*Direction, "field"),
    "matches.here.*": (*Direction, "field"),
    "impact.*": (
        *("figures", "strategies", "initiatives", "labels", "members", "partnerships", "money", "paths"),
        *("reported", "target"),
    ),
    "impact.how.*": load_vocabularies(PROJECT)["figures"].codes,
    "impact.why.*": COUNTS,
    "impact.agreement.*": Agreement,
    "impact.label.*": SHOWN,
    "map.legend-*": ("town", "country", "linked", "sought", "home"),
    "map.*-name": ("country", "europe", "world", "cluster"),
    "severity.*": {code.severity for code in all_codes().values()},
    "qualifier.*": load_vocabularies(PROJECT)["qualifiers"].codes,
    "*.title": FAMILIES,
    "*.description": (*FAMILIES, "ecosystem", "region"),
    "*.lead": FAMILIES,
    "*.all": FAMILIES,
    "*.empty": ("ecosystem", "region"),
}
LIST_OF_THE_FINDER = PAGES / "templates" / "finder.html"


def templates() -> list[Path]:
    return sorted((PAGES / "templates").rglob("*.html"))


def _key(node: nodes.Expr) -> Iterator[str]:
    """Yield the keys that an expression can give; what is composed holds a star."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        yield from _key(node.expr1)
        yield from _key(node.expr2) if node.expr2 else ()
    elif isinstance(node, nodes.Concat):
        parts = [str(part.value) if isinstance(part, nodes.Const) else REST for part in node.nodes]
        yield "".join(parts)
    else:
        yield REST


def asked_by_templates() -> Iterator[tuple[str, str, bool]]:
    """Yield template, key, and whether things are counted."""
    for file in templates():
        for call in Environment(autoescape=True).parse(file.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in {"t", "count"}:
                for key in _key(call.args[0]):
                    yield file.name, key, call.node.name == "count"


def strings_of_code() -> Iterator[str]:
    """Yield every string of the code that speaks; what is formatted holds a star."""
    for file in sorted(file for folder in (PAGES, EXPORTS, REPORTS) for file in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else REST for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def listed_for_the_finder() -> set[str]:
    """Return the keys that the finder's page carries for its script."""
    tree = Environment(autoescape=True).parse(LIST_OF_THE_FINDER.read_text("utf-8"))
    return {f"finder.{item.value}" for item in tree.find_all(nodes.Const) if isinstance(item.value, str)}


def handed_to_scripts() -> set[str]:
    """Return the keys that templates hand to scripts by their beginnings."""
    calls = re.compile(r"\bt\.starting\(([^)]*)\)")
    lists = (found for file in templates() for found in calls.findall(file.read_text("utf-8")))
    beginnings = tuple({prefix for each in lists for prefix in re.findall(r'"([^"]+)"', each)})
    return {key for key in TEXTS if key.startswith(beginnings)}


def spelled_out(key: str) -> list[str]:
    """Return the keys for which a composed one stands."""
    if REST not in key:
        return [key]
    assert key in COMPOSED, f"say in COMPOSED what can stand for the star in {key}"
    return [key.replace(REST, part) for part in COMPOSED[key]]


def asked() -> set[str]:
    """Return every key that something asks for; of counted things without the plural form."""
    by_templates = {key for _, key, _ in asked_by_templates() if key != "finder.*"}
    by_code = {key for key in strings_of_code() if key in TEXTS or key in COMPOSED}
    whole = {key for each in by_templates | by_code for key in spelled_out(each)}
    return whole | (listed_for_the_finder() & TEXTS.keys()) | handed_to_scripts()


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_there_in_every_language_with_the_same_places(key: str) -> None:
    assert tuple(sorted(TEXTS[key])) == tuple(sorted(LANGUAGES))
    assert all(text.strip() for text in TEXTS[key].values())
    assert len({frozenset(PLACE.findall(text)) for text in TEXTS[key].values()}) == 1


def test_a_text_has_places_with_names_only() -> None:
    loose = re.compile(r"\{(?!\w+\})|(?<!\w)\}")
    assert [key for key, text in TEXTS.items() if any(loose.search(each) for each in text.values())] == []


def test_no_key_stands_in_two_files() -> None:
    keys = [key for file in (PAGES / "texts").glob("*.yml") for key in load_trusted(file.read_bytes())]
    assert len(keys) == len(set(keys))


def test_what_is_counted_has_every_plural_form_of_every_language() -> None:
    for _, key, counted in asked_by_templates():
        for language in LANGUAGES if counted else ():
            forms = Locale.parse(language).plural_form.tags | {"other"}
            assert {f"{key}.{form}" for form in forms} <= TEXTS.keys()


def test_every_text_that_a_template_asks_for_exists() -> None:
    wanted = {
        (template, whole)
        for template, key, counted in asked_by_templates()
        if not counted and key != "finder.*"
        for whole in spelled_out(key)
    }
    assert {(template, key) for template, key in wanted if key not in TEXTS} == set()


def test_every_text_is_asked_for() -> None:
    keys = asked()
    assert [key for key in TEXTS if key not in keys and FORM.sub("", key) not in keys] == []


def test_every_text_that_code_asks_for_by_name_exists() -> None:
    called = re.compile(r"""\b(?:texts|t)\(\s*"([^"*]+)\"""")
    for file in sorted(PAGES.rglob("*.py")):
        assert {key for key in called.findall(file.read_text("utf-8")) if key not in TEXTS} == set()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 clusters", "1 cluster", "2 clusters", "21 clusters"]),
        ("lt", ["0 klasterių", "1 klasteris", "2 klasteriai", "11 klasterių", "21 klasteris"]),
    ],
)
def test_things_are_counted_as_the_language_does(language: str, said: list[str]) -> None:
    texts = Texts(language)
    assert [texts.count("count.clusters", int(text.split()[0])) for text in said] == said


def test_braces_in_what_is_put_into_a_text_stay_as_they_are() -> None:
    assert Texts("en")("redirect.text", name="{0} {site} {{ 7*7 }}") == "Go on to {0} {site} {{ 7*7 }}"


def test_a_text_that_nobody_wrote_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Texts("en")("site.nothing-of-this-name")


def words_of_the_frame(language: str) -> set[str]:
    """Return the keys of the words that the theme puts around every page."""
    file = PAGES / "theme" / "partials" / "words" / f"{language}.html"
    tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
    return {pair.key.value for pair in tree.find_all(nodes.Pair) if isinstance(pair.key, nodes.Const)}


def test_the_words_around_the_pages_are_there_in_every_language_and_all_asked_for() -> None:
    files = [file.read_text("utf-8") for file in (PAGES / "theme").rglob("*.html")]
    called = re.compile(r'words\.w\("(\w+)"\)|(?:entry|foot)\("[\w/-]*", "(\w+)"\)')
    wanted = {one or other for text in files for one, other in called.findall(text)}
    assert [words_of_the_frame(language) for language in LANGUAGES] == [wanted] * len(LANGUAGES)
