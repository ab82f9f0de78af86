"""What matching tells: pairs, how well they fit, and the reasons as values that a page puts into words."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

Term = tuple[str, str]
"""A vocabulary and a code of it; the names `countries` and `languages` stand for the ISO lists."""
Word = tuple[str, str]
"""A language and a word in it."""


@lru_cache(maxsize=100_000)
def terms_named(vocabulary: str, codes: tuple[str, ...]) -> tuple[Term, ...]:
    """Return codes as terms; thousands of reasons name the same few, so they share them."""
    return tuple((vocabulary, code) for code in codes)


class ReasonKind(StrEnum):
    """What speaks for a pair."""

    TECHNOLOGY = "technology"
    TECHNOLOGY_GROUP = "technology-group"
    """Neighbouring technologies: another term of the same group, or the group itself."""
    ECOSYSTEM = "ecosystem"
    WORDS = "words"
    SERVICE = "service"
    COOPERATION = "cooperation"
    COUNTRY = "country"
    TIES = "ties"
    """An organisation has partners in a country that is sought."""
    PARTNER_TYPE = "partner-type"
    PARTNER_SIZE = "partner-size"
    REGION = "region"
    PROJECT = "project"
    """They have worked together before; the term is `initiatives` and the cluster's slug with the id."""
    LANGUAGE = "language"


class By(StrEnum):
    """Which side of a pair asks for it; the other one fulfils it."""

    BOTH = "both"
    SUBJECT = "subject"
    COUNTERPART = "counterpart"

    @property
    def mirrored(self) -> "By":
        """The same, seen from the other side."""
        return {By.SUBJECT: By.COUNTERPART, By.COUNTERPART: By.SUBJECT}.get(self, self)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a pair."""

    kind: ReasonKind
    terms: tuple[Term, ...] = ()
    weight: float = 0.0
    """How much it adds, from 0 to 1."""
    words: tuple[Word, ...] = ()
    by: By = By.BOTH

    @property
    def mirrored(self) -> "Reason":
        """The same, seen from the other side."""
        return self if self.by is By.BOTH else replace(self, by=self.by.mirrored)


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be a partner. Keys are `interest/…`, `offer/…` and `cluster/…`."""

    subject: str
    counterpart: str
    score: float
    reasons: tuple[Reason, ...]
    """The best ones first."""

    @property
    def mirrored(self) -> "Match":
        """The same pair, seen from the other side."""
        reasons = tuple(reason.mirrored for reason in self.reasons)
        return Match(self.counterpart, self.subject, self.score, reasons)
