"""Records in which every field of their schema is filled, so that no test forgets one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from inolink.reading import Vocabularies, load_vocabularies
from tests.directories import PROJECT, Directory

COMMON = "common.schema.json"
SCHEMAS: Mapping[str, Any] = {
    file.name: json.loads(file.read_text("utf-8")) for file in (PROJECT / "schema").glob("*.json")
}
VOCABULARIES: Vocabularies = load_vocabularies(PROJECT)
FREE_TEXT = r"^\s*\S"
OTHER = "beta"
"""The cluster that all references name."""
LASTING = {"published": "2026-09-01", "expires": "2027-03-15", "status": "open"}
OVER = ("outcome", "extended_on")


@dataclass
class Filler:
    """Chooses what stands in a field; by default the example that the schema gives."""

    texts: dict[str, str] = field(default_factory=dict)
    """What was chosen, by the way to the field."""
    urls: dict[str, str] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The vocabularies and codes, by the way to the field."""

    def text(self, longest: int) -> str:
        """Return a text for a field; tests choose another."""
        assert longest >= len(f"q{len(self.texts)}q")
        return f"q{len(self.texts)}q"

    def url(self) -> str:
        """Return an address for a field."""
        return f"https://u{len(self.urls)}.example/a"

    def record(self, kind: str) -> dict[str, Any]:
        """Fill all fields of a kind of record."""
        filled: dict[str, Any] = self._value(SCHEMAS[f"{kind}.schema.json"], kind, None)
        return filled

    def _value(self, node: Mapping[str, Any], way: str, example: object) -> Any:  # noqa: ANN401  # any field
        example = node["x-example"]["en"] if "x-example" in node else example
        shape = _resolved(node)
        if "patternProperties" in shape:
            (text,) = shape["patternProperties"].values()
            return {code: self._text(f"{way}.{code}", text["maxLength"]) for code in ("en", "lt")}
        if shape["type"] == "object":
            properties = shape["properties"].items()
            return {name: self._value(child, f"{way}.{name}", None) for name, child in properties}
        if shape["type"] == "array":
            return self._list(shape["items"], way, example)
        return self._plain(shape, way, example)

    def _list(self, items: Mapping[str, Any], way: str, example: object) -> list[Any]:
        assert example is None or isinstance(example, list)
        first = example[0] if example and not isinstance(example[0], dict) else None
        return [self._value(items, way, first)]

    def _plain(self, shape: Mapping[str, Any], way: str, example: object) -> object:
        if shape.get("x-reference"):
            return OTHER
        if shape.get("x-format") == "url":
            return self.urls.setdefault(way, self.url())
        if "x-vocabulary" in shape:
            self.codes[way] = (shape["x-vocabulary"], str(example))
        elif shape.get("pattern") == FREE_TEXT:
            return self._text(way, shape["maxLength"])
        return example

    def _text(self, way: str, longest: int) -> str:
        return self.texts.setdefault(way, self.text(longest))


def _resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = node["allOf"][0]["$ref"] if "allOf" in node else node.get("$ref")
    if not reference:
        return node
    definition: Mapping[str, Any] = SCHEMAS[COMMON]["$defs"][reference.rpartition("/")[2]]
    return definition


def full_profile(filler: Filler) -> dict[str, Any]:
    """Fill a profile of an active organisation."""
    profile = filler.record("profile")
    # Of a dated award nobody asks until when it was seen.
    profile["labels"][0] |= {"held": profile["labels"][0]["awarded"], "type": "first"}
    return {key: value for key, value in profile.items() if key != "merged_into"} | {"status": "active"}


def full_offer(filler: Filler, code: str) -> dict[str, Any]:
    """Fill an open offer of this type with all that the type allows."""
    type_ = VOCABULARIES["offer-types"].term(code)
    refused = {*type_.extra["excluded"], *OVER}
    offer = {key: value for key, value in filler.record("offer").items() if key not in refused}
    if "call" in offer:
        offer["call"] |= {"eoi_deadline": "2027-01-15", "call_deadline": LASTING["expires"]}
    cooperation = VOCABULARIES["cooperation"]
    allowed = [term.code for term in cooperation if code in term.extra["offer_types"]]
    return offer | LASTING | {"type": code, "cooperation": allowed[:1]}


def write(directory: Directory, path: str, record: Mapping[str, Any]) -> None:
    """Write a record; JSON is YAML as well."""
    directory.write(f"clusters/{path}", json.dumps(record, ensure_ascii=False))


def write_all(directory: Directory, filler: Filler) -> Directory:
    """Write one record of every kind, and an offer of every type, all their fields filled."""
    write(directory, "alpha/profile.yml", full_profile(filler))
    other = full_profile(filler)
    write(directory, f"{OTHER}/profile.yml", {key: other[key] for key in _required("profile")})
    for kind in ("strategy", "initiatives", "partnerships", "events"):
        write(directory, f"alpha/{kind}.yml", filler.record(kind))
    for code in VOCABULARIES["offer-types"].codes:
        write(directory, f"alpha/offers/{code}.yml", full_offer(filler, code))
    write(directory, "programme.yml", filler.record("programme"))
    return directory


def _required(kind: str) -> list[str]:
    required: list[str] = SCHEMAS[f"{kind}.schema.json"]["required"]
    return required
