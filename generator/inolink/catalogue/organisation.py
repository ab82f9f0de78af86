"""What profile.yml says of an organisation."""

from datetime import date

from inolink.catalogue.kinds import Direction, Domain, InterestState, LabelType
from inolink.catalogue.records import Moment, Record
from inolink.catalogue.text import Text


class Contact(Record, frozen=True, kw_only=True):
    """Where the organisation can be reached: never a person."""

    email: str | None = None
    form: str | None = None


class Address(Record, frozen=True, kw_only=True):
    """Where the organisation has its seat."""

    country: str
    city: str | None = None
    city_note: Text | None = None
    nuts3: str | None = None


class Coordinator(Record, frozen=True, kw_only=True):
    """The organisation that runs a cluster."""

    name: Text
    profile: str | None = None


class MemberFigure(Record, frozen=True, kw_only=True):
    """How many members there were, by one source at one time."""

    source: str
    total: int | None = None
    sme: int | None = None
    large: int | None = None
    research: int | None = None
    public: int | None = None
    qualifier: str | None = None
    as_of: Moment | None = None
    note: Text | None = None


class KeyFigure(Record, frozen=True, kw_only=True):
    """Any other figure, by one source at one time."""

    name: Text
    value: int | float
    source: str
    unit: str | None = None
    qualifier: str | None = None
    as_of: Moment | None = None
    note: Text | None = None


class MemberOrganisation(Record, frozen=True, kw_only=True):
    """A member, founder or partner by name."""

    name: str
    relation: str = "member"
    since: Moment | None = None
    country: str | None = None
    note: Text | None = None


class Service(Record, frozen=True, kw_only=True):
    """What the organisation does for its members."""

    type: str
    text: Text | None = None


class Network(Record, frozen=True, kw_only=True):
    """A network that the organisation belongs to."""

    name: str
    since: Moment | None = None
    role: Text | None = None
    url: str | None = None


class LabelRecord(Record, frozen=True, kw_only=True):
    """A label of cluster excellence as the profile reports it."""

    level: str
    type: LabelType = LabelType.FIRST
    awarded: Moment | None = None
    held: Moment | None = None
    """The latest date for which a source shows the label, where its award is not dated."""
    evidence: str | None = None
    note: Text | None = None


class OtherAward(Record, frozen=True, kw_only=True):
    """Any other award."""

    name: Text
    year: Moment | None = None


class InterestRecord(Record, frozen=True, kw_only=True):
    """What the organisation offers or seeks as long as it exists: no offer with a lifetime."""

    id: str
    direction: Direction
    domain: Domain
    title: Text
    text: Text | None = None
    cooperation: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    ecosystems: tuple[str, ...] = ()
    topics: tuple[Text, ...] = ()
    partner_types: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    status: InterestState = InterestState.OPEN
    until: Moment | None = None
    as_of: Moment | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    """A further page about the organisation."""

    label: Text
    url: str


class Profile(Record, frozen=True, kw_only=True):
    """An organisation of the directory."""

    name: Text
    organisation_type: str
    status: str
    summary: Text
    sources: tuple[str, ...]
    last_reviewed: date
    short_name: str | None = None
    also_known_as: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    merged_into: str | None = None
    status_note: Text | None = None
    description: Text | None = None
    website: str | None = None
    contact: Contact | None = None
    address: Address | None = None
    founded: Moment | None = None
    founded_note: Text | None = None
    legal_form: Text | None = None
    coordinator: Coordinator | None = None
    team_size: str | None = None
    languages: tuple[str, ...] = ()
    members: tuple[MemberFigure, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    member_organisations: tuple[MemberOrganisation, ...] = ()
    ecosystems: tuple[str, ...] = ()
    nace: tuple[str, ...] = ()
    smart_specialisation: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    topics: tuple[Text, ...] = ()
    services: tuple[Service, ...] = ()
    networks: tuple[Network, ...] = ()
    labels: tuple[LabelRecord, ...] = ()
    other_awards: tuple[OtherAward, ...] = ()
    interests: tuple[InterestRecord, ...] = ()
    links: tuple[Link, ...] = ()
    maintainers: tuple[str, ...] = ()
