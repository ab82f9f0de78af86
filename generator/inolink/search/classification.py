"""The terms that classify each record, and what it counts as in each facet."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from inolink.catalogue import TYPE_OF_INTEREST, Cluster, Event, Interest, InterestState, Offer
from inolink.reading import Vocabulary

Codes = tuple[str, ...]
Facets = Mapping[str, Codes]
Terms = tuple[tuple[str, str], ...]


def cluster_terms(cluster: Cluster) -> Terms:
    """Return the terms of an organisation."""
    profile = cluster.profile
    return _terms(
        {
            "organisation-types": [profile.organisation_type],
            "ecosystems": profile.ecosystems,
            "technologies": profile.technologies,
            "nace": profile.nace,
            "smart-specialisation": profile.smart_specialisation,
            "services": [service.type for service in profile.services],
            "regions": region(cluster),
            "label-levels": [label.level for label in cluster.valid_labels],
            "statuses": [profile.status] if cluster.former else [],
        }
    )


def opening_terms(opening: Offer | Interest, cluster: Cluster) -> Terms:
    """Return the terms of an offer, a request or a standing interest."""
    record = opening.record
    return _terms(
        {
            "offer-types": [opening_type(opening)],
            "ecosystems": ecosystems(opening, cluster),
            "technologies": record.technologies,
            "cooperation": record.cooperation,
            "partner-types": _partners(opening),
            "regions": region(cluster),
        }
    )


def cluster_facets(cluster: Cluster, technologies: Vocabulary | None) -> Facets:
    """Return the facets of an organisation; it seeks whatever its open offers and interests seek."""
    profile, openings = cluster.profile, tuple(_open(cluster))
    return {
        **_organisation_facets(cluster),
        "type": (profile.organisation_type,),
        "ecosystem": profile.ecosystems,
        "technology": with_broader(profile.technologies, technologies),
        "country": _unique(opening.record.countries for opening in openings),
        "cooperation": _unique(opening.record.cooperation for opening in openings),
    }


def opening_facets(opening: Offer | Interest, cluster: Cluster, technologies: Vocabulary | None) -> Facets:
    """Return the facets of an offer, a request or a standing interest."""
    record = opening.record
    languages = opening.record.languages if isinstance(opening, Offer) else ()
    return {
        **_organisation_facets(cluster),
        "type": (opening_type(opening),),
        "ecosystem": ecosystems(opening, cluster),
        "technology": with_broader(record.technologies, technologies),
        "country": record.countries,
        "cooperation": record.cooperation,
        "language": languages or cluster.profile.languages,
    }


def event_facets(event: Event, cluster: Cluster) -> Facets:
    """Return the facets of an event; it may take place anywhere, so it has no region."""
    return {"type": (event.record.kind,), "ecosystem": cluster.profile.ecosystems}


def opening_type(opening: Offer | Interest) -> str:
    """Return the type of an offer, or that which an interest would have."""
    if isinstance(opening, Offer):
        return opening.record.type
    return TYPE_OF_INTEREST[opening.domain, opening.direction]


def ecosystems(opening: Offer | Interest, cluster: Cluster) -> Codes:
    """Return the ecosystems of an opening, else those of its organisation."""
    return opening.record.ecosystems or cluster.profile.ecosystems


def region(cluster: Cluster) -> Codes:
    """Return the region of an organisation, if it is known."""
    address = cluster.profile.address
    return (address.nuts3,) if address and address.nuts3 else ()


def with_broader(codes: Iterable[str], vocabulary: Vocabulary | None) -> Codes:
    """Return codes with all that are broader, so that a filter also finds what was said more narrowly."""
    known: dict[str, None] = {}
    for code in codes:
        wider: str | None = code
        while wider and wider not in known:
            known[wider] = None
            wider = vocabulary.term(wider).broader if vocabulary and wider in vocabulary else None
    return tuple(known)


def _organisation_facets(cluster: Cluster) -> Facets:
    return {
        "region": region(cluster),
        "label": _unique([[label.level for label in cluster.valid_labels]]),
        "language": cluster.profile.languages,
    }


def _partners(opening: Offer | Interest) -> Codes:
    if isinstance(opening, Interest):
        return opening.record.partner_types
    return opening.record.partner_sought.types if opening.record.partner_sought else ()


def _open(cluster: Cluster) -> Iterator[Offer | Interest]:
    yield from (offer for offer in cluster.offers if not offer.archived)
    yield from (interest for interest in cluster.interests if interest.state is InterestState.OPEN)


def _terms(chosen: Mapping[str, Iterable[str]]) -> Terms:
    pairs = ((vocabulary, code) for vocabulary, codes in chosen.items() for code in codes)
    return tuple(dict.fromkeys(pairs))


def _unique(groups: Iterable[Iterable[str]]) -> Codes:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
