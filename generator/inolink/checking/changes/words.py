"""How a change is put into words of one language."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from inolink.checking.changes.changes import Changes
from inolink.checking.changes.files import ChangedFile, State
from inolink.checking.changes.review import Remark
from inolink.codes import in_language
from inolink.problems import shorten
from inolink.reading.document import FileKind
from inolink.yamlcore import load_trusted

TITLES = ("title", "name")


class Words:
    """The words of one language for one change."""

    def __init__(self, changes: Changes, language: str) -> None:
        self.changes = changes
        self.language = language

    def __call__(self, key: str, **params: object) -> str:
        """Return the text of a key."""
        text = in_language(_texts()[key], self.language)
        return text.format(**params) if params else text

    def record(self, file: ChangedFile) -> str:
        """Name a record: its kind, its title, or whose it is."""
        kind = self(f"kind.{file.kind or 'logo'}")
        title = self._title(file.new or file.old) if file.kind in {FileKind.PROFILE, FileKind.OFFER} else None
        about = title or file.cluster
        return f"{kind}: {shorten(about)}" if about else kind

    def difference(self, file: ChangedFile) -> str:
        """Say which fields of a changed record differ; nothing for a new one."""
        if file.broken:
            return self("fields.broken")
        if file.state is not State.CHANGED or file.kind is None:
            return ""
        parts = [
            self(f"fields.{state}", names=", ".join(self.field(file.kind, name) for name in names))
            for state, names in _fields(file)
            if names
        ]
        return "; ".join(parts) or self("fields.none")

    def field(self, kind: FileKind, name: str) -> str:
        """Return the label of a field, or its name where the schema knows none."""
        field = self.changes.schemas.by_kind[kind].get("properties", {}).get(name, {})
        label = field.get("x-label", {})
        return str(label.get(self.language) or label.get("en") or shorten(name))

    def about(self, remark: Remark, most: int) -> list[str]:
        """Name what a remark is about, the first few."""
        names = [
            self.field(FileKind.PROFILE, name) if remark.fields else shorten(name) for name in remark.about
        ]
        rest = [self("more", count=len(names) - most)] if len(names) > most else []
        return names[:most] + rest

    def _title(self, record: Mapping[str, Any]) -> str | None:
        for name in TITLES:
            text = record.get(name)
            if isinstance(text, Mapping):
                said = text.get(self.language) or next(iter(text.values()), None)
                return said if isinstance(said, str) else self("unnamed")
        return self("unnamed") if record else None


def _fields(file: ChangedFile) -> Iterator[tuple[State, list[str]]]:
    old, new = file.old, file.new
    yield State.NEW, [name for name in new if name not in old]
    yield State.CHANGED, [name for name in new if name in old and new[name] != old[name]]
    yield State.GONE, [name for name in old if name not in new]


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    texts: dict[str, dict[str, str]] = load_trusted((files(__package__ or "") / "texts.yml").read_bytes())
    return texts
