"""The parser's events of one text, each within the limits, and what stops the parser as a refusal."""

from collections.abc import Iterator

import yaml

from inolink.reading.position import START, Position
from inolink.reading.text import Refusal, place_within
from inolink.yamlcore import DEEPEST_NESTING, MOST_EVENTS, BaseLoader


def events_of(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a text, each within the limits."""
    depth = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=BaseLoader)):
            depth += _step(event)
            if depth > DEEPEST_NESTING or count > MOST_EVENTS:
                raise Refusal("IL106", place_of_event(event))
            yield event
    except yaml.MarkedYAMLError as error:
        reason = error.problem or error.context or "unreadable"
        raise Refusal("IL105", place_within(text, _error_position(error)), reason=reason) from None
    except yaml.YAMLError as error:
        raise Refusal("IL105", reason=str(error)) from None


def place_of_event(event: yaml.Event) -> Position:
    """Return where an event begins."""
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else START


def _error_position(error: yaml.MarkedYAMLError) -> Position:
    """Return where the parser stopped; of a quote or bracket that is never closed, where it was opened."""
    at_end = error.problem is not None and "end of stream" in error.problem
    mark = (error.context_mark if at_end else None) or error.problem_mark or error.context_mark
    return Position(mark.line + 1, mark.column + 1) if mark else START


def _step(event: yaml.Event) -> int:
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0
