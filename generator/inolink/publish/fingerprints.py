"""Fingerprints of values: the same for the same values in every build, another one for any other."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from types import FunctionType
from typing import Any

import msgspec

from inolink.catalogue import Cluster, Event, Opening, Text
from inolink.matching import Match

PLAIN = frozenset({str, int, float, bool, type(None)})
ONCE = (Cluster, Opening, Event)


class NoFingerprintError(Exception):
    """A value that can't be told from others of its kind by what it holds."""


@dataclass
class Fingerprints:
    """Takes fingerprints; those of records and lists, which many values lead to, are taken once."""

    named: Mapping[int, str] = field(default_factory=dict)
    """What is known by a name in every build: by its identity."""
    _taken: dict[int, tuple[object, str]] = field(default_factory=dict)
    """By identity, with the value itself, so that no other takes its place in memory."""

    def of(self, value: object) -> str:
        """Return the fingerprint of a value and of all that it leads to."""
        return _digest(self._plain(value))

    def _plain(self, value: object) -> object:
        """Return what a value holds as lists and texts."""
        if type(value) in PLAIN:
            return value
        if id(value) in self.named:
            return [self.named[id(value)]]
        if isinstance(value, ONCE):
            return [self._once(value)]
        if isinstance(value, str | date | Enum):
            return [type(value).__name__, str(value)]
        if isinstance(value, bytes):
            return ["bytes", hashlib.blake2b(value).hexdigest()]
        return self._held(value)

    def _held(self, value: Any) -> object:  # noqa: ANN401  # any value
        """Return the parts of a value in their order."""
        if isinstance(value, tuple | list):
            return [self._plain(part) for part in value]
        if isinstance(value, Match):
            return ["match", msgspec.json.encode(value).decode()]  # nothing in it but texts and numbers
        if isinstance(value, Text):
            return ["text", list(value.by_language.items()), sorted(value.machine)]
        if isinstance(value, set | frozenset):
            return ["set", *sorted(self.of(part) for part in value)]
        if isinstance(value, Mapping):
            return ["mapping", *([self._plain(key), self._plain(part)] for key, part in value.items())]
        return [type(value).__qualname__, *map(self._plain, _parts(value))]

    def _once(self, value: object) -> str:
        if id(value) not in self._taken:
            self._taken[id(value)] = value, _digest([type(value).__name__, *map(self._plain, _parts(value))])
        return self._taken[id(value)][1]


def _parts(value: Any) -> Iterable[object]:  # noqa: ANN401  # any value
    if isinstance(value, Opening):
        return value.record, value.cluster  # all the rest follows from these
    if isinstance(value, Cluster):
        # An organisation is named all over the site; whoever tells of its offers asks the catalogue for them.
        return [getattr(value, name) for name in _fields(Cluster) if name != "offers"]
    if isinstance(value, msgspec.Struct):
        return [getattr(value, name) for name in value.__struct_fields__]
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _fields(type(value))]
    if isinstance(value, partial):
        return value.func, value.args, value.keywords
    if isinstance(value, FunctionType):
        held = [cell.cell_contents for cell in value.__closure__ or ()]
        given = value.__defaults__, value.__kwdefaults__
        return value.__module__, value.__qualname__, value.__code__.co_firstlineno, held, given
    raise NoFingerprintError(type(value).__name__)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _digest(value: object) -> str:
    return hashlib.blake2b(msgspec.json.encode(value), digest_size=16).hexdigest()
