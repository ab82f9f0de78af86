"""YAML as people write it: the same values in any layout that the language allows, with comments anywhere."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Value = Any
KEYS = st.text("abcdefgš_", min_size=1, max_size=5)
WORDS = st.text("abc ąž:#-'\"{}[],&*!|>%@\\012.~", max_size=30).map(str.strip)
SCALARS = st.one_of(
    WORDS, st.integers(-99, 99999), st.booleans(), st.sampled_from(["NO", "12:30", "01", "2026-11"])
)
BLOCK = st.lists(st.text("abc ą#:-", max_size=12).map(str.rstrip), min_size=1, max_size=4)
VALUES: st.SearchStrategy[Value] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=10,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


class Writer:
    """Writes a record in a layout of its own, drawn piece by piece."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def record(self, record: dict[str, Value]) -> str:
        """Return a whole file."""
        end = self.draw(st.sampled_from(["\n", "\r\n"]))
        lines = [*self.noise(), *self.mapping(record, 0), *self.noise()]
        return end.join(lines) + self.draw(st.sampled_from(["", end, end * 3]))

    def noise(self) -> Iterator[str]:
        """Yield empty lines and comments."""
        for kind in self.draw(st.lists(st.sampled_from(["", "   ", "#"]), max_size=2)):
            indentation = " " * self.draw(st.integers(0, 9))
            yield f"{indentation}# {self.draw(WORDS)}".rstrip() if kind == "#" else kind

    def gap(self) -> str:
        return " " * self.draw(st.integers(1, 3))

    def trailing(self) -> str:
        return self.draw(st.sampled_from(["", "", "  ", "  # why", " #"]))

    def mapping(self, mapping: dict[str, Value], column: int) -> Iterator[str]:
        for key, value in mapping.items():
            yield from self.noise()
            head = f"{' ' * column}{key}{self.draw(st.sampled_from(['', ' ']))}:"
            yield from self.after(head, value, column, self.draw(st.booleans()))

    def sequence(self, items: list[Value], column: int) -> Iterator[str]:
        for item in items:
            yield from self.noise()
            head, space = f"{' ' * column}-", self.gap()
            if isinstance(item, dict) and self.draw(st.booleans()):
                first, *others = self.mapping_without_noise(item, column + 1 + len(space))
                yield f"{head}{space}{first.lstrip()}"
                yield from others
            else:
                yield from self.after(head, item, column, flush=False)

    def mapping_without_noise(self, mapping: dict[str, Value], column: int) -> Iterator[str]:
        lines = list(self.mapping(mapping, column))
        while not lines[0].strip() or lines[0].lstrip().startswith("#"):
            lines.pop(0)
        return iter(lines)

    def after(self, head: str, value: Value, column: int, flush: bool) -> Iterator[str]:  # noqa: FBT001
        """Yield what follows a key or a dash."""
        deeper = column + self.draw(st.integers(1, 4))
        if isinstance(value, dict | list) and self.draw(st.booleans()):
            yield f"{head}{self.gap()}{self.flow(value, deeper)}{self.trailing()}"
        elif isinstance(value, dict):
            yield head + self.trailing()
            yield from self.mapping(value, deeper)
        elif isinstance(value, list):
            yield head + self.trailing()
            yield from self.sequence(value, column if flush else deeper)
        else:
            yield f"{head}{self.gap()}{self.scalar(value)}{self.trailing()}"

    def flow(self, value: Value, column: int) -> str:
        """Return a value in brackets, perhaps on several lines."""
        space = self.draw(st.sampled_from(["", " ", f"\n{' ' * column}", f" # in\n{' ' * column}"]))
        if isinstance(value, dict):
            inner = [
                f'"{key}"{self.draw(st.sampled_from([":", " : "]))} {self.flow(one, column)}'
                for key, one in value.items()
            ]
            return f"{{{space}{f' ,{space} '.join(inner)}{space}}}"
        if isinstance(value, list):
            return f"[{space}{f', {space}'.join(self.flow(one, column) for one in value)}{space}]"
        return self.scalar(value)

    def scalar(self, value: Value) -> str:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else json.dumps(value)


@st.composite
def written(draw: st.DrawFn) -> str:
    """Draw a record as somebody may have written it."""
    return Writer(draw).record(draw(RECORDS))


@st.composite
def block_texts(draw: st.DrawFn) -> str:
    """Draw a file of texts over several lines: folded, literal, with and without an indication of depth."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        column, depth = draw(st.sampled_from([0, 3])), draw(st.integers(1, 6))
        header = draw(st.sampled_from("|>")) + draw(st.sampled_from(["", "-", "+"]))
        given, body = draw(st.booleans()), draw(BLOCK)
        if not given:
            body = ["begin", *body]
        if column:
            lines.append(f"outer{number}:")
        lines.append(f"{' ' * column}text{number}: {header}{depth if given else ''}")
        lines += [" " * (column + depth) + line if line or draw(st.booleans()) else "" for line in body]
        lines += draw(st.lists(st.sampled_from(["", "# after"]), max_size=2))
    return "\n".join(lines) + "\n"
