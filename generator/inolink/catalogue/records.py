"""From the plain values of a document to a typed record."""

import sys
from abc import ABC
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from inolink.catalogue.text import Text
from inolink.errors import SchemaError
from inolink.reading.dates import PartialDate
from inolink.reading.document import Document
from inolink.shelf import Shelf

if TYPE_CHECKING:
    Moment = PartialDate
else:

    class Moment(ABC):  # noqa: B024  # nothing is ever made of it
        """Stands for PartialDate in records: a data class itself would be expected as a mapping."""

    Moment.register(PartialDate)


LONGEST_CODE = 60


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says. Attributes are named as in the file; what it leaves out is None or an empty tuple."""


R = TypeVar("R", bound=Record)


def read_record(document: Document, kind: type[R], shelf: Shelf | None = None) -> R:
    """Make a record of a document that passed the check; its long texts go to the shelf."""
    try:
        return msgspec.convert(_shared(document.value), type=kind, dec_hook=partial(_special, shelf))
    except msgspec.ValidationError as error:
        raise SchemaError(
            f"{document.path}: passes its schema, but can't be published: {error}. "
            "Make schema/ as strict as the one that InoLink brings."
        ) from None


def _shared(value: Any) -> Any:  # noqa: ANN401  # any part of a record
    """Return a value whose codes are one and the same object in all records: each stands in thousands."""
    if isinstance(value, str):
        return sys.intern(value) if len(value) <= LONGEST_CODE and " " not in value else value
    if isinstance(value, list):
        return list(map(_shared, value))
    return {key: _shared(part) for key, part in value.items()} if isinstance(value, dict) else value


def _special(shelf: Shelf | None, kind: type, value: Any) -> Any:  # noqa: ANN401  # a text may be a mapping, a date a string
    if kind is Text and isinstance(value, dict):
        return Text.of(value, shelf)
    if kind is Moment and (when := PartialDate.parse(str(value))):
        return when
    raise ValueError(f"{value!r} is no {'text by language' if kind is Text else 'date'}")
