"""The account of a change, for a terminal and for the summary of a pipeline."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import click

from inolink.checking.changes.changes import Changes
from inolink.checking.changes.files import ChangedFile, State
from inolink.checking.changes.review import Remark
from inolink.checking.changes.words import Words
from inolink.checking.reporters.markdown import escape
from inolink.problems import shorten

LONGEST_LIST = 20
MOST_NAMED = 8
Quote = Callable[[str], str]
Section = tuple[str, list[str]]


def text(changes: Changes, language: str, base: str) -> str:
    """Return the account as lines for a terminal."""
    words = Words(changes, language)
    lines = [click.style(words("title"), bold=True)]
    for heading, entries in _sections(changes, words, str):
        lines += ["", click.style(heading, bold=True), *(f"  - {entry}" for entry in entries)]
    return "\n".join([*lines, "", words("next", base=base)])


def markdown(changes: Changes, language: str, _base: str) -> str:
    """Return the account as Markdown; whatever stands in a record stays plain text."""
    words = Words(changes, language)
    lines = [f"### {words('title')}"]
    for heading, entries in _sections(changes, words, escape):
        lines += ["", f"**{heading}**", "", *(f"- {entry}" for entry in entries)]
    return "\n".join(lines)


def _sections(changes: Changes, words: Words, quote: Quote) -> Iterator[Section]:
    """Yield headings with their entries, ready for print."""
    if not changes.files:
        yield words("nothing"), []
        return
    for state in State:
        if files := changes.records(state):
            yield words(f"heading.{state}"), _shortened([_entry(file, words, quote) for file in files], words)
    if others := changes.others:
        yield words("heading.others"), _shortened([quote(shorten(file.path)) for file in others], words)
    entries = [_remark(remark, words, quote) for remark in changes.remarks]
    yield words("heading.review"), entries or [words("nothing-special")]


def _entry(file: ChangedFile, words: Words, quote: Quote) -> str:
    """Say in one line which record it is, what differs in it, and on which page one sees that."""
    said = ". ".join(filter(None, (words.record(file), words.difference(file))))
    seen = file.page is not None and file.state is not State.GONE
    return quote(said) + (f" → {words.changes.settings.site_url}{file.page}" if seen else "")


def _remark(remark: Remark, words: Words, quote: Quote) -> str:
    named = [quote(name) for name in words.about(remark, MOST_NAMED)]
    return words(f"review.{remark.key}", about=f"({', '.join(named)})")


def _shortened(entries: list[str], words: Words) -> list[str]:
    rest = len(entries) - LONGEST_LIST
    return [*entries[:LONGEST_LIST], words("more", count=rest)] if rest > 0 else entries


WRITERS: Mapping[str, Callable[[Changes, str, str], str]] = MappingProxyType(
    {"text": text, "markdown": markdown}
)
