"""The data for programs says what the records say, fits its published schemas, and leads everywhere."""

from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from inolink.reading import Document, read_directory
from tests.exports.conftest import SCHEMAS, Exported, Saying

API = "api/v1/"
DEFAULTED = {"kind", "level", "origin", "relation", "scope", "status", "type"}
"""Fields that a file may leave out because their kind says what they mean then."""
FILES = {
    "profile": ("clusters/{cluster}", None),
    "offer": ("offers/{cluster}/{stem}", None),
    "initiatives": ("initiatives/{cluster}/{id}", "initiatives"),
    "partnerships": ("partnerships/{cluster}/{id}", "partnerships"),
    "events": ("events/{cluster}/{id}", "events"),
}


def registry(exported: Exported) -> Registry[Any]:
    """Hold all published schemas under their addresses; whatever else is asked for isn't there."""
    schemas = (exported.documents[path] for path in exported.below(f"{API}schema/"))
    return Registry().with_resources([(each["$id"], Resource.from_contents(each)) for each in schemas])


def same(told: Any, written: Any) -> bool:  # noqa: ANN401  # any value
    """Tell whether an exported value says what the file says, and nothing more but defaults."""
    if isinstance(written, dict) and isinstance(told, dict):
        more = told.keys() - written.keys()
        return more <= DEFAULTED and all(same(told.get(key), written[key]) for key in written)
    if isinstance(written, list) and isinstance(told, list):
        return len(told) == len(written) and all(map(same, told, written))
    return bool(told == written)


def entries(document: Document) -> list[tuple[str, Any]]:
    """Return the paths at which a file's records are exported, with what the file says of each."""
    place, key = FILES[document.kind]
    if key is None:
        return [(place.format(cluster=document.cluster, stem=document.stem), document.value)]
    return [(place.format(cluster=document.cluster, id=one["id"]), one) for one in document.value[key]]


def test_every_file_fits_the_schema_that_it_names(each: Exported) -> None:
    schemas = registry(each)
    validators: dict[str, Draft202012Validator] = {}
    for path, document in each.documents.items():
        if path.startswith(f"{API}schema/"):
            continue
        name = document["$schema"]
        checker = validators.setdefault(name, Draft202012Validator({"$ref": name}, registry=schemas))
        assert [error.message for error in checker.iter_errors(document)] == [], path


def test_every_published_schema_is_one_and_stands_at_its_address(each: Exported) -> None:
    for path in each.below(f"{API}schema/"):
        Draft202012Validator.check_schema(each.documents[path])
        assert each.path_of(each.documents[path]["$id"]) == path


def test_a_file_with_something_that_no_schema_knows_would_be_noticed(states: Exported) -> None:
    document = states.documents[f"{API}clusters/light.json"]
    checker = Draft202012Validator({"$ref": document["$schema"]}, registry=registry(states))
    for spoilt in (
        {**document, "mood": "good"},
        {**document, "record": {**document["record"], "mood": "good"}},
        {key: value for key, value in document.items() if key != "labels"},
    ):
        assert not checker.is_valid(spoilt)


def test_the_schemas_of_records_are_those_of_the_directory(states: Exported) -> None:
    assert states.below(f"{API}schema/records/") == [f"{API}schema/records/{name}" for name in SCHEMAS]


def test_every_record_is_exported_as_its_file_says_it(each: Exported) -> None:
    checked = 0
    for document in read_directory(each.directory.root).documents:
        if document.kind in FILES:
            for path, written in entries(document):
                told = each.documents[f"{API}{path}.json"]["record"]
                assert same(told, dict(written)), path
                checked += 1
    count = sum(kind["count"] for kind in each.documents[f"{API}index.json"]["kinds"])
    interests = len(each.site.catalogue.interests)
    national, matches = len(each.site.catalogue.national), len(each.site.matches.keys)
    assert checked == count - interests - national - matches


def test_interests_strategies_and_the_programme_are_exported_as_their_files_say_them(each: Exported) -> None:
    for document in read_directory(each.directory.root).documents:
        value: Mapping[str, Any] = document.value
        if document.kind == "profile":
            for one in value.get("interests", ()):
                exported = each.documents[f"{API}interests/{document.cluster}/{one['id']}.json"]
                assert same(exported["record"], one)
        elif document.kind == "strategy":
            assert same(each.documents[f"{API}clusters/{document.cluster}.json"]["strategy"], value)
        elif document.kind == "programme":
            assert same(each.documents[f"{API}programme.json"]["record"], value)
            for one in value.get("initiatives", ()):
                assert same(each.documents[f"{API}programme/{one['id']}.json"]["record"], one)


def test_an_entry_says_what_the_day_makes_of_its_record(states: Exported) -> None:
    documents = states.documents
    told = {path.rpartition("/")[2]: documents[path]["state"] for path in states.below(f"{API}offers/light/")}
    for opening in states.site.catalogue.openings:
        exported = documents[f"{API}{opening.kind}s/{opening.reference}.json"]
        assert exported["open"] == opening.open
        assert exported["direction"] == opening.direction
    assert told["glass.json"] == "closing"
    assert told["cutting.json"] == "fulfilled"
    labels = {
        label["level"]: (label["state"], label.get("valid_until"))
        for label in documents[f"{API}clusters/light.json"]["labels"]
    }
    expected = {
        label.level: (label.state, str(label.valid_until) if label.valid_until else None)
        for label in states.site.catalogue.cluster("light").labels
    }
    assert labels == expected


def test_the_index_leads_to_every_list_schema_vocabulary_feed_calendar_and_table(each: Exported) -> None:
    index = each.documents[f"{API}index.json"]
    assert index["version"] == 1
    assert index["day"] == "2026-11-23"
    addresses = [address for kind in index["kinds"] for address in (kind["list"], kind["schema"])]
    for name in ("vocabularies", "schemas", "feeds", "calendars", "tables"):
        addresses += index[name]
    paths = {each.path_of(address) for address in addresses}
    assert paths <= each.keys()
    for folder in ("feeds/", "calendar/", "data/", f"{API}schema/", f"{API}vocabularies/"):
        assert set(each.below(folder)) <= paths


def test_a_list_holds_the_very_files_of_its_kind(each: Exported) -> None:
    for kind in each.documents[f"{API}index.json"]["kinds"]:
        listed = each.documents[each.path_of(kind["list"])]
        assert listed["count"] == len(listed["items"]) == kind["count"]
        for item in listed["items"]:
            assert item == each.documents[each.path_of(item["self"])]


def test_every_key_that_a_record_names_is_that_of_another(each: Exported) -> None:
    keys = [document["key"] for document in each.documents.values() if "key" in document]
    assert len(keys) == len(set(keys))
    for path in each.below(f"{API}clusters/"):
        document = each.documents[path]
        for name in ("openings", "initiatives", "partnerships", "events"):
            assert set(document[name]) <= set(keys)
    for path in each.below(f"{API}matches/"):
        document = each.documents[path]
        assert {document["subject"], *(match["counterpart"] for match in document["matches"])} <= set(keys)


def test_every_code_of_a_record_stands_in_a_published_vocabulary(shipped: Exported) -> None:
    for vocabulary in shipped.site.vocabularies.values():
        published = shipped.documents[f"{API}vocabularies/{vocabulary.name}.json"]
        assert [term["code"] for term in published["terms"]] == list(vocabulary.codes)
        assert all(term["label"]["en"] for term in published["terms"])


@pytest.mark.parametrize("text", ["</script>]]>&amp;", '"}],{"__proto__":1', "=1+1\n\t'; --", "a\\u0000 b\\"])
def test_a_hostile_text_comes_out_as_it_went_in(saying: Saying, text: str) -> None:
    exported = saying(text)
    profile = exported.documents[f"{API}clusters/alpha.json"]["record"]
    assert profile["name"]["en"] == profile["description"]["lt"] == text
