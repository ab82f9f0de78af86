"""The quick validator says yes where the thorough one finds nothing; where it can't know, it says no."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.checking.acceptance import Acceptance
from inolink.checking.schemas import Schemas, load_schemas
from inolink.checking.validation import Validator
from inolink.reading import Document, read_directory
from tests.checking.test_robustness import VALUES, put, ways
from tests.directories import PROJECT, SMALL

SHIPPED = load_schemas(PROJECT)
DOCUMENTS = (*read_directory(SMALL.parent).documents, *read_directory(PROJECT).documents)
NUMBERS = st.sampled_from([0, 1, 1.0, 1.5, -1, 10**14, 1e300, True, "1"])
TEXTS = st.sampled_from(
    ["", " ", "\u00a0", "\n", "x\n", "٣", "2018-13\n", "https://a.lt\n", "ą" * 500, "🐟" * 61]
)


def refused(schemas: Schemas, document: Document, value: Mapping[str, Any]) -> bool:
    """Whether the thorough validator finds anything."""
    return any(True for _ in schemas.validators[document.kind].iter_errors(value))


def test_every_shipped_record_is_accepted_at_once() -> None:
    assert all(SHIPPED.acceptances[document.kind].of(document.value) for document in DOCUMENTS)


@settings(max_examples=200)
@given(st.data())
def test_both_validators_give_the_same_verdict_on_spoilt_records(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(DOCUMENTS[:40]))
    value: dict[str, Any] = json.loads(json.dumps(document.value))
    for _ in range(data.draw(st.integers(1, 2))):
        put(value, data.draw(st.sampled_from(ways(value, ()))), data.draw(VALUES | NUMBERS | TEXTS))
    accepted = SHIPPED.acceptances[document.kind].of(value)
    assert accepted != refused(SHIPPED, document, value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer"}, 1.0),
        ({"type": ["integer", "string"]}, 1.0),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}]}, 1.0),
        ({"pattern": r"^[a-z]{2}\Z"}, "ab\n"),
        ({"uniqueItems": True}, [{"a": 1, "b": 2}, {"b": 2, "a": 1}]),
        ({"maxLength": 1}, "🐟🐟"),
    ],
)
def test_what_the_directory_understands_in_its_own_way_is_understood_so(
    schema: dict[str, Any], value: object
) -> None:
    whole = {"properties": {"x": schema}}
    assert list(Validator(whole).iter_errors({"x": value}))
    assert not Acceptance(whole).of({"x": value})


@pytest.mark.parametrize(
    "pattern", [r"^\d$", r"^\D$", r"^\w$", "^.$", "^(?i:a)$", "^a(?!b)", "^[a&&b]$", r"\bx", "a$|b"]
)
def test_of_patterns_that_languages_read_differently_nothing_is_surely_accepted(pattern: str) -> None:
    assert not Acceptance({"properties": {"x": {"pattern": pattern}}}).of({})


@pytest.mark.parametrize(
    "schema",
    [
        {"format": "date"},
        {"multipleOf": 0.1},
        {"$dynamicRef": "#x"},
        {"enum": [1, 2]},
        {"const": 1.0},
        {"unheard-of": 1},
    ],
)
def test_of_keywords_that_programs_read_differently_nothing_is_surely_accepted(
    schema: dict[str, Any],
) -> None:
    assert not Acceptance({"properties": {"x": schema}}).of({})
