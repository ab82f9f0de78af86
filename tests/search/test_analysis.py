"""Words are analysed alike on both sides, and well enough for people who inflect them or leave marks out."""

import json
import subprocess
from itertools import product
from pathlib import Path

import pytest
import yaml

from inolink.analysis.words import fold, languages, query_terms, stem, tokenise
from tests.answering import node
from tests.search.browser_code import ROOT, WEB

DRIVER = Path(__file__).with_name("analysing.mjs")

BEGINNINGS = {
    "en": "act bak bat compan cooperat creat digit educat energ engin fish govern health innov laser "
    "machin manufactur market medic minist optic pack partn photon plan plann plast print process produc "
    "renew research robot sens ship stor suppl technolog tour train treat water weld wood",
    "lt": "aut bankin bendradarb biržel dant dirb drabuž džiov elektronik eksport energ fotonik gamyb "
    "gėrim inžiner įmon jūr kasdien klaster konkurs laiv laz lazer maist medien medž mokesč moksl namin "
    "pakuot partner pavyzdž plastik pramon robot saul skaitmen statyb svečiuot svetain sveikat šil "
    "šviesolaidž technolog tiekė tyrim turizm ūk vanden verž verslinink žem žuv",
}
ODD_TEXTS = (
    "R&D, H&M and AT&T; Food&Drink",
    "Łódź, Ærø, Straße, Đakovo, Ísafjörður, ĄČĘĖĮŠŲŪŽ ąčęėįšųūž",
    "e\u0307 ne\u0307ra Z\u030c",
    "İstanbul ISPARTA ıssız",
    "ΣΊΣΥΦΟΣ Αθήνα Москва ՀԱՅԱՍՏԱՆ 東京 서울",
    "4.0 5G B2B m² ½ ⅷ １２",
    "constructor __proto__ toString hasOwnProperty",
    "a  b\tc\nd " + "x" * 200 + " 𝔘𝔫𝔦 👍🏽 don't co-operate",
    "",
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Collect odd texts, the shipped content, and every ending of the table after many beginnings."""
    inflected = [
        beginning + ending
        for language, beginnings in BEGINNINGS.items()
        for step in languages().stemmers[language]
        for beginning, ending in product(beginnings.split(), step.endings)
    ]
    content = [path.read_text("utf-8") for path in sorted((ROOT / "clusters").rglob("*.yml"))]
    return [*ODD_TEXTS, *content, *inflected]


def test_browser_and_index_make_the_same_terms_of_every_word(texts: list[str]) -> None:
    """Whatever the index was built with, the browser looks for."""
    run = subprocess.run(
        [node(), str(DRIVER), str(WEB)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    analysed = [[list(query_terms(word)) for word in tokenise(text)] for text in texts]
    assert analysed == json.loads(run.stdout)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("lt", "klasteris klasterio klasteriai klasterių klasteriams klasteriuose klasteriais"),
        ("lt", "lazeris lazeriai lazerių lazeriu lazerinis lazerinės lazerinių"),
        ("lt", "pakuotė pakuotės pakuočių pakuotėms pakuotėse"),
        ("lt", "šviesolaidis šviesolaidžio šviesolaidžių sviesolaidziai"),
        ("lt", "technologija technologijų technologijoms technologinis technologinių"),
        ("lt", "partneris partnerių partnerystė partnerystės"),
        ("lt", "bendradarbiauti bendradarbiavimas bendradarbiavimo bendradarbiaujame"),
        ("lt", "įmonė įmonės įmonių imonems"),
        ("lt", "medinis medinių mediniai"),
        ("en", "manufacturing manufacturer manufacturers manufacture manufactured"),
        ("en", "technology technologies technological"),
        ("en", "innovation innovations innovative innovator"),
        ("en", "battery batteries"),
        ("en", "engineer engineers engineering"),
        ("en", "plan plans planned planning"),
        ("en", "cooperate cooperation cooperative cooperating"),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, forms: str) -> None:
    """A visitor types any form and finds all of them."""
    assert len({stem(fold(form), language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "engine engineer"),
        ("en", "national nation intern"),
        ("lt", "namas nėra"),
        ("lt", "gamyba gamta"),
    ],
)
def test_different_words_keep_different_stems(language: str, words: str) -> None:
    """A stemmer that takes too much off would find what nobody asked for."""
    stems = [stem(fold(word), language) for word in words.split()]
    assert len(set(stems)) > 1


def test_a_language_without_a_table_keeps_its_words() -> None:
    """Another region's language is searchable from the first day."""
    assert stem("werkzeuge", "de") == "werkzeuge"


def test_words_are_folded_without_marks() -> None:
    """People without the right keyboard find the same."""
    assert list(tokenise("Žuvų ūkis, Łódź & Straße")) == ["zuvu", "ukis", "lodz", "strasse"]


def test_research_and_development_is_one_word_and_single_letters_are_none() -> None:
    """`R&D` would otherwise fall into two letters that are everywhere."""
    assert list(tokenise("R&D for X and Y")) == ["rd"]


def test_stop_words_are_folded_words_without_a_meaning_of_their_own() -> None:
    """`IT` is a technology, so it must stay."""
    stop_words = languages().stop_words
    assert "it" not in stop_words
    assert {fold(word) for word in stop_words} == stop_words


def test_queries_are_answered_for_every_language_of_the_texts() -> None:
    """The shipped table has the languages of the shipped directory."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert set(settings["extra"]["directory"]["languages"]) <= set(languages().stemmers)
