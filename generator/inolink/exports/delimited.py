"""Tables as CSV (RFC 4180), safe to open in any spreadsheet.

The file is UTF-8 with a mark at its start: without one, Excel takes it for the code page of the machine and
spoils every letter beyond ASCII; all other readers know the mark (`utf-8-sig`).
"""

import csv
import io
import re
from datetime import date

from inolink.exports.characters import LINE_ENDS, NO_TEXT, REPLACEMENT
from inolink.exports.tables import Cell, Table

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# A spreadsheet takes what begins so for a formula. It may begin a new cell behind a line break, a tab or a
# semicolon as well: where the comma is no separator, quotes in the middle of a cell protect nothing.
FORMULA = re.compile(r"""((?:^|[\n\t;])[\s"']*)([=+\-@\uff1d\uff0b\uff0d\uff20])""")


def write_delimited(table: Table) -> bytes:
    """Return a table as a file."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return (MARK + written.getvalue()).encode("utf-8")


def harmless(text: str) -> str:
    """Return a text with an apostrophe wherever a spreadsheet would see a formula begin."""
    readable = NO_TEXT.sub(REPLACEMENT, LINE_ENDS.sub("\n", text))
    return FORMULA.sub(r"\1'\2", readable)


def _plain(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
