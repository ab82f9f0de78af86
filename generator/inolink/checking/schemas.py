"""The JSON Schemas of a directory: one compiled validator and one shape for each kind of file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema import SchemaError as BrokenSchema
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from inolink.checking.shapes import Folder, Node, Shape, walk
from inolink.errors import SchemaError
from inolink.reading.document import Document, FileKind

FOLDER = "schema"
SUFFIX = ".schema.json"


def _is_integer(_checker: object, value: object) -> bool:
    """1.0 is a decimal number here: who writes it means something else than a count."""
    return isinstance(value, int) and not isinstance(value, bool)


Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
)


@dataclass(frozen=True)
class Schemas:
    """All schemas of a directory by file name."""

    files: Mapping[str, Mapping[str, Any]]

    @cached_property
    def shapes(self) -> Mapping[FileKind, Shape]:
        """The shape of each kind of file."""
        folder = Folder(self.files)
        return {kind: folder.fold(f"{kind}{SUFFIX}", self.files[f"{kind}{SUFFIX}"]) for kind in FileKind}

    @cached_property
    def validators(self) -> Mapping[FileKind, Any]:
        """The validator of each kind of file; they share one registry."""
        resources = (
            (name, Resource.from_contents(schema, DRAFT202012)) for name, schema in self.files.items()
        )
        registry: Registry[Any] = Registry().with_resources(resources)
        return {kind: Validator(self.files[f"{kind}{SUFFIX}"], registry=registry) for kind in FileKind}

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
        return frozenset(_values(list(self.files.values()), "x-vocabulary"))


def load_schemas(root: Path) -> Schemas:
    """Read the schemas of the directory at `root`."""
    files = {file.name: _load(file) for file in sorted((root / FOLDER).glob(f"*{SUFFIX}"))}
    if missing := [f"{kind}{SUFFIX}" for kind in FileKind if f"{kind}{SUFFIX}" not in files]:
        raise SchemaError(
            f"{root / FOLDER}: {missing[0]} is missing. Copy the folder {FOLDER}/ of a directory that works."
        )
    schemas = Schemas(files)
    try:
        _ = schemas.shapes, schemas.validators
    except (LookupError, TypeError, AttributeError) as error:
        raise SchemaError(
            f"{root / FOLDER}: a reference between the schemas leads nowhere ({error})."
        ) from None
    return schemas


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
    schema = json.loads(text)
    Validator.check_schema(schema)
    strict: Mapping[str, Any] = _strict_patterns(schema)
    return strict


def _strict_patterns(schema: Any) -> Any:  # noqa: ANN401  # any part of a schema
    r"""Write `\Z` for `$` at the end of patterns: in Python `$` lets a line break follow."""
    if isinstance(schema, list):
        return [_strict_patterns(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: _strict_patterns(value) for key, value in schema.items()}
    if isinstance(strict.get("pattern"), str):
        strict["pattern"] = _strict(strict["pattern"])
    if isinstance(strict.get("patternProperties"), dict):
        strict["patternProperties"] = {
            _strict(key): part for key, part in strict["patternProperties"].items()
        }
    return strict


def _strict(pattern: str) -> str:
    return rf"{pattern[:-1]}\Z" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def _values(schema: object, keyword: str) -> Iterator[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _values(part, keyword)
    elif isinstance(schema, dict):
        if isinstance(found := schema.get(keyword), str):
            yield found
        yield from _values(list(schema.values()), keyword)
