"""Files that were sound, with a few things done to them: to their bytes, or to what they hold."""

import json
from typing import Any

from hypothesis import strategies as st

from tests.directories import PROJECT

SHIPPED = tuple(sorted((PROJECT / "clusters").rglob("*.yml")))
TOKENS: tuple[bytes | str, ...] = (
    *(b"&a ", b"*a", b"!!binary ", b"!x", b"<<: ", b"? ", b": "),
    *(b"- ", b"--- ", b"...\n", b"%YAML 1.1\n", b"| ", b">-"),
    *(b"[", b"]", b"{", b"}", b'"', b"'", b"#", b",", b"\t"),
    *(b"\r", b"\n", b"\r\n", b"\0", b"\x85", b"\x1b[31m"),
    *("\ufeff", "\u2028", "\u202e", "\u200b", "\u00a0", "\u0130", "\U0001f600", "e\u0301", "\ufdd0"),
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80"),
    *(b"null", b"~", b"yes", b"NO", b".nan", b".inf", b"1e999"),
    *(b"0x1f", b"1_000", b"12:30", b"2026-02-30", b"9" * 400),
    *(b"__proto__: ", b"{{ 7*7 }}", b"<script>"),
    *(b"javascript:alert(1)", b"](", b"mailto:a@b", b"+370 600 00000"),
    *(b"[" * 50, b"{a: " * 50, b"- " * 50, b"  " * 50, b"a: \n" * 50),
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig", "cp1257", "utf-7")
LINE_ENDS = (b"\r\n", b"\r", b"\n\n", b" \n", b"\t\n", b"\xe2\x80\xa8")


@st.composite
def spoilt_bytes(draw: st.DrawFn) -> bytes:
    """Draw a shipped file with a few of its bytes changed."""
    data = draw(st.sampled_from(SHIPPED)).read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        data = draw(st.sampled_from(_WAYS))(draw, data)
    return data


def _place(draw: st.DrawFn, data: bytes) -> int:
    return draw(st.integers(0, len(data)))


def _flip(draw: st.DrawFn, data: bytes) -> bytes:
    place = _place(draw, data[:-1])
    return (
        data[:place] + bytes([data[place] ^ 1 << draw(st.integers(0, 7))]) + data[place + 1 :]
        if data
        else data
    )


def _cut(draw: st.DrawFn, data: bytes) -> bytes:
    start = _place(draw, data)
    return data[:start] + data[start + draw(st.integers(1, 60)) :]


def _end(draw: st.DrawFn, data: bytes) -> bytes:
    return data[: _place(draw, data)]


def _insert(draw: st.DrawFn, data: bytes) -> bytes:
    token, place = draw(st.sampled_from(TOKENS)), _place(draw, data)
    return data[:place] + (token.encode() if isinstance(token, str) else token) + data[place:]


def _splice(draw: st.DrawFn, data: bytes) -> bytes:
    other = draw(st.sampled_from(SHIPPED)).read_bytes()
    start = _place(draw, other)
    return data[: _place(draw, data)] + other[start : start + draw(st.integers(1, 400))]


def _repeat(draw: st.DrawFn, data: bytes) -> bytes:
    start = _place(draw, data)
    piece = data[start : start + draw(st.integers(1, 80))]
    return data[:start] + piece * draw(st.integers(2, 30)) + data[start:]


def _encode(draw: st.DrawFn, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(draw(st.sampled_from(ENCODINGS)), "replace")


def _end_lines(draw: st.DrawFn, data: bytes) -> bytes:
    return data.replace(b"\n", draw(st.sampled_from(LINE_ENDS)))


_WAYS = (_flip, _cut, _end, _insert, _insert, _insert, _splice, _repeat, _encode, _end_lines)


@st.composite
def spoilt_structure(draw: st.DrawFn, value: Any) -> str:  # noqa: ANN401  # any record
    """Draw a record's JSON with one thing in it replaced by something that nobody expects there."""
    record = json.loads(json.dumps(value))
    holders = list(_holders(record))
    holder = draw(st.sampled_from(holders))
    keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if keys:
        holder[draw(st.sampled_from(keys))] = draw(st.sampled_from(ODD))
    if isinstance(holder, dict) and draw(st.booleans()):
        holder[draw(st.sampled_from(ODD_KEYS))] = draw(st.sampled_from(ODD))
    return json.dumps(record, ensure_ascii=draw(st.booleans()))


def _holders(value: object) -> Any:  # noqa: ANN401  # dicts and lists
    if isinstance(value, dict | list):
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from _holders(child)


def _nested(depth: int, value: Any) -> Any:  # noqa: ANN401  # lists in lists
    for _ in range(depth):
        value = [value]
    return value


ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**14, "", " ", "0", "null", "__proto__", "a" * 5000, "\u0130" * 600),
    *([], {}, [[]], [{}], [None], {"en": None}, {"en": []}),
    *({"en": {"en": "x"}}, {"en": "x", "EN": "y"}, {"": ""}),
    *(_nested(30, 1), _nested(39, 1), _nested(45, 1), list(range(3000)), ["x"] * 3000, [["x"]] * 1000),
    {f"k{number}": number for number in range(2000)},
    {"en": "x" * 100, "machine_translated": ["en"], "zz": "y"},
    [{"id": "a"}, {"id": "a"}, {"id": 1}, {"id": None}, "id"],
    *("2026-02-30", "9999-12-31", "0000-00-00", "1000"),
    *("2999-12", "\u0662\u0660\u0662\u0666", "2026-11-23\n"),
    *("https://", "https://[::1]", "https://\u0130.example"),
    *("http://a.example:0", "//a", "mailto:a@b.example?x=y"),
    *("a@b", "a@b.example\nBcc: c@d.example", "[" * 3000, "](" * 1500, "* " * 1500, "<" * 3000, "+1" * 1500),
)  # fmt: skip
ODD_KEYS = (
    "__proto__",
    "",
    "en",
    "true",
    "1",
    "a" * 3000,
    "\u0130",
    "name",
    "constructor",
    "machine_translated",
    "~/",
)
