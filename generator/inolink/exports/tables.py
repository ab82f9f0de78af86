"""The records as tables for people who count: a row for each record, a column for each field.

Codes stand as in the files; a table of its own says what they mean. A text has a column for each language.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from inolink.catalogue import PartialDate, Text
from inolink.pages import Site
from inolink.pages.plain import plain_text

Cell = str | int | float | date | None
Row = tuple[Cell, ...]
Value = Cell | bool | PartialDate | Iterable[str]
R = TypeVar("R")
PARTED = "; "


@dataclass(frozen=True)
class Table:
    """Rows under the names of their columns."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]
    """Made anew each time that somebody asks for them."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """A field of a record."""

    name: str
    read: Callable[[R], Value]


@dataclass(frozen=True)
class Words(Generic[R]):
    """A text of a record, which fills a column for each language."""

    name: str
    read: Callable[[R], Text | None]
    markdown: bool = False
    """Whether the text may use Markdown, which a table shows without its marks."""


Fields = tuple[Column[R] | Words[R], ...]


@dataclass(frozen=True)
class Rows(Generic[R]):
    """The rows of a table, none of which lies in memory."""

    fields: Fields[R]
    records: Iterable[R]
    languages: Iterable[str]

    def __iter__(self) -> Iterator[Row]:
        """Read the records anew."""
        for each in self.records:
            yield tuple(cell for field in self.fields for cell in _cells(field, each, self.languages))


def table(name: str, fields: Fields[R], records: Iterable[R], site: Site) -> Table:
    """Make a table of records."""
    languages = site.settings.languages
    columns = (name for field in fields for name in _names(field, languages))
    return Table(name, tuple(columns), Rows(fields, records, languages))


def codes(site: Site) -> Table:
    """Return what the codes of all other tables mean."""
    languages = site.settings.languages
    labels = (f"label_{language}" for language in languages)
    rows = (
        (name, term.code, *(_label(term.label, language) for language in languages))
        for name, vocabulary in site.vocabularies.items()
        for term in vocabulary
    )
    return Table("codes", ("list", "code", *labels), tuple(rows))


def _names(field: Column[R] | Words[R], languages: Iterable[str]) -> Iterable[str]:
    return (field.name,) if isinstance(field, Column) else (f"{field.name}_{code}" for code in languages)


def _cells(field: Column[R] | Words[R], record: R, languages: Iterable[str]) -> Iterable[Cell]:
    if isinstance(field, Column):
        return (_cell(field.read(record)),)
    text = field.read(record)
    spoken = text.by_language if text else {}
    shown = plain_text if field.markdown else str
    return (shown(spoken[code]) if code in spoken else None for code in languages)


def _cell(value: Value) -> Cell:
    if value is None or isinstance(value, str | date):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, PartialDate):
        return value.earliest if value.day else str(value)
    return PARTED.join(value) or None


def _label(label: Mapping[str, str], language: str) -> str | None:
    return label.get(language)
