"""Records drawn from the shipped schemas: each value fits its form, and goes to the edges of it."""

import string
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from inolink.checking.schemas import load_schemas
from inolink.reading.document import FileKind
from inolink.reading.names import country_names, language_names
from tests.directories import PROJECT
from tests.pages.records import VOCABULARIES

Schema = Mapping[str, Any]
SCHEMAS = load_schemas(PROJECT).by_kind
SLUGS = ("alpha", "beta")
"""The clusters of the directory that the records are written into."""

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% raw %} ${7} {0} {title} %s %(x)s %",
    "<!--slot:content--> ]]> <![CDATA[ --!>",
    "[a](https://a.example) ![b](https://b.example/c.png) <https://c.example>",
    "[" * 40 + "](" * 40,
    "=1+1|@SUM(A1)\t+1 -1",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "__proto__ constructor toString hasOwnProperty",
    "&#0; &#x202e; &lt; &amp;nbsp; &bogus;",
    "\U0001f469\u200d\U0001f52c\ufe0f e\u0301\u0323\u0302 \ufdd0 \U0001ffff \ue000 \ufffd \u00ad \u034f",
    "0",
    "null",
    "-",
    "/",
    "..",
    "#",
    "\u00a0\u3000x",
    "\u1e9e\u0130\u0131\ufb01\u03c2\u01c5",
    "> " * 30 + "x",
    "* a\n  * b\n    1. c\n\n\ttab",
)
PIECES = ("a", "\u0105\U0001f600", "a ", "[a](", "**a_", "> ", "- a\n\n", "`", "1. \n", "W\n")
"""Repeated until a text is as long as it may be."""
LONGEST_LIST = 3
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
"""What a file may hold; what the reader refuses is left to the check."""
ADDRESSES = st.sampled_from(
    [
        "https://a.example/",
        "http://A.EXAMPLE:65535/%zz%00%0d%0a",
        "https://a.example/?a=1&amp;b=%22%27#top",
        "https://\u017eem\u0117.example/\u017eem\u0117?\U0001f600",
        "https://xn--a-ecp.example.",
        "https://a.example/" + "a" * 560,
        "https://a.example//../..;x=?#?#",
        "https://directory.example/clusters/nowhere/#nowhere",
        "https://a.example/[x]{y}",
        "https://a_b.example/",
        "https://a.example?x#y",
        "https://a.example/(a)_(b)",
    ]
)
OFFICES = st.sampled_from(["info@a.example", "office+x@A-b.c.example", "contact@xn--a.example"])
EDGES = ["1000-01-01", "2999-12-31", "2024-02-29", "2026-11-23", "1900-03-01"]
DAYS = st.dates().map(str) | st.sampled_from(EDGES)
MONTHS = DAYS | st.sampled_from(["1000", "2999", "2026", "2026-11", "1582-10", "2999-12"])
FREE_TEXT = r"^\s*\S"


def records(kind: FileKind) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a whole file of a kind."""
    return _object(SCHEMAS[kind])


def values(schema: Schema) -> st.SearchStrategy[Any]:
    """Draw a value that fits a schema of ours; rules may still refuse it."""
    whole = _merged(schema)
    if "enum" in whole:
        return st.sampled_from(whole["enum"])
    if "x-vocabulary" in whole:
        return _codes(whole)
    kind = whole.get("type", "object")
    return _BY_TYPE[kind if isinstance(kind, str) else kind[0]](whole)


def _merged(schema: Schema) -> Schema:
    parts = [_merged(part) for part in schema.get("allOf", ())]
    return {key: value for part in (*parts, schema) for key, value in part.items()}


def _codes(schema: Schema) -> st.SearchStrategy[Any]:
    name = schema["x-vocabulary"]
    known = {"countries": country_names("en"), "languages": language_names("en")}.get(name)
    codes = sorted(known or VOCABULARIES["regions" if name == "nuts" else name].codes)
    numeric = "integer" in schema["type"]
    return st.sampled_from([int(code) if numeric and code.isdigit() else code for code in codes])


def _object(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    properties = {key: values(child) for key, child in schema.get("properties", {}).items()}
    if "patternProperties" in schema:
        (text,) = schema["patternProperties"].values()
        return st.fixed_dictionaries({"en": values(text)}, optional={"lt": values(text), **properties})
    required = {key: properties.pop(key) for key in schema.get("required", ())}
    return st.fixed_dictionaries(required, optional=properties)


def _array(schema: Schema) -> st.SearchStrategy[list[Any]]:
    fewest, most = schema.get("minItems", 0), schema.get("maxItems", 3)
    most = max(fewest, min(most, LONGEST_LIST))
    return st.lists(values(schema["items"]), min_size=fewest, max_size=most, unique_by=repr)


def _text(schema: Schema) -> st.SearchStrategy[str]:
    longest = schema.get("maxLength", 100)
    if schema.get("x-reference"):
        return st.sampled_from(SLUGS)
    by_format = {"url": ADDRESSES, "email": OFFICES, "date": DAYS, "partial-date": MONTHS}
    if schema.get("x-format") in by_format:
        return by_format[schema["x-format"]]
    if schema.get("pattern", FREE_TEXT) != FREE_TEXT:
        return st.from_regex(schema["pattern"], fullmatch=True, alphabet=string.printable.strip()).filter(
            lambda text: len(text) <= longest
        )
    said = st.sampled_from(HOSTILE) | st.text(LETTERS, min_size=1, max_size=30)
    repeated = st.sampled_from(PIECES).map(lambda piece: (piece * longest)[:longest])
    return (said | said | said | repeated).map(lambda text: text[:longest]).filter(str.strip)


def _number(schema: Schema) -> st.SearchStrategy[float]:
    low, high = schema.get("minimum", -(10**14)), schema.get("maximum", 10**14)
    return _integer(schema) | st.floats(low, high, allow_subnormal=False) | st.sampled_from([low, high])


def _integer(schema: Schema) -> st.SearchStrategy[int]:
    low, high = int(schema.get("minimum", -(10**14))), int(schema.get("maximum", 10**14))
    return st.integers(low, high) | st.sampled_from([low, high])


_BY_TYPE = {
    "object": _object,
    "array": _array,
    "string": _text,
    "number": _number,
    "integer": _integer,
    "boolean": lambda _: st.booleans(),
}
