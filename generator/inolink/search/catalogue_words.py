"""The words by which each record can be found, beyond its title and its summary."""

from collections.abc import Iterable, Iterator
from itertools import chain

from inolink.catalogue import Cluster, Event, Initiative, Interest, Offer, Partnership, Profile, Strategy
from inolink.search.wording import Part, Wording


def cluster_words(cluster: Cluster, wording: Wording) -> Iterator[Part]:
    """Yield what the profile says, what the strategy aims at, and what the cluster does with whom."""
    yield from _profile_words(cluster.profile)
    yield from (offer.record.title for offer in cluster.offers)
    yield from (interest.record.title for interest in cluster.interests)
    if cluster.strategy:
        yield from _strategy_words(cluster.strategy)
        yield from wording.countries(cluster.strategy.target_markets)
    for initiative in cluster.initiatives:
        yield from _initiative_words(initiative, wording)
    for partnership in cluster.partnerships:
        yield from _partnership_words(partnership, wording)
    yield from (joined.record.name for joined in cluster.joined_initiatives)
    yield from (joined.record.subject for joined in cluster.joined_partnerships)
    yield from (event.record.name for event in (*cluster.events, *cluster.attended))


def offer_words(offer: Offer, wording: Wording) -> Iterator[Part]:
    """Yield what an offer or a request says of itself and of the partner sought."""
    record = offer.record
    yield from (record.description, record.advantages, record.specification, record.on_behalf_of)
    yield record.partner_sought.role if record.partner_sought else None
    yield from (record.call.programme, record.call.id, record.call.title) if record.call else ()
    yield record.outcome
    yield from wording.countries(record.countries)


def interest_words(interest: Interest, wording: Wording) -> Iterator[Part]:
    """Yield for whom and for which countries an interest stands."""
    yield interest.record.on_behalf_of
    yield from wording.countries(interest.record.countries)


def event_words(event: Event, guests: Iterable[Cluster], wording: Wording) -> Iterator[Part]:
    """Yield where an event is held, and who goes there."""
    record = event.record
    yield record.place
    yield from wording.countries([record.country] if record.country else [])
    yield from names_of(guests)


def names_of(clusters: Iterable[Cluster]) -> Iterator[Part]:
    """Yield what organisations are called."""
    return chain.from_iterable((cluster.name, cluster.profile.short_name) for cluster in clusters)


def _profile_words(profile: Profile) -> Iterator[Part]:
    yield from (profile.description, profile.legal_form)
    if profile.address:
        yield from (profile.address.city, profile.address.city_note)
    yield profile.coordinator.name if profile.coordinator else None
    yield from (member.name for member in profile.member_organisations)
    yield from (service.text for service in profile.services)
    yield from chain.from_iterable((network.name, network.role) for network in profile.networks)
    yield from (award.name for award in profile.other_awards)


def _strategy_words(strategy: Strategy) -> Iterator[Part]:
    yield from (strategy.vision, strategy.mission, strategy.summary, strategy.business_model)
    yield from strategy.challenges
    yield from (objective.text for objective in strategy.objectives)
    yield from (step.action for step in strategy.action_plan)
    yield from (document.summary for document in strategy.documents)
    yield from (session.topic for session in strategy.sessions)


def _initiative_words(initiative: Initiative, wording: Wording) -> Iterator[Part]:
    record = initiative.record
    yield from (record.name, record.programme, record.number, record.role, record.result)
    yield from (partner.name for partner in record.partners)
    yield from wording.countries(record.countries)


def _partnership_words(partnership: Partnership, wording: Wording) -> Iterator[Part]:
    yield from (partnership.record.partner, partnership.record.subject)
    yield from wording.countries(partnership.record.countries)
