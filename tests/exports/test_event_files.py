"""Files of events that are ahead: an entry to add to a calendar, and the meetings as notes and as a table."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import icalendar

from inolink.pages.meetings import meetings
from tests.exports.conftest import Exported, exported
from tests.matching.conftest import written
from tests.pages.test_meetings import WHOLE, event

HOSTILE = "Fair\\;\u00a0,\nEND:VEVENT\nBEGIN:VALARM"


def held(folder: Path, **changes: object) -> Exported:
    """Export a directory with this event."""
    directory = written(folder, WHOLE)
    directory.write("clusters/seeker/events.yml", json.dumps({"events": [event(**changes)]}))
    return exported(directory)


def entries(files: Exported, path: str) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(files[path])
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def test_only_events_ahead_whose_day_is_known_have_a_file_to_add_to_a_calendar(states: Exported) -> None:
    wanted = {
        f"calendar/{language}/events/{each.cluster}/{each.id}.ics"
        for each in states.site.catalogue.events
        for language in ("en", "lt")
        if each.coming and each.record.start and each.record.start.day
    }
    assert wanted
    assert {path for path in states.below("calendar/") if "/events/" in path} == wanted


def test_the_file_of_an_event_holds_the_same_entry_as_the_calendar_of_all(tmp_path: Path) -> None:
    files = held(tmp_path, end="2027-03-11")
    (entry,) = entries(files, "calendar/lt/events/seeker/fair.ics")
    (of_all,) = entries(files, "calendar/lt/events.ics")
    assert entry == of_all
    assert str(entry["SUMMARY"]) == "Mugė"
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2027, 3, 10), date(2027, 3, 12))


def test_each_meeting_is_a_note_on_the_first_day_that_blocks_no_time(tmp_path: Path) -> None:
    files = held(tmp_path, end="2027-03-11")
    found = entries(files, "calendar/en/meetings/seeker/fair.ics")
    arranged = meetings(files.site.catalogue.events[0], files.site)
    assert len(found) == len(arranged) == len({str(entry["UID"]) for entry in found})
    for entry in found:
        assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2027, 3, 10), date(2027, 3, 11))
        assert str(entry["TRANSP"]) == "TRANSPARENT"
        assert str(entry["URL"]) == "https://directory.example/events/seeker/fair/#meetings"
    assert "Round 1: Maker 1 – Seeker" in {_sorted_sides(str(entry["SUMMARY"])) for entry in found}


def test_a_note_says_what_both_sides_bring_and_why_they_fit(tmp_path: Path) -> None:
    notes = [
        str(entry["DESCRIPTION"])
        for entry in entries(held(tmp_path), "calendar/en/meetings/seeker/fair.ics")
        if "Seeker" in str(entry["SUMMARY"])
    ]
    assert all("Injection moulding" in note for note in notes)
    assert any("Seeker seeks: Moulded parts wanted (https://directory.example/" in note for note in notes)
    assert any("Maker 1 offers: Moulded parts made (https://directory.example/" in note for note in notes)


def test_the_table_has_a_row_for_each_meeting_in_the_words_of_its_language(tmp_path: Path) -> None:
    files = held(tmp_path)
    arranged = meetings(files.site.catalogue.events[0], files.site)
    for language, first in (("en", "Round"), ("lt", "Ratas")):
        text = files[f"data/{language}/meetings/seeker/fair.csv"].decode("utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
        assert rows[0][0] == first
        assert [int(row[0]) for row in rows[1:]] == [meeting.round for meeting in arranged]


def test_no_name_breaks_out_of_its_place(tmp_path: Path) -> None:
    files = held(tmp_path, name={"en": HOSTILE, "lt": HOSTILE})
    (entry,) = entries(files, "calendar/en/events/seeker/fair.ics")
    assert str(entry["SUMMARY"]) == HOSTILE
    assert entries(files, "calendar/en/meetings/seeker/fair.ics")


def test_without_an_event_ahead_there_are_no_such_files(shipped: Exported) -> None:
    assert not any(event.coming for event in shipped.site.catalogue.events)
    assert [path for path in shipped if "/meetings/" in path] == []


def _sorted_sides(title: str) -> str:
    number, _, sides = title.partition(": ")
    return f"{number}: {' – '.join(sorted(sides.split(' – ')))}"
