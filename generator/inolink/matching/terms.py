"""Do the conditions suit both sides? Each that does is a reason, its weight its share of all conditions."""

from collections.abc import Iterable, Iterator

from inolink.matching.sides import Side
from inolink.matching.values import By, Reason, ReasonKind, terms_named
from inolink.matching.weights import weights

BOTH_WAYS = 2


def terms_of(one: Side, other: Side) -> Iterator[Reason]:
    """Yield the conditions that suit both."""
    terms = weights().terms
    yield from _shared(
        ReasonKind.COOPERATION, "cooperation", one.cooperation & other.cooperation, terms.cooperation
    )
    for asking, by, asked in ((one, By.SUBJECT, other), (other, By.COUNTERPART, one)):
        yield from _country(asking, asked, by)
        yield from _services(asking, asked, by)
        yield from _shared(
            ReasonKind.PARTNER_TYPE,
            "partner-types",
            asking.partner_types & asked.home.kinds,
            terms.partner_type / BOTH_WAYS,
            by,
        )
        yield from _shared(
            ReasonKind.PARTNER_SIZE,
            "company-sizes",
            asking.partner_sizes & asked.home.sizes,
            terms.partner_size / BOTH_WAYS,
            by,
        )
    if one.home.region and one.home.region == other.home.region:
        yield Reason(ReasonKind.REGION, terms_named("regions", (one.home.region,)), terms.region)
    projects = one.home.projects & other.home.projects
    yield from _shared(ReasonKind.PROJECT, "initiatives", projects, terms.project)
    yield from _shared(ReasonKind.LANGUAGE, "languages", one.languages & other.languages, terms.language)


def _country(asking: Side, asked: Side, by: By) -> Iterator[Reason]:
    weight = weights().terms.country / BOTH_WAYS
    if asked.home.country in asking.countries:
        yield Reason(ReasonKind.COUNTRY, terms_named("countries", (str(asked.home.country),)), weight, by=by)
    elif asking.countries & asked.home.ties:
        yield from _shared(ReasonKind.TIES, "countries", asking.countries & asked.home.ties, weight, by)


def _services(asking: Side, asked: Side, by: By) -> Iterator[Reason]:
    wanted = {service for form in asking.cooperation for service in weights().services.get(form, ())}
    weight = weights().terms.service
    return _shared(ReasonKind.SERVICE, "services", wanted & asked.services, weight, by)


def _shared(
    kind: ReasonKind, vocabulary: str, codes: Iterable[str], weight: float, by: By = By.BOTH
) -> Iterator[Reason]:
    terms = terms_named(vocabulary, tuple(sorted(codes)))
    if terms:
        yield Reason(kind, terms, weight, by=by)
