"""Writes a record as YAML, in the manner in which people write these files."""

import json
from collections.abc import Iterator, Mapping, Sequence

FOLDED_FROM = 100
"""Texts from this length on stand on lines of their own, a sentence on each."""


def emit(record: Mapping[str, object], schema: str) -> str:
    """Return the file's text, with the line that tells editors which schema it follows."""
    return "".join((f"# yaml-language-server: $schema={schema}\n", *_mapping(record, "")))


def _mapping(value: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, child in value.items():
        yield f"{indent}{key}:"
        yield from _value(child, f"{indent}  ")


def _value(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield "\n"
        yield from _mapping(value, indent)
    elif isinstance(value, str) and len(value) >= FOLDED_FROM:
        yield from (" >-\n", indent, _folded(value, indent), "\n")
    elif isinstance(value, str) or not isinstance(value, Sequence):
        yield f" {_scalar(value)}\n"
    elif any(isinstance(item, Mapping) for item in value):
        yield "\n"
        for item in value:
            yield from _item(item, indent)
    else:
        yield f" [{', '.join(map(_scalar, value))}]\n"


def _item(value: Mapping[str, object], indent: str) -> Iterator[str]:
    first, *others = _mapping(value, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _folded(text: str, indent: str) -> str:
    # Line breaks of the text become two empty lines more: a single one would be read as a space.
    return text.replace(". ", f".\n{indent}").replace("\n\n", f"\n\n\n{indent}")
