"""From the plain values of a document to a typed record."""

from abc import ABC
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from inolink.catalogue.text import Text
from inolink.errors import SchemaError
from inolink.reading.dates import PartialDate
from inolink.reading.document import Document

if TYPE_CHECKING:
    Moment = PartialDate
else:

    class Moment(ABC):  # noqa: B024  # nothing is ever made of it
        """Stands for PartialDate in records: a data class itself would be expected as a mapping."""

    Moment.register(PartialDate)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says. Attributes are named as in the file; what it leaves out is None or an empty tuple."""


R = TypeVar("R", bound=Record)


def read_record(document: Document, kind: type[R]) -> R:
    """Make a record of a document that passed the check."""
    try:
        return msgspec.convert(document.value, type=kind, dec_hook=_special)
    except msgspec.ValidationError as error:
        raise SchemaError(
            f"{document.path}: passes its schema, but can't be published: {error}. "
            "Make schema/ as strict as the one that InoLink brings."
        ) from None


def _special(kind: type, value: Any) -> Any:  # noqa: ANN401  # a text may be a mapping, a date a string
    if kind is Text and isinstance(value, dict):
        return Text.of(value)
    if kind is Moment and (when := PartialDate.parse(str(value))):
        return when
    raise ValueError(f"{value!r} is no {'text by language' if kind is Text else 'date'}")
