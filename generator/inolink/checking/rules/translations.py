"""Texts that a language of the site still lacks: one notice for each file and language."""

from collections.abc import Iterator

from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import Pointer

NAMED_AT_MOST = 5


def texts_are_translated(subject: Subject) -> Iterator[Problem]:
    """IL483."""
    for language in subject.settings.languages[1:]:
        if missing := _untranslated(subject, language):
            params = {"language": language, "count": str(len(missing)), "fields": _named(missing)}
            yield subject.document.problem("IL483", missing[0], **params)


def _untranslated(subject: Subject, language: str) -> list[Pointer]:
    texts = (node for node in subject.nodes if node.shape.format in {"text", "markdown"})
    return [text.pointer for text in texts if isinstance(text.value, dict) and language not in text.value]


def _named(pointers: list[Pointer]) -> str:
    fields = list(
        dict.fromkeys(".".join(str(part) for part in way if isinstance(part, str)) for way in pointers)
    )
    return ", ".join(fields[:NAMED_AT_MOST]) + (", …" if len(fields) > NAMED_AT_MOST else "")
