"""Tables hold what the records say, and nothing that a spreadsheet would run."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.exports.delimited import harmless, write_delimited
from inolink.exports.tables import Table
from inolink.exports.workbook import write_workbook
from inolink.outputs import whole
from inolink.pages.plain import plain_text
from tests.exports.conftest import Exported, Saying

NAMES = ("clusters", "offers", "initiatives", "partnerships", "events", "codes")
WORKBOOK = "data/inolink.xlsx"
FORMULAS = (
    '=HYPERLINK("https://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "a; =1+1",
    'a;"=1+1',
    "a\n=1+1",
    "a\t@SUM(1,1)",
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cells(data: bytes, separator: str) -> Iterator[str]:
    """Yield the cells as a spreadsheet sees them that parts them by this character."""
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator):
        yield from row


def sheet(book: Any, name: str) -> list[dict[str, Any]]:  # noqa: ANN401  # openpyxl has no annotations
    head, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def workbook(data: bytes) -> Any:  # noqa: ANN401  # openpyxl has no annotations
    return openpyxl.load_workbook(io.BytesIO(data))


def runs(cell: str) -> bool:
    return cell.lstrip(" \"'\n").startswith(("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}")) and (
        cell.lstrip(' "\n')[:1] != "'"
    )


def test_there_is_a_table_for_each_kind_with_a_row_for_each_record(each: Exported) -> None:
    catalogue = each.site.catalogue
    counts = {name: len(rows(each[f"data/{name}.csv"])) for name in NAMES}
    assert counts == {
        "clusters": len(catalogue.clusters),
        "offers": len(catalogue.openings),
        "initiatives": len(catalogue.initiatives),
        "partnerships": len(catalogue.partnerships),
        "events": len(catalogue.events),
        "codes": sum(len(vocabulary) for vocabulary in each.site.vocabularies.values()),
    }


def test_a_row_says_what_the_record_says(each: Exported) -> None:
    for row, cluster in zip(rows(each["data/clusters.csv"]), each.site.catalogue.clusters, strict=True):
        profile = cluster.profile
        assert row["cluster"] == cluster.slug
        assert row["name_en"].lstrip("'") == cluster.name.by_language["en"].lstrip("'")
        assert row["name_lt"] == cluster.name.by_language.get("lt", "")
        assert row["ecosystems"] == "; ".join(profile.ecosystems)
        assert row["founded"] == (str(profile.founded) if profile.founded else "")
        assert row["last_reviewed"] == profile.last_reviewed.isoformat()
        assert row["page"] == f"{each.site.settings.site_url}clusters/{cluster.slug}/"
    for row, opening in zip(rows(each["data/offers.csv"]), each.site.catalogue.openings, strict=True):
        assert (row["reference"], row["kind"], row["type"]) == (opening.reference, opening.kind, opening.type)
        assert row["title_en"] == opening.title.by_language["en"]
        assert row["state"] == opening.state
        assert row["countries"] == "; ".join(opening.record.record.countries)
    for row, initiative in zip(
        rows(each["data/initiatives.csv"]), each.site.catalogue.initiatives, strict=True
    ):
        totals = [budget for budget in initiative.record.budget if budget.kind == "total"]
        assert row["budget"] == (str(totals[0].amount) if totals else "")
        assert row["partners"] == "; ".join(partner.name for partner in initiative.record.partners)
    for row, partnership in zip(
        rows(each["data/partnerships.csv"]), each.site.catalogue.partnerships, strict=True
    ):
        assert (row["partner"], row["since"]) == (
            partnership.record.partner,
            str(partnership.record.since or ""),
        )
    for row, event in zip(rows(each["data/events.csv"]), each.site.catalogue.events, strict=True):
        assert (row["start"], row["state"]) == (str(event.record.start or ""), event.state)


def test_markdown_stands_in_a_table_without_its_marks(states: Exported) -> None:
    described = {row["cluster"]: row["description_en"] for row in rows(states["data/clusters.csv"])}
    for cluster in states.site.catalogue.clusters:
        written = cluster.profile.description
        shown = plain_text(written.by_language["en"]) if written else ""
        assert described[cluster.slug] == shown


def test_the_workbook_holds_the_same_as_the_tables(each: Exported) -> None:
    book = workbook(each[WORKBOOK])
    assert book.sheetnames == ["about", *NAMES]
    for name in NAMES:
        table, found = rows(each[f"data/{name}.csv"]), sheet(book, name)
        assert len(table) == len(found)
        for row, line in zip(table, found, strict=True):
            for column, text in row.items():
                assert shown(line[column]) in {text, text.lstrip("'")}, (name, column)


def shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def test_the_workbook_says_what_it_is_and_how_it_is_cited(shipped: Exported) -> None:
    about = dict(workbook(shipped[WORKBOOK])["about"].iter_rows(values_only=True))
    assert about["State of"] == "2026-11-23"
    assert about["Licence"] == "CC-BY-4.0"
    assert about["Cite as"].startswith("InoLink (2026). InoLink: the directory as data [data set].")


def test_numbers_and_days_are_numbers_and_days_in_the_workbook(shipped: Exported) -> None:
    for row in sheet(workbook(shipped[WORKBOOK]), "clusters"):
        assert isinstance(row["last_reviewed"], datetime)
        assert isinstance(row["open_offers"], int)
    assert any(
        isinstance(row["budget"], int | float) for row in sheet(workbook(shipped[WORKBOOK]), "initiatives")
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_record_becomes_a_formula_in_any_cell(saying: Saying, text: str) -> None:
    exported = saying(text)
    for name in NAMES[:-1]:
        data = exported[f"data/{name}.csv"]
        for separator in (",", ";", "\t"):
            assert [cell for cell in cells(data, separator) if runs(cell)] == [], (name, separator)
    book = workbook(exported[WORKBOOK])
    for page in book:
        assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f"] == []
        assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.hyperlink] == []
    assert text in {row["name_en"] for row in sheet(book, "clusters")}


def test_a_workbook_keeps_a_formula_a_text_when_somebody_edits_it(saying: Saying) -> None:
    book = workbook(saying("=1+1")[WORKBOOK])
    marked = [cell for row in book["clusters"].iter_rows() for cell in row if cell.value == "=1+1"]
    assert marked
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in marked)


@given(st.text())
def test_a_harmless_text_loses_nothing_but_what_ends_lines_and_gains_nothing_but_apostrophes(
    text: str,
) -> None:
    made = harmless(text)
    assert len(made.replace("'", "")) <= len(text)
    assert not any(runs(part) for line in made.split("\n") for part in line.replace("\t", ";").split(";"))


def test_text_without_formulas_is_left_alone() -> None:
    for text in ("A = B", "2025-2027", "a; b", "R&D + design", "info@light.example", "", "š–ė"):
        assert harmless(text) == text


def test_a_file_is_as_the_standard_wants_it_with_a_mark_for_excel(states: Exported) -> None:
    for name in NAMES:
        data = states[f"data/{name}.csv"]
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        lengths = {len(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))}
        assert len(lengths) == 1


def test_quotes_commas_and_line_breaks_come_back_as_they_were(saying: Saying) -> None:
    text = 'He said "no", twice\nand, then; left'
    exported = saying(text)
    assert {row["name_lt"] for row in rows(exported["data/clusters.csv"])} == {text}


def test_control_characters_reach_no_cell_and_no_line(states: Exported) -> None:
    table = Table("clusters", ("name",), (("a\x00b\x0bc\u2028d\re\x1b[31m",), (date(2026, 1, 2),)))
    (first, second) = rows(whole(write_delimited(table)))
    assert first["name"] == "a\ufffdb\nc\nd\ne\ufffd[31m"
    assert second["name"] == "2026-01-02"
    book = workbook(whole(write_workbook([table], [], states.site)))
    assert book["clusters"]["A2"].data_type == "s"


def test_an_empty_directory_still_has_columns(states: Exported) -> None:
    empty = Table("events", ("event", "name_en"), ())
    assert whole(write_delimited(empty)) == b"\xef\xbb\xbfevent,name_en\r\n"
    assert workbook(whole(write_workbook([empty], [], states.site)))["events"]["B1"].value == "name_en"


def test_nothing_in_a_workbook_tells_when_it_was_made(states: Exported) -> None:
    with zipfile.ZipFile(io.BytesIO(states[WORKBOOK])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-23T00:00:00Z") == 2
