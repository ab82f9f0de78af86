"""The JSON Schemas of a directory: compiled validators and one shape for each kind of file.

References are replaced by what they refer to when the schemas are loaded: a schema is read once, and followed
for thousands of records.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inolink.checking.acceptance import Acceptance, sound
from inolink.checking.shapes import Node, Shape, fold, walk
from inolink.errors import SchemaError
from inolink.plainfile import read_whole
from inolink.reading.document import Document, FileKind

if TYPE_CHECKING:
    from jsonschema import ValidationError

FOLDER = "schema"
LARGEST_SCHEMA = 1_000_000
SUFFIX = ".schema.json"


@dataclass(frozen=True)
class Schemas:
    """The schema of each kind of file, without references."""

    by_kind: Mapping[FileKind, Mapping[str, Any]]

    @cached_property
    def shapes(self) -> Mapping[FileKind, Shape]:
        """The shape of each kind of file."""
        return {kind: fold(schema) for kind, schema in self.by_kind.items()}

    @cached_property
    def acceptances(self) -> Mapping[FileKind, Acceptance]:
        """What says yes to most documents of each kind, quickly."""
        return {kind: Acceptance(schema) for kind, schema in self.by_kind.items()}

    @cached_property
    def validators(self) -> Mapping[FileKind, Any]:
        """The validator of each kind of file, which names everything that it refuses."""
        from inolink.checking.validation import Validator  # noqa: PLC0415  # most checks never need it

        return {kind: Validator(schema) for kind, schema in self.by_kind.items()}

    def errors(self, document: Document) -> "Iterator[ValidationError]":
        """Yield everything about a document that its schema refuses."""
        if not self.acceptances[document.kind].of(document.value):
            yield from self.validators[document.kind].iter_errors(document.value)

    def nodes(self, document: Document) -> list[Node]:
        """Return the values of a document whose meaning its schema names."""
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
        return _joined(tuple(files.items()))
    except (LookupError, TypeError, RecursionError) as error:
        raise SchemaError(
            f"{root / FOLDER}: a reference between the schemas leads nowhere or in a circle ({error})."
        ) from None


@lru_cache(maxsize=8)
def _joined(texts: tuple[tuple[str, str], ...]) -> Schemas:
    """Join schemas once: who checks again and again has the same ones each time."""
    files = {name: _parse(text) for name, text in texts}
    return Schemas({kind: _inlined(files[name := f"{kind}{SUFFIX}"], name, files) for kind in FileKind})


class _UnsoundError(ValueError):
    """A file that is JSON but no schema."""


def _load(file: Path) -> str:
    """Return the text of a sound schema."""
    try:
        text = read_whole(file, LARGEST_SCHEMA).decode("utf-8")
        _parse(text)
    except _UnsoundError as error:
        raise SchemaError(f"{file}: is no JSON Schema ({error}).") from None
    except (ValueError, OSError, RecursionError) as error:
        raise SchemaError(f"{file}: can't be read ({error}).") from None
    return text


@lru_cache(maxsize=64)
def _parse(text: str) -> Mapping[str, Any]:
    """Read a schema once: checking it takes longer than checking many records."""
    schema: Mapping[str, Any] = json.loads(text)
    if not sound(schema) and (flaw := _flaw(schema)):
        raise _UnsoundError(flaw)
    if not isinstance(schema, dict):
        raise _UnsoundError("it says nothing of fields")
    return schema


def _flaw(schema: Mapping[str, Any]) -> str | None:
    from jsonschema.exceptions import SchemaError as Broken  # noqa: PLC0415  # a sound schema never needs it

    from inolink.checking.validation import Validator  # noqa: PLC0415  # likewise

    try:
        Validator.check_schema(schema)
    except Broken as error:
        return f"{error.message} at {error.json_path}"
    return None


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
    for keyword, key_of in (("properties", str), ("patternProperties", _strict)):
        if isinstance(inlined.get(keyword), dict):
            inlined[keyword] = {key_of(key): _block(part) for key, part in inlined[keyword].items()}
    return inlined


def _block(schema: Any) -> Any:  # noqa: ANN401  # any part of a schema
    """Return a schema that is `true` or `false` as a block that says the same."""
    return {True: {}, False: {"not": {}}}[schema] if isinstance(schema, bool) else schema


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
