"""Whatever a record says, the files for programs hold it as a text: each is read by a library of its kind."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import openpyxl
import pytest
from icalendar import Calendar

from inolink.exports.characters import for_xml, in_lines
from tests.browser.hostile import SLUGS, saying_of
from tests.browser.hostile_site import MARK, Twins

LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TAG = re.compile(r"<\s*([a-zA-Z][^\s>/]*)")
SAFE = {"p", "a", "em", "strong", "ul", "ol", "li", "code", "br", "dl", "dt", "dd"}
LINE_KINDS = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"}
INJECTED = {"ATTACH", "BCC", "ORGANIZER", "ATTENDEE", "X"}


@pytest.fixture(scope="module")
def folder(twins: Twins) -> Path:
    """Return where the site of the hostile directory lies."""
    return twins.hostile.folder


def every(folder: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield the text files of a kind and their paths."""
    files = sorted(folder.rglob(f"*{suffix}"))
    assert files
    for file in files:
        yield file.relative_to(folder).as_posix(), file.read_bytes().decode("utf-8-sig")


def name_of(slug: str) -> str:
    """Return what a cluster's name says."""
    return saying_of(slug).text(120)


def no_constant(name: str) -> None:
    raise AssertionError(name)


def plain_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({key for key, _ in pairs}) == len(pairs)
    return dict(pairs)


def test_every_json_file_is_strict_json_and_says_what_the_records_say(folder: Path) -> None:
    found = {
        path: json.loads(text, parse_constant=no_constant, object_pairs_hook=plain_pairs)
        for path, text in every(folder, ".json")
    }
    for slug in SLUGS:
        assert found[f"api/v1/clusters/{slug}.json"]["record"]["name"]["en"] == name_of(slug)
        assert found[f"api/v1/offers/{slug}/constructor.json"]["record"]["title"]["lt"] == name_of(slug)


def test_linked_data_cannot_end_its_block(folder: Path) -> None:
    for path, text in every(folder, ".html"):
        for block in DATA.findall(text):
            assert not set(block) & set("<>&\u2028\u2029"), path
            json.loads(block, parse_constant=no_constant)
    for slug in SLUGS:
        blocks = DATA.findall((folder / "clusters" / slug / "index.html").read_text("utf-8"))
        assert any(json.loads(block).get("name") == name_of(slug) for block in blocks)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_table_is_a_formula(folder: Path, separator: str) -> None:
    for path, text in every(folder, ".csv"):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            starts = [cell.lstrip(' "\n')[:1] for cell in row]
            assert not set(starts) & set("=+-@\uff1d"), (path, row)


def test_no_cell_of_the_workbook_runs_or_links(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "data" / "inolink.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 1000
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}
    assert [cell.hyperlink.target for cell in cells if cell.hyperlink] == []


def test_feeds_say_what_the_records_say_and_declare_nothing(folder: Path) -> None:
    for path, text in every(folder / "feeds", ".xml"):
        assert "<!DOCTYPE" not in text, path
        ET.fromstring(text)  # noqa: S314  # our own file
    for slug in SLUGS:
        feed = feedparser.parse(str(folder / "feeds" / "en" / f"cluster-{slug}.xml"), sanitize_html=False)
        assert not feed.bozo
        titles = {" ".join(entry.title.split()) for entry in feed.entries}
        assert " ".join(for_xml(name_of(slug)).split()) in titles
        for content in (content for entry in feed.entries for content in entry.get("content", ())):
            assert content.type in {"text/plain", "text/html"}
            assert content.type == "text/plain" or set(TAG.findall(content.value)) <= SAFE


def test_no_text_of_a_calendar_becomes_a_line_of_its_own(folder: Path) -> None:
    for path, text in every(folder / "calendar", ".ics"):
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75, path
        assert "\n" not in text.replace("\r\n", ""), path
        for part in Calendar.from_ical(text).walk():
            assert part.name in LINE_KINDS, path
            assert not part.keys() & INJECTED, path
    lines = (
        (folder / "calendar/en/events.ics").read_bytes().decode("utf-8").replace("\r\n ", "").split("\r\n")
    )
    said = {written(line.partition(":")[2]) for line in lines if line.startswith("SUMMARY")}
    assert {in_lines(saying_of(slug).text(300)) for slug in SLUGS} <= said


def written(value: str) -> str:
    """Return what a value of a calendar says; libraries differ in how they read a backslash before an N."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def test_what_crawlers_read_names_pages_of_this_site_alone(folder: Path) -> None:
    for name in ("sitemap.xml", "opensearch-en.xml", "opensearch-lt.xml"):
        text = (folder / name).read_text("utf-8")
        assert "<!DOCTYPE" not in text
        assert MARK not in text
        tree = ET.fromstring(text)  # noqa: S314  # our own file
        addresses = [node.text or "" for node in tree.iter() if node.tag.endswith("}loc")]
        assert [address for address in addresses if not address.startswith("https://inolink.example/")] == []
    assert MARK not in (folder / "llms.txt").read_text("utf-8") + (folder / "robots.txt").read_text("utf-8")


def test_every_link_leads_to_a_page_or_opens_a_letter_with_a_subject_and_a_text(folder: Path) -> None:
    letters = 0
    for path, text in every(folder, ".html"):
        for link in map(html.unescape, LINK.findall(text)):
            parts = urlsplit(link)
            assert parts.scheme in {"", "https", "http", "mailto"}, (path, link)
            if parts.scheme == "mailto" and parts.query:
                letters += 1
                fields = parse_qs(parts.query, strict_parsing=True)
                assert fields.keys() == {"subject", "body"}, (path, link)
                assert not set(fields["subject"][0]) & set("\r\n"), path
    assert letters > len(SLUGS)


def test_the_files_that_forms_change_are_those_of_the_directory(folder: Path) -> None:
    copies = folder / "contribute" / "files"
    for slug in SLUGS:
        profile = (copies / "clusters" / slug / "profile.yml").read_bytes()
        assert profile == (folder.parent / "hostile" / "clusters" / slug / "profile.yml").read_bytes()
