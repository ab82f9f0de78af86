"""QR codes as drawings within a page."""

import segno
from markupsafe import Markup

QUIET_ZONE = 2
"""Modules of white around the code; the paper around it adds the rest."""
MASK = 3
"""Any of the eight patterns can be read; to find the one that scanners like best takes four times as long."""


def qr_code(address: str) -> Markup:
    """Return a QR code that leads to an address: shapes only, so that the page's policy lets it show."""
    code = segno.make_qr(address, error="m", mask=MASK)
    drawing = code.svg_inline(border=QUIET_ZONE, svgclass="il-qr", lineclass=None, omitsize=True)
    return Markup(drawing)  # noqa: S704  # a drawing of black squares; the address is not written in it
