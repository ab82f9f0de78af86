"""All tables as one workbook (XLSX).

Every text is a text cell, so that no formula runs; the same records make the same file to the byte.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has annotations, and no mark for it

from inolink.exports.tables import Cell, Row, Table
from inolink.pages import Site

OPTIONS = {
    # Row by row through a file: whatever the number of records, the workbook takes the same memory.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
HEAD = {"bold": True, "bg_color": "#0E2F3A", "font_color": "#FFFFFF", "valign": "vcenter"}
LONGEST_CELL = 32_767
LONGEST_SHEET = 1_048_576
"""Lines of a sheet, as the format has it; a longer table goes on in further sheets."""
PIECE = 1 << 20
WIDTHS = {"name": 36, "title": 40, "summary": 60, "description": 60, "text": 60, "subject": 50, "label": 40}
NARROW, WIDE = 14, 30
LINKS = frozenset({"page", "sources", "website", "registration", "members_source"})
FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_workbook(
    tables: Iterable[Table], notes: Iterable[tuple[str, str]], site: Site, scratch: Path | None = None
) -> Iterator[bytes]:
    """Yield the tables as a workbook; the notes tell on its first sheet what it is.

    Until it is complete it lies in the folder `scratch`.
    """
    with TemporaryFile(dir=scratch) as written:
        _write_book(written, tables, notes, site, scratch)
        written.seek(0)
        while piece := written.read(PIECE):
            yield piece


def _write_book(
    written: IO[bytes],
    tables: Iterable[Table],
    notes: Iterable[tuple[str, str]],
    site: Site,
    scratch: Path | None,
) -> None:
    book = Workbook(written, OPTIONS | {"tmpdir": str(scratch) if scratch else None})
    book.set_properties(
        {
            "title": site.settings.site_name,
            "author": site.settings.organisation or site.settings.site_name,
            "created": datetime.combine(site.catalogue.today, time()),
        }
    )
    styles = {
        "head": book.add_format(HEAD),
        "text": book.add_format({"valign": "top"}),
        # The mark stays when somebody edits the cell: without it, editing would make a formula of the text.
        "marked": book.add_format({"valign": "top", "quote_prefix": True}),
        "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        "strong": book.add_format({"bold": True, "valign": "top"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    _about(book, notes, styles)
    for table in tables:
        _sheets(book, table, styles)
    book.close()


def _about(book: Any, notes: Iterable[tuple[str, str]], styles: dict[str, Any]) -> None:  # noqa: ANN401
    sheet = book.add_worksheet("about")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    for line, (name, said) in enumerate(notes):
        sheet.write_string(line, 0, name, styles["strong"])
        sheet.write_string(line, 1, said, styles["wrapped"])


def _sheets(book: Any, table: Table, styles: dict[str, Any]) -> None:  # noqa: ANN401
    """Write a table; its further sheets are called `offers-2` and so on, and have the same head."""
    rows = iter(table.rows)
    _sheet(book, table.name, table.columns, islice(rows, LONGEST_SHEET - 1), styles)
    for number in count(2):
        # One row is taken to see whether there are more.
        if (first := next(rows, None)) is None:
            return
        more = chain((first,), islice(rows, LONGEST_SHEET - 2))
        _sheet(book, f"{table.name}-{number}", table.columns, more, styles)


def _sheet(
    book: Any,  # noqa: ANN401
    name: str,
    columns: Sequence[str],
    rows: Iterable[Row],
    styles: dict[str, Any],
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 2)
    for column, title in enumerate(columns):
        sheet.set_column(column, column, _width(title))
        sheet.write_string(0, column, title, styles["head"])
    line = 0
    for line, row in enumerate(rows, start=1):  # how many there were
        for column, cell in enumerate(row):
            _write(sheet, line, column, cell, styles)
    sheet.autofilter(0, 0, max(line, 1), len(columns) - 1)


def _write(sheet: Any, line: int, column: int, cell: Cell, styles: dict[str, Any]) -> None:  # noqa: ANN401
    if cell is None:
        return
    if isinstance(cell, str):
        style = styles["marked" if cell.startswith(FORMULA_STARTS) else "text"]
        sheet.write_string(line, column, cell[:LONGEST_CELL], style)
    elif isinstance(cell, int | float):
        sheet.write_number(line, column, cell, styles["text"])
    else:
        sheet.write_datetime(line, column, cell, styles["day"])


def _width(column: str) -> int:
    if column in LINKS:
        return WIDE
    return WIDTHS.get(column.rpartition("_")[0] or column, NARROW)
