"""What initiatives.yml, partnerships.yml and events.yml say."""

from inolink.catalogue.records import Moment, Record
from inolink.catalogue.text import Text


class InitiativePeriod(Record, frozen=True, kw_only=True):
    """When a joint project ran."""

    start: Moment | None = None
    end: Moment | None = None
    duration_months: int | None = None
    note: Text | None = None


class Budget(Record, frozen=True, kw_only=True):
    """An amount of money, and whose it is."""

    amount: int | float
    currency: str
    kind: str = "total"
    qualifier: str | None = None
    note: Text | None = None


class ProjectPartner(Record, frozen=True, kw_only=True):
    """An organisation that takes part in a joint project."""

    name: str
    country: str | None = None
    role: str | None = None


class InitiativeRecord(Record, frozen=True, kw_only=True):
    """A joint project of members."""

    id: str
    name: Text
    sources: tuple[str, ...]
    direction: str | None = None
    programme: str | None = None
    number: str | None = None
    period: InitiativePeriod | None = None
    budget: tuple[Budget, ...] = ()
    role: Text | None = None
    partners: tuple[ProjectPartner, ...] = ()
    clusters: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    result: Text | None = None
    note: Text | None = None


class PartnershipRecord(Record, frozen=True, kw_only=True):
    """A tie to a partner, mostly abroad."""

    id: str
    partner: str
    kind: str
    subject: Text
    sources: tuple[str, ...]
    countries: tuple[str, ...] = ()
    scope: str = "bilateral"
    since: Moment | None = None
    until: Moment | None = None
    clusters: tuple[str, ...] = ()
    note: Text | None = None


class EventRecord(Record, frozen=True, kw_only=True):
    """An event that the organisation holds or goes to."""

    id: str
    name: Text
    kind: str
    sources: tuple[str, ...]
    start: Moment | None = None
    end: Moment | None = None
    date_note: Text | None = None
    place: str | None = None
    country: str | None = None
    online: bool | None = None
    clusters: tuple[str, ...] = ()
    registration: str | None = None
    text: Text | None = None


class InitiativesFile(Record, frozen=True, kw_only=True):
    """The whole of initiatives.yml."""

    initiatives: tuple[InitiativeRecord, ...]


class PartnershipsFile(Record, frozen=True, kw_only=True):
    """The whole of partnerships.yml."""

    partnerships: tuple[PartnershipRecord, ...]


class EventsFile(Record, frozen=True, kw_only=True):
    """The whole of events.yml."""

    events: tuple[EventRecord, ...]
