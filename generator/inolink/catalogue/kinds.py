"""The short lists that the generator itself reckons with; all others are vocabularies."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Direction(StrEnum):
    """Whether something is offered or sought."""

    OFFERS = "offers"
    SEEKS = "seeks"


class Domain(StrEnum):
    """What a cooperation is about."""

    BUSINESS = "business"
    TECHNOLOGY = "technology"
    RESEARCH = "research"


class OfferType(StrEnum):
    """The five types of the Enterprise Europe Network; their names say direction and domain."""

    BUSINESS_OFFER = "business-offer"
    BUSINESS_REQUEST = "business-request"
    TECHNOLOGY_OFFER = "technology-offer"
    TECHNOLOGY_REQUEST = "technology-request"
    RESEARCH_REQUEST = "research-request"

    @property
    def direction(self) -> Direction:
        """Whether the type offers or seeks."""
        return Direction.OFFERS if self.endswith("-offer") else Direction.SEEKS

    @property
    def domain(self) -> Domain:
        """What the type is about."""
        return Domain(self.partition("-")[0])


# The type that a dated offer would have in place of a standing interest.
TYPE_OF_INTEREST: Mapping[tuple[Domain, Direction], OfferType] = MappingProxyType(
    {
        (Domain.BUSINESS, Direction.OFFERS): OfferType.BUSINESS_OFFER,
        (Domain.BUSINESS, Direction.SEEKS): OfferType.BUSINESS_REQUEST,
        (Domain.TECHNOLOGY, Direction.OFFERS): OfferType.TECHNOLOGY_OFFER,
        (Domain.TECHNOLOGY, Direction.SEEKS): OfferType.TECHNOLOGY_REQUEST,
        # The exchange network knows no research offer; know-how on offer is a technology offer there.
        (Domain.RESEARCH, Direction.OFFERS): OfferType.TECHNOLOGY_OFFER,
        (Domain.RESEARCH, Direction.SEEKS): OfferType.RESEARCH_REQUEST,
    }
)


class OfferStatus(StrEnum):
    """What the organisation says of its offer."""

    OPEN = "open"
    ON_HOLD = "on-hold"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"


class OfferState(StrEnum):
    """What an offer is on a certain day."""

    OPEN = "open"
    CLOSING = "closing"
    ON_HOLD = "on-hold"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Origin(StrEnum):
    """Whether the organisation handed an offer in, or the editors copied it from a public statement."""

    SUBMITTED = "submitted"
    TRANSCRIBED = "transcribed"


class InterestState(StrEnum):
    """Whether a standing interest still stands."""

    OPEN = "open"
    PAST = "past"


class LabelType(StrEnum):
    """Whether a label was awarded or renewed."""

    FIRST = "first"
    RENEWAL = "renewal"


class LabelState(StrEnum):
    """What a label is on a certain day."""

    VALID = "valid"
    RENEWAL_YEAR = "renewal-year"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class EventState(StrEnum):
    """What an event is on a certain day."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"
    UNDATED = "undated"
