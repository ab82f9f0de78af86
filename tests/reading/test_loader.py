"""What YAML means here: plain values with their places, and nothing else."""

import pytest

from inolink.reading.document import Document, FileKind
from inolink.reading.loader import load
from inolink.reading.text import LARGEST_FILE
from inolink.yamlcore import DEEPEST_NESTING, MOST_EVENTS


def value_of(text: str) -> object:
    """Load `x: …` and return what x is."""
    loaded = load("file.yml", f"x: {text}\n".encode())
    assert loaded.value is not None, loaded.problems
    return loaded.value["x"]


def codes_of(data: bytes) -> list[str]:
    """Load a file and return the codes of its problems."""
    loaded = load("file.yml", data)
    assert (loaded.value is None) == bool(loaded.problems)
    return [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "NO",
            "yes",
            "on",
            "off",
            "y",
            "12:30",
            "1:30:00",
            "2026-12-31",
            "2026-02-30",
            "2026-11-23 10:00:00",
        ),
        *("0123", "01", "1_000", "0x1F", "0o17", "+5", ".5", "5.", ".nan", ".inf", "=", "<<", "1e999", "C#"),
        *("12345678901234567890", "1.12345678901234567890", "9" * 5000),
    ],
)
def test_what_only_looks_like_something_else_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("False", False), ("null", None), ("~", None), ("", None)),
        *(("0", 0), ("-7", -7), ("1403744", 1403744), ("1.5", 1.5), ("-0.25", -0.25), ("1e3", 1000.0)),
        *(("'true'", "true"), ('"7"', "7"), ("'2011'", "2011"), ("'it''s'", "it's"), ('"\\u0161"', "š")),
        *(
            ("[a, 1]", ["a", 1]),
            ("{a: 1}", {"a": 1}),
            ("[]", []),
            ("{}", {}),
            ("a: b".replace(": ", ":"), "a:b"),
        ),
    ],
)
def test_core_types_are_read(text: str, value: object) -> None:
    found = value_of(text)
    assert found == value
    assert type(found) is type(value)


def test_a_folded_text_is_one_line_and_a_literal_one_keeps_its_lines() -> None:
    loaded = load("file.yml", b"a: >-\n  one\n  two\nb: |\n  one\n  two\n")
    assert loaded.value == {"a": "one two", "b": "one\ntwo\n"}


def test_line_ends_of_other_systems_are_read_alike() -> None:
    assert load("file.yml", b"a: 1\r\nb:\r\n  - 2\r\n").value == {"a": 1, "b": [2]}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert load("file.yml", b"<<: {a: 1}\n").value == {"<<": {"a": 1}}


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("IL101", b"a: " + b"x" * LARGEST_FILE),
        ("IL102", b"a: \xff"),
        ("IL102", "a: ž".encode("utf-16")),
        ("IL103", b"a: \x00"),
        ("IL103", b"a: \x1b[31mred"),
        ("IL103", "a: b\u2029c: d".encode()),
        ("IL103", b'a: "\\0"'),
        ("IL103", b'a: "\\L"'),
        ("IL103", "\u00a0a: 1".encode()),
        ("IL103", "\u3000a: 1".encode()),
        ("IL103", b"a: 1\rb: 2"),
        ("IL104", b"a:\n \tb: 1"),
        ("IL105", b"a: 'x"),
        ("IL105", b"a: b: c"),
        ("IL105", b"%YAML 1.3\n---\na: b"),
        ("IL105", b"a: 1\n---\nb: 2"),
        ("IL105", b'a: "\\ud800"'),
        ("IL106", b"a: " + b"[" * DEEPEST_NESTING),
        ("IL106", b"a: " + b"[" * 90_000),
        ("IL106", b"{" * 90_000),
        ("IL106", b"a: [" + b"1," * MOST_EVENTS + b"1]"),
        ("IL107", b"a: &a [*a]"),
        ("IL107", b"a: &a 1\nb: *a"),
        ("IL107", b"a: !!binary aGVsbG8="),
        ("IL107", b"a: !!python/object/apply:os.system [ls]"),
        ("IL107", b"a: ! 1"),
        ("IL107", b"&a a: 1"),
        ("IL108", b"a: 1\na: 2"),
        ("IL108", b"a: {b: 1, 'b': 2}"),
        ("IL109", b"1: a"),
        ("IL109", b"true: a"),
        ("IL109", b"? [a, b]\n: c"),
        ("IL112", b""),
        ("IL112", b"# nothing yet\n"),
        ("IL112", b"- a"),
        ("IL112", b"just words"),
        ("IL112", b"{}"),
    ],
)
def test_what_is_more_than_plain_values_is_refused(code: str, data: bytes) -> None:
    assert codes_of(data) == [code]


def test_a_bomb_of_aliases_is_refused_at_its_first_alias() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))]
    assert codes_of("\n".join(lines).encode()) == ["IL107"]


def test_all_keys_given_twice_are_reported_at_once() -> None:
    loaded = load("file.yml", b"a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert [(problem.line, problem.column) for problem in loaded.problems] == [(2, 11), (3, 1)]
    assert loaded.problems[1].message() == "`a` stands here a second time; it is already on line 1."


def test_a_problem_on_the_way_does_not_hide_what_was_found_before() -> None:
    assert codes_of(b"a: 1\na: 2\nb: *c\n") == ["IL108", "IL107"]


def test_the_parser_speaks_in_plain_words_in_both_languages() -> None:
    problem = load("file.yml", b"a: Wanted: lasers").problems[0]
    assert "a second `: ` on the line" in problem.message()
    assert "antras `: ` eilutėje" in problem.message("lt")


TEXT = """\
name:
  en: Žalias klasteris
  lt: "x"
topics:
  - {en: lasers, lt: lazeriai}
  - en: >-
      folded
      text
    a/b~c: 1
empty:
last: [1, [2, 3]]
"""


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("name",), (2, 3), (1, 1)),
        (("name", "en"), (2, 7), (2, 3)),
        (("name", "lt"), (3, 7), (3, 3)),
        (("topics",), (5, 3), (4, 1)),
        (("topics", 0), (5, 5), (5, 5)),
        (("topics", 0, "lt"), (5, 22), (5, 18)),
        (("topics", 1, "en"), (6, 9), (6, 5)),
        (("topics", 1, "a/b~c"), (9, 12), (9, 5)),
        (("empty",), (10, 7), (10, 1)),
        (("last", 1, 1), (11, 15), (11, 15)),
        (("name", "de", "x"), (2, 3), (2, 3)),
        (("missing",), (1, 1), (1, 1)),
    ],
)
def test_every_value_and_every_key_has_its_place(
    pointer: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    loaded = load("file.yml", TEXT.encode())
    assert loaded.value is not None
    document = Document("file.yml", FileKind.PROFILE, loaded.value, loaded.marks)
    assert document.position(pointer) == value
    assert document.position(pointer, key=True) == key


def test_a_problem_carries_place_and_pointer() -> None:
    loaded = load("file.yml", TEXT.encode())
    document = Document("file.yml", FileKind.PROFILE, loaded.value or {}, loaded.marks)
    problem = document.key_problem("IL302", ("topics", 1, "a/b~c"), key="a/b~c")
    assert (problem.line, problem.column, problem.pointer) == (9, 5, "/topics/1/a~1b~0c")
