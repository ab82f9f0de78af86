"""Long texts without their little Markdown, for places that take plain text only."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from inolink.catalogue import Opening
from inolink.pages.markdown import parser, plain_paragraphs
from inolink.pages.speech import Speech

EMPTY_LINES = re.compile(r"\n{3,}")
SPACES = frozenset({"softbreak", "hardbreak"})


def plain_text(markdown: str) -> str:
    """Return the paragraphs of a text, empty lines between them, and each item of a list in a line."""
    paragraphs = plain_paragraphs(markdown)
    if paragraphs is None:
        return parsed_text(markdown)
    return "\n\n".join([each.replace("\n", " ") for each in paragraphs])


def parsed_text(markdown: str) -> str:
    """Do the same for any text; for one without Markdown it takes ten times as long."""
    return EMPTY_LINES.sub("\n\n", "".join(_pieces(parser().parse(markdown)))).strip()


def opening_text(opening: Opening, speech: Speech) -> str:
    """Return what an opening says in plain text: a summary is that already, an interest may use Markdown."""
    text = speech.plain(opening.text) if opening.text else ""
    return text if opening.kind == "offer" else plain_text(text)


def _pieces(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "list_item_open":
            yield "\n- " if token.info == "" else f"\n{token.info}. "
        elif token.type == "paragraph_open" and not token.hidden and token.level == 0:
            yield "\n\n"
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            yield "\n"
        elif token.children is not None:
            yield "".join(" " if child.type in SPACES else child.content for child in token.children)
        elif token.type == "fence":
            yield f"\n\n{token.content}"
