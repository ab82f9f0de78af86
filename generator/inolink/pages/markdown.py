"""Long texts may use a little Markdown: paragraphs, emphasis, lists, links. Nothing else survives."""

import re
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "code", "br"}
LINKS = ("https://", "http://", "mailto:")
"""Whole addresses only: any other would lead to a place on this site that may not be there."""
LONGEST = 20_000  # nh3 takes seconds over deeply nested input; the schema allows 4,000 characters
UNUSUAL = [
    # What may mark something up, and signs that are no text or no ordinary space.
    re.compile(
        r"[\\`*_\[\]<~\x00-\t\v-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]"
    ),
    re.compile(r"\n(?:[ >+-]|[0-9]+[.)])"),  # the beginning of a list or a quotation
    re.compile(r" \n"),  # what may break a line
    re.compile(r"&#?[0-9A-Za-z]+;"),  # what stands for another character
]
"""Several are faster than one: each has something certain to look for."""
GAP = re.compile(r"\n\n+")


@cache
def parser() -> MarkdownIt:
    """Return the parser of the little Markdown."""
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "code"])


def plain_paragraphs(text: str) -> list[str] | None:
    """Return the paragraphs of a text without any Markdown, as most are; None of one that may have some."""
    in_lines = f"\n{text}\n"
    if any(unusual.search(in_lines) for unusual in UNUSUAL):
        return None
    return [paragraph for paragraph in GAP.split(text.strip("\n")) if paragraph]


def render_markdown(text: str) -> Markup:
    """Return the text as HTML in which only harmless tags are left."""
    paragraphs = plain_paragraphs(text[:LONGEST])
    if paragraphs is None:
        return parsed(text)
    html = "".join([f"<p>{_escaped(each)}</p>\n" for each in paragraphs])
    return Markup(html)  # noqa: S704  # escaped


def parsed(text: str) -> Markup:
    """Do the same for any text; for one without Markdown it takes ten times as long."""
    clean = nh3.clean(
        parser().render(text[:LONGEST]),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_whole_address,
        link_rel="noopener nofollow ugc",
    )
    return Markup(clean)  # noqa: S704  # nh3 has cleaned it


def _escaped(text: str) -> str:
    """Escape a text as nh3 does: quotes mean nothing outside of tags, and what else does is unusual."""
    return text.replace("&", "&amp;").replace(">", "&gt;")


def _whole_address(_tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or value.lower().startswith(LINKS) else None
