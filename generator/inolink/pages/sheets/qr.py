"""QR codes as drawings within a page."""

import re
from functools import cache
from typing import Any

import zxingcpp
from markupsafe import Markup

from inolink.pages.markup import filled

QUIET_ZONE = 2
"""Modules of white around the code; the paper around it adds the rest."""
MASK = 3
"""Any of the eight patterns can be read; to find the one that scanners like best takes many times as long."""
RUN = re.compile(rb"\xff+|\x00+")
AT_ONCE = 12
"""Modules whose drawing is remembered: the same few come again and again."""
DRAWING = '<svg viewBox="0 0 {0} {0}" class="il-qr"><path stroke="#000" d="{1}"/></svg>'


def qr_code(address: str) -> Markup:
    """Return a QR code that leads to an address: shapes only, so that the page's policy lets it show."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=MASK)
    image: Any = zxingcpp.write_barcode_to_image(code, add_quiet_zones=False)
    size, modules = image.shape[0], bytes(memoryview(image))
    rows = (modules[start : start + size] for start in range(0, size * size, size))
    path = "".join(_row(row, y) for y, row in enumerate(rows, start=QUIET_ZONE))
    return filled(DRAWING, size + 2 * QUIET_ZONE, path)


def _row(row: bytes, y: int) -> str:
    strokes = "".join([_strokes(row[x : x + AT_ONCE]) for x in range(0, len(row), AT_ONCE)])
    return f"M{QUIET_ZONE} {y}.5{strokes}"


@cache
def _strokes(modules: bytes) -> str:
    """Return some modules of a row: the black ones as strokes as thick as a module."""
    runs: list[bytes] = RUN.findall(modules)
    return "".join([f"m{len(run)} 0" if run[0] else f"h{len(run)}" for run in runs])
