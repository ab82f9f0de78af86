"""Suggested meetings at an event: who meets whom, in which round, and why."""

import json
from itertools import combinations
from pathlib import Path

from inolink.pages.meetings import Meeting, meetings
from inolink.pages.texts import Texts
from tests.directories import TODAY
from tests.matching.conftest import interest, organisation, written
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

FIELD = {"technologies": ["injection-moulding"], "ecosystems": ["electronics"]}
SEEKS = interest("seeks", "Moulded parts wanted", **FIELD)
OFFERS = interest("offers", "Moulded parts made", **FIELD)
WHOLE = {
    "seeker": organisation("Seeker", SEEKS),
    "maker-1": organisation("Maker 1", OFFERS),
    "maker-2": organisation("Maker 2", OFFERS),
    "other": organisation("Other"),
}


def event(**changes: object) -> dict[str, object]:
    """Return an event ahead that all of them attend."""
    base = {
        "id": "fair",
        "name": {"en": "Fair", "lt": "Mugė"},
        "kind": "matchmaking",
        "start": "2027-03-10",
        "clusters": ["maker-1", "maker-2", "other"],
        "sources": ["https://fair.example/"],
    }
    return {key: value for key, value in (base | changes).items() if value is not None}


def held(folder: Path, **changes: object) -> Rendered:
    """Render the pages of a directory with this event."""
    directory = written(folder, WHOLE)
    directory.write("clusters/seeker/events.yml", json.dumps({"events": [event(**changes)]}))
    return rendered(directory)


def section(pages: Rendered, prefix: str = "") -> Element:
    return pages.main(f"{prefix}events/seeker/fair/").section("meetings")


def arranged(pages: Rendered) -> tuple[Meeting, ...]:
    return meetings(pages.site.catalogue.events[0], pages.site)


def names(meeting: Meeting) -> set[str]:
    return {meeting.one.slug, meeting.other.slug}


def test_each_pair_that_fits_meets_once_with_its_reasons(tmp_path: Path) -> None:
    pages = held(tmp_path)
    pairs = [names(meeting) for meeting in arranged(pages)]
    assert {"seeker", "maker-1"} in pairs
    assert {"seeker", "maker-2"} in pairs
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    rows = section(pages).every("td .il-reasons")
    assert len(rows) == len(pairs)
    assert all(row.texts("li") for row in rows)


def test_nobody_sits_at_two_tables_in_one_round_and_no_round_is_left_out(tmp_path: Path) -> None:
    by_round: dict[int, list[Meeting]] = {}
    for meeting in arranged(held(tmp_path)):
        by_round.setdefault(meeting.round, []).append(meeting)
    assert list(by_round) == list(range(1, len(by_round) + 1))
    for group in by_round.values():
        assert not any(names(one) & names(other) for one, other in combinations(group, 2))


def test_the_suggestion_says_in_words_what_each_side_seeks_or_offers(tmp_path: Path) -> None:
    for prefix, seeks, offers in (("", "Seeks", "Offers"), ("lt/", "Ieško", "Siūlo")):
        topics = section(held(tmp_path), prefix).texts(".il-meeting__topic")
        assert f"{seeks}: Moulded parts wanted" in topics
        assert f"{offers}: Moulded parts made" in topics


def test_an_event_that_is_over_or_undated_suggests_nothing(tmp_path: Path) -> None:
    for start in ("2025-03-10", None):
        pages = held(tmp_path, start=start)
        assert arranged(pages) == ()
        assert pages.main("events/seeker/fair/").every("#meetings") == []


def test_an_event_that_runs_today_still_suggests_meetings(tmp_path: Path) -> None:
    assert arranged(held(tmp_path, start=TODAY.isoformat()))


def test_who_comes_alone_is_suggested_no_meetings(tmp_path: Path) -> None:
    pages = held(tmp_path, clusters=None)
    assert pages.main("events/seeker/fair/").every("#meetings") == []


def test_where_nothing_fits_the_page_says_what_would_help(tmp_path: Path) -> None:
    empty = section(held(tmp_path, clusters=["other"])).one(".il-empty")
    assert empty.text == f"{Texts('en')('meetings.none')} {Texts('en')('meetings.none-help')}"


def test_an_event_of_which_only_the_month_is_known_has_a_table_and_no_calendar(tmp_path: Path) -> None:
    pages = held(tmp_path, start="2027-03")
    files = [link["href"] for link in pages.main("events/seeker/fair/").every("a[download]")]
    assert files == ["../../../data/en/meetings/seeker/fair.csv"]
