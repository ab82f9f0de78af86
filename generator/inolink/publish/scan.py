"""What a piece of HTML refers to and what can be referred to in it.

A frame and a guide page are read by a parser. A page's own HTML comes from our templates, which quote every
attribute: there a regular expression finds the same a hundred times faster, and a parser confirms whatever
looks wrong before it is called so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

LINK = re.compile(r'\s(href|src|action)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
FETCHING = frozenset({"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"})


@dataclass
class Scan:
    """The links, marks and headings of some HTML."""

    links: list[tuple[str, bool]] = field(default_factory=list)
    """Where to, and whether the browser fetches it by itself."""
    ids: set[str] = field(default_factory=set)
    headings: int = 0
    """How many are of the first level."""
    language: str | None = None

    def within(self, frame: "Scan") -> "Scan":
        """Return the scan of a page in its frame."""
        headings = self.headings + frame.headings
        return Scan(frame.links + self.links, self.ids | frame.ids, headings, frame.language)


def quick_scan(parts: Sequence[str]) -> Scan:
    """Scan HTML of our own templates; words that only look like an attribute may be among the links."""
    found = Scan()
    for html in parts:
        found.links += [
            (unescape(target), name == "src") for name, target in dict.fromkeys(LINK.findall(html))
        ]
        found.ids.update(ID.findall(html))
        found.headings += html.count("<h1")
    return found


def full_scan(html: str) -> Scan:
    """Scan any HTML, by a parser."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Scan()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.found.language = values.get("lang")
        self.found.headings += tag == "h1"
        fetched = tag == "link" and not FETCHING.isdisjoint(values.get("rel", "").split())
        for name in ("href", "src", "action"):
            if name in values:
                self.found.links.append((values[name], fetched or name == "src"))
        if "id" in values:
            self.found.ids.add(values["id"])
