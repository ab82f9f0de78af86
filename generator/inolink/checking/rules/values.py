"""Rules on single values by what the schema says they mean: codes, dates, addresses, texts by language."""

import re
from collections.abc import Callable, Iterator

from inolink.checking.addresses import email_flaw, url_flaw
from inolink.checking.codes import meanings
from inolink.checking.shapes import Node
from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.dates import FORM, PartialDate
from inolink.reading.document import Document
from inolink.reading.guess import MOST_GUESSES, closest_of, suggestion

LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
REGIONS = "nuts"
"""A rule of its own: a region must also fit its country."""


def values(subject: Subject) -> Iterator[Problem]:
    """IL311, IL312, IL401, IL402, IL461, IL462: each value whose form is right, by its meaning."""
    document, guesses = subject.document, 0
    for node in subject.well_formed_nodes:
        if node.shape.vocabulary:
            found = list(_code(subject, document, node, guess=guesses < MOST_GUESSES))
            guesses += len(found)
            yield from found
        elif node.shape.format in _BY_FORMAT:
            yield from _BY_FORMAT[node.shape.format](subject, document, node)


def _code(subject: Subject, document: Document, node: Node, *, guess: bool) -> Iterator[Problem]:
    name, value = str(node.shape.vocabulary), str(node.value)
    if name == REGIONS or not isinstance(node.value, str | int) or value in subject.known_codes(name):
        return
    known = meanings(name, subject.vocabularies, subject.settings.languages) if guess else {}
    yield document.problem(
        "IL401", node.pointer, value=value, list=name, **suggestion(closest_of(value, known))
    )


def _date(_subject: Subject, document: Document, node: Node) -> Iterator[Problem]:
    if isinstance(node.value, str) and FORM.match(node.value) and not PartialDate.parse(node.value):
        yield document.problem("IL402", node.pointer, value=node.value)


def _url(_subject: Subject, document: Document, node: Node) -> Iterator[Problem]:
    if isinstance(node.value, str) and (reason := url_flaw(node.value)):
        yield document.problem("IL461", node.pointer, reason=reason)


def _email(_subject: Subject, document: Document, node: Node) -> Iterator[Problem]:
    if isinstance(node.value, str) and email_flaw(node.value):
        yield document.problem("IL462", node.pointer, value=node.value)


def _localised(subject: Subject, document: Document, node: Node) -> Iterator[Problem]:
    if not isinstance(node.value, dict):
        return
    languages = subject.settings.languages
    if languages[0] not in node.value:
        yield document.problem("IL311", node.pointer, language=languages[0])
    for language in node.value:
        if language not in languages and re.fullmatch("[a-z]{2}", language):
            yield document.key_problem("IL312", (*node.pointer, language), language=language)


def _markdown(subject: Subject, document: Document, node: Node) -> Iterator[Problem]:
    """Look into a long text as well: it may hold links."""
    yield from _localised(subject, document, node)
    texts = node.value.items() if isinstance(node.value, dict) else ()
    for language, text in texts:
        for found in LINK.finditer(text if isinstance(text, str) else ""):
            if reason := _link_flaw(found.group(1)):
                yield document.problem("IL461", (*node.pointer, language), reason=reason)


def _link_flaw(target: str) -> str | None:
    """Return the reason why a link in a text leads nowhere safe; it may also open a message."""
    kind, _, address = target.partition(":")
    return url_flaw(target) if kind != "mailto" or email_flaw(address) else None


_BY_FORMAT: dict[str, Callable[[Subject, Document, Node], Iterator[Problem]]] = {
    "date": _date,
    "partial-date": _date,
    "url": _url,
    "email": _email,
    "text": _localised,
    "markdown": _markdown,
}
