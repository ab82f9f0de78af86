"""No input brings the reader down, and what it accepts it understands as other YAML 1.2 readers would."""

import json
import string
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.problems import Problem
from inolink.reading.document import Document, FileKind, Pointer
from inolink.reading.loader import load
from inolink.reading.text import FORBIDDEN, SHAPELESS, is_visible

# Texts that every reader takes as they are, once they are quoted.
LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters=SHAPELESS)
TEXTS = st.text(LETTERS, max_size=20)
SCALARS = TEXTS | st.integers(-(10**14), 10**14) | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
RECORDS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)
YAMLISH = st.text(
    alphabet=string.ascii_lowercase + " \n\t:-#'\"[]{},&*!|>%@`?~<=.0123456789\u0161\u2028\ufeff"
)


def understood(data: bytes) -> bool:
    """Load bytes; whatever they are, there is a value or a problem in words."""
    loaded = load("file.yml", data)
    for problem in loaded.problems:
        assert isinstance(problem, Problem)
        assert problem.message()
        assert min(problem.line, problem.column) >= 1
    assert (loaded.value is None) == bool(loaded.problems)
    return loaded.value is not None


@given(st.binary(max_size=300))
def test_bytes_never_crash_the_reader(data: bytes) -> None:
    understood(data)


@given(st.text(max_size=300))
def test_texts_never_crash_the_reader(text: str) -> None:
    understood(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=400)
@given(YAMLISH)
def test_what_looks_like_yaml_never_crashes_the_reader(text: str) -> None:
    understood(text.encode())


@given(RECORDS)
def test_what_is_written_as_json_is_read_back_unchanged(record: dict[str, object]) -> None:
    text = json.dumps(record, ensure_ascii=False)
    assert load("file.yml", text.encode()).value == record


@given(RECORDS, st.integers(1, 3))
def test_every_value_of_a_record_has_a_place_where_it_stands(record: dict[str, object], indent: int) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    loaded = load("file.yml", text.encode())
    assert loaded.value is not None
    document = Document("file.yml", FileKind.PROFILE, loaded.value, loaded.marks)
    lines = text.split("\n")
    for pointer, value in leaves(record, ()):
        line, column = document.position(pointer)
        assert lines[line - 1][column - 1 :].startswith(json.dumps(value, ensure_ascii=False))


def leaves(value: object, pointer: Pointer) -> list[tuple[Pointer, object]]:
    """Return all values that hold no others, with the way to each."""
    if isinstance(value, dict):
        return [leaf for key, child in value.items() for leaf in leaves(child, (*pointer, key))]
    if isinstance(value, list):
        return [leaf for index, child in enumerate(value) for leaf in leaves(child, (*pointer, index))]
    return [(pointer, value)]


def test_the_quick_look_at_a_text_lets_no_forbidden_sign_pass() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    assert [sign for sign in signs if FORBIDDEN.search(sign) and is_visible(f"a{sign}b")] == []
