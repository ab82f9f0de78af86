"""What a record brings to a match: one shape for openings and organisations.

Everything that is compared is taken out of the records once: a directory of a continent has a hundred
thousand sides, and millions of pairs are looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from inolink.catalogue import Catalogue, Cluster, Direction, Domain, Interest, Offer, Opening, Text
from inolink.matching.weights import weights

Codes = frozenset[str]
Said = tuple[Text, int]
"""A text, and how many times it counts."""
SHORT, LONG = 3, 1
ACTIVE = "active"
NONE: Codes = frozenset()


@lru_cache(maxsize=10_000)
def shared(codes: Codes) -> Codes:
    """Return one and the same set for all that hold the same: there are few different ones."""
    return codes


def codes_of(codes: Iterable[str]) -> Codes:
    """Return codes as a set that others hold as well."""
    return shared(frozenset(codes))


@dataclass(frozen=True, slots=True)
class Home:
    """What an organisation brings to all of its sides."""

    slug: str
    country: str | None
    region: str | None
    """The NUTS 3 region of its seat."""
    services: Codes
    """What it does for others."""
    ties: Codes
    """The countries in which it has partners."""
    projects: Codes
    """The joint projects that are small enough for their clusters to know each other."""
    kinds: Codes
    """What kinds of partner answer for it."""
    sizes: Codes
    """The sizes of the companies that it counts among its members."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a possible match."""

    key: str
    home: Home
    direction: Direction | None
    """None where an organisation as a whole stands for itself."""
    domain: Domain | None
    technologies: Codes
    inherited: bool
    """Whether an opening names no technologies, and its organisation's stand for it."""
    ecosystems: Codes
    confirmed: date
    cooperation: Codes = NONE
    countries: Codes = NONE
    """Where partners are sought."""
    partner_types: Codes = NONE
    partner_sizes: Codes = NONE
    languages: Codes = NONE

    @property
    def slug(self) -> str:
        """Whose it is."""
        return self.home.slug

    @property
    def opening(self) -> bool:
        """Whether it is something to be answered, and no organisation as a whole."""
        return self.direction is not None

    @property
    def services(self) -> Codes:
        """What an organisation does for others; an opening promises no more than it says."""
        return NONE if self.opening else self.home.services


Speaker = tuple[Side, str, tuple[Said, ...]]
"""A side, the path of its file, and all that it says, which stands there."""


def sides_of(catalogue: Catalogue) -> Iterator[Speaker]:
    """Yield whatever can be one side of a match today."""
    for cluster in catalogue.clusters:
        home = home_of(cluster)
        yield from (_of_opening(opening, home) for opening in catalogue.open_of(cluster))
        if cluster.profile.status == ACTIVE:
            yield _of_cluster(cluster, home)


def home_of(cluster: Cluster) -> Home:
    """Look at what an organisation is, apart from what it says."""
    profile, figures = cluster.profile, cluster.profile.members
    partners = (*cluster.partnerships, *cluster.joined_partnerships)
    small = ("micro", "small", "medium") if any(figure.sme for figure in figures) else ()
    large = ("large",) if any(figure.large for figure in figures) else ()
    research = ("research-organisation", "university") if any(figure.research for figure in figures) else ()
    return Home(
        slug=cluster.slug,
        country=profile.address.country if profile.address else None,
        region=profile.address.nuts3 if profile.address else None,
        services=codes_of(service.type for service in profile.services),
        ties=codes_of(chain.from_iterable(each.record.countries for each in partners)),
        projects=codes_of(_projects(cluster)),
        kinds=codes_of((*weights().partner_types.get(profile.organisation_type, ()), *research)),
        sizes=codes_of((*small, *large)),
    )


def _projects(cluster: Cluster) -> Iterator[str]:
    for each in (*cluster.initiatives, *cluster.joined_initiatives):
        if each.cluster and len(each.record.clusters) < weights().largest_project:
            yield f"{each.cluster}/{each.id}"


def _of_cluster(cluster: Cluster, home: Home) -> Speaker:
    """See an organisation as somebody who may answer."""
    profile = cluster.profile
    services = (service.text for service in profile.services if service.text)
    short = ((text, SHORT) for text in (cluster.name, *profile.topics))
    long = ((text, LONG) for text in (profile.summary, profile.description, *services) if text)
    side = Side(
        key=cluster.key,
        home=home,
        direction=None,
        domain=None,
        technologies=codes_of(profile.technologies),
        inherited=False,
        ecosystems=codes_of(profile.ecosystems),
        confirmed=profile.last_reviewed,
        languages=codes_of(profile.languages),
    )
    return side, cluster.path, (*short, *long)


def _of_opening(opening: Opening, home: Home) -> Speaker:
    """See an opening as what is asked for or held out."""
    entry, record, profile = opening.record, opening.record.record, opening.cluster.profile
    types, sizes, long = _of_offer(entry) if isinstance(entry, Offer) else _of_interest(entry)
    said = (*((text, SHORT) for text in (opening.title, *record.topics)), *((text, LONG) for text in long))
    side = Side(
        key=opening.key,
        home=home,
        direction=opening.direction,
        domain=opening.type.domain,
        technologies=codes_of(record.technologies or profile.technologies),
        inherited=not record.technologies,
        ecosystems=codes_of(opening.ecosystems),
        confirmed=_confirmed(entry) or profile.last_reviewed,
        cooperation=codes_of(record.cooperation),
        countries=codes_of(record.countries),
        partner_types=codes_of(types),
        partner_sizes=codes_of(sizes),
        languages=codes_of(entry.record.languages if isinstance(entry, Offer) else profile.languages),
    )
    return side, entry.path, said


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
