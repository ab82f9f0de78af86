"""Whether a logo is nothing but a picture."""

import io
import warnings
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from inolink.checking.svg import svg_flaw
from inolink.reading.directory import LARGEST_LOGO, Logo

LONGEST_SIDE = 4000
FORMATS = {".png": "PNG", ".webp": "WEBP"}


def flaw(logo: Logo) -> str | None:
    """Return the reason why a logo can't be used, or None."""
    if len(logo.data) > LARGEST_LOGO:
        return "logo-size"
    suffix = PurePosixPath(logo.path).suffix
    return svg_flaw(logo.data) if suffix == ".svg" else _raster_flaw(logo.data, FORMATS[suffix])


def _raster_flaw(data: bytes, expected: str) -> str | None:
    """Look at kind and size before a single pixel is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(FORMATS.values())) as image:
                return _picture_flaw(image, expected)
    except UnidentifiedImageError:
        return "logo-kind"
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return "logo-pixels"
    except Exception:  # noqa: BLE001  # decoders meet broken files with errors of every kind
        return "logo-broken"


def _picture_flaw(image: Image.Image, expected: str) -> str | None:
    if image.format != expected:
        return "logo-kind"
    if max(image.size) > LONGEST_SIDE:
        return "logo-pixels"
    if getattr(image, "is_animated", False):
        return "logo-animated"
    image.load()
    return None
