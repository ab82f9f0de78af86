"""Nothing that a record can say is forgotten: each field filled, each found on its page."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.directories import settle
from tests.pages.records import VOCABULARIES, Filler, full_offer, write_all
from tests.pages.rendering import Rendered, rendered

CLUSTER = {"en": "clusters/alpha/", "lt": "lt/clusters/alpha/"}
KINDS = ("profile", "strategy", "initiatives", "partnerships", "events")
OFFER_TYPES = VOCABULARIES["offer-types"].codes
# Shown otherwise, or nothing that a visitor would ask for.
SAID_IN_SENTENCES = frozenset(
    {"currencies", "qualifiers", "origins", "statuses", "offer-statuses", "interest-statuses"}
)
SHOWN_OTHERWISE = {
    "profile.services.type": "the organisation's own words stand in its place",
    "profile.labels.type": "a first award needs no word",
    "profile.contact.form": "an e-mail address goes before it",
    "partnerships.partnerships.scope": "two partners need no word",
    "offer.trl": "the level stands as a number",
    "offer.type": "each has a test of its own",
    "offer.cooperation": "as the type allows",
}


@pytest.fixture(scope="module")
def filler() -> Filler:
    """Choose a word for each field."""
    return Filler()


@pytest.fixture(scope="module")
def full(filler: Filler, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render a directory in which every field is filled."""
    return rendered(write_all(settle(tmp_path_factory.mktemp("full") / "directory"), filler))


def of_kinds(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was chosen for the page of a cluster."""
    return {way: value for way, value in chosen.items() if way.split(".")[0] in KINDS}


def in_language(way: str, language: str) -> bool:
    last = way.rpartition(".")[2]
    return last not in {"en", "lt"} or last == language


def labels(filler: Filler, language: str) -> dict[str, str]:
    """Return the label of every code that was chosen."""
    return {
        way: VOCABULARIES[name].label(code, language)
        for way, (name, code) in filler.codes.items()
        if name in VOCABULARIES and name not in SAID_IN_SENTENCES
    }


@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_text_of_a_cluster_stands_on_its_page_in_its_language_alone(
    filler: Filler, full: Rendered, language: str
) -> None:
    page = full.main(CLUSTER[language]).text
    texts = of_kinds(filler.texts)
    assert len(texts) > 100
    assert {way for way, text in texts.items() if in_language(way, language) != (text in page)} == set()


@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_code_of_a_cluster_stands_on_its_page_in_words(
    filler: Filler, full: Rendered, language: str
) -> None:
    page = full.main(CLUSTER[language]).text
    chosen = of_kinds(labels(filler, language))
    assert len(chosen) > 20
    assert {way for way, label in chosen.items() if label not in page} <= SHOWN_OTHERWISE.keys()


def test_every_address_of_a_cluster_is_linked_from_its_page(filler: Filler, full: Rendered) -> None:
    links = {link["href"] for link in full.main(CLUSTER["en"]).every("a[href]")}
    missing = {way for way, url in of_kinds(filler.urls).items() if url not in links}
    assert missing <= SHOWN_OTHERWISE.keys()


@pytest.mark.parametrize("code", OFFER_TYPES)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_field_that_a_type_of_offer_can_have_stands_on_its_page(
    filler: Filler, full: Rendered, code: str, language: str
) -> None:
    allowed = full_offer(Filler(), code)
    said = full.main(f"{'' if language == 'en' else 'lt/'}offers/alpha/{code}/").text
    wanted = {
        way: text
        for way, text in {**filler.texts, **labels(filler, language)}.items()
        if way.startswith("offer.") and way.split(".")[1] in allowed and in_language(way, language)
    }
    assert {way for way, text in wanted.items() if text not in said} <= SHOWN_OTHERWISE.keys()
    assert VOCABULARIES["offer-types"].label(code, language) in said
    for chosen in allowed["cooperation"]:
        assert VOCABULARIES["cooperation"].label(chosen, language) in said


def test_every_address_of_an_offer_is_linked_from_its_page(filler: Filler, full: Rendered) -> None:
    links = {link["href"] for link in full.main("offers/alpha/research-request/").every("a[href]")}
    assert {url for way, url in filler.urls.items() if way.startswith("offer.")} <= links


def test_what_the_programme_itself_does_with_a_cluster_stands_on_the_page_of_the_cluster(
    filler: Filler, full: Rendered
) -> None:
    page = full.main("clusters/beta/")
    assert filler.texts["programme.initiatives.name.en"] in page.section("initiatives").text
