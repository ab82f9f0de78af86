"""QR codes as drawings within a page."""

import re
from typing import Any

import zxingcpp
from markupsafe import Markup

from inolink.pages.markup import filled

QUIET_ZONE = 2
"""Modules of white around the code; the paper around it adds the rest."""
MASK = 3
"""Any of the eight patterns can be read; to find the one that scanners like best takes many times as long."""
RUN = re.compile(rb"(\xff*)(\x00+)")
"""White modules of a row, and the black ones that follow."""
DRAWING = '<svg viewBox="0 0 {0} {0}" class="il-qr"><path stroke="#000" d="{1}"/></svg>'


def qr_code(address: str) -> Markup:
    """Return a QR code that leads to an address: shapes only, so that the page's policy lets it show."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=MASK)
    image: Any = zxingcpp.write_barcode_to_image(code, add_quiet_zones=False)
    size, modules = image.shape[0], bytes(memoryview(image))
    rows = (modules[start : start + size] for start in range(0, size * size, size))
    strokes = "".join(_strokes(row, y) for y, row in enumerate(rows, start=QUIET_ZONE))
    return filled(DRAWING, size + 2 * QUIET_ZONE, strokes)


def _strokes(row: bytes, y: int) -> str:
    """Return the black of a row as strokes as thick as a module."""
    runs = [f"m{len(white)} 0h{len(black)}" for white, black in RUN.findall(row)]
    return f"M{QUIET_ZONE} {y}.5{''.join(runs)}"
