"""Calendars hold the deadlines and the events, and no text breaks out of its place."""

from datetime import date
from typing import Any

import icalendar
import pytest

from inolink.catalogue import Offer
from inolink.exports.calendars import CalendarEntry, CalendarFile, write_calendar
from inolink.settings import load_settings
from tests.directories import PROJECT
from tests.exports.conftest import Exported, Saying

LANGUAGES = ("en", "lt")
NAMES = ("deadlines", "events")
DAY = date(2026, 11, 23)


def read(data: bytes) -> Any:  # noqa: ANN401  # a component
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    return calendar


def entries(exported: Exported, name: str, language: str = "en") -> dict[str, Any]:
    events = read(exported[f"calendar/{language}/{name}.ics"]).walk("VEVENT")
    found = {str(event["UID"]): event for event in events}
    assert len(found) == len(events)
    return found


def written(**entry: Any) -> bytes:  # noqa: ANN401
    base = {"key": "event/a/b", "title": "A", "start": DAY, "changed": DAY}
    calendar = CalendarFile(
        path="calendar/en/x.ics",
        name="Name",
        description="",
        language="en",
        entries=(CalendarEntry(**base | entry),),  # type: ignore[arg-type]
    )
    return write_calendar(calendar, load_settings(PROJECT))


def test_every_event_whose_day_is_known_stands_in_the_calendar(each: Exported) -> None:
    site = each.site
    host = site.settings.site_url.split("/")[2]
    dated = [event for event in site.catalogue.events if event.record.start and event.record.start.day]
    for language in LANGUAGES:
        found = entries(each, "events", language)
        assert found.keys() == {f"{event.key}@{host}" for event in dated}
        for event in dated:
            entry, record = found[f"{event.key}@{host}"], event.record
            assert record.start
            assert str(entry["SUMMARY"]) == record.name.get(language, "en")
            assert entry["DTSTART"].dt == record.start.earliest
            last = record.end.latest if record.end and record.end.day else record.start.latest
            assert (entry["DTEND"].dt - last).days == 1
            assert str(entry["URL"]).endswith(event.address)
            assert (record.place or "") in str(entry.get("LOCATION", ""))


def test_every_offer_has_its_last_day_and_each_call_its_earlier_deadline(each: Exported) -> None:
    found = {uid.partition("@")[0]: entry for uid, entry in entries(each, "deadlines").items()}
    wanted = {}
    for offer in each.site.catalogue.offers:
        key, call = f"offer/{offer.cluster}/{offer.slug}", offer.record.call
        wanted[f"{key}/closes"] = offer.closes
        if call and call.eoi_deadline and call.eoi_deadline != offer.closes:
            wanted[f"{key}/eoi"] = call.eoi_deadline
    assert {key: entry["DTSTART"].dt for key, entry in found.items()} == wanted


def test_what_was_withdrawn_or_fulfilled_is_cancelled(states: Exported) -> None:
    found = {
        uid.partition("@")[0]: str(entry["STATUS"]) for uid, entry in entries(states, "deadlines").items()
    }
    assert found["offer/light/cutting/closes"] == "CANCELLED"
    assert found["offer/light/glass/closes"] == "CONFIRMED"


def test_a_day_is_a_day_that_no_time_zone_can_shift(states: Exported) -> None:
    for name in NAMES:
        for entry in entries(states, name).values():
            assert entry["DTSTART"].params["VALUE"] == "DATE"
            assert str(entry["TRANSP"]) == "TRANSPARENT"


def test_a_calendar_names_itself_and_its_source(states: Exported) -> None:
    for language in LANGUAGES:
        for name in NAMES:
            path = f"calendar/{language}/{name}.ics"
            calendar = read(states[path])
            assert str(calendar["SOURCE"]) == states.site.settings.site_url + path
            assert str(calendar["METHOD"]) == "PUBLISH"
            assert str(calendar["X-WR-CALNAME"]).startswith("Test directory: ")


@pytest.mark.parametrize(
    "text",
    [
        "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO",
        "x\nATTENDEE:mailto:x@evil.example",
        "x\rURL:https://evil.example",
        "x\u2028X-EVIL:1\u2029\x85\x0b\x0cX-EVIL:2\x1c\x1d\x1eX-EVIL:3",
        'a;b,c\\n"d":e\\',
        "=1+1 ]]> \x00\x1b[31m š–ė " + "ą" * 200,
    ],
)
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    data = written(title=text, text=text, place=text, categories=(text, "second"))
    (event,) = read(data).walk("VEVENT")
    shown = str(event["SUMMARY"])
    assert shown == str(event["DESCRIPTION"]) == str(event["LOCATION"])
    assert shown.split() == readable(text).split()
    assert read(data).walk("VALARM") == []
    assert {name for name in event if name.startswith(("X-", "ATT"))} == set()
    for line in data.decode("utf-8").splitlines():
        assert not line.startswith(("ATTENDEE", "X-EVIL", "BEGIN:VALARM", "URL:https://evil"))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def readable(text: str) -> str:
    """Return a text whose line ends are plain, and whose control characters show as missing."""
    lines = " ".join(text.splitlines())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in lines)


def test_an_empty_calendar_is_still_one(states: Exported) -> None:
    empty = CalendarFile(path="calendar/en/x.ics", name="N", description="", language="en", entries=())
    calendar = read(write_calendar(empty, states.site.settings))
    assert [component.name for component in calendar.walk()] == ["VCALENDAR", "VTIMEZONE", "STANDARD"]


def test_a_hostile_record_makes_a_sound_calendar(saying: Saying) -> None:
    exported = saying("x\nEND:VCALENDAR\nBEGIN:VEVENT,;\\")
    for name in NAMES:
        for entry in entries(exported, name).values():
            assert "END:VCALENDAR" in str(entry["SUMMARY"])


def test_only_offers_have_deadlines(states: Exported) -> None:
    offers = [each for each in states.site.catalogue.openings if isinstance(each.record, Offer)]
    assert len({uid.rpartition("/")[0] for uid in entries(states, "deadlines")}) == len(offers)
