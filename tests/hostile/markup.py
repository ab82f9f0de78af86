"""Whether HTML that was made from somebody's text is nothing but text, emphasis, lists and links."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

ALLOWED = {"a", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
SCHEMES = {"http", "https", "mailto"}


def harmless(html: str) -> None:
    """Demand that no element and no attribute could run or fetch anything."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()


class _Reader(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert tag == "a", (tag, name)
            assert name in {"href", "rel"}, name
            if name == "href":
                assert urlsplit(value or "").scheme in SCHEMES, value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)
