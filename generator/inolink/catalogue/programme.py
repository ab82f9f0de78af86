"""What programme.yml says of the programme that supports the clusters."""

from inolink.catalogue.activities import InitiativeRecord
from inolink.catalogue.records import Moment, Record
from inolink.catalogue.strategy import Period
from inolink.catalogue.text import Text


class ReportedFigure(Record, frozen=True, kw_only=True):
    """A result as a source reports it; what the records hold is counted beside it."""

    figure: str
    value: int | float
    source: str
    unit: str | None = None
    qualifier: str | None = None
    as_of: Moment | None = None
    note: Text | None = None


class Target(Record, frozen=True, kw_only=True):
    """What the programme wants to reach."""

    figure: str
    value: int | float
    source: str
    by: Moment | None = None
    note: Text | None = None


class Resource(Record, frozen=True, kw_only=True):
    """What the programme gives."""

    name: Text
    source: str
    amount: int | float | None = None
    currency: str | None = None
    note: Text | None = None


class NationalContext(Record, frozen=True, kw_only=True):
    """How things stood in the country at a time."""

    title: Text
    sources: tuple[str, ...]
    as_of: Moment | None = None
    challenges: tuple[Text, ...] = ()
    actions: tuple[Text, ...] = ()


class FundingCall(Record, frozen=True, kw_only=True):
    """A call through which clusters were funded."""

    name: Text
    sources: tuple[str, ...]
    number: str | None = None
    opened: Moment | None = None
    closed: Moment | None = None
    budget: int | float | None = None
    currency: str | None = None
    note: Text | None = None


class Programme(Record, frozen=True, kw_only=True):
    """The programme: aims, means, and results as reported."""

    name: Text
    summary: Text
    sources: tuple[str, ...]
    description: Text | None = None
    period: Period | None = None
    coordinator: Text | None = None
    partners: tuple[Text, ...] = ()
    website: str | None = None
    reported: tuple[ReportedFigure, ...] = ()
    targets: tuple[Target, ...] = ()
    resources: tuple[Resource, ...] = ()
    context: tuple[NationalContext, ...] = ()
    calls: tuple[FundingCall, ...] = ()
    initiatives: tuple[InitiativeRecord, ...] = ()
