"""Long texts may use a little Markdown: paragraphs, emphasis, lists, links. Nothing else survives."""

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "code", "br"}
SCHEMES = {"https", "http", "mailto"}
LONGEST = 20_000  # nh3 takes seconds over deeply nested input; the schema allows 4,000 characters


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "code"])


def render_markdown(text: str) -> Markup:
    """Return the text as HTML in which only harmless tags are left."""
    html = _parser().render(text[:LONGEST])
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener nofollow ugc"
    )
    # An address without a scheme would lead somewhere on this site, or to any host.
    return Markup(clean.replace('<a href="//', '<a data-refused="//'))  # noqa: S704  # nh3 has cleaned it
