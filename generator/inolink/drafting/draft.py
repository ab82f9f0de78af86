"""A record that is being made: its values so far, its text, and what the check would say of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from inolink.checking.check import check_reading
from inolink.checking.form import form_problems
from inolink.checking.schemas import Schemas
from inolink.contribute.models import LOCALISED, Model
from inolink.drafting.answers import Field
from inolink.drafting.writing import written
from inolink.problems import Problem, Severity, json_pointer
from inolink.reading.directory import Reading, read_directory
from inolink.reading.document import Document, FileKind
from inolink.reading.loader import load
from inolink.reading.places import FOLDER
from inolink.settings import Settings
from inolink.upkeep.tidy import modeline

MISSING = "IL301"


@dataclass
class Draft:
    """The record at `path`, which isn't there yet."""

    kind: FileKind
    path: str
    model: Model
    values: dict[str, Any] = field(default_factory=dict)

    def has(self, asked: Field, language: str | None = None) -> bool:
        """Whether a field is filled, in one language if it has several."""
        found: Any = self.values
        for part in _way(asked, language):
            if not isinstance(found, dict) or part not in found:
                return False
            found = found[part]
        return True

    def put(self, asked: Field, value: object, language: str | None = None) -> None:
        """Fill a field."""
        *blocks, last = _way(asked, language)
        place = self.values
        for part in blocks:
            place = place.setdefault(part, {})
        place[last] = value

    def drop(self, asked: Field, language: str | None = None) -> None:
        """Empty a field, and the blocks around it that hold nothing else."""
        way = _way(asked, language)
        places = [self.values]
        for part in way[:-1]:
            places.append(places[-1].get(part, {}))
        for place, part in zip(reversed(places), reversed(way), strict=True):
            if part == way[-1] or not place.get(part):
                place.pop(part, None)

    def data(self) -> bytes:
        """Return the file as it stands, its fields in the order of the schema."""
        return written(_ordered(self.values, self.model), modeline(self.path, self.kind))

    def document(self) -> Document:
        """Return the record as the reader would."""
        loaded = load(self.path, self.data())
        return Document(self.path, self.kind, loaded.value or {}, loaded.marks)

    def form_problems(self, asked: Field, schemas: Schemas) -> list[Problem]:
        """Return what the schema refuses about one field, however much else is missing."""
        found = form_problems(self.document(), schemas)
        place = json_pointer(asked.way)
        return [one for one in found if one.pointer.startswith(place) and one.code != MISSING]

    def errors(self, root: Path, settings: Settings, today: date) -> list[Problem]:
        """Return what `inolink check` would refuse if the file lay in its place."""
        if unread := load(self.path, self.data()).problems:
            return [*unread]
        reading = _reading(root)
        paths = tuple(sorted((*reading.paths, self.path)))
        whole = replace(reading, documents=(*reading.documents, self.document()), paths=paths)
        problems = check_reading(whole, root, settings, today).problems
        return [one for one in problems if one.path == self.path and one.severity is Severity.ERROR]


def _way(asked: Field, language: str | None) -> tuple[str, ...]:
    return (*asked.way, language) if language and asked.localised else asked.way


def _reading(root: Path) -> Reading:
    """Read the directory; the first cluster comes into an empty one."""
    folder = root / FOLDER
    return read_directory(root) if folder.is_dir() and any(folder.iterdir()) else Reading((), (), ())


def _ordered(values: dict[str, Any], model: Model) -> dict[str, Any]:
    if model.get("format") in LOCALISED:
        return values
    known: dict[str, Model] = model.get("properties", {})
    return {
        key: _ordered(values[key], known[key]) if isinstance(values[key], dict) else values[key]
        for key in known
        if key in values
    }
