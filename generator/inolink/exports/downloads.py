"""The tables as files to take along."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from inolink.exports.delimited import write_delimited
from inolink.exports.sheets import TABLES, all_tables
from inolink.exports.tables import Table
from inolink.exports.workbook import write_workbook
from inolink.outputs import Files, FileTask
from inolink.pages import Site
from inolink.pages.citation import citation
from inolink.pages.speech import Speech

WORKBOOK = "data/inolink.xlsx"
PATHS = (WORKBOOK, *(f"data/{name}.csv" for name in TABLES))


def download_tasks(site: Site, scratch: Path | None) -> Iterator[FileTask]:
    """Yield what makes the workbook, which takes longest, and each of the CSV files."""
    yield partial(_workbook, site, scratch)
    for table in all_tables(site):
        yield partial(_delimited, table)


def _workbook(site: Site, scratch: Path | None) -> Files:
    yield WORKBOOK, write_workbook(all_tables(site), _notes(site), site, scratch)


def _delimited(table: Table) -> Files:
    yield f"data/{table.name}.csv", write_delimited(table)


def _notes(site: Site) -> list[tuple[str, str]]:
    """Say what the workbook is, in the first language of the directory."""
    speech, settings = Speech(site, site.settings.default_language), site.settings
    said = {
        "data.sheet-name": speech.texts("data.name", site=settings.site_name),
        "data.sheet-day": site.catalogue.today.isoformat(),
        "data.sheet-page": f"{settings.site_url}data/",
        "data.sheet-licence": settings.licence or speech.texts("data.no-licence"),
        "data.sheet-cite": citation(speech),
        "data.sheet-codes": speech.texts("data.sheet-codes-note"),
    }
    return [(speech.texts(key), text) for key, text in said.items()]
