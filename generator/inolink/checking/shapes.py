"""What a schema says about the meaning of values: formats and vocabularies, besides the form that it checks.

Schemas are folded once into shapes, a tree as deep as the records, so that a record can be walked quickly.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from inolink.reading.document import Pointer


@dataclass(slots=True)
class Shape:
    """What is known of one place in a record."""

    format: str | None = None
    """The meaning of a value: `url`, `email`, `date`, `partial-date`; `text` and `markdown` by language."""
    vocabulary: str | None = None
    """The list that its codes come from."""
    required: set[str] = field(default_factory=set)
    properties: dict[str, "Shape"] = field(default_factory=dict)
    patterns: dict[str, "Shape"] = field(default_factory=dict)
    items: "Shape | None" = None

    _by_key: dict[str, "Shape"] = field(default_factory=dict, repr=False, compare=False)
    """What was found for keys so far; only for those that mean something, as anybody may invent others."""

    def child(self, key: str) -> "Shape | None":
        """Return the shape of a field."""
        if found := self._by_key.get(key) or self.properties.get(key):
            return found
        if found := next(
            (shape for pattern, shape in self.patterns.items() if re.search(pattern, key)), None
        ):
            self._by_key[key] = found
        return found


class Node(NamedTuple):
    """A value whose meaning the schema names."""

    pointer: Pointer
    value: Any
    shape: Shape


def fold(schema: Mapping[str, Any]) -> Shape:
    """Return the shape of a schema that holds no references."""
    shape = Shape()
    _add(shape, schema)
    return shape


def _add(shape: Shape, schema: Mapping[str, Any]) -> None:
    shape.format = schema.get("x-format", shape.format)
    shape.vocabulary = schema.get("x-vocabulary", shape.vocabulary)
    shape.required.update(schema.get("required", ()))
    for key, child in schema.get("properties", {}).items():
        shape.properties[key] = fold(child)
    for pattern, child in schema.get("patternProperties", {}).items():
        shape.patterns[pattern] = fold(child)
    if isinstance(schema.get("items"), dict):
        shape.items = fold(schema["items"])
    for part in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        _add(shape, part)


def walk(shape: Shape, value: object) -> list[Node]:
    """Return every value of a record whose format or vocabulary the schema names."""
    found: list[Node] = []
    _walk(shape, value, (), found)
    return found


def _walk(shape: Shape, value: object, pointer: Pointer, found: list[Node]) -> None:
    if shape.format or shape.vocabulary:
        found.append(Node(pointer, value, shape))
    if isinstance(value, dict):
        for key, child in value.items():
            if below := shape.child(key):
                _walk(below, child, (*pointer, key), found)
    elif isinstance(value, list) and shape.items:
        for index, child in enumerate(value):
            _walk(shape.items, child, (*pointer, index), found)
