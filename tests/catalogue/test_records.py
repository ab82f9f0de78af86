import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest

from inolink.catalogue import Catalogue, OfferRecord, Profile, Programme, Strategy
from inolink.catalogue.activities import EventsFile, InitiativesFile, PartnershipsFile
from inolink.catalogue.records import Record
from inolink.catalogue.text import TRANSLATED
from inolink.reading.dates import PartialDate
from tests.catalogue.conftest import Publish
from tests.directories import PROJECT, Directory

RECORDS: Mapping[str, type[Record]] = {
    "profile": Profile,
    "strategy": Strategy,
    "offer": OfferRecord,
    "initiatives": InitiativesFile,
    "partnerships": PartnershipsFile,
    "events": EventsFile,
    "programme": Programme,
}


def schema_fields(name: str) -> set[str]:
    """Return the ways to all fields of a schema, the texts by language not opened."""
    file = PROJECT / "schema" / f"{name}.schema.json"
    return set(fields(json.loads(file.read_text("utf-8")), file.name, ""))


def fields(schema: Mapping[str, Any], name: str, way: str) -> Iterator[str]:
    if reference := schema.get("$ref"):
        target, _, pointer = reference.partition("#")
        name = target or name
        schema = json.loads((PROJECT / "schema" / name).read_text("utf-8"))
        for key in pointer.strip("/").split("/") if pointer else ():
            schema = schema[key]
    if TRANSLATED in schema.get("properties", {}):
        return
    for part in schema.get("allOf", ()):
        yield from fields(part, name, way)
    if "items" in schema:
        yield from fields(schema["items"], name, way)
    for key, child in schema.get("properties", {}).items():
        yield f"{way}.{key}"
        yield from fields(child, name, f"{way}.{key}")


def record_fields(kind: Any, way: str) -> Iterator[str]:  # noqa: ANN401  # a type as msgspec describes it
    if isinstance(kind, msgspec.inspect.StructType):
        for field in kind.fields:
            yield f"{way}.{field.name}"
            yield from record_fields(field.type, f"{way}.{field.name}")
    elif isinstance(kind, msgspec.inspect.VarTupleType):
        yield from record_fields(kind.item_type, way)
    elif isinstance(kind, msgspec.inspect.UnionType):
        for choice in kind.types:
            yield from record_fields(choice, way)


@pytest.mark.parametrize("name", RECORDS)
def test_records_have_exactly_the_fields_of_their_schema(name: str) -> None:
    described = msgspec.inspect.type_info(RECORDS[name])
    assert set(record_fields(described, "")) == schema_fields(name)


def test_every_record_that_the_project_publishes_can_be_read(shipped: Directory, publish: Publish) -> None:
    catalogue = publish(shipped)
    assert len(catalogue.clusters) == len(list((PROJECT / "clusters").glob("*/profile.yml")))


def test_records_keep_what_the_file_says_and_leave_the_rest_empty(catalogue: Catalogue) -> None:
    profile = catalogue.cluster("north").profile
    assert profile.founded == PartialDate(2015, 6)
    assert profile.ecosystems == ("textiles", "digital")
    assert profile.address
    assert profile.address.nuts3 == "LT011"
    assert (profile.merged_into, profile.technologies) == (None, ())


def test_a_strategy_is_read_down_to_its_sessions_and_support(catalogue: Catalogue) -> None:
    strategy = catalogue.cluster("north").strategy
    assert strategy
    assert strategy.period
    assert strategy.period.end == PartialDate(2027)
    assert [str(session.date) for session in strategy.sessions] == ["2025-02"]
    assert strategy.support
    assert [advice.days for advice in strategy.support.expert_days] == [2.5]


def test_records_cannot_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(AttributeError):
        catalogue.cluster("north").profile.status = "closed"  # type: ignore[misc]


def test_a_country_code_that_older_yaml_takes_for_a_negation_stays_a_code(catalogue: Catalogue) -> None:
    assert catalogue.partnerships[0].record.countries == ("NO",)
