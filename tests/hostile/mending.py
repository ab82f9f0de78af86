"""Records brought to what the check accepts: what it refuses gives way to what stood there before."""

import json
from typing import Any

from inolink.problems import Problem
from tests.directories import Directory

Record = dict[str, Any]
Records = dict[str, Record]
GENTLE_ROUNDS = 6
MOST_ROUNDS = 40


def accepted(directory: Directory, drawn: Records, sound: Records) -> Records:
    """Write records, and mend them until the check has no errors left; return what they are then."""
    records = {path: _copy(record) for path, record in (sound | drawn).items()}
    for number in range(MOST_ROUNDS):
        write(directory, records)
        errors = directory.errors()
        if not errors:
            return records
        for error in sorted(errors, key=lambda error: error.order, reverse=True):
            _mend(records, sound, error, whole=number > GENTLE_ROUNDS)
    raise AssertionError([error.message() for error in errors])


def write(directory: Directory, records: Records) -> None:
    """Write records as JSON, which is YAML as well."""
    for path, record in records.items():
        directory.write(path, json.dumps(record, ensure_ascii=False, allow_nan=False))


def _mend(records: Records, sound: Records, error: Problem, *, whole: bool) -> None:
    if whole or not (way := _way(error)):
        records[error.path] = _copy(sound[error.path])
        return
    before = _copy(_found(sound[error.path], way))
    *steps, last = way
    parent = _found(records[error.path], steps)
    if isinstance(parent, dict):
        parent.pop(last, None)
        if before is not None:
            parent[last] = before
    elif isinstance(parent, list) and int(last) < len(parent):
        del parent[int(last)]


def _way(error: Problem) -> list[str]:
    """Return the keys and indices that lead to what is wrong, or to what is missing."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in error.pointer.split("/")[1:]]
    params = dict(error.params)
    return [*parts, params["key"]] if error.code in {"IL301", "IL411"} and "key" in params else parts


def _found(value: Any, way: list[str]) -> Any:  # noqa: ANN401  # any part of a record
    for step in way:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _copy(value: Any) -> Any:  # noqa: ANN401  # any part of a record
    return json.loads(json.dumps(value))
