"""Texts that a language of the site still lacks: one notice for each file and language."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.problems import Problem
from inolink.reading.document import Document, Pointer

NAMED_AT_MOST = 5


def texts_are_translated(context: Context) -> Iterator[Problem]:
    """IL483."""
    for document in context.documents:
        for language in context.settings.languages[1:]:
            if missing := _untranslated(context, document, language):
                params = {"language": language, "count": str(len(missing)), "fields": _named(missing)}
                yield document.problem("IL483", missing[0], **params)


def _untranslated(context: Context, document: Document, language: str) -> list[Pointer]:
    texts = (node for node in context.schemas.nodes(document) if node.shape.format in {"text", "markdown"})
    return [text.pointer for text in texts if isinstance(text.value, dict) and language not in text.value]


def _named(pointers: list[Pointer]) -> str:
    fields = list(
        dict.fromkeys(".".join(str(part) for part in way if isinstance(part, str)) for way in pointers)
    )
    return ", ".join(fields[:NAMED_AT_MOST]) + (", …" if len(fields) > NAMED_AT_MOST else "")
