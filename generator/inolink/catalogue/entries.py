"""The entries of the catalogue: what a record says, whose it is, and what the day makes of it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from inolink.catalogue import lifetimes
from inolink.catalogue.activities import EventRecord, InitiativeRecord, PartnershipRecord
from inolink.catalogue.figures import conflicting_key_figures, conflicting_members, newest_first
from inolink.catalogue.kinds import Direction, Domain, EventState, InterestState, OfferState
from inolink.catalogue.labels import Label, labels_of
from inolink.catalogue.offer import OfferRecord
from inolink.catalogue.organisation import InterestRecord, KeyFigure, MemberFigure, Profile
from inolink.catalogue.strategy import Strategy
from inolink.catalogue.text import Text
from inolink.reading.directory import Logo

ARCHIVED = frozenset({OfferState.FULFILLED, OfferState.WITHDRAWN, OfferState.EXPIRED})
OPEN = frozenset({OfferState.OPEN, OfferState.CLOSING})
COMING = frozenset({EventState.UPCOMING, EventState.RUNNING})
FORMER = frozenset({"merged", "closed"})
"""Nobody answers for an organisation of these states: what it left open is over."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record comes from, and the day for which it is seen."""

    path: str
    cluster: str
    """The slug of the cluster; empty for what belongs to the programme."""
    today: date = field(repr=False)
    last_changed: date | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Entry:
    """What all entries have in common."""

    place: Place

    @property
    def cluster(self) -> str:
        """The slug of the cluster; empty for what belongs to the programme."""
        return self.place.cluster

    @property
    def path(self) -> str:
        """The file that holds the record."""
        return self.place.path

    @property
    def last_changed(self) -> date | None:
        """The day on which the file was last committed."""
        return self.place.last_changed


@dataclass(frozen=True)
class Offer(Entry):
    """An offer or a request with a lifetime."""

    slug: str
    record: OfferRecord

    @property
    def direction(self) -> Direction:
        """Whether it offers or seeks."""
        return self.record.type.direction

    @property
    def domain(self) -> Domain:
        """Business, technology or research."""
        return self.record.type.domain

    @cached_property
    def closes(self) -> date:
        """The last day of its lifetime."""
        return lifetimes.offer_closes(self.record)

    @cached_property
    def contact_closes(self) -> date:
        """The last day on which a partner can answer."""
        return lifetimes.contact_closes(self.record)

    @cached_property
    def state(self) -> OfferState:
        """What it is today."""
        return lifetimes.offer_state(self.record, self.place.today)

    @property
    def archived(self) -> bool:
        """Whether it is over."""
        return self.state in ARCHIVED

    @property
    def opens_for_contact(self) -> bool:
        """Whether a partner can answer today."""
        return self.state in OPEN and self.place.today <= self.contact_closes


@dataclass(frozen=True)
class Interest(Entry):
    """What a cluster offers or seeks without a lifetime."""

    record: InterestRecord

    @property
    def id(self) -> str:
        """Unique within the cluster."""
        return self.record.id

    @property
    def direction(self) -> Direction:
        """Whether it offers or seeks."""
        return self.record.direction

    @property
    def domain(self) -> Domain:
        """Business, technology or research."""
        return self.record.domain

    @property
    def state(self) -> InterestState:
        """Whether it still stands."""
        return lifetimes.interest_state(self.record, self.place.today)


@dataclass(frozen=True)
class Initiative(Entry):
    """A joint project; one of the programme has no cluster of its own."""

    record: InitiativeRecord

    @property
    def id(self) -> str:
        """Unique within the file."""
        return self.record.id


@dataclass(frozen=True)
class Partnership(Entry):
    """A tie to a partner."""

    record: PartnershipRecord

    @property
    def id(self) -> str:
        """Unique within the cluster."""
        return self.record.id


@dataclass(frozen=True)
class Event(Entry):
    """An event that a cluster holds or goes to."""

    record: EventRecord

    @property
    def id(self) -> str:
        """Unique within the cluster."""
        return self.record.id

    @property
    def key(self) -> str:
        """What it is called among all records."""
        return f"event/{self.cluster}/{self.id}"

    @property
    def address(self) -> str:
        """Where its page stands, from the root of its language."""
        return f"events/{self.cluster}/{self.id}/"

    @cached_property
    def state(self) -> EventState:
        """What it is today."""
        return lifetimes.event_state(self.record, self.place.today)

    @property
    def coming(self) -> bool:
        """Whether one can still go there."""
        return self.state in COMING


@dataclass(frozen=True)
class Cluster:
    """An organisation of the directory with all that is its own, and what it joined."""

    slug: str
    profile: Profile
    path: str
    today: date = field(repr=False)
    strategy: Strategy | None = None
    offers: tuple[Offer, ...] = ()
    interests: tuple[Interest, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    events: tuple[Event, ...] = ()
    joined_initiatives: tuple[Initiative, ...] = ()
    """Joint projects that another cluster or the programme reports."""
    joined_partnerships: tuple[Partnership, ...] = ()
    attended: tuple[Event, ...] = ()
    """Events that another cluster reports."""
    logo: Logo | None = None
    last_changed: date | None = None
    """The day of the last commit in the cluster's folder."""

    @property
    def key(self) -> str:
        """What it is called among all records."""
        return f"cluster/{self.slug}"

    @property
    def former(self) -> bool:
        """Whether the organisation has ended or gone into another one."""
        return self.profile.status in FORMER

    @property
    def name(self) -> Text:
        """The name of the organisation."""
        return self.profile.name

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """All labels, the one valid longest first."""
        return labels_of(self.profile.labels, self.today)

    @property
    def valid_labels(self) -> tuple[Label, ...]:
        """The labels that count today, the renewal year included."""
        return tuple(label for label in self.labels if label.counts)

    @cached_property
    def members(self) -> tuple[MemberFigure, ...]:
        """How many members, by all sources, the newest first."""
        return newest_first(self.profile.members)

    @cached_property
    def conflicting_members(self) -> tuple[tuple[MemberFigure, ...], ...]:
        """Figures of the same date that differ."""
        return conflicting_members(self.members)

    @cached_property
    def key_figures(self) -> tuple[KeyFigure, ...]:
        """All other figures, the newest first."""
        return newest_first(self.profile.key_figures)

    @cached_property
    def conflicting_key_figures(self) -> tuple[tuple[KeyFigure, ...], ...]:
        """Figures of the same thing and date that differ."""
        return conflicting_key_figures(self.key_figures)
