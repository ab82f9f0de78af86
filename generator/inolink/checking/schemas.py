"""The JSON Schemas of a directory: one compiled validator and one shape for each kind of file.

References are replaced by what they refer to when the schemas are loaded: a schema is read once, and followed
for thousands of records.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema import SchemaError as BrokenSchema
from jsonschema.validators import extend

from inolink.checking.shapes import Node, Shape, fold, walk
from inolink.errors import SchemaError
from inolink.reading.document import Document, FileKind

FOLDER = "schema"
SUFFIX = ".schema.json"


def _is_integer(_checker: object, value: object) -> bool:
    """1.0 is a decimal number here: who writes it means something else than a count."""
    return isinstance(value, int) and not isinstance(value, bool)


def repeated_items(value: Iterable[object]) -> Iterator[int]:
    """Yield the index of every item that is equal to one before it."""
    seen: set[str] = set()
    for index, item in enumerate(value):
        written = json.dumps(item, sort_keys=True)
        if written in seen:
            yield index
        seen.add(written)


def _unique_items(
    _validator: object, wanted: object, value: object, _schema: object
) -> Iterator[ValidationError]:
    """Find equal items in one pass: the library compares each with each when their kinds differ."""
    if wanted and isinstance(value, list) and any(True for _ in repeated_items(value)):
        yield ValidationError("has equal items")


Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    validators={"uniqueItems": _unique_items},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)


@dataclass(frozen=True)
class Schemas:
    """The schema of each kind of file, without references."""

    by_kind: Mapping[FileKind, Mapping[str, Any]]

    @cached_property
    def shapes(self) -> Mapping[FileKind, Shape]:
        """The shape of each kind of file."""
        return {kind: fold(schema) for kind, schema in self.by_kind.items()}

    @cached_property
    def validators(self) -> Mapping[FileKind, Any]:
        """The validator of each kind of file."""
        return {kind: Validator(schema) for kind, schema in self.by_kind.items()}

    def errors(self, document: Document) -> Iterator[ValidationError]:
        """Yield everything about a document that its schema refuses."""
        return self.validators[document.kind].iter_errors(document.value)  # type: ignore[no-any-return]

    def nodes(self, document: Document) -> Iterator[Node]:
        """Yield the values of a document whose meaning its schema names."""
        return walk(self.shapes[document.kind], document.value)

    def required(self, kind: FileKind) -> frozenset[str]:
        """Return the fields that every file of a kind must have."""
        return frozenset(self.shapes[kind].required)

    @cached_property
    def vocabularies(self) -> frozenset[str]:
        """The names of all vocabularies that a schema refers to."""
        return frozenset(_values(list(self.by_kind.values()), "x-vocabulary"))


def load_schemas(root: Path) -> Schemas:
    """Read the schemas of the directory at `root`."""
    files = {file.name: _load(file) for file in sorted((root / FOLDER).glob(f"*{SUFFIX}"))}
    if missing := [f"{kind}{SUFFIX}" for kind in FileKind if f"{kind}{SUFFIX}" not in files]:
        raise SchemaError(
            f"{root / FOLDER}: {missing[0]} is missing. Copy the folder {FOLDER}/ of a directory that works."
        )
    try:
        return Schemas({kind: _inlined(files[name := f"{kind}{SUFFIX}"], name, files) for kind in FileKind})
    except (LookupError, TypeError, RecursionError) as error:
        raise SchemaError(
            f"{root / FOLDER}: a reference between the schemas leads nowhere or in a circle ({error})."
        ) from None


def _load(file: Path) -> Mapping[str, Any]:
    try:
        return _parse(file.read_text("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise SchemaError(f"{file}: can't be read ({error}).") from None
    except BrokenSchema as error:
        raise SchemaError(f"{file}: is no JSON Schema ({error.message} at {error.json_path}).") from None


@lru_cache(maxsize=64)
def _parse(text: str) -> Mapping[str, Any]:
    """Read a schema once: checking it takes longer than checking many records."""
    schema: Mapping[str, Any] = json.loads(text)
    Validator.check_schema(schema)
    return schema


def _inlined(schema: Any, file: str, files: Mapping[str, Any]) -> Any:  # noqa: ANN401  # any part of a schema
    """Return a schema with everything in the place where it is referred to, and with strict patterns."""
    if isinstance(schema, list):
        return [_inlined(part, file, files) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inlined = {
        key: _inlined(part, file, files) for key, part in schema.items() if key not in {"$defs", "$ref"}
    }
    if isinstance(reference := schema.get("$ref"), str):
        target = _inlined(*_target(reference, file, files), files)
        return {**inlined, "allOf": [*inlined.get("allOf", ()), target]} if inlined else target
    if isinstance(inlined.get("pattern"), str):
        inlined["pattern"] = _strict(inlined["pattern"])
    if isinstance(inlined.get("patternProperties"), dict):
        inlined["patternProperties"] = {
            _strict(key): part for key, part in inlined["patternProperties"].items()
        }
    return inlined


def _target(reference: str, file: str, files: Mapping[str, Any]) -> tuple[Any, str]:
    """Return what a reference refers to, and the file in which that stands."""
    name, _, pointer = reference.partition("#")
    found = files[name or file]
    for part in pointer.split("/")[1:]:
        found = found[part.replace("~1", "/").replace("~0", "~")]
    return found, name or file


def _strict(pattern: str) -> str:
    r"""Write `\Z` for `$` at the end of a pattern: in Python `$` lets a line break follow."""
    return rf"{pattern[:-1]}\Z" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def _values(schema: object, keyword: str) -> Iterator[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _values(part, keyword)
    elif isinstance(schema, dict):
        if isinstance(found := schema.get(keyword), str):
            yield found
        yield from _values(list(schema.values()), keyword)
