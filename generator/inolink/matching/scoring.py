"""How well two sides fit, and why."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from inolink.catalogue import Direction
from inolink.matching.evidence import Evidence
from inolink.matching.sides import Side
from inolink.matching.terms import terms_of
from inolink.matching.values import Match, Reason, ReasonKind
from inolink.matching.weights import weights


@dataclass(frozen=True)
class Scorer:
    """Compares two sides."""

    evidence: Evidence
    today: date

    def score(self, subject: Side, counterpart: Side) -> float:
        """Return how well two sides fit; 0 where a reader would not see why."""
        return self._compared(subject, counterpart)[0]

    def match(self, subject: Side, counterpart: Side) -> Match | None:
        """Return the match of two sides, or None where a reader would not see why."""
        score, about, terms = self._compared(subject, counterpart)
        if not score:
            return None
        share = weights().topic_share
        said = (
            self.evidence.words(subject, counterpart, reason.weight)
            if reason.kind is ReasonKind.WORDS
            else reason
            for reason in about
        )
        reasons = [*_scaled(said, share), *_scaled(terms, 1 - share)]
        best = sorted(reasons, key=lambda reason: (-reason.weight, reason.kind, reason.by, reason.terms))
        return Match(subject.key, counterpart.key, score, tuple(best))

    def _compared(self, one: Side, other: Side) -> tuple[float, list[Reason], list[Reason]]:
        """Return how well two sides fit, what speaks for a common topic, and which conditions suit both."""
        fit = fit_of(one, other, self.today)
        about = list(self.evidence.of(one, other)) if fit else []
        topic = 1 - math.prod(1 - reason.weight for reason in about)
        if topic < weights().least_topic:
            return 0.0, [], []
        terms, share = list(terms_of(one, other)), weights().topic_share
        score = fit * (share * topic + (1 - share) * sum(reason.weight for reason in terms))
        return (round(score, 4), about, terms) if score >= weights().least_score else (0.0, [], [])


def _scaled(reasons: Iterable[Reason], share: float) -> Iterator[Reason]:
    for reason in reasons:
        yield Reason(reason.kind, reason.terms, round(reason.weight * share, 4), reason.words, reason.by)


def fit_of(one: Side, other: Side, today: date) -> float:
    """Return what divides two sides, whatever they share: 1 is nothing, 0 everything."""
    fits = weights().fit
    fit = _direction(one, other) * _field(one, other) * _fresh(one, today) * _fresh(other, today)
    for asking, asked in ((one, other), (other, one)):
        if asking.countries and not asking.countries & ({asked.home.country} | asked.home.ties):
            fit *= fits.country
        if asking.partner_types and not asking.partner_types & (asked.home.kinds | {"other"}):
            fit *= fits.partner_type
    return fit


def _direction(one: Side, other: Side) -> float:
    fits = weights().fit
    if not (one.opening and other.opening):
        return fits.organisation * _same_trade(one) * _same_trade(other)
    shared = one.cooperation & other.cooperation
    fit = fits.complement
    if one.direction == other.direction:
        fit = fits.together if shared & weights().together[str(one.direction)] else 0.0
    if one.domain != other.domain:
        fit *= fits.other_domain
    if one.cooperation and other.cooperation and not shared:
        fit *= fits.no_common_form
    return fit


def _field(one: Side, other: Side) -> float:
    fits = weights().fit
    if one.technologies & other.technologies:
        return 1.0
    named = not (one.inherited or other.inherited) and one.technologies and other.technologies
    fit = fits.other_technology if named else 1.0
    common = (one.ecosystems & other.ecosystems) - weights().horizontal_ecosystems
    same = common or not one.ecosystems or not other.ecosystems or one.ecosystems == other.ecosystems
    return fit if same else fit * fits.other_field


def _same_trade(side: Side) -> float:
    seeks = side.direction is Direction.SEEKS
    sells = bool(side.cooperation & weights().outlets) or side.cooperation == weights().sales
    return weights().fit.same_trade if seeks and sells else 1.0


def _fresh(side: Side, today: date) -> float:
    age = max((today - side.confirmed).days, 0) / weights().stale_days
    return 1 - (1 - weights().fit.stale) * min(age, 1.0)
