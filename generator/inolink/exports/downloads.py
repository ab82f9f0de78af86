"""The tables as files to take along."""

from inolink.exports.delimited import write_delimited
from inolink.exports.sheets import all_tables
from inolink.exports.workbook import write_workbook
from inolink.pages import Site
from inolink.pages.citation import citation
from inolink.pages.speech import Speech

WORKBOOK = "data/inolink.xlsx"


def download_files(site: Site) -> dict[str, bytes]:
    """Return the tables as CSV files and as one workbook."""
    tables = all_tables(site)
    files = {f"data/{table.name}.csv": write_delimited(table) for table in tables}
    return {**files, WORKBOOK: write_workbook(tables, _notes(site), site)}


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
