"""Whether a logo is nothing but a picture."""

import io
import re
import warnings
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

from inolink.reading.directory import LARGEST_LOGO, Logo

LONGEST_SIDE = 4000
FORMATS = {".png": "PNG", ".webp": "WEBP"}
SVG_NAMESPACE = "{http://www.w3.org/2000/svg}"

# What drawing programs write for shapes, colours and words; nothing that runs, embeds or fetches.
SHAPES = "svg g defs symbol use path rect circle ellipse line polyline polygon switch marker"
WORDS = "title desc metadata text tspan style"
PAINT = "linearGradient radialGradient stop clipPath mask pattern"
EFFECTS = (
    "filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feOffset"
)
SVG_ELEMENTS = frozenset(f"{SHAPES} {WORDS} {PAINT} {EFFECTS}".split())
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|['\"]?#)|javascript:|expression\(|\\", re.IGNORECASE)


def flaw(logo: Logo) -> str | None:
    """Return the reason why a logo can't be used, or None."""
    if len(logo.data) > LARGEST_LOGO:
        return "logo-size"
    suffix = PurePosixPath(logo.path).suffix
    return _svg_flaw(logo.data) if suffix == ".svg" else _raster_flaw(logo.data, FORMATS[suffix])


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


def _svg_flaw(data: bytes) -> str | None:
    if DECLARATIONS.search(data) or b"\0" in data:
        return "logo-doctype"
    try:
        root = ET.fromstring(data)  # noqa: S314  # no document type, so no entities that could grow
    except (ET.ParseError, ValueError, LookupError):
        return "logo-broken"
    if root.tag != f"{SVG_NAMESPACE}svg":
        return "logo-kind"
    return next((reason for element in root.iter() if (reason := _element_flaw(element))), None)


def _element_flaw(element: ET.Element) -> str | None:
    namespace, _, name = str(element.tag).rpartition("}")
    if namespace == SVG_NAMESPACE[:-1] and name not in SVG_ELEMENTS:
        return "logo-element"
    if not namespace or "xhtml" in namespace:
        return "logo-element"
    if name == "style" and OUTSIDE.search(element.text or ""):
        return "logo-reference"
    return next((reason for item in element.attrib.items() if (reason := _attribute_flaw(*item))), None)


def _attribute_flaw(name: str, value: str) -> str | None:
    namespace, _, local = name.lower().rpartition("}")
    if local.startswith("on"):
        return "logo-handler"
    if local in {"href", "src"}:
        return None if value.strip().startswith("#") else "logo-reference"
    # Drawing programs note file names and versions in namespaces of their own.
    return "logo-reference" if not namespace and OUTSIDE.search(value) else None
