"""The plain values of a text that holds nothing out of the ordinary, in half the time.

Whatever is unusual (a mistake, a limit that is reached, anything that YAML can do beyond plain values) is
left to the careful reader, which says what it is and where it stands.
"""

import sys
from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml

from inolink.reading.text import is_visible
from inolink.yamlcore import DEEPEST_NESTING, MOST_EVENTS, BaseLoader, plain_value

MORE_THAN_TEXT = frozenset("-0123456789~nNtTfF")
"""What an unquoted value begins with that may be a number, true, false or nothing."""

Next = Callable[[], yaml.Event]


class Unusual(Exception):  # noqa: N818  # no error: the careful reader takes over
    """Something that this reader doesn't look into."""


def quick_value(text: str) -> dict[str, Any] | None:
    """Return the value of a text, or None if the careful reader has to look."""
    loader = BaseLoader(text)
    # Like the careful reader, take no event beyond the limit.
    following: Next = islice(iter(loader.get_event, None), MOST_EVENTS + 1).__next__
    try:
        _expect(following(), yaml.StreamStartEvent)
        _expect(following(), yaml.DocumentStartEvent)
        value = _mapping(_expect(following(), yaml.MappingStartEvent), following, 1)
        _expect(following(), yaml.DocumentEndEvent)
        _expect(following(), yaml.StreamEndEvent)
    except (yaml.YAMLError, StopIteration, Unusual):
        return None
    finally:
        loader.dispose()
    return value or None


def _expect(event: yaml.Event, expected: type[yaml.Event]) -> yaml.Event:
    if event.__class__ is not expected:
        raise Unusual
    return event


def _mapping(start: yaml.Event, following: Next, depth: int) -> dict[str, Any]:
    _refuse_extras(start, depth)
    result: dict[str, Any] = {}
    while (event := following()).__class__ is yaml.ScalarEvent:
        key = _scalar(event)
        if key.__class__ is not str or key in result:
            raise Unusual
        # The same few keys stand in thousands of records.
        result[sys.intern(key)] = _value(following(), following, depth)
    _expect(event, yaml.MappingEndEvent)
    return result


def _sequence(start: yaml.Event, following: Next, depth: int) -> list[Any]:
    _refuse_extras(start, depth)
    result = []
    while (event := following()).__class__ is not yaml.SequenceEndEvent:
        result.append(_value(event, following, depth))
    return result


def _value(event: yaml.Event, following: Next, depth: int) -> Any:  # noqa: ANN401  # any plain value
    kind = event.__class__
    if kind is yaml.ScalarEvent:
        return _scalar(event)
    if kind is yaml.MappingStartEvent:
        return _mapping(event, following, depth + 1)
    if kind is yaml.SequenceStartEvent:
        return _sequence(event, following, depth + 1)
    raise Unusual


def _refuse_extras(start: Any, depth: int) -> None:  # noqa: ANN401  # the start of a list or a block
    if start.tag is not None or start.anchor is not None or depth > DEEPEST_NESTING:
        raise Unusual


def _scalar(event: Any) -> Any:  # noqa: ANN401  # text, number, true, false or nothing
    if event.tag is not None or event.anchor is not None:
        raise Unusual
    value = event.value
    if event.implicit[0]:
        return plain_value(value) if value[:1] in MORE_THAN_TEXT or not value else value
    # Quoted text can spell any character by its number: "\u0000".
    if event.style == '"' and not is_visible(value):
        raise Unusual
    return value
