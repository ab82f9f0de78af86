"""What is understood of a description, and who fits it: the browser's code on the shipped directory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.built import Site
from tests.search.browser_code import Search

HERE = Path(__file__).parent
SETS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("descriptions*.yml"))}
FIRST = 3
GOAL = 0.9
HOSTILE = (
    "",
    "   ",
    "!!!",
    "\u202e<script>alert(1)</script>",
    "__proto__ constructor toString",
    "\ud800 laser",
)


@pytest.fixture(scope="module")
def search(shipped_site: Site) -> Iterator[Search]:
    """Ask the worker of the built site."""
    with Search(shipped_site.folder) as answering:
        yield answering


def describe(search: Search, text: str, language: str = "en") -> Any:  # noqa: ANN401 - the worker's answer
    """Return what is understood of a text, and the matches."""
    return search.ask(ask="describe", text=text, language=language)


def keys(answer: Any) -> list[str]:  # noqa: ANN401 - the worker's answer
    """Return the keys of the matches, the best first."""
    return [match["hit"]["key"] for match in answer["matches"]]


def codes(answer: Any, kind: str) -> set[str]:  # noqa: ANN401 - the worker's answer
    """Return the codes of one kind that were understood."""
    return {term["code"] for term in answer["understood"]["terms"] if term["kind"] == kind}


@pytest.mark.parametrize("name", SETS)
def test_an_acceptable_partner_is_among_the_first_three(name: str, search: Search) -> None:
    missed = [
        asked["text"][:60]
        for asked in SETS[name]
        if set(keys(describe(search, asked["text"], asked["language"]))[:FIRST]).isdisjoint(asked["expect"])
    ]
    assert len(missed) <= (1 - GOAL) * len(SETS[name]), missed


def test_the_labelled_set_holds_enough_in_both_languages() -> None:
    languages = [asked["language"] for name in SETS for asked in SETS[name]]
    assert min(languages.count("en"), languages.count("lt")) >= 10
    assert len(SETS["descriptions"]) >= 20


def test_every_expected_partner_exists(search: Search) -> None:
    everything = set(search.keys("", archived=True, limit=10_000))
    assert {key for name in SETS for asked in SETS[name] for key in asked["expect"]} <= everything


def test_a_description_is_understood_in_the_other_language_than_the_page(search: Search) -> None:
    answer = describe(search, "Ieškome plastiko liejimo subrangovų Vokietijoje", "en")
    assert codes(answer, "technology") >= {"injection-moulding"}
    assert codes(answer, "type") == {"business-request"}
    assert "Injection moulding" in [term["label"] for term in answer["understood"]["terms"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We are looking for a supplier of lasers", "business-request"),
        ("We make lasers and are looking for distributors", "business-offer"),
        ("Gaminame lazerius, ieškome platintojų", "business-offer"),
        ("Reikia lazerių tiekėjo", "business-request"),
        ("We need a licence for a patented laser", "technology-request"),
        ("We offer our patented laser under licence", "technology-offer"),
        ("University seeks a consortium for research on lasers", "research-request"),
        ("TODE20261001004 Laser cutting", "technology-offer"),
        ("Technology request: laser cutting", "technology-request"),
    ],
)
def test_what_is_wanted_is_told_from_how_it_is_said(text: str, wanted: str, search: Search) -> None:
    assert codes(describe(search, text), "type") == {wanted}


def test_the_reference_of_a_pasted_profile_tells_type_and_country(search: Search) -> None:
    answer = describe(search, "BRDE20261011001 We want injection moulding")
    assert codes(answer, "type") == {"business-request"}
    assert codes(answer, "country") == {"DE"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("a partner from Germany", "DE"),
        ("Vokietijoje", "DE"),
        ("Vokiečių įmonė", "DE"),
        ("a Polish firm", "PL"),
    ],
)
def test_a_country_is_known_by_its_name_and_by_its_people(text: str, country: str, search: Search) -> None:
    assert country in codes(describe(search, f"{text} lasers"), "country")


def test_words_that_only_look_alike_name_nothing(search: Search) -> None:
    assert codes(describe(search, "kino studija"), "country") == set()  # not Kinija, China
    assert (
        codes(describe(search, "it is a place of ours"), "ecosystem") == set()
    )  # not information technology
    assert codes(describe(search, "e-health"), "technology") <= {"digital-health"}


def test_what_was_taken_out_speaks_for_nobody_any_more(search: Search) -> None:
    first = describe(search, "We look for lasers from China")
    kept = [term for term in first["understood"]["terms"] if term["code"] != "CN"]
    again = search.ask(
        ask="describe", language="en", understood={"terms": kept, "words": first["understood"]["words"]}
    )
    assert again["understood"]["terms"] == kept
    assert not [
        reason for match in again["matches"] for reason in match["reasons"] if reason["kind"] == "country"
    ]


def test_every_match_says_why_and_the_reasons_make_its_place(search: Search) -> None:
    answer = describe(search, SETS["descriptions"][0]["text"])
    scores = [match["score"] for match in answer["matches"]]
    assert scores == sorted(scores, reverse=True)
    assert all(match["reasons"] for match in answer["matches"])
    assert all(reason["terms"] for match in answer["matches"] for reason in match["reasons"])


def test_nothing_that_is_over_is_a_match(search: Search) -> None:
    for asked in SETS["descriptions"]:
        answer = describe(search, asked["text"], asked["language"])
        assert {match["hit"]["state"] for match in answer["matches"]} <= {"open"}
        assert {match["hit"]["kind"] for match in answer["matches"]} <= {"cluster", "interest", "offer"}


def test_the_same_description_has_the_same_answer_every_time(search: Search) -> None:
    text = SETS["descriptions"][0]["text"]
    assert describe(search, text) == describe(search, text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_says_nothing_or_something_strange_breaks_nothing(text: str, search: Search) -> None:
    assert isinstance(keys(describe(search, text)), list)


def test_a_text_as_long_as_a_book_is_read_as_far_as_a_profile_goes(search: Search) -> None:
    answer = describe(search, "lasers from Germany " + "and on and on " * 100_000 + " film")
    assert "lasers" in codes(answer, "technology")
    assert codes(answer, "technology").isdisjoint({"audiovisual"})
