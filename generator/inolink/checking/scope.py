"""Which problems a report names, and which of them count."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inolink.checking.revisions import Base
from inolink.errors import UsageError
from inolink.problems import Problem, Severity, shorten
from inolink.settings import SETTINGS_FILE

COMMON_GROUND = (SETTINGS_FILE, "schema/")
"""Files that every record depends on."""


@dataclass(frozen=True)
class Scope:
    """The files that were asked for, and the files of a change."""

    paths: tuple[PurePosixPath, ...] = ()
    """Empty for all."""
    changed: frozenset[str] | None = None
    """None if every file counts."""

    @classmethod
    def of(cls, root: Path, paths: Iterable[Path], base: str | None) -> "Scope":
        """Read the scope from what was said on the command line."""
        inside = tuple(_inside(root, path) for path in paths)
        return cls(inside, Base.of(root, base).changed() if base is not None else None)

    def tells(self, problem: Problem) -> bool:
        """Whether the report names this problem: notices on untouched files only distract."""
        return self.includes(problem.path) and (
            self.counts(problem) or problem.severity is not Severity.NOTICE
        )

    def includes(self, path: str) -> bool:
        """Whether the report looks at this file."""
        return not self.paths or any(PurePosixPath(path).is_relative_to(wanted) for wanted in self.paths)

    def counts(self, problem: Problem) -> bool:
        """Whether the change is to blame: by the problem's file, or by one that the problem is about."""
        # Of a repository within this one, Git names the folder alone.
        above = map(str, PurePosixPath(problem.path).parents)
        if self.changed is None or not self.changed.isdisjoint((problem.path, *above)):
            return True
        about = {
            f"clusters/{value}/profile.yml" for name, value in problem.params if name in {"slug", "cluster"}
        }
        return bool(about & self.changed) or any(path.startswith(COMMON_GROUND) for path in self.changed)


def _inside(root: Path, path: Path) -> PurePosixPath:
    # Asked in this way, what can't be the name of a file at all is no exception.
    if not os.path.lexists(path):
        raise UsageError(f"{shorten(str(path))}: there is no such file or folder.")
    whole = path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
    if not whole.is_relative_to(root.resolve()):
        raise UsageError(f"{path}: lies outside of the directory {root}. Name it with --root.")
    return PurePosixPath(whole.relative_to(root.resolve()).as_posix())
