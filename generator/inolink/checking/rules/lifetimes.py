"""How long an offer lives: a year, once extended two; a research request as long as its call.

A month or a year counts in full: an offer begins with its first day and ends with its last one.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.dates import PartialDate
from inolink.reading.document import FileKind

LIFETIME = timedelta(days=365)
LONGEST_LIFETIME = timedelta(days=730)
EXTENSION_NOTICE = timedelta(days=30)


def offer_runs_too_long(subject: Subject) -> Iterator[Problem]:
    """IL421."""
    for offer in subject.records(FileKind.OFFER):
        published, expires = offer.date("published"), offer.date("expires")
        if not published or not expires or offer.text("type") == "research-request":
            continue
        limit = LONGEST_LIFETIME if offer.has("extended_on") else LIFETIME
        if (lifetime := expires.latest - published.earliest) > limit:
            params = {"days": lifetime.days, "limit": limit.days, "date": later(published.earliest, limit)}
            yield offer.problem("IL421", "expires", **params)


def extension_in_time(subject: Subject) -> Iterator[Problem]:
    """IL422: from a month before the first end until the last possible one."""
    for offer in subject.records(FileKind.OFFER):
        published, extended = offer.date("published"), offer.date("extended_on")
        if not published or not extended or offer.text("type") == "research-request":
            continue
        first = later(published.earliest, LIFETIME - EXTENSION_NOTICE)
        last = later(published.earliest, LONGEST_LIFETIME)
        if extended.latest < first or extended.earliest > last:
            yield offer.problem("IL422", "extended_on", value=extended, **{"from": first, "to": last})


def call_dates_fit(subject: Subject) -> Iterator[Problem]:
    """IL423."""
    for offer in subject.records(FileKind.OFFER):
        call = offer.entry("call")
        closes, answer = call.date("call_deadline"), call.date("eoi_deadline")
        if closes and answer and answer.earliest > closes.latest:
            yield call.problem("IL423", "eoi_deadline", case="eoi-after-call", eoi=answer, call=closes)
        expires = offer.date("expires")
        if closes and expires and offer.text("type") == "research-request" and not _overlap(expires, closes):
            yield offer.problem("IL423", "expires", case="expires-not-call", expires=expires, call=closes)


def nothing_from_the_future(subject: Subject) -> Iterator[Problem]:
    """IL424: what records the past lies in the past."""
    for kind, key in (
        (FileKind.OFFER, "published"),
        (FileKind.OFFER, "extended_on"),
        (FileKind.PROFILE, "last_reviewed"),
    ):
        for entry in subject.records(kind):
            when = entry.date(key)
            if when and when.earliest > subject.today:
                yield entry.problem("IL424", key, key=key, value=when, today=subject.today)


def outcome_fits_status(subject: Subject) -> Iterator[Problem]:
    """IL425."""
    for offer in subject.records(FileKind.OFFER):
        fulfilled = offer.text("status") == "fulfilled"
        if fulfilled and not offer.has("outcome"):
            yield offer.problem("IL425", "status", case="fulfilled-without-outcome")
        if offer.has("outcome") and not fulfilled:
            yield offer.key_problem("IL425", "outcome", case="outcome-without-fulfilled")


def later(day: date, time: timedelta) -> date:
    """Return the day that lies so much later, or the last day that there is."""
    return day + time if time <= date.max - day else date.max


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest
