"""Schemas are followed to the letter, wherever their parts stand."""

import json
from collections.abc import Mapping

import pytest

from inolink.checking.schemas import Schemas, load_schemas
from inolink.errors import SchemaError
from inolink.reading.document import Document, FileKind, Marks
from tests.directories import Directory, own_schemas


def schemas_with(
    directory: Directory, common: Mapping[str, object], profile: Mapping[str, object]
) -> Schemas:
    """Load schemas of which two are made for the test."""
    own_schemas(directory)
    directory.write("schema/common.schema.json", json.dumps({"$defs": common}))
    for kind in FileKind:
        directory.write(f"schema/{kind}.schema.json", json.dumps(profile))
    return load_schemas(directory.root)


def failing(schemas: Schemas, value: dict[str, object]) -> list[str]:
    """Return the keywords that refuse a value."""
    document = Document("x", FileKind.PROFILE, value, Marks())
    return [str(error.validator) for error in schemas.errors(document)]


def test_a_definition_of_another_file_may_lean_on_its_neighbours(directory: Directory) -> None:
    common = {"a/b": {"$ref": "#/$defs/short"}, "short": {"type": "string", "maxLength": 2}}
    profile = {"properties": {"x": {"$ref": "common.schema.json#/$defs/a~1b"}}}
    schemas = schemas_with(directory, common, profile)
    assert failing(schemas, {"x": "abc"}) == ["maxLength"]
    assert failing(schemas, {"x": "ab"}) == []


def test_keywords_beside_a_reference_count_as_well(directory: Directory) -> None:
    profile = {"properties": {"x": {"$ref": "common.schema.json#/$defs/short", "minLength": 2}}}
    schemas = schemas_with(directory, {"short": {"maxLength": 2}}, profile)
    assert failing(schemas, {"x": "a"}) == ["minLength"]
    assert failing(schemas, {"x": "abc"}) == ["maxLength"]


@pytest.mark.parametrize("value", ["ab\n", "abc"])
def test_a_pattern_ends_where_the_text_ends(directory: Directory, value: str) -> None:
    schemas = schemas_with(directory, {}, {"properties": {"x": {"pattern": "^[a-z]{2}$"}}})
    assert failing(schemas, {"x": value}) == ["pattern"]


def test_the_pattern_of_a_key_ends_where_the_key_ends(directory: Directory) -> None:
    schemas = schemas_with(
        directory, {}, {"patternProperties": {"^[a-z]{2}$": {}}, "additionalProperties": False}
    )
    assert failing(schemas, {"en": 1}) == []
    assert failing(schemas, {"en\n": 1}) == ["additionalProperties"]


@pytest.mark.parametrize("value", [1.0, True, "1"])
def test_a_whole_number_is_written_as_one(directory: Directory, value: object) -> None:
    schemas = schemas_with(directory, {}, {"properties": {"x": {"type": "integer"}}})
    assert failing(schemas, {"x": value}) == ["type"]


def test_a_schema_that_contains_itself_is_one_clear_sentence(directory: Directory) -> None:
    with pytest.raises(SchemaError, match="leads nowhere or in a circle"):
        schemas_with(
            directory, {"a": {"items": {"$ref": "#/$defs/a"}}}, {"$ref": "common.schema.json#/$defs/a"}
        )


def test_what_values_mean_is_read_through_references(directory: Directory) -> None:
    common = {"url": {"type": "string", "x-format": "url"}}
    profile = {"properties": {"links": {"items": {"allOf": [{"$ref": "common.schema.json#/$defs/url"}]}}}}
    schemas = schemas_with(directory, common, profile)
    nodes = list(schemas.nodes(Document("x", FileKind.PROFILE, {"links": ["a", "b"], "x": 1}, Marks())))
    assert [(node.pointer, node.shape.format) for node in nodes] == [
        (("links", 0), "url"),
        (("links", 1), "url"),
    ]
