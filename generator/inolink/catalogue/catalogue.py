"""The catalogue: everything that is published, in the order in which it is shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from inolink.catalogue.assemble import Assembly
from inolink.catalogue.entries import OPEN, Cluster, Event, Initiative, Interest, Offer, Partnership
from inolink.catalogue.history import read_history
from inolink.catalogue.kinds import EventState, InterestState, OfferState
from inolink.catalogue.openings import Opening, opening_of_interest, opening_of_offer
from inolink.catalogue.programme import Programme
from inolink.reading.commits import last_commit
from inolink.reading.directory import Logo
from inolink.reading.document import Document
from inolink.reading.guess import fold
from inolink.shelf import Shelf

E = TypeVar("E")


@dataclass(frozen=True)
class Catalogue:
    """All records of a directory, as they are on one day."""

    today: date
    languages: tuple[str, ...]
    clusters: tuple[Cluster, ...] = field(repr=False)
    """By name in the first language, whatever their status."""
    programme: Programme | None = field(default=None, repr=False)
    national: tuple[Initiative, ...] = field(default=(), repr=False)
    """The initiatives that the programme itself reports."""
    commit: str | None = None
    """The state of the repository that it was made from; None outside of one."""

    @cached_property
    def by_slug(self) -> Mapping[str, Cluster]:
        """The clusters by their slugs."""
        return MappingProxyType({cluster.slug: cluster for cluster in self.clusters})

    def cluster(self, slug: str) -> Cluster:
        """Return a cluster that is there."""
        return self.by_slug[slug]

    def find(self, slug: str | None) -> Cluster | None:
        """Return a cluster, or None for one that is not published."""
        return self.by_slug.get(slug or "")

    def known(self, slugs: Iterable[str]) -> tuple[Cluster, ...]:
        """Return those of the clusters that are published, in the order given."""
        return tuple(self.by_slug[slug] for slug in slugs if slug in self.by_slug)

    def offer(self, cluster: str, slug: str) -> Offer:
        """Return an offer that is there."""
        return self._offers_by_slug[cluster, slug]

    @cached_property
    def _offers_by_slug(self) -> Mapping[tuple[str, str], Offer]:
        return {(offer.cluster, offer.slug): offer for offer in self.offers}

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """All offers: the open ones by their last day, those on hold, the archived ones newest first."""
        return tuple(
            sorted(chain.from_iterable(cluster.offers for cluster in self.clusters), key=_offer_order)
        )

    @cached_property
    def open_offers(self) -> tuple[Offer, ...]:
        """The offers that are open or closing soon."""
        return tuple(offer for offer in self.offers if offer.state in OPEN)

    @cached_property
    def current_offers(self) -> tuple[Offer, ...]:
        """The offers that are not archived: open ones and those on hold."""
        return tuple(offer for offer in self.offers if not offer.archived)

    @cached_property
    def archived_offers(self) -> tuple[Offer, ...]:
        """The offers that are over."""
        return tuple(offer for offer in self.offers if offer.archived)

    @cached_property
    def interests(self) -> tuple[Interest, ...]:
        """All standing interests: those that still stand first, then by cluster."""
        found = chain.from_iterable(cluster.interests for cluster in self.clusters)
        return tuple(sorted(found, key=lambda interest: interest.state is InterestState.PAST))

    @cached_property
    def open_interests(self) -> tuple[Interest, ...]:
        """The interests that still stand."""
        return tuple(interest for interest in self.interests if interest.state is InterestState.OPEN)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """All offers, requests and standing interests: what can be answered first, then what is over."""
        offers = (opening_of_offer(offer, self.cluster(offer.cluster)) for offer in self.offers)
        interests = (opening_of_interest(each, self.cluster(each.cluster)) for each in self.interests)
        return (*offers, *interests)

    @cached_property
    def open(self) -> tuple[Opening, ...]:
        """What a partner can answer today."""
        return tuple(opening for opening in self.openings if opening.open)

    @cached_property
    def paused(self) -> tuple[Opening, ...]:
        """What is on hold."""
        return tuple(opening for opening in self.openings if opening.paused)

    @cached_property
    def archive(self) -> tuple[Opening, ...]:
        """What is over."""
        return tuple(opening for opening in self.openings if opening.over)

    def openings_of(self, cluster: Cluster) -> tuple[Opening, ...]:
        """All openings of one organisation, what can be answered first."""
        return self._openings_by_cluster.get(cluster.slug, ())

    def open_of(self, cluster: Cluster) -> tuple[Opening, ...]:
        """Return what a partner can answer today at one organisation."""
        return tuple(opening for opening in self.openings_of(cluster) if opening.open)

    def opening(self, key: str) -> Opening | None:
        """Return an opening by its key; None where the key is another record's."""
        of_it = self._openings_by_cluster.get(key.split("/")[1], ())
        return next((opening for opening in of_it if opening.key == key), None)

    @cached_property
    def _openings_by_cluster(self) -> Mapping[str, tuple[Opening, ...]]:
        return _grouped(self.openings, lambda opening: (opening.cluster.slug,))

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        """All joint projects, by cluster, those of the programme last."""
        return (*chain.from_iterable(cluster.initiatives for cluster in self.clusters), *self.national)

    @cached_property
    def partnerships(self) -> tuple[Partnership, ...]:
        """All partnerships, by cluster."""
        return tuple(chain.from_iterable(cluster.partnerships for cluster in self.clusters))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events: running and upcoming by their start, past ones newest first, undated last."""
        return tuple(
            sorted(chain.from_iterable(cluster.events for cluster in self.clusters), key=_event_order)
        )

    @cached_property
    def by_ecosystem(self) -> Mapping[str, tuple[Cluster, ...]]:
        """The clusters of each industrial ecosystem that has any."""
        return _grouped(self.clusters, lambda cluster: cluster.profile.ecosystems)

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Cluster, ...]]:
        """The clusters of each NUTS 3 region that has any."""
        return _grouped(self.clusters, _region)

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Earlier slugs, and the slugs that clusters have now."""
        found = {old: cluster.slug for cluster in self.clusters for old in cluster.profile.formerly}
        return MappingProxyType({old: slug for old, slug in found.items() if old not in self.by_slug})


def build_catalogue(  # noqa: PLR0913  # named, and each of them needed
    documents: Iterable[Document],
    *,
    today: date,
    languages: tuple[str, ...],
    root: Path,
    logos: Iterable[Logo] = (),
    zone: tzinfo = UTC,
    scratch: Path | None = None,
) -> Catalogue:
    """Make the catalogue of documents that passed the check, as of `today`; change dates come from Git.

    `scratch` is a folder for texts that are too long to lie in memory; without one they lie there.
    """
    assembly = Assembly(documents, logos, read_history(root, zone, today), today, Shelf.within(scratch))
    programme, national = assembly.programme()
    clusters = sorted(assembly.clusters(national), key=lambda cluster: _name_order(cluster, languages[0]))
    return Catalogue(today, languages, tuple(clusters), programme, national, last_commit(root).name)


def _name_order(cluster: Cluster, language: str) -> tuple[str, str]:
    return fold(cluster.name.get(language, language)), cluster.slug


def _region(cluster: Cluster) -> tuple[str, ...]:
    address = cluster.profile.address
    return (address.nuts3,) if address and address.nuts3 else ()


def _grouped(entries: Iterable[E], codes: Callable[[E], Iterable[str]]) -> Mapping[str, tuple[E, ...]]:
    groups: dict[str, list[E]] = {}
    for entry in entries:
        for code in codes(entry):
            groups.setdefault(code, []).append(entry)
    return MappingProxyType({code: tuple(groups[code]) for code in sorted(groups)})


def _offer_order(offer: Offer) -> tuple[int, int, str, str]:
    if offer.archived:
        return 2, -offer.record.published.earliest.toordinal(), offer.cluster, offer.slug
    return int(offer.state is OfferState.ON_HOLD), offer.closes.toordinal(), offer.cluster, offer.slug


def _event_order(event: Event) -> tuple[int, int, str, str]:
    when = event.record.start or event.record.end
    if when is None:
        return 2, 0, event.cluster, event.id
    if event.state is EventState.PAST:
        return 1, -when.latest.toordinal(), event.cluster, event.id
    return 0, when.earliest.toordinal(), event.cluster, event.id
