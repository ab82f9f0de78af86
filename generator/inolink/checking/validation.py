"""JSON Schema to the letter: every refusal of a value, from the library that names them all.

It takes fifty times as long as saying yes or no (see `acceptance`) and a moment to load, so it is only asked
about what was refused.
"""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from inolink.checking.repetition import repeated_items


def _is_integer(_checker: object, value: object) -> bool:
    """1.0 is a decimal number here: who writes it means something else than a count."""
    return isinstance(value, int) and not isinstance(value, bool)


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
