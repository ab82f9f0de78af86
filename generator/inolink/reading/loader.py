"""From the bytes of one file to plain values, or to the problems that stop it.

One pass over the parser's events builds the values. Every limit is checked at the event that breaks it, so
that nothing grows before it is refused; what YAML can do beyond a tree of plain values is refused as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from inolink.problems import Problem, json_pointer
from inolink.reading.events import events_of, place_of_event
from inolink.reading.marks import Marks
from inolink.reading.position import Pointer
from inolink.reading.quick import quick_value
from inolink.reading.text import FORBIDDEN, Refusal, decode
from inolink.yamlcore import plain_value


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file held: a value with its marks if it could be read, else problems."""

    value: dict[str, Any] | None
    marks: Marks
    problems: tuple[Problem, ...] = ()


def load(path: str, data: bytes) -> Loaded:
    """Read the bytes of the file that `path` names. Whatever the bytes are, this returns."""
    builder, marks = _Builder(path), Marks(data)
    try:
        text = decode(data)
        value = quick_value(text) or builder.top(events_of(text))
    except Refusal as refusal:
        problem = Problem(refusal.code, path, *refusal.position, params=tuple(refusal.params.items()))
        return Loaded(None, marks, (*builder.problems, problem))
    return Loaded(None if builder.problems else value, marks, tuple(builder.problems))


@dataclass(slots=True)
class _Builder:
    """Builds the value of one document and names what stands in its way."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    """What does not stop the walk: keys that stand twice or are no text."""

    def top(self, events: Iterator[yaml.Event]) -> dict[str, Any]:
        documents = 0
        value = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refusal("IL105", place_of_event(event), reason="second-document")
                value = self.value(next(events), events, ())
        if not isinstance(value, dict) or not value:
            raise Refusal("IL112")
        return value

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], pointer: Pointer) -> Any:  # noqa: ANN401
        _refuse_extras(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, pointer)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, pointer)
        return _scalar(event)

    def mapping(self, events: Iterator[yaml.Event], pointer: Pointer) -> dict[str, Any]:
        result: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event, events, pointer)
            if key in result:
                self.note("IL108", event, pointer, key=key, line=str(lines[key]))
            lines.setdefault(key, place_of_event(event).line)
            result[key] = self.value(next(events), events, (*pointer, key))
        return result

    def key(self, event: yaml.Event, events: Iterator[yaml.Event], pointer: Pointer) -> str:
        key = self.value(event, events, pointer)
        if not isinstance(key, str):
            self.note("IL109", event, pointer, key=_shown(key))
            return _shown(key)
        return key

    def sequence(self, events: Iterator[yaml.Event], pointer: Pointer) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            result.append(self.value(event, events, (*pointer, len(result))))
        return result

    def note(self, code: str, event: yaml.Event, pointer: Pointer, **params: str) -> None:
        position = place_of_event(event)
        problem = Problem(code, self.path, *position, json_pointer(pointer), tuple(params.items()))
        self.problems.append(problem)


def _refuse_extras(event: yaml.Event) -> None:
    """Refuse what makes YAML more than a tree of plain values."""
    if isinstance(event, yaml.AliasEvent):
        raise Refusal("IL107", place_of_event(event), found=f"*{event.anchor}")
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise Refusal("IL107", place_of_event(event), found=f"&{event.anchor}")
    if (tag := getattr(event, "tag", None)) is not None:
        raise Refusal("IL107", place_of_event(event), found=tag if tag.startswith("!") else f"!{tag}")


def _scalar(event: yaml.Event) -> Any:  # noqa: ANN401  # text, number, true, false or nothing
    if not isinstance(event, yaml.ScalarEvent):
        raise Refusal("IL105", place_of_event(event), reason="a value is missing")
    # Quoted text can spell any character by its number: "\u0000".
    if found := FORBIDDEN.search(event.value):
        raise Refusal("IL103", place_of_event(event), character=f"U+{ord(found.group()[0]):04X}")
    return plain_value(event.value) if event.implicit[0] else event.value


def _shown(key: object) -> str:
    return "…" if isinstance(key, dict | list) else str(key)
