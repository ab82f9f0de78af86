"""What rules on more than one record look at: of each record those values alone.

A directory of a continent does not fit into memory as plain values, and need not: its records are looked at
one by one, and only their excerpts all together.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from inolink.reading.document import FileKind


class Kept(Enum):
    """How much of a value is kept, where it is not a selection of its parts."""

    ALL = auto()
    PRESENCE = auto()


Selection = Mapping[str, "Selection | Kept"]
"""For each key what is kept of its value."""

SELECTIONS: Mapping[FileKind, Selection] = {
    FileKind.PROFILE: {
        **dict.fromkeys(("name", "short_name", "also_known_as", "formerly"), Kept.ALL),
        **dict.fromkeys(("status", "merged_into", "website"), Kept.ALL),
        **dict.fromkeys(("description", "contact", "members", "ecosystems"), Kept.PRESENCE),
        **dict.fromkeys(("technologies", "topics", "services"), Kept.PRESENCE),
        "coordinator": {"profile": Kept.ALL},
        "member_organisations": {"name": Kept.ALL},
        "interests": {"on_behalf_of": Kept.ALL},
    },
    FileKind.OFFER: {"title": Kept.ALL, "status": Kept.ALL, "on_behalf_of": Kept.ALL},
    FileKind.INITIATIVES: {"initiatives": {"clusters": Kept.ALL}},
    FileKind.PARTNERSHIPS: {"partnerships": {"clusters": Kept.ALL}},
    FileKind.EVENTS: {"events": {"clusters": Kept.ALL}},
    FileKind.PROGRAMME: {"initiatives": {"clusters": Kept.ALL}},
}


def excerpt(kind: FileKind, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return what rules on more than one record look at; lists keep their length."""
    return _selected(value, SELECTIONS.get(kind, {}))


def _selected(value: Mapping[str, Any], selection: Selection) -> dict[str, Any]:
    return {key: _part(value[key], kept) for key, kept in selection.items() if key in value}


def _part(value: Any, kept: Selection | Kept) -> Any:  # noqa: ANN401  # any part of a record
    if isinstance(kept, Kept):
        return value if kept is Kept.ALL else None
    if isinstance(value, dict):
        return _selected(value, kept)
    if isinstance(value, list):
        return [_selected(item, kept) if isinstance(item, dict) else None for item in value]
    return None
