"""Tables as CSV (RFC 4180), safe to open in any spreadsheet.

The file is UTF-8 with a mark at its start: without one, Excel takes it for the code page of the machine and
spoils every letter beyond ASCII; all other readers know the mark (`utf-8-sig`).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from inolink.exports.characters import in_lines
from inolink.exports.tables import Cell, Table

ROWS_AT_ONCE = 100
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# A spreadsheet takes what begins so for a formula. It may begin a new cell behind a line break, a tab or a
# semicolon as well: where the comma is no separator, quotes in the middle of a cell protect nothing.
FORMULA = re.compile(r"""((?:^|[\n\t;])[\s"']*)([=+\-@\uff1d\uff0b\uff0d\uff20])""")
WITHIN = re.compile(r"""[\n\t;][\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]""")
"""The same behind the start of a text: found more quickly, as it begins with one of three letters."""


def write_delimited(table: Table) -> Iterator[bytes]:
    """Yield a table as a file, some rows at a time."""
    rows = ([_plain(cell) for cell in row] for row in table.rows)
    yield (MARK + _lines([table.columns])).encode("utf-8")
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield _lines(some).encode("utf-8")


def _lines(rows: Iterable[Sequence[str | int | float]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def harmless(text: str) -> str:
    """Return a text with an apostrophe wherever a spreadsheet would see a formula begin."""
    readable = in_lines(text)
    if FORMULA.match(readable) or WITHIN.search(readable):
        return FORMULA.sub(r"\1'\2", readable)
    return readable


def _plain(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
