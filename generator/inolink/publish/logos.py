"""Logos as the site shows them: drawn anew, so that nothing but the picture is left."""

import io
from collections.abc import Iterable
from pathlib import PurePosixPath

from PIL import Image

from inolink.checking.svg import drawn_anew
from inolink.pages.links import logo_path
from inolink.reading.directory import Logo

FORMATS = {".png": "PNG", ".webp": "WEBP"}
LONGEST_SIDE = 1200
"""In pixels: no page shows a logo larger, and pixels written without loss can take a lot of room."""


def logo_files(logos: Iterable[Logo]) -> dict[str, bytes]:
    """Return the files of logos that the check let pass, by their paths in the site."""
    return {logo_path(logo): _cleaned(logo) for logo in logos}


def _cleaned(logo: Logo) -> bytes:
    suffix = PurePosixPath(logo.path).suffix
    return _redrawn(logo.data, FORMATS[suffix]) if suffix in FORMATS else drawn_anew(logo.data)


def _redrawn(data: bytes, kind: str) -> bytes:
    """Encode the pixels alone: what else a file carries (places, names, programs) stays behind."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        pixels = image.convert("RGBA" if image.has_transparency_data else "RGB")
        pixels.info.clear()
        pixels.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        pixels.save(written, kind, **({"lossless": True} if kind == "WEBP" else {"optimize": True}))
    return written.getvalue()
