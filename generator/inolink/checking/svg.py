"""Whether an SVG file is nothing but a drawing, and one that a browser can draw at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from py_svg_hush import filter_svg

from inolink.reading.directory import LARGEST_LOGO

NAMESPACE = "{http://www.w3.org/2000/svg}"

# What drawing programs write for shapes, colours and words; nothing that runs, embeds or fetches.
SHAPES = "svg g defs symbol use path rect circle ellipse line polyline polygon switch marker"
WORDS = "title desc metadata text tspan style"
PAINT = "linearGradient radialGradient stop clipPath mask pattern"
EFFECTS = (
    "filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feOffset"
)
ELEMENTS = frozenset(f"{SHAPES} {WORDS} {PAINT} {EFFECTS}".split())
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
ENCODING = re.compile(r"\ufeff?<\?xml[^>]*?\sencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
OUTSIDE = re.compile(
    r"@import|url\(\s*['\"]?\s*(?!#|['\"]?#)|(?:image|image-set|src|cross-fade|element)\("
    r"|javascript:|expression\(|\\",
    re.IGNORECASE,
)

DEEPEST_NESTING = 100
"""Of elements within elements, and of what they refer to."""
MOST_ELEMENTS = 100_000
"""As drawn: what is referred to counts each time."""
LOCAL = re.compile(r"url\(\s{0,9}['\"]?#([^)'\"]{1,200})['\"]?\s{0,9}\)")
SELECTOR = re.compile(r"\s*(?:[\w-]+(?=[.#]))?([.#]?[\w-]+)\s*\Z")
EVERYTHING = "*"
NO_DATA: dict[str, list[str]] = {}
"""Pictures within a drawing are not let through."""


def drawn_anew(data: bytes) -> bytes:
    """Return a drawing with nothing but shapes in it; ValueError if there is none."""
    return bytes(filter_svg(data, NO_DATA))


def svg_flaw(data: bytes) -> str | None:
    """Return the reason why a drawing can't be used, or None."""
    if DECLARATIONS.search(data) or b"\0" in data:
        return "logo-doctype"
    try:
        if ENCODING.match(data.decode("utf-8")):
            return "logo-encoding"
        root = ET.fromstring(data)  # noqa: S314  # no document type, so no entities that could grow
    except UnicodeDecodeError:
        return "logo-encoding"
    except (ET.ParseError, ValueError, LookupError):
        return "logo-broken"
    if root.tag != f"{NAMESPACE}svg":
        return "logo-kind"
    reasons = (reason for element in root.iter() if (reason := _element_flaw(element)))
    return next(reasons, None) or ("logo-nested" if _endless(root) else _result_flaw(data))


def _element_flaw(element: ET.Element) -> str | None:
    namespace, _, name = str(element.tag).rpartition("}")
    if namespace == NAMESPACE[:-1] and name not in ELEMENTS:
        return "logo-element"
    if not namespace or "xhtml" in namespace.lower():
        return "logo-element"
    if name == "style" and OUTSIDE.search("".join(element.itertext())):
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


def _result_flaw(data: bytes) -> str | None:
    """Look at what would be published: it must be a drawing still, and no larger than one."""
    try:
        drawn = drawn_anew(data)
        root = ET.fromstring(drawn)  # noqa: S314  # as above
    except (ET.ParseError, ValueError):
        return "logo-broken"
    if len(drawn) > 2 * LARGEST_LOGO:
        return "logo-size"
    return None if root.tag == f"{NAMESPACE}svg" else "logo-broken"


def _endless(root: ET.Element) -> bool:
    """Whether drawing it takes far more than reading it: shapes made of shapes made of shapes."""
    try:
        _Drawing.of(root).size(root, 0)
    except _TooMuchError:
        return True
    return False


class _TooMuchError(Exception):
    """A drawing is deeper, larger or less finite than any logo needs to be."""


@dataclass
class _Drawing:
    """How much a browser has to draw, element by element; each that is referred to counts again."""

    named: dict[str, ET.Element]
    rules: dict[str, list[str]] = field(default_factory=dict)
    """What the rules of style sheets refer to, by the class, the name or the tag that they are for."""
    sizes: dict[ET.Element, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: ET.Element) -> "_Drawing":
        drawing = cls({name: element for element in root.iter() if (name := element.get("id"))})
        for style in root.iter(f"{NAMESPACE}style"):
            for rule in "".join(style.itertext()).split("}"):
                selectors, _, body = rule.rpartition("{")
                names = [name for name in LOCAL.findall(body) if name in drawing.named]
                for selector in selectors.split(",") if names else ():
                    simple = SELECTOR.match(selector)
                    drawing.rules.setdefault(simple.group(1) if simple else EVERYTHING, []).extend(names)
        return drawing

    def size(self, element: ET.Element, depth: int) -> int:
        """Return how many elements are drawn for this one; a circle of references never ends."""
        if element not in self.sizes:
            # Too large until it is known: whoever comes back here goes in a circle.
            self.sizes[element] = MOST_ELEMENTS
            below = (*element, *self._references(element))
            if depth > DEEPEST_NESTING:
                raise _TooMuchError
            self.sizes[element] = 1 + sum(self.size(each, depth + 1) for each in below)
        if self.sizes[element] >= MOST_ELEMENTS:
            raise _TooMuchError
        return self.sizes[element]

    def _references(self, element: ET.Element) -> Iterator[ET.Element]:
        for name in self._names(element):
            if name in self.named:
                yield self.named[name]

    def _names(self, element: ET.Element) -> Iterator[str]:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == "href":
                yield value.strip().removeprefix("#")
            yield from LOCAL.findall(value)
        tag = str(element.tag).rpartition("}")[2]
        classes = (f".{name}" for name in (element.get("class") or "").split())
        for selector in (EVERYTHING, tag, f"#{element.get('id')}", *classes):
            yield from self.rules.get(selector, ())
