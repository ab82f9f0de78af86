"""The data for programs: api/v1/ with an index, lists by kind, a file for each record, and their schemas."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from inolink.exports.entries import API, PLURALS, Exported, Exporter
from inolink.exports.plain import given
from inolink.exports.schemas import schema_url, schemas
from inolink.pages import Site

VERSION = 1
INDEX = f"{API}index.json"


def api_files(site: Site, record_schemas: Mapping[str, bytes], beside: Iterable[str]) -> dict[str, bytes]:
    """Return everything below api/v1/; `beside` are the paths of feeds, calendars and tables."""
    exporter = Exporter(site)
    records, others = list(exporter.records()), list(exporter.others())
    published = schemas(PLURALS, record_schemas, site.settings)
    files = {each.path: each.values for each in (*records, *others)}
    lists = dict(_lists(records, exporter))
    index = _index(records, others, [*published, *beside], exporter)
    written = {INDEX: index, **published, **files}
    return {path: _pretty(values) for path, values in written.items()} | {
        path: msgspec.json.encode(values) + b"\n" for path, values in lists.items()
    }


def _lists(records: Iterable[Exported], exporter: Exporter) -> Iterator[tuple[str, dict[str, Any]]]:
    by_kind: dict[str, list[dict[str, Any]]] = {kind: [] for kind in PLURALS}
    for each in records:
        by_kind[each.kind].append(each.values)
    for kind, plural in PLURALS.items():
        path = f"{API}{plural}.json"
        yield (
            path,
            {
                "$schema": schema_url(_list_name(kind), exporter.site.settings),
                "kind": kind,
                "self": exporter.address(path),
                "day": exporter.site.catalogue.today.isoformat(),
                "count": len(by_kind[kind]),
                "items": by_kind[kind],
            },
        )


def _list_name(kind: str) -> str:
    return f"{kind}-list"


def _index(
    records: list[Exported], others: list[Exported], paths: list[str], exporter: Exporter
) -> dict[str, Any]:
    settings, catalogue = exporter.site.settings, exporter.site.catalogue
    about = {
        "name": settings.site_name,
        "url": settings.site_url,
        "languages": list(settings.languages),
        "country": settings.country,
        "organisation": settings.organisation,
        "contact": settings.contact,
        "licence": settings.licence,
    }
    values = {
        "$schema": schema_url("index", settings),
        "version": VERSION,
        "site": given(about),
        "day": catalogue.today.isoformat(),
        "commit": catalogue.commit,
        "kinds": [_kind(kind, records, exporter) for kind in PLURALS],
        "programme": next((exporter.address(each.path) for each in others if each.kind == "programme"), None),
        "vocabularies": [exporter.address(each.path) for each in others if each.kind == "vocabulary"],
    }
    folders = {"schemas": f"{API}schema/", "feeds": "feeds/", "calendars": "calendar/", "tables": "data/"}
    grouped = {
        name: [exporter.address(path) for path in sorted(paths) if path.startswith(folder)]
        for name, folder in folders.items()
    }
    return {**given(values), **grouped}


def _kind(kind: str, records: list[Exported], exporter: Exporter) -> dict[str, Any]:
    return {
        "kind": kind,
        "count": sum(each.kind == kind for each in records),
        "list": exporter.address(f"{API}{PLURALS[kind]}.json"),
        "schema": schema_url(kind, exporter.site.settings),
    }


def _pretty(values: Mapping[str, Any]) -> bytes:
    """Return values as people can read them as well."""
    return msgspec.json.format(msgspec.json.encode(values), indent=1) + b"\n"
