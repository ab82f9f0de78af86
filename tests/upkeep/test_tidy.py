"""Tidying changes white space alone: values, comments and order stay, and once is enough."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.loader import load
from inolink.reading.places import place_of
from inolink.upkeep.tidy import modeline, tidy
from tests.directories import PROJECT
from tests.upkeep.writing import block_texts, written

PATH = "clusters/alpha/profile.yml"
FIRST = "# yaml-language-server: $schema=../../schema/profile.schema.json\n"
SHIPPED = sorted(file.relative_to(PROJECT).as_posix() for file in (PROJECT / "clusters").rglob("*.yml"))


def tidied(text: str) -> str:
    """Return a profile made tidy, without the line on top."""
    made = tidy(PATH, FileKind.PROFILE, text.encode())
    assert isinstance(made, bytes), made
    assert made.decode().startswith(FIRST)
    return made.decode().removeprefix(FIRST)


def values(data: bytes) -> str:
    """Return what the reader makes of a file, so that 1 and 1.0 and true differ."""
    return json.dumps(load(PATH, data).value)


def characters(text: str) -> list[str]:
    """Return what is no white space."""
    return text.split() and list("".join(text.split()))


def widened(line: str, step: int) -> str:
    """Return a line with so many times its indentation."""
    bare = line.lstrip()
    gap = "-" + " " * (2 * step - 1)
    return " " * ((len(line) - len(bare)) * step) + (gap + bare[2:] if bare.startswith("- ") else bare)


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_file_is_tidy_and_begins_with_the_line_for_editors(path: str) -> None:
    place, data = place_of(path), (PROJECT / path).read_bytes()
    assert place
    assert place.kind
    assert tidy(path, place.kind, data) == data
    first = data.decode().splitlines()[0]
    assert first == modeline(path, place.kind)
    assert (Path(PROJECT / path).parent / first.partition("$schema=")[2]).resolve().is_file()


@pytest.mark.parametrize("path", SHIPPED)
def test_a_shipped_file_that_an_editor_has_indented_otherwise_comes_back(path: str) -> None:
    place, text = place_of(path), (PROJECT / path).read_text("utf-8")
    assert place
    assert place.kind
    for step in (1, 2, 3):
        wide = "\r\n".join(widened(line, step) for line in text.split("\n"))
        assert tidy(path, place.kind, wide.encode()) == text.encode()


@given(written() | block_texts())
def test_values_comments_and_order_stay_and_a_tidy_file_stays_as_it_is(text: str) -> None:
    if load(PATH, text.encode()).value is None:
        assert isinstance(tidy(PATH, FileKind.PROFILE, text.encode()), Problem)
        return
    made = tidied(text)
    assert values(made.encode()) == values(text.encode())
    assert characters(made) == characters(text)
    assert tidied(made) == made


@given(st.text())
def test_any_text_at_all_is_tidied_or_named_as_broken(text: str) -> None:
    made = tidy(PATH, FileKind.PROFILE, text.encode("utf-8", "surrogatepass"))
    assert isinstance(made, bytes | Problem)


@pytest.mark.parametrize(
    ("text", "tidy_text"),
    [
        ("a:\n    b: 1\n", "a:\n  b: 1\n"),
        ("a:\n- 1\n- 2\n", "a:\n  - 1\n  - 2\n"),
        ("a:\n-   b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("a :   1   \n", "a: 1\n"),
        ("a: [ 1,2 ,3 ]\n", "a: [1, 2, 3]\n"),
        ("a: { b: 1,c: 2 }\n", "a: {b: 1, c: 2}\n"),
        ("a: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n"),
        ("a: 1\r\nb: 2", "a: 1\nb: 2\n"),
        ("a:\n    # of b\n    b: 1\n    # last\nc: 2\n", "a:\n  # of b\n  b: 1\n  # last\nc: 2\n"),
        ("a: |\n     b\n\n       c\nd: 1 # why\n", "a: |\n  b\n\n    c\nd: 1 # why\n"),
        ("a: >-\n b\n\n\n\n c\n", "a: >-\n  b\n\n\n\n  c\n"),
        ("a: [1,\n2]\n", "a: [1,\n  2]\n"),
    ],
)
def test_the_layout_is_even(text: str, tidy_text: str) -> None:
    assert tidied(text) == tidy_text


@pytest.mark.parametrize("first", ["", "# yaml-language-server: $schema=old.json\n"])
def test_the_line_for_editors_is_added_or_put_right(first: str) -> None:
    assert tidied(f"{first}name: x\n") == "name: x\n"


def test_a_file_with_an_error_is_named_with_its_problem() -> None:
    problem = tidy(PATH, FileKind.PROFILE, b"a: [1\n")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("IL105", PATH)


@pytest.mark.parametrize("line", ["#\n", "  # x\n", "\n", "k{}: |\n", "k{}: >-\n\n", "k{}: # x\n"])
def test_a_file_of_the_largest_size_is_tidied_as_well(line: str) -> None:
    lines = (line.format(number) for number in range(190_000 // len(line.format(99_999))))
    made = tidy(PATH, FileKind.PROFILE, f"name: x\n{''.join(lines)}".encode())
    assert isinstance(made, bytes | Problem)
