"""The schemas of the data for programs: those of the records as the directory has them, and those around."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from inolink.settings import Settings
from inolink.yamlcore import load_trusted

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "api/v1/schema/"


def schema_url(name: str, settings: Settings) -> str:
    """Return the address of the schema of a kind, or of a list of that kind."""
    return f"{settings.site_url}{FOLDER}{name}.json"


def schemas(
    kinds: Iterable[str], records: Mapping[str, bytes], settings: Settings
) -> dict[str, dict[str, Any]]:
    """Return all schemas by their paths; there is a list of each of the kinds."""
    around = {**_own(), **{f"{kind}-list": _list_schema(kind) for kind in kinds}}
    published = {name: _identified(schema, schema_url(name, settings)) for name, schema in around.items()}
    found = {f"{FOLDER}{name}.json": schema for name, schema in published.items()}
    for name, source in records.items():
        path = f"{FOLDER}records/{name}"
        found[path] = _identified(json.loads(source), settings.site_url + path)
    return found


def _identified(schema: Mapping[str, Any], address: str) -> dict[str, Any]:
    """Give a schema its address, so that its references lead to the ones beside it."""
    rest = {key: value for key, value in schema.items() if key not in {"$schema", "$id"}}
    return {"$schema": DIALECT, "$id": address, **rest}


def _list_schema(kind: str) -> dict[str, Any]:
    return {
        "title": f"All records of the kind {kind}",
        "type": "object",
        "required": ["$schema", "kind", "self", "day", "count", "items"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string", "format": "uri"},
            "kind": {"const": kind},
            "self": {"type": "string", "format": "uri"},
            "day": {"type": "string", "format": "date"},
            "count": {
                "type": "integer",
                "minimum": 0,
                "description": "How many records of the kind there are in all parts of the list together.",
            },
            "next": {
                "type": "string",
                "format": "uri",
                "description": "The next part of the list; the last part has none.",
            },
            "items": {"type": "array", "items": {"$ref": f"{kind}.json"}},
        },
    }


@cache
def _own() -> Mapping[str, Mapping[str, Any]]:
    source = (files("inolink.exports") / "schemas.yml").read_bytes()
    loaded: dict[str, Mapping[str, Any]] = load_trusted(source)
    return loaded
