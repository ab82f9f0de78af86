"""What a record brings to a match: one shape for openings and organisations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from inolink.catalogue import Catalogue, Cluster, Interest, Offer, Opening, Text
from inolink.matching.weights import weights

Said = tuple[Text, int]
"""A text, and how many times it counts."""
SHORT, LONG = 3, 1
ACTIVE = "active"


@dataclass(frozen=True)
class Side:
    """One side of a possible match."""

    key: str
    cluster: Cluster
    opening: Opening | None
    """None where an organisation as a whole stands for itself."""
    technologies: frozenset[str]
    inherited: bool
    """Whether an opening names no technologies, and its organisation's stand for it."""
    ecosystems: frozenset[str]
    said: tuple[Said, ...]
    confirmed: date
    cooperation: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """Where partners are sought."""
    partner_types: frozenset[str] = frozenset()
    partner_sizes: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        """Whose it is."""
        return self.cluster.slug

    @cached_property
    def services(self) -> frozenset[str]:
        """What an organisation does for others; an opening promises no more than it says."""
        return frozenset() if self.opening else frozenset(one.type for one in self.cluster.profile.services)

    @property
    def country(self) -> str | None:
        """Where it is."""
        return self.cluster.profile.address.country if self.cluster.profile.address else None

    @property
    def region(self) -> str | None:
        """The NUTS 3 region of its seat."""
        return self.cluster.profile.address.nuts3 if self.cluster.profile.address else None

    @cached_property
    def ties(self) -> frozenset[str]:
        """The countries in which the organisation has partners."""
        known = (*self.cluster.partnerships, *self.cluster.joined_partnerships)
        return frozenset(chain.from_iterable(each.record.countries for each in known))

    @cached_property
    def projects(self) -> frozenset[str]:
        """The joint projects that are small enough for their clusters to know each other."""
        known = (*self.cluster.initiatives, *self.cluster.joined_initiatives)
        close = (
            each for each in known if each.cluster and len(each.record.clusters) < weights().largest_project
        )
        return frozenset(f"{each.cluster}/{each.id}" for each in close)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What kinds of partner answer for it."""
        profile = self.cluster.profile
        own = weights().partner_types.get(profile.organisation_type, frozenset())
        research = any(figure.research for figure in profile.members)
        return own | {"research-organisation", "university"} if research else own

    @cached_property
    def sizes(self) -> frozenset[str]:
        """The sizes of the companies that the organisation counts among its members."""
        figures = self.cluster.profile.members
        small = {"micro", "small", "medium"} if any(figure.sme for figure in figures) else set()
        large = {"large"} if any(figure.large for figure in figures) else set()
        return frozenset(small | large)


def sides_of(catalogue: Catalogue) -> Iterator[Side]:
    """Yield whatever can be one side of a match today."""
    yield from (side_of_opening(opening) for opening in catalogue.open)
    yield from (side_of_cluster(each) for each in catalogue.clusters if each.profile.status == ACTIVE)


def side_of_cluster(cluster: Cluster) -> Side:
    """See an organisation as somebody who may answer."""
    profile = cluster.profile
    services = (service.text for service in profile.services if service.text)
    short = ((text, SHORT) for text in (cluster.name, *profile.topics))
    long = ((text, LONG) for text in (profile.summary, profile.description, *services) if text)
    return Side(
        key=cluster.key,
        cluster=cluster,
        opening=None,
        technologies=frozenset(profile.technologies),
        inherited=False,
        ecosystems=frozenset(profile.ecosystems),
        said=(*short, *long),
        confirmed=profile.last_reviewed,
        languages=frozenset(profile.languages),
    )


def side_of_opening(opening: Opening) -> Side:
    """See an opening as what is asked for or held out."""
    entry, record, profile = opening.record, opening.record.record, opening.cluster.profile
    types, sizes, long = _of_offer(entry) if isinstance(entry, Offer) else _of_interest(entry)
    own = frozenset(record.technologies)
    said = (*((text, SHORT) for text in (opening.title, *record.topics)), *((text, LONG) for text in long))
    return Side(
        key=opening.key,
        cluster=opening.cluster,
        opening=opening,
        technologies=own or frozenset(profile.technologies),
        inherited=not own,
        ecosystems=frozenset(opening.ecosystems),
        said=said,
        confirmed=_confirmed(entry) or profile.last_reviewed,
        cooperation=frozenset(record.cooperation),
        countries=frozenset(record.countries),
        partner_types=frozenset(types),
        partner_sizes=frozenset(sizes),
        languages=frozenset(entry.record.languages if isinstance(entry, Offer) else profile.languages),
    )


Sought = tuple[tuple[str, ...], tuple[str, ...], tuple[Text, ...]]
"""Which types of partner, of which sizes, and the texts that say so."""


def _of_offer(offer: Offer) -> Sought:
    record, partner = offer.record, offer.record.partner_sought
    texts = (record.summary, record.description, record.advantages, record.specification)
    role = partner.role if partner else None
    said = tuple(text for text in (*texts, role) if text)
    return (partner.types, partner.sizes, said) if partner else ((), (), said)


def _of_interest(interest: Interest) -> Sought:
    record = interest.record
    return record.partner_types, (), (record.text,) if record.text else ()


def _confirmed(entry: Offer | Interest) -> date | None:
    if isinstance(entry, Offer):
        return entry.record.extended_on or entry.record.published.latest
    return entry.record.as_of.latest if entry.record.as_of else None
