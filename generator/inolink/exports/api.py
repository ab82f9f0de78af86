"""The data for programs: api/v1/ with an index, lists by kind, a file for each record, and their schemas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from inolink.exports.entries import API, PLURALS, Exported, Exporter, Source
from inolink.exports.plain import given
from inolink.exports.schemas import schema_url, schemas
from inolink.outputs import Files, FileTask
from inolink.pages import Site

VERSION = 1
INDEX = f"{API}index.json"
LONGEST_LIST = 500
"""Records in one file of a list; a longer list goes on in further files."""


def api_tasks(site: Site, record_schemas: Mapping[str, bytes], beside: Iterable[str]) -> Iterator[FileTask]:
    """Yield what makes everything below api/v1/; `beside` are the paths of feeds, calendars and tables."""
    exporter = Exporter(site)
    for kind in PLURALS:
        sources = exporter.sources(kind)
        for start in range(0, max(1, len(sources)), LONGEST_LIST):
            own = sources[start : start + LONGEST_LIST]
            yield partial(_records, kind, own, start // LONGEST_LIST, len(sources), exporter)
    yield partial(_around, exporter, record_schemas, beside)


def _records(kind: str, sources: Sequence[Source], part: int, count: int, exporter: Exporter) -> Files:
    """Yield the files of the records in one part of a list, and that part."""
    items: list[msgspec.Raw] = []
    for source in sources:
        made = exporter.record(source)
        data = msgspec.json.encode(made.values)
        items.append(msgspec.Raw(data))
        yield made.path, _readable(data)
    yield (
        _list_path(kind, part),
        msgspec.json.encode(_list(kind, items, part, count, exporter)) + b"\n",
    )


def _list(kind: str, items: list[msgspec.Raw], part: int, count: int, exporter: Exporter) -> dict[str, Any]:
    more = (part + 1) * LONGEST_LIST < count
    return {
        "$schema": schema_url(f"{kind}-list", exporter.site.settings),
        "kind": kind,
        "self": exporter.address(_list_path(kind, part)),
        "day": exporter.site.catalogue.today.isoformat(),
        "count": count,
        **({"next": exporter.address(_list_path(kind, part + 1))} if more else {}),
        "items": items,
    }


def _list_path(kind: str, part: int = 0) -> str:
    return f"{API}{PLURALS[kind]}{f'-{part + 1}' if part else ''}.json"


def _around(exporter: Exporter, record_schemas: Mapping[str, bytes], beside: Iterable[str]) -> Files:
    """Yield the index, the schemas and the few files that there is one of."""
    others = list(exporter.others())
    published = schemas(PLURALS, record_schemas, exporter.site.settings)
    yield INDEX, _pretty(_index(others, [*published, *beside], exporter))
    for path, values in published.items():
        yield path, _pretty(values)
    for each in others:
        yield each.path, _pretty(each.values)


def _index(others: list[Exported], paths: list[str], exporter: Exporter) -> dict[str, Any]:
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
        "kinds": [_kind(kind, exporter) for kind in PLURALS],
        "programme": next((exporter.address(each.path) for each in others if each.kind == "programme"), None),
        "vocabularies": [exporter.address(each.path) for each in others if each.kind == "vocabulary"],
    }
    folders = {"schemas": f"{API}schema/", "feeds": "feeds/", "calendars": "calendar/", "tables": "data/"}
    grouped = {
        name: [exporter.address(path) for path in sorted(paths) if path.startswith(folder)]
        for name, folder in folders.items()
    }
    return {**given(values), **grouped}


def _kind(kind: str, exporter: Exporter) -> dict[str, Any]:
    return {
        "kind": kind,
        "count": len(exporter.sources(kind)),
        "list": exporter.address(_list_path(kind)),
        "schema": schema_url(kind, exporter.site.settings),
    }


def _pretty(values: Mapping[str, Any]) -> bytes:
    return _readable(msgspec.json.encode(values))


def _readable(data: bytes) -> bytes:
    """Return values as people can read them as well."""
    return msgspec.json.format(data, indent=1) + b"\n"
