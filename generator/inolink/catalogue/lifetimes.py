"""What the day makes of an offer, a standing interest or an event.

A month or a year counts in full: what begins in it begins with its first day, what ends in it with its last.
"""

from datetime import date, timedelta

from inolink.catalogue.activities import EventRecord
from inolink.catalogue.kinds import EventState, InterestState, OfferState, OfferStatus, OfferType
from inolink.catalogue.offer import OfferRecord
from inolink.catalogue.organisation import InterestRecord
from inolink.checking.rules.lifetimes import LIFETIME, LONGEST_LIFETIME, later

CLOSING_SOON = timedelta(days=30)
ENDED = {OfferStatus.FULFILLED: OfferState.FULFILLED, OfferStatus.WITHDRAWN: OfferState.WITHDRAWN}


def offer_closes(offer: OfferRecord) -> date:
    """Return the last day of an offer: that of its call, else its own, else the longest it may have."""
    if offer.type is OfferType.RESEARCH_REQUEST and offer.call and offer.call.call_deadline:
        return offer.call.call_deadline
    if offer.expires:
        return offer.expires.latest
    return later(offer.published.earliest, LONGEST_LIFETIME if offer.extended_on else LIFETIME)


def contact_closes(offer: OfferRecord) -> date:
    """Return the last day on which a partner can answer: a call may want interest expressed earlier."""
    closes = offer_closes(offer)
    answer = offer.call.eoi_deadline if offer.call else None
    return min(closes, answer) if answer else closes


def offer_state(offer: OfferRecord, today: date) -> OfferState:
    """Return what an offer is on this day; the last day still belongs to it."""
    closes = offer_closes(offer)
    if offer.status in ENDED:
        return ENDED[offer.status]
    if today > closes:
        return OfferState.EXPIRED
    if offer.status is OfferStatus.ON_HOLD:
        return OfferState.ON_HOLD
    return OfferState.CLOSING if closes - today <= CLOSING_SOON else OfferState.OPEN


def interest_state(interest: InterestRecord, today: date) -> InterestState:
    """Return whether an interest still stands on this day."""
    ended = interest.until is not None and interest.until.latest < today
    return InterestState.PAST if ended else interest.status


def event_state(event: EventRecord, today: date) -> EventState:
    """Return what an event is on this day; one of a month or a year is ahead until that has passed."""
    start, end = event.start or event.end, event.end or event.start
    if start is None or end is None:
        return EventState.UNDATED
    if today > end.latest:
        return EventState.PAST
    return EventState.RUNNING if today >= start.latest else EventState.UPCOMING
