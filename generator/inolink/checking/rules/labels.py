"""Labels of cluster excellence follow one another in a fixed order; what doesn't add up is mostly a slip.

Where only the year of an award is known, every day of it is possible: only what can't be true is reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inolink.checking.entry import Entry
from inolink.checking.subject import Subject
from inolink.checking.validity import BETWEEN_LEVELS_MONTHS, first_end, renewal_deadline, renewed_end
from inolink.problems import Problem
from inolink.reading.dates import PartialDate, month_end
from inolink.reading.document import FileKind


@dataclass(frozen=True, slots=True)
class Award:
    """A label with a known level and date of award."""

    entry: Entry
    level: str
    awarded: PartialDate

    @property
    def renewal(self) -> bool:
        return self.entry.text("type") == "renewal"

    def problem(self, case: str, **params: object) -> Problem:
        return self.entry.problem(
            "IL432", "awarded", case=case, level=self.level, value=self.awarded, **params
        )


def label_in_the_past(subject: Subject) -> Iterator[Problem]:
    """IL431."""
    for profile in subject.records(FileKind.PROFILE):
        for label in profile.entries("labels"):
            for key in ("awarded", "held"):
                when = label.date(key)
                if when and when.earliest > subject.today:
                    yield label.problem("IL431", key, value=when)


def label_has_a_date(subject: Subject) -> Iterator[Problem]:
    """IL433."""
    for profile in subject.records(FileKind.PROFILE):
        for label in profile.entries("labels"):
            if not label.has("awarded"):
                yield label.problem("IL433", level=label.text("level") or "")


def labels_add_up(subject: Subject) -> Iterator[Problem]:
    """IL432, for each level by itself and between the levels."""
    levels = subject.vocabularies["label-levels"].codes
    for profile in subject.records(FileKind.PROFILE):
        chains = {level: _awards(profile, level) for level in levels}
        for level in levels:
            yield from _chain(chains[level])
            yield from _held(profile, level, chains[level])
        yield from _between_levels(chains)


def _awards(profile: Entry, level: str) -> list[Award]:
    labels = [label for label in profile.entries("labels") if label.text("level") == level]
    awards = [Award(label, level, when) for label in labels if (when := label.date("awarded"))]
    return sorted(awards, key=lambda award: award.awarded.earliest)


def _chain(awards: list[Award]) -> Iterator[Problem]:
    end: date | None = None
    for award in awards:
        deadline = renewal_deadline(end) if end else None
        if award.renewal and deadline is None:
            yield award.problem("renewal-without-first")
        elif award.renewal and deadline and award.awarded.earliest > deadline:
            yield award.problem("renewal-too-late", date=deadline)
        elif not award.renewal and deadline and award.awarded.latest <= deadline:
            yield award.problem("first-too-early", date=deadline)
        end = _end(award, end)


def _end(award: Award, before: date | None) -> date:
    if award.renewal:
        return renewed_end(before or award.awarded.latest)
    return first_end(award.awarded.latest)


def _held(profile: Entry, level: str, awards: list[Award]) -> Iterator[Problem]:
    """Compare the dates on which a level was held with what the awards entered can cover."""
    for label in profile.entries("labels"):
        held = label.date("held")
        if label.text("level") != level or not held:
            continue
        end: date | None = None
        for award in awards:
            if award.awarded.earliest <= held.latest:
                end = _end(award, end)
        if end and held.earliest > (deadline := renewal_deadline(end)):
            params = {"level": level, "value": held, "date": deadline}
            yield label.problem("IL432", "held", case="held-after-end", **params)


def _between_levels(chains: Mapping[str, list[Award]]) -> Iterator[Problem]:
    lower: Award | None = None
    for awards in chains.values():
        if awards and lower:
            earliest = month_end(lower.awarded.earliest, BETWEEN_LEVELS_MONTHS - 1)
            if awards[0].awarded.latest <= earliest:
                yield awards[0].problem("higher-too-early", lower=lower.level, before=lower.awarded)
        lower = awards[0] if awards else lower
