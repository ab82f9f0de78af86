"""What a file in offers/ says."""

from datetime import date

from inolink.catalogue.kinds import OfferStatus, OfferType, Origin
from inolink.catalogue.records import Moment, Record
from inolink.catalogue.text import Text


class PartnerSought(Record, frozen=True, kw_only=True):
    """Who is sought, and to do what."""

    types: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    role: Text | None = None


class ProposalCall(Record, frozen=True, kw_only=True):
    """The call for proposals that a research request answers."""

    programme: str | None = None
    id: str | None = None
    title: str | None = None
    eoi_deadline: date | None = None
    call_deadline: date | None = None
    budget: str | None = None
    duration_weeks: int | None = None
    coordinator_sought: bool | None = None
    url: str | None = None


class OfferRecord(Record, frozen=True, kw_only=True):
    """An offer or a request."""

    type: OfferType
    title: Text
    summary: Text
    cooperation: tuple[str, ...]
    published: Moment
    description: Text | None = None
    advantages: Text | None = None
    specification: Text | None = None
    partner_sought: PartnerSought | None = None
    stage: str | None = None
    trl: int | None = None
    ipr: str | None = None
    technologies: tuple[str, ...] = ()
    ecosystems: tuple[str, ...] = ()
    topics: tuple[Text, ...] = ()
    sdg: tuple[int | str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    call: ProposalCall | None = None
    expires: Moment | None = None
    extended_on: date | None = None
    status: OfferStatus = OfferStatus.OPEN
    outcome: Text | None = None
    reference: str | None = None
    origin: Origin = Origin.SUBMITTED
    note: Text | None = None
    sources: tuple[str, ...] = ()
