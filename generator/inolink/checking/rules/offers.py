"""The matrix of the Enterprise Europe Network: which type of offer needs, and allows, which fields."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from inolink.checking.entry import Entry
from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.guess import fold
from inolink.reading.vocabularies import Term

LONG_WORD = 6


def typed_offers(subject: Subject) -> Iterator[tuple[Entry, Term]]:
    """Yield all offers of a known type."""
    types = subject.vocabularies["offer-types"]
    for offer in subject.records(FileKind.OFFER):
        if (code := offer.text("type")) in types:
            yield offer, types.term(str(code))


def submitted_offers(subject: Subject) -> Iterator[tuple[Entry, Term]]:
    """Yield offers that were written for the directory; what was copied from a statement may lack things."""
    return (pair for pair in typed_offers(subject) if pair[0].text("origin") != "transcribed")


def mandatory_fields(subject: Subject) -> Iterator[Problem]:
    """IL411: one problem for each field, but only one for a block that is missing as a whole."""
    required = subject.schemas.required(FileKind.OFFER)
    for offer, type_ in submitted_offers(subject):
        missing = [way for way in type_.extra.get("mandatory", ()) if not _there(offer, way)]
        for block, ways in _by_block(offer, missing):
            if block not in required:
                yield offer.key_problem("IL411", block, key=", ".join(ways), type=type_.code)


def fields_of_other_types(subject: Subject) -> Iterator[Problem]:
    """IL412."""
    for offer, type_ in typed_offers(subject):
        for key in type_.extra.get("excluded", ()):
            if offer.has(key):
                yield offer.key_problem("IL412", key, key=key, type=type_.code)


def cooperation_allowed(subject: Subject) -> Iterator[Problem]:
    """IL413."""
    cooperation = subject.vocabularies["cooperation"]
    for offer, type_ in submitted_offers(subject):
        allowed = [term.code for term in cooperation if type_.code in term.extra.get("offer_types", ())]
        for index, code in offer.texts("cooperation"):
            if code in cooperation and code not in allowed:
                params = {"cooperation": code, "type": type_.code, "allowed": ", ".join(allowed)}
                yield offer.problem("IL413", "cooperation", index, **params)


def cooperation_named(subject: Subject) -> Iterator[Problem]:
    """IL414: the partner platforms' first rule for a good text."""
    cooperation = subject.vocabularies["cooperation"]
    for offer, _ in submitted_offers(subject):
        texts = (
            *offer.localised("summary").values(),
            *offer.entry("partner_sought").localised("role").values(),
        )
        words = fold(" ".join(texts))
        for index, code in offer.texts("cooperation"):
            if code in cooperation and not _names(words, cooperation.term(code)):
                yield offer.problem("IL414", "cooperation", index, cooperation=code)


def _there(offer: Entry, way: str) -> bool:
    *blocks, key = way.split(".")
    for block in blocks:
        offer = offer.entry(block)
    return offer.has(key)


def _by_block(offer: Entry, ways: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for way in ways:
        block = way.partition(".")[0]
        groups.setdefault(way if offer.has(block) else block, []).append(way)
    for group, members in groups.items():
        yield group.partition(".")[0], members


def _names(folded: str, term: Term) -> bool:
    names = (*term.label.values(), *(word for words in term.synonyms.values() for word in words))
    return any(all(word.search(folded) for word in _words(name)) for name in names)


@lru_cache(maxsize=5_000)
def _words(name: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the words of a name with any ending: Lithuanian words end in many ways."""
    stems = (word[:-2] if len(word) >= LONG_WORD else word for word in fold(name).split())
    return tuple(re.compile(rf"\b{re.escape(stem)}") for stem in stems)
