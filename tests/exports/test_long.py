"""What grows with the directory goes on in further files, or holds the nearest only and says so."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from inolink.exports import agenda, api, export_tasks, feeds, workbook
from inolink.exports.agenda import Day, nearest
from inolink.exports.tables import Table
from inolink.exports.workbook import write_workbook
from inolink.outputs import whole
from tests.exports.conftest import SCHEMAS, Exported
from tests.exports.test_api import registry
from tests.exports.test_tables import workbook as read_workbook
from tests.making import written_by

TODAY = date(2026, 11, 23)


@pytest.fixture
def short(states: Exported, monkeypatch: pytest.MonkeyPatch) -> Exported:
    """Export the same directory where nothing may be longer than two."""
    monkeypatch.setattr(api, "LONGEST_LIST", 2)
    monkeypatch.setattr(feeds, "LONGEST_FEED", 2)
    monkeypatch.setattr(agenda, "LONGEST_CALENDAR", 2)
    return Exported(states.site, states.directory, written_by(export_tasks(states.site, SCHEMAS)))


def parts(exported: Exported, address: str | None) -> Iterator[dict[str, object]]:
    """Yield the parts of a list, each of which names the next one."""
    while address:
        part = exported.documents[exported.path_of(address)]
        yield part
        address = part.get("next")


def test_the_parts_of_a_list_lead_through_all_records_of_a_kind(short: Exported, states: Exported) -> None:
    checker = Draft202012Validator({}, registry=registry(states))
    for kind in short.documents["api/v1/index.json"]["kinds"]:
        found = list(parts(short, kind["list"]))
        items = [item for part in found for item in part["items"]]  # type: ignore[attr-defined]  # a list
        assert items == states.documents[states.path_of(kind["list"])]["items"]
        assert {part["count"] for part in found} == {kind["count"]} == {len(items)}
        assert len(found) == max(1, -(-len(items) // 2))
        assert all(checker.evolve(schema={"$ref": part["$schema"]}).is_valid(part) for part in found)


def test_a_feed_that_leaves_out_what_is_older_says_so(short: Exported, states: Exported) -> None:
    feed = feedparser.parse(short["feeds/en/all.xml"])
    assert len(feed.entries) == 2
    assert feed.feed.subtitle.endswith("The 2 newest entries.")
    assert "newest" not in feedparser.parse(states["feeds/en/all.xml"]).feed.subtitle


def test_a_calendar_that_leaves_out_what_is_far_says_so(short: Exported, states: Exported) -> None:
    path = "calendar/en/deadlines.ics"
    calendar = Calendar.from_ical(short[path].decode())
    assert len(calendar.walk("VEVENT")) == 2
    assert calendar["DESCRIPTION"].endswith("The 2 entries nearest to today.")
    assert "nearest" not in states[path].decode()


def test_a_calendar_holds_what_comes_next_before_what_has_been(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "LONGEST_CALENDAR", 3)
    days = [
        Day(TODAY + timedelta(days=away), str(away), None)  # type: ignore[arg-type]  # never put into words
        for away in (-1, 400, 0, -30)
    ]
    assert [day.key for day in nearest(days, TODAY)[:3]] == ["0", "400", "-1"]


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_further_ones(
    states: Exported, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(workbook, "LONGEST_SHEET", 3)
    table = Table("offers", ("reference",), tuple((f"offer {number}",) for number in range(rows)))
    book = read_workbook(whole(write_workbook([table], [], states.site)))
    sheets = [sheet for sheet in book if sheet.title != "about"]
    assert [sheet.title for sheet in sheets] == ["offers", "offers-2", "offers-3"][: -(-rows // 2)]
    assert {sheet["A1"].value for sheet in sheets} == {"reference"}
    cells = [row[0] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert cells == [f"offer {number}" for number in range(rows)]


def test_lists_are_read_as_any_other_file(short: Exported) -> None:
    assert json.loads(short["api/v1/offers-2.json"])["self"].endswith("api/v1/offers-2.json")
