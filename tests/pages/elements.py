"""A page as a tree, to be asked what stands where.

Parsing fails where an element is closed in the wrong place, or never.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])
INLINE = frozenset(["a", "code", "em", "span", "strong", "time"])
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SELECTOR = re.compile(
    r"(?P<tag>[a-z0-9]+)?(?:#(?P<id>[\w-]+))?(?P<classes>(?:\.[\w-]+)*)"
    r"(?:\[(?P<name>[\w-]+)(?:=(?P<value>[^\]]*))?\])?"
)


@dataclass(eq=False)
class Element:
    """An element with what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it, single spaces between them; elements that begin a line are set apart."""
        return " ".join("".join(self.words()).split())

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __iter__(self) -> Iterator["Element"]:
        """Yield everything below it, from top to bottom."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def every(self, selector: str) -> list["Element"]:
        """Return what fits `tag#id.class[attribute=value]`, or a part of that; a space leads further down."""
        first, _, rest = selector.partition(" ")
        found = [element for element in self if element.fits(first)]
        return [inner for outer in found for inner in outer.every(rest)] if rest else found

    def one(self, selector: str) -> "Element":
        """Return the only element that fits."""
        found = self.every(selector)
        assert len(found) == 1, f"{selector}: {len(found)} in {self.text[:300]}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """Return the words of all that fit."""
        return [element.text for element in self.every(selector)]

    def section(self, mark: str) -> "Element":
        """Return the section whose heading has this id."""
        return next(each for each in self.every("section") if any(each.every(f"h2#{mark}")))

    def facts(self) -> dict[str, str]:
        """Return the terms of all description lists, with what is said of each."""
        return {pair.one("dt").text: pair.one("dd").text for pair in self.every("dl div")}

    def fits(self, selector: str) -> bool:
        """Whether one step of a selector describes this element."""
        asked = SELECTOR.fullmatch(selector)
        assert asked, selector
        classes = set(filter(None, asked["classes"].split(".")))
        return (
            asked["tag"] in {None, self.tag}
            and asked["id"] in {None, self.attributes.get("id")}
            and classes <= set(self.attributes.get("class", "").split())
            and (asked["name"] is None or asked["name"] in self.attributes)
            and asked["value"] in {None, self.attributes.get(asked["name"] or "")}
        )

    def words(self) -> Iterator[str]:
        """Yield the text piece by piece."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                inner = child.words() if child.tag not in {"script", "style"} else ()
                yield from inner if child.tag in INLINE else (" ", *inner, " ")


def parse(html: str) -> Element:
    """Read HTML as a tree."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert len(parser.open) == 1, f"never closed: {parser.open[-1].tag}"
    return parser.open[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs), f"an attribute twice: {attrs}"
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
