"""Whatever stands in a record, a check ends with problems in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.reading import read_directory
from inolink.reading.document import Pointer
from tests.directories import SMALL, Directory, settle

RECORDS = {document.path: dict(document.value) for document in read_directory(SMALL.parent).documents}
ODD = st.sampled_from(
    [
        "",
        " ",
        "2018",
        "2018-13",
        "9999-12-31",
        "0000",
        "https://",
        "a@b",
        "Dr. A",
        "+370",
        "renewal",
        "merged",
        "alpha",
    ]
)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text("ab:/@.ąß[](", max_size=6) | ODD
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "lt", "id", "type", "level", "start", "end", "x"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Make one directory to be spoilt again and again."""
    return settle(tmp_path_factory.mktemp("small"), SMALL)


@settings(max_examples=300)
@given(st.data())
def test_any_value_in_any_place_ends_in_problems_in_words(small: Directory, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(RECORDS)))
    record: dict[str, Any] = json.loads(json.dumps(RECORDS[path]))
    for _ in range(data.draw(st.integers(1, 3))):
        put(record, data.draw(st.sampled_from(ways(record, ()))), data.draw(VALUES))
    small.write(path, json.dumps(record))
    try:
        for problem in small.problems():
            assert problem.message()
            assert problem.remedy("lt")
    finally:
        small.write(path, json.dumps(RECORDS[path]))


def ways(value: object, way: Pointer) -> list[Pointer]:
    """Return the ways to everything within a value."""
    children: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    return [found for key, child in children for found in ((*way, key), *ways(child, (*way, key)))]


def put(record: Any, way: Pointer, value: object) -> None:  # noqa: ANN401  # any part of a record
    """Replace what lies at the end of a way."""
    *steps, last = way
    for step in steps:
        record = record[step]
    record[last] = value


@pytest.mark.parametrize(
    "content",
    [
        "topics: [" + ", ".join("7" * 5000) + "]",
        "languages: [" + ", ".join(f"{n}, a{n}" for n in range(2_000)) + "]",
        "legal_form: " + "a" * 190_000 + " @",
        "legal_form: info@" + "a-" * 90_000,
        "legal_form: Director " + "A " * 90_000,
        "legal_form: +" + "1 " * 90_000,
        "legal_form: (0" + "1-" * 90_000,
        'description: {en: "' + "](" * 90_000 + '"}',
        "website: https://" + "a." * 90_000,
        "contact: {email: " + "a." * 90_000 + "@b.lt}",
        "\n".join(f"unknown-{n}: 1" for n in range(2_000)),
    ],
    ids=lambda content: content[:24],
)
def test_a_file_that_is_made_to_take_long_is_checked_all_the_same(tmp_path: Path, content: str) -> None:
    directory = settle(tmp_path, SMALL)
    directory.write("clusters/beta/profile.yml", content + "\n")
    assert directory.errors()
