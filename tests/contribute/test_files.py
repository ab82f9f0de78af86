"""What the build hands on to the forms."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from inolink.checking import persons
from inolink.checking.schemas import load_schemas
from inolink.contribute import FORM_KINDS, form_tasks
from inolink.contribute.models import CHECKED, MAPS, NAMED, PARTS, SPOKEN
from inolink.contribute.patterns import browser_pattern
from inolink.settings import load_settings
from tests.directories import PROJECT, Directory
from tests.making import written_by

EDITORS = frozenset({"title", "description", "allOf", "$schema", "$id", "$comment"})
"""Keywords that say nothing of a value by themselves."""


def files_of(directory: Directory) -> dict[str, bytes]:
    tasks = form_tasks(directory.root, load_settings(directory.root), directory.check())
    return written_by(tasks)


def read(files: dict[str, bytes], name: str) -> Any:  # noqa: ANN401 - JSON is any
    return json.loads(files[f"contribute/forms/{name}.json"])


def keywords(schema: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a schema
    if isinstance(schema, list):
        for part in schema:
            yield from keywords(part)
    if not isinstance(schema, dict):
        return
    for name, part in schema.items():
        yield name
        children = part.values() if name in MAPS else [part]
        if name not in {"x-example", "enum", "const"}:
            for child in children:
                yield from keywords(child)


def test_the_same_directory_gives_the_same_bytes(directory: Directory) -> None:
    assert files_of(directory) == files_of(directory)


def test_every_keyword_of_the_schemas_is_known_to_the_forms() -> None:
    known = {*CHECKED, *NAMED, *SPOKEN, *PARTS, *MAPS, *EDITORS}
    used = {
        word
        for kind, schema in load_schemas(PROJECT).by_kind.items()
        if kind in FORM_KINDS
        for word in keywords(schema)
    }
    assert {word for word in used if not re.fullmatch("en|lt", word)} <= known


def test_every_kind_has_a_model_in_every_language_and_parts_with_fields_that_exist(
    directory: Directory,
) -> None:
    files = files_of(directory)
    for kind in FORM_KINDS:
        english, lithuanian = (read(files, f"{kind}-{language}") for language in ("en", "lt"))
        assert english["model"]["required"] == lithuanian["model"]["required"]
        fields = [field for group in english["groups"] for field in group["fields"]]
        assert len(fields) == len(set(fields))
        assert set(fields) <= english["model"]["properties"].keys()


def test_a_file_with_an_error_is_not_offered_for_change(directory: Directory) -> None:
    directory.append("clusters/alpha/events.yml", "nothing: known\n")
    files = files_of(directory)
    paths = {
        file["path"]
        for cluster in json.loads(files["contribute/files/index.json"])["clusters"]
        for file in cluster["files"]
    }
    assert "clusters/alpha/events.yml" not in paths
    assert "clusters/alpha/profile.yml" in paths
    assert {f"contribute/files/{path}" for path in paths} <= files.keys()


def test_a_published_file_is_the_file_itself(directory: Directory) -> None:
    path = "clusters/alpha/profile.yml"
    assert files_of(directory)[f"contribute/files/{path}"].decode() == directory.read(path)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\w+\Z", r"[\p{L}\p{N}_]+$"),
        (r"[\w.-]\d", r"[\p{L}\p{N}_.-]\p{Nd}"),
        (r"[^\W\d_]", r"\p{L}"),
        (r"(?P<name>a)\"", r'(?<name>a)"'),
        ("[\ud800\u200b]", r"[\ud800\u200b]"),
    ],
)
def test_a_pattern_is_written_as_browsers_read_it(pattern: str, expected: str) -> None:
    assert browser_pattern(pattern) == expected


def test_no_phone_pattern_holds_what_browsers_read_otherwise() -> None:
    for pattern in persons.PHONES:
        assert not re.search(r"\\[wdZ]", browser_pattern(pattern))
