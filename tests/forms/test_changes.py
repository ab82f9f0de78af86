"""A change by the form touches the lines of the changed field and no others."""

import difflib
from collections.abc import Iterator
from typing import Any

import pytest

from inolink.reading.document import FileKind
from inolink.reading.loader import load
from tests.directories import Directory
from tests.forms.conftest import Forms

Way = tuple[str | int, ...]

COMMENTED = """\
# yaml-language-server: $schema=../../schema/profile.schema.json
# Kept by the office.
name: {en: Alpha, lt: Alfa} # both are official
status: active   # since 2011

unknown_field: [ 1,2 ]
labels:
    # the first one
    - level: bronze # by vote
      awarded: 2022-02
    # the second one
    - level: silver
      awarded: '2025'
topics:
- {en: lasers, lt: lazeriai}
# about sources
sources:
  - https://alpha.example
# the end
"""


def leaves(value: object, way: Way = ()) -> Iterator[tuple[Way, object]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from leaves(child, (*way, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from leaves(child, (*way, index))
    else:
        yield way, value


def with_value(value: Any, way: Way, new: object) -> Any:  # noqa: ANN401 - YAML holds anything
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = with_value(value[way[0]], way[1:], new)
    return copy


def other(value: object) -> object:
    if isinstance(value, str):
        return f"{value} – changed: once"
    return not value if isinstance(value, bool) else value + 1  # type: ignore[operator]


def touched(before: str, after: str) -> tuple[list[int], list[str]]:
    """Return the lines that are gone, counted from 0, and the lines that have come."""
    gone: list[int] = []
    come: list[str] = []
    old, new = before.splitlines(), after.splitlines()
    for tag, start, end, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += range(start, end)
            come += new[first:last]
    return gone, come


def block_of(text: str, way: Way, document: Any) -> range:  # noqa: ANN401 - a document
    """Return the lines of the innermost field that stands on lines of its own."""
    lines = text.splitlines()
    starts = [
        document.position(way[:length], key=isinstance(way[length - 1], str))
        for length in range(1, len(way) + 1)
    ]
    start = max(position.line for position in starts) - 1
    indent = len(lines[start]) - len(lines[start].lstrip(" -"))
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent
    ):
        end += 1
    return range(start, end)


def test_changing_one_field_of_any_shipped_file_touches_its_lines_only(
    forms: Forms, shipped: Directory
) -> None:
    result = shipped.check()
    tried = 0
    for document in result.documents:
        if document.kind is FileKind.PROGRAMME:
            continue
        text = shipped.read(document.path)
        by_field = {way[0]: (way, value) for way, value in leaves(document.value)}
        for way, value in by_field.values():
            changed = with_value(document.value, way, other(value))
            after = forms("change", text=text, kind=document.kind, value=changed)
            gone, _ = touched(text, after)
            assert gone, (document.path, way)
            assert set(gone) <= set(block_of(text, way, document)), (document.path, way)
            assert load(document.path, after.encode()).value == changed
            tried += 1
    assert tried > 1000


def test_a_file_of_which_nothing_is_changed_stays_as_it_is(forms: Forms, shipped: Directory) -> None:
    for document in shipped.check().documents:
        if document.kind is not FileKind.PROGRAMME:
            text = shipped.read(document.path)
            assert forms("change", text=text, kind=document.kind, value=document.value) == text


def changed(forms: Forms, **fields: object) -> str:
    """Change top-level fields of the commented file; None takes one out."""
    value = {**load("x", COMMENTED.encode()).value, **fields}  # type: ignore[dict-item]
    wanted = {key: field for key, field in value.items() if field is not None}
    after: str = forms("change", text=COMMENTED, kind="profile", value=wanted)
    assert load("x", after.encode()).value == wanted
    return after


def test_comments_order_and_unknown_fields_are_kept(forms: Forms) -> None:
    after = changed(forms, status="dormant")
    assert after == COMMENTED.replace("status: active ", "status: dormant ")


def test_a_comment_stays_behind_a_text_that_grows_over_several_lines(forms: Forms) -> None:
    after = changed(forms, name={"en": "Alpha " * 30 + "cluster", "lt": "Alfa"})
    assert "# both are official" in after
    assert touched(COMMENTED, after)[0] == [2]


def test_a_new_field_stands_where_the_schema_has_it(forms: Forms) -> None:
    after = changed(forms, website="https://alpha.example/")
    gone, come = touched(COMMENTED, after)
    assert (gone, come) == ([], ["website: https://alpha.example/"])
    assert after.index("status:") < after.index("website:") < after.index("labels:")


def test_a_field_that_is_taken_out_takes_its_lines_with_it(forms: Forms) -> None:
    gone, come = touched(COMMENTED, changed(forms, labels=None))
    assert come == []
    assert gone == [6, 7, 8, 9, 10, 11, 12]


LABELS = [{"level": "bronze", "awarded": "2022-02"}, {"level": "silver", "awarded": "2025"}]
GOLD = {"level": "gold", "awarded": "2026-05"}


@pytest.mark.parametrize(
    ("labels", "gone", "come"),
    [
        ([*LABELS, GOLD], [], ["    - level: gold", "      awarded: 2026-05"]),
        ([GOLD, *LABELS], [], ["    - level: gold", "      awarded: 2026-05"]),
        (LABELS[:1], [11, 12], []),
        (LABELS[1:], [8, 9], []),
        ([LABELS[0], {"level": "silver"}], [12], []),
        ([{"awarded": "2022-02"}, LABELS[1]], [8, 9], ["    - awarded: 2022-02"]),
    ],
)
def test_entries_of_a_list_come_and_go_with_their_lines(
    forms: Forms, labels: object, gone: list[int], come: list[str]
) -> None:
    assert touched(COMMENTED, changed(forms, labels=labels)) == (gone, come)


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "true", "null", "~", "0123", "1e3", "12:30", "2026-02-30", "-", "- a", "a: b", "a #b"),
        *(
            "#x",
            "'quoted'",
            '"quoted"',
            "*b",
            "&b",
            "!b",
            "%b",
            "@b",
            "[a",
            "{a",
            "a\n\nb",
            "a\n  b\nc",
            "é – „ą“",
        ),
        *(
            "x " * 200,
            "https://alpha.example/" + "x" * 200,
            "a:",
            ": a",
            "? a",
            "| a",
            "> a",
            "a\\b",
            "…",
            "0x1F",
        ),
    ],
)
def test_any_text_that_is_written_is_read_again(forms: Forms, text: str) -> None:
    value = {
        "name": {"en": text.strip()},
        "topics": [{"en": text.strip()[:80].strip()}],
        "sources": [text.strip()],
    }
    made: str = forms("make", kind="profile", value=value)
    assert made.startswith("# yaml-language-server: $schema=schema.json\n")
    assert load("x", made.encode()).value == value
    assert forms("read", text=made) == value
