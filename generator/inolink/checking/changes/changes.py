"""A whole change: what is new, what is different, what goes, and what deserves a look."""

from dataclasses import dataclass
from pathlib import Path

from inolink.checking.changes.files import ChangedFile, State
from inolink.checking.changes.review import Remark, remarks
from inolink.checking.revisions import Base
from inolink.checking.schemas import Schemas, load_schemas
from inolink.settings import Settings


@dataclass(frozen=True)
class Changes:
    """What a change touches, in the order of the paths."""

    settings: Settings
    schemas: Schemas
    files: tuple[ChangedFile, ...]

    def records(self, state: State) -> tuple[ChangedFile, ...]:
        """Return the records and logos that became new, changed or gone."""
        return tuple(file for file in self.files if file.is_record and file.state is state)

    @property
    def others(self) -> tuple[ChangedFile, ...]:
        """What isn't content."""
        return tuple(file for file in self.files if not file.is_record)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What reviewers should look at."""
        return tuple(remarks(self.files))


def changes_since(root: Path, settings: Settings, revision: str) -> Changes:
    """Compare the directory as it stands with where it left `revision`."""
    base = Base.of(root, revision)
    files = (ChangedFile.of(base, path) for path in sorted(base.changed()))
    return Changes(settings, load_schemas(root), tuple(files))
