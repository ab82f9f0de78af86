from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.catalogue import (
    Catalogue,
    Direction,
    Domain,
    EventRecord,
    EventState,
    InterestRecord,
    InterestState,
    OfferRecord,
    OfferState,
    OfferStatus,
    OfferType,
    Text,
)
from inolink.catalogue.lifetimes import contact_closes, event_state, interest_state, offer_closes, offer_state
from inolink.reading.dates import PartialDate

TEXT = Text({"en": "text"})
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MOMENTS = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(1, 3)
)


def offer(published: PartialDate, **more: object) -> OfferRecord:
    kind = more.pop("type", OfferType.BUSINESS_OFFER)
    basis = {"title": TEXT, "summary": TEXT, "cooperation": (), "published": published}
    return OfferRecord(type=kind, **basis, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slug", "closes", "state"),
    [
        ("north/coats", date(2027, 6, 1), OfferState.OPEN),
        ("north/gloves", date(2026, 12, 20), OfferState.CLOSING),
        ("north/hats", date(2025, 12, 31), OfferState.EXPIRED),
        ("north/paused", date(2027, 7, 1), OfferState.ON_HOLD),
        ("north/done", date(2027, 8, 1), OfferState.FULFILLED),
        ("south/proposal", date(2027, 3, 15), OfferState.OPEN),
        ("south/longer", date(2027, 3, 10), OfferState.OPEN),
    ],
)
def test_an_offer_ends_with_its_call_its_own_date_or_its_longest_lifetime(
    catalogue: Catalogue, slug: str, closes: date, state: OfferState
) -> None:
    found = catalogue.offer(*slug.split("/"))
    assert (found.closes, found.state) == (closes, state)


def test_an_offer_can_be_answered_while_it_is_open_and_its_call_still_takes_interest(
    catalogue: Catalogue,
) -> None:
    answerable = {found.slug for found in catalogue.offers if found.opens_for_contact}
    assert answerable == {"coats", "gloves", "longer"}
    assert catalogue.offer("south", "proposal").contact_closes == date(2026, 11, 20)


@given(MOMENTS, st.none() | MOMENTS, DAYS, st.sampled_from(OfferStatus))
def test_an_offer_is_over_exactly_from_the_day_after_its_last_unless_it_ended_before(
    published: PartialDate, expires: PartialDate | None, today: date, status: OfferStatus
) -> None:
    record = offer(published, expires=expires, status=status)
    state = offer_state(record, today)
    if status in {OfferStatus.FULFILLED, OfferStatus.WITHDRAWN}:
        assert state == str(status)
    else:
        assert (state is OfferState.EXPIRED) == (today > offer_closes(record))


@given(MOMENTS, st.integers(0, 365))
def test_an_offer_closes_soon_in_its_last_thirty_days(published: PartialDate, left: int) -> None:
    record = offer(published)
    today = offer_closes(record) - timedelta(days=left)
    assert offer_state(record, today) is (OfferState.CLOSING if left <= 30 else OfferState.OPEN)


@given(MOMENTS)
def test_an_extension_doubles_the_lifetime(published: PartialDate) -> None:
    once, twice = offer(published), offer(published, extended_on=published.earliest)
    assert (offer_closes(once) - published.earliest).days == 365
    assert (offer_closes(twice) - published.earliest).days == 730


def test_an_offer_at_the_end_of_the_calendar_closes_with_it() -> None:
    assert offer_closes(offer(PartialDate(9999, 6))) == date.max


@pytest.mark.parametrize(
    ("published", "expires", "closes"),
    [
        ("2021", None, date(2022, 1, 1)),
        ("2021-03", None, date(2022, 3, 1)),
        ("2021", "2021", date(2021, 12, 31)),
        ("2021-03-15", "2022-02", date(2022, 2, 28)),
    ],
)
def test_an_offer_begins_with_the_first_day_of_its_month_or_year_and_ends_with_the_last(
    published: str, expires: str | None, closes: date
) -> None:
    first, last = (PartialDate.parse(text) if text else None for text in (published, expires))
    assert first is not None
    assert offer_closes(offer(first, expires=last)) == closes


def test_without_a_call_an_offer_takes_answers_to_its_last_day() -> None:
    record = offer(PartialDate(2026, 1, 1))
    assert contact_closes(record) == offer_closes(record) == date(2027, 1, 1)


def test_the_type_of_an_offer_says_its_direction_and_domain() -> None:
    kinds = [(kind.direction, kind.domain) for kind in OfferType]
    assert kinds == [
        (Direction.OFFERS, Domain.BUSINESS),
        (Direction.SEEKS, Domain.BUSINESS),
        (Direction.OFFERS, Domain.TECHNOLOGY),
        (Direction.SEEKS, Domain.TECHNOLOGY),
        (Direction.SEEKS, Domain.RESEARCH),
    ]


@given(MOMENTS, DAYS)
def test_an_interest_stands_to_the_last_day_that_its_end_can_mean(until: PartialDate, today: date) -> None:
    record = InterestRecord(
        id="id", direction=Direction.SEEKS, domain=Domain.BUSINESS, title=TEXT, until=until
    )
    assert (interest_state(record, today) is InterestState.PAST) == (today > until.latest)


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [
        ("2026-11-24", None, EventState.UPCOMING),
        ("2026-11-23", None, EventState.RUNNING),
        ("2026-11-20", "2026-11-23", EventState.RUNNING),
        ("2026-11-20", "2026-11-22", EventState.PAST),
        ("2026-11", None, EventState.UPCOMING),
        ("2026-10", "2026-12", EventState.RUNNING),
        ("2025", None, EventState.PAST),
        (None, "2026-12-01", EventState.UPCOMING),
        (None, None, EventState.UNDATED),
    ],
)
def test_an_event_is_ahead_running_or_past_as_far_as_its_dates_tell(
    start: str | None, end: str | None, state: EventState
) -> None:
    dates = [PartialDate.parse(text) if text else None for text in (start, end)]
    record = EventRecord(id="id", name=TEXT, kind="fair", sources=(), start=dates[0], end=dates[1])
    assert event_state(record, date(2026, 11, 23)) is state
