"""A quick yes to values that a schema accepts. Where it says no, the slow validator has the last word.

Both follow the same standard, but they are two programs in two languages. So the quick one is asked only
about schemas whose keywords and patterns mean the same to both; a test compares what they say.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import jsonschema_rs

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OF_VALUES = frozenset({
    *("required", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"),
    *("minProperties", "maxProperties", "minimum", "maximum"),
})  # fmt: skip
OF_ONE = frozenset({"additionalProperties", "items", "contains", "not", "if", "then", "else"})
OF_MANY = frozenset({"allOf", "anyOf", "oneOf"})
SAYING_NOTHING = frozenset({"$id", "$schema", "$comment", "title", "description", "default", "examples"})
OWN = "x-"
"""How the names of the directory's own keywords begin; they tell validators nothing."""
WHOLE = "x-whole"
# Languages differ in what a digit, a letter, a line or a set of characters is; in white space they differ by
# characters alone that no record may hold.
SURE = re.compile(r"\\(?:[^0-9A-Za-z]|[sS])")
SET = re.compile(r"\[(?![^\]]*(?:--|&&|~~|\|\|))[^\[\]]*\]")
UNSURE = re.compile(r"[\\.\[\]]|\(\?(?!:)|\{,|\$(?!\Z)|[*+?}]\+")
END = r"\Z"


class NotSure(Exception):  # noqa: N818  # never leaves this module
    """Something in a schema may mean different things to the two validators."""


class _Whole:
    """Refuses 1.0 where a whole number is wanted: by the standard it is one."""

    def __init__(self, _schema: object, _value: object, _path: object) -> None: ...

    def validate(self, value: object) -> None:
        if isinstance(value, float):
            raise ValueError  # noqa: TRY004  # the library asks for an exception of any kind


class Acceptance:
    """Says yes to what a schema without references accepts."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._validator: jsonschema_rs.Validator | None = None
        with suppress(NotSure, ValueError, jsonschema_rs.ValidationError):
            written = _translated(schema)
            self._validator = jsonschema_rs.Draft202012Validator(written, keywords={WHOLE: _Whole})

    def of(self, value: Mapping[str, Any]) -> bool:
        """Whether the value is surely accepted."""
        return self._validator is not None and self._validator.is_valid(value)


def sound(schema: object) -> bool:
    """Whether this surely is a JSON Schema."""
    if not isinstance(schema, dict):
        return False
    try:
        return jsonschema_rs.meta.is_valid({**schema, "$schema": DRAFT}) and _patterns_are_sound(schema)
    except (ValueError, RecursionError, jsonschema_rs.ReferencingError):
        return False


def _patterns_are_sound(part: object) -> bool:
    if isinstance(part, list):
        return all(map(_patterns_are_sound, part))
    if not isinstance(part, dict):
        return True
    patterns = [*part.get("patternProperties", ()), *([part["pattern"]] if "pattern" in part else ())]
    return all(map(_compiles, patterns)) and all(map(_patterns_are_sound, part.values()))


def _compiles(pattern: object) -> bool:
    try:
        re.compile(str(pattern))
    except re.error:
        return False
    return True


def _translated(schema: Any) -> Any:  # noqa: ANN401  # true, false or a mapping
    """Write a schema for the quick validator."""
    if isinstance(schema, bool):
        return schema
    written = {}
    for key, value in schema.items():
        if key not in SAYING_NOTHING and not key.startswith(OWN):
            written[key] = _part(key, value)
    if "integer" in (types := schema.get("type", ())) and "number" not in types:
        written[WHOLE] = True
    return written


def _part(key: str, value: Any) -> Any:  # noqa: ANN401  # what a keyword says
    if key in OF_ONE:
        return _translated(value)
    if key in OF_MANY:
        return [_translated(part) for part in value]
    if key == "properties":
        return {name: _translated(part) for name, part in value.items()}
    if key == "patternProperties":
        return {_pattern(name): _translated(part) for name, part in value.items()}
    if key == "pattern":
        return _pattern(value)
    if key in OF_VALUES or key == "type" or _of_texts(key, value):
        return value
    raise NotSure


def _of_texts(key: str, value: object) -> bool:
    """Whether a keyword lists texts: numbers that are equal to one program may differ to another."""
    listed = value if key == "enum" and isinstance(value, list) else [value]
    return key in {"enum", "const"} and all(isinstance(each, str | bool) for each in listed)


def _pattern(pattern: str) -> str:
    ending = pattern.removesuffix(END)
    written = pattern if ending == pattern else f"{ending}$"
    if UNSURE.search(SET.sub("", SURE.sub("", written))):
        raise NotSure
    return written
