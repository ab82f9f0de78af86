"""What a schema refuses, as problems in plain words (IL301 to IL310)."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from inolink.checking.repetition import repeated_items
from inolink.checking.schemas import Schemas
from inolink.problems import Problem
from inolink.reading.document import Document, Pointer
from inolink.reading.guess import MOST_GUESSES, closest, suggestion

if TYPE_CHECKING:
    from jsonschema import ValidationError

Maker = Callable[[Document, Pointer, "ValidationError"], Iterator[Problem]]

# The rules on web and e-mail addresses say what exactly is wrong with one.
LEFT_TO_RULES = frozenset({"url", "email"})
# Of these the form says more than the length.
FIXED_FORMS = frozenset({"date", "partial-date", "slug"})
LISTED_AT_MOST = 12


def form_problems(document: Document, schemas: Schemas) -> list[Problem]:
    """Return the problems of form of a document: of each value the most basic one, of each block all gaps."""
    found = [problem for error in schemas.errors(document) for problem in _problems(document, error)]
    by_place: dict[tuple[object, ...], Problem] = {}
    for problem in sorted(found, key=lambda problem: problem.code):
        gap = (problem.code, problem.params) if problem.code == "IL301" else ()
        by_place.setdefault((problem.pointer, *gap), problem)
    return list(by_place.values())


def _problems(document: Document, error: "ValidationError") -> Iterator[Problem]:
    maker = _MAKERS.get(str(error.validator), _other)
    return maker(document, tuple(error.absolute_path), error)


def _schema(error: "ValidationError") -> dict[str, Any]:
    return error.schema if isinstance(error.schema, dict) else {}


def _missing(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    value: Any = error.instance
    required: Any = error.validator_value
    for key in required:
        if key not in value:
            yield document.problem("IL301", pointer, key=key)


def _unknown(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    value: Any = error.instance
    known = _schema(error).get("properties", {})
    patterns = _schema(error).get("patternProperties", {})
    strange = [key for key in value if key not in known and not any(re.search(one, key) for one in patterns)]
    for number, key in enumerate(strange):
        guess = suggestion(closest(key, known if number < MOST_GUESSES else ()))
        yield document.key_problem("IL302", (*pointer, key), key=key, **guess)


def _kind(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    schema = _schema(error)
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    expected = "localised" if schema.get("x-format") in {"text", "markdown"} else " or ".join(types)
    yield document.problem("IL303", pointer, expected=expected, found=_type_name(error.instance))


def _choice(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    choices: Any = _schema(error).get("enum", [error.validator_value])
    allowed = [str(choice) for choice in choices]
    listed = ", ".join(allowed[:LISTED_AT_MOST]) + (", …" if len(allowed) > LISTED_AT_MOST else "")
    guess = suggestion(closest(str(error.instance), allowed))
    yield document.problem("IL304", pointer, value=str(error.instance), allowed=listed, **guess)


def _length(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    if _schema(error).get("x-format") in FIXED_FORMS:
        yield from _pattern(document, pointer, error)
        return
    length = str(len(str(error.instance)))
    yield document.problem("IL305", pointer, length=length, **_limit(error))


def _pattern(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    schema = _schema(error)
    if schema.get("x-format") in LEFT_TO_RULES:
        return
    example = schema.get("x-example", {})
    form = schema.get("x-format") or ("blank" if not str(error.instance).strip() else example.get("en", ""))
    yield document.problem("IL306", pointer, value=str(error.instance), form=str(form or schema["pattern"]))


def _count(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    value: Any = error.instance
    yield document.problem("IL307", pointer, count=str(len(value)), **_limit(error))


def _repeated(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    value: Any = error.instance
    for index in repeated_items(value):
        yield document.problem("IL308", (*pointer, index), value=str(value[index]))


def _range(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    yield document.problem("IL309", pointer, value=str(error.instance), **_limit(error))


def _other(document: Document, pointer: Pointer, error: "ValidationError") -> Iterator[Problem]:
    yield document.problem("IL310", pointer, reason=str(error.validator))


def _limit(error: "ValidationError") -> dict[str, str]:
    bound = "at-most" if str(error.validator).startswith("max") else "at-least"
    return {"bound": bound, "limit": str(error.validator_value)}


def _type_name(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "null" if value is None else "boolean"
    names = ((str, "string"), (int, "integer"), (float, "number"), (list, "array"))
    return next((name for type_, name in names if isinstance(value, type_)), "object")


_MAKERS: dict[str, Maker] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "type": _kind,
    "enum": _choice,
    "const": _choice,
    "minLength": _length,
    "maxLength": _length,
    "pattern": _pattern,
    "minItems": _count,
    "maxItems": _count,
    "minProperties": _count,
    "maxProperties": _count,
    "uniqueItems": _repeated,
    "minimum": _range,
    "maximum": _range,
}
