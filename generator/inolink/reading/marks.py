"""The positions of the values of a file, found when the first of them is asked for.

Most files never need one, and the positions of a large directory would fill the memory. So a file is gone
through once more when there is something to say about it.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import yaml

from inolink.plainfile import read_bytes
from inolink.reading.events import events_of, place_of_event
from inolink.reading.position import START, Pointer, Position
from inolink.reading.text import LARGEST_FILE, Refusal, decode

Places = dict[Pointer, tuple[Position, Position]]
"""Of each value where its key stands (in a list: itself), and where it stands."""


class Marks:
    """Where the values of one file stand: a file that lies somewhere, or bytes that are not yet there."""

    __slots__ = ("_places", "_source")

    def __init__(self, source: bytes | tuple[Path, str] = b"") -> None:
        """Take what the file holds, or the folder and the path in it."""
        self._source = source
        self._places: Places | None = None

    def find(self, pointer: Pointer, *, key: bool) -> Position:
        """Return the place of what the pointer leads to, or of the nearest thing around it that exists.

        A file that has changed since it was read may lack it; then the nearest thing is all that can be said.
        """
        if self._places is None:
            self._places = _places(self._source)
        while pointer and pointer not in self._places:
            pointer, key = pointer[:-1], False
        return self._places.get(pointer, (START, START))[0 if key else 1]


def _places(source: bytes | tuple[Path, str]) -> Places:
    places: Places = {}
    try:
        data = source if isinstance(source, bytes) else read_bytes(Path(*source), LARGEST_FILE + 1)
        events = events_of(decode(data))
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                _note(event, (), place_of_event(event), events, places)
    except (OSError, Refusal):
        return places
    return places


def _note(
    event: yaml.Event, pointer: Pointer, key: Position, events: Iterator[yaml.Event], places: Places
) -> None:
    """Note where a value and everything in it stands."""
    places[pointer] = key, place_of_event(event)
    if isinstance(event, yaml.MappingStartEvent):
        while not isinstance(name := next(events), yaml.MappingEndEvent):
            child = (*pointer, getattr(name, "value", ""))
            _note(next(events), child, place_of_event(name), events, places)
    elif isinstance(event, yaml.SequenceStartEvent):
        for index in count():
            if isinstance(item := next(events), yaml.SequenceEndEvent):
                break
            _note(item, (*pointer, index), place_of_event(item), events, places)
