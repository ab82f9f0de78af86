"""Long texts may use a little Markdown: paragraphs, emphasis, lists, links. Nothing else survives."""

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "code", "br"}
LINKS = ("https://", "http://", "mailto:")
"""Whole addresses only: any other would lead to a place on this site that may not be there."""
LONGEST = 20_000  # nh3 takes seconds over deeply nested input; the schema allows 4,000 characters


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "code"])


def render_markdown(text: str) -> Markup:
    """Return the text as HTML in which only harmless tags are left."""
    clean = nh3.clean(
        _parser().render(text[:LONGEST]),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_whole_address,
        link_rel="noopener nofollow ugc",
    )
    return Markup(clean)  # noqa: S704  # nh3 has cleaned it


def _whole_address(_tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or value.lower().startswith(LINKS) else None
