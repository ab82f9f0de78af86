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
UNUSUAL = re.compile(
    r"[\\`*_\[\]<~\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]"  # may mark something up, or is no text
    r"|[^\S\n ]"  # spaces that are cut off in some places only
    r"|\n(?:[ >+-]|[0-9]+[.)])| \n"  # may begin a list or a quotation, or break a line
    r"|&#?[0-9A-Za-z]+;"  # stands for another character
)
GAP = re.compile(r"\n\n+")


@cache
def parser() -> MarkdownIt:
    """Return the parser of the little Markdown."""
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "code"])


def plain_paragraphs(text: str) -> list[str] | None:
    """Return the paragraphs of a text without any Markdown, as most are; None of one that may have some."""
    if UNUSUAL.search(f"\n{text}\n"):
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
    """Do the same for any text; for one without Markdown it takes four times as long."""
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
