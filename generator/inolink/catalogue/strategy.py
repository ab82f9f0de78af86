"""What strategy.yml says of the way that an organisation goes."""

from inolink.catalogue.records import Moment, Record
from inolink.catalogue.text import Text


class Period(Record, frozen=True, kw_only=True):
    """A time from a start to an end; either may be unknown."""

    start: Moment | None = None
    end: Moment | None = None


class Objective(Record, frozen=True, kw_only=True):
    """What is to be reached, and how it is measured."""

    text: Text
    indicator: Text | None = None
    target: str | None = None
    by: Moment | None = None
    status: str | None = None


class StrategyDocument(Record, frozen=True, kw_only=True):
    """One of the documents that a strategy consists of."""

    type: str
    state: str
    summary: Text | None = None
    url: str | None = None


class Action(Record, frozen=True, kw_only=True):
    """One step of the action plan."""

    action: Text
    direction: str | None = None
    by: Moment | None = None
    owner: str | None = None
    status: str | None = None


class Session(Record, frozen=True, kw_only=True):
    """A facilitated strategy session."""

    date: Moment
    topic: Text
    facilitator: str | None = None
    participants: int | None = None


class Review(Record, frozen=True, kw_only=True):
    """What a look back at the strategy found."""

    date: Moment
    summary: Text


class Mentoring(Record, frozen=True, kw_only=True):
    """How long a mentor stood by."""

    start: Moment | None = None
    end: Moment | None = None
    months: int | None = None


class ExpertDays(Record, frozen=True, kw_only=True):
    """Advice on one topic."""

    topic: Text
    days: int | float


class SupportBudget(Record, frozen=True, kw_only=True):
    """What the support was worth."""

    amount: int | float | None = None
    currency: str | None = None
    source: str | None = None
    note: Text | None = None


class Support(Record, frozen=True, kw_only=True):
    """What the programme gave."""

    mentoring: Mentoring | None = None
    expert_days: tuple[ExpertDays, ...] = ()
    budget: SupportBudget | None = None


class Strategy(Record, frozen=True, kw_only=True):
    """The public summary of a strategy."""

    sources: tuple[str, ...]
    stage: str | None = None
    as_of: Moment | None = None
    period: Period | None = None
    vision: Text | None = None
    mission: Text | None = None
    summary: Text | None = None
    business_model: Text | None = None
    challenges: tuple[Text, ...] = ()
    objectives: tuple[Objective, ...] = ()
    documents: tuple[StrategyDocument, ...] = ()
    action_plan: tuple[Action, ...] = ()
    sessions: tuple[Session, ...] = ()
    reviews: tuple[Review, ...] = ()
    support: Support | None = None
    target_markets: tuple[str, ...] = ()
