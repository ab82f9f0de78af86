"""Records as plain values again, just as their files say them; what a file leaves out is left out here."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from inolink.catalogue import PartialDate, Text
from inolink.catalogue.records import Record
from inolink.catalogue.text import TRANSLATED

PLAIN = frozenset({str, int, float, bool})
"""Most values are of these types, and need nothing."""


def plain_record(record: Record) -> dict[str, Any]:
    """Return the values of a record in the order of its kind, the defaults of its kind among them."""
    values = ((name, getattr(record, name)) for name in record.__struct_fields__)
    return {name: _plain(value) for name, value in values if value is not None and value != ()}


def plain_text_record(text: Text) -> dict[str, Any]:
    """Return a text by language, with the languages into which the directory translated it."""
    translated = {TRANSLATED: sorted(text.machine)} if text.machine else {}
    return {**text.by_language, **translated}


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is unknown; an empty list says that there are none, and stays."""
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: object) -> object:
    if type(value) in PLAIN:
        return value
    if isinstance(value, Record):
        return plain_record(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Text):
        return plain_text_record(value)
    if isinstance(value, StrEnum | PartialDate):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
