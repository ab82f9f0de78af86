"""What Git knows of a change: which files it touches, and what stood in them before."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from inolink.errors import UsageError


@dataclass(frozen=True, slots=True)
class Base:
    """The state of the directory that a change set out from."""

    root: Path
    commit: str

    @classmethod
    def of(cls, root: Path, revision: str) -> "Base":
        """Find where the change left `revision`."""
        name = f"{revision}^{{commit}}"
        known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name).strip()
        return cls(root, _git(root, "merge-base", known, "HEAD").strip())

    def changed(self) -> frozenset[str]:
        """Return the files that differ from this state, what is not committed yet included."""
        changed = _git(self.root, "diff", "--name-only", "--no-renames", "-z", "--relative", self.commit)
        new = _git(self.root, "ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(path.rstrip("/") for path in (changed + new).split("\0") if path)

    def read(self, path: str) -> bytes | None:
        """Return what a file held in this state, or None if it wasn't there."""
        try:
            # `./` lets Git read the path from the directory's root, which may lie below the repository's.
            return _run(self.root, "cat-file", "blob", f"{self.commit}:./{path}")
        except subprocess.CalledProcessError:
            return None


def _git(root: Path, *arguments: str) -> str:
    try:
        return _run(root, *arguments).decode("utf-8", "replace")
    except FileNotFoundError:
        raise UsageError("--base needs Git, and there is no command `git`. Install Git.") from None
    except subprocess.CalledProcessError:
        raise UsageError(f"--base: {_why(root)}") from None


def _why(root: Path) -> str:
    """Say why Git has no answer, and what to do."""
    try:
        _run(root, "rev-parse", "--git-dir")
    except subprocess.CalledProcessError as error:
        if b"safe.directory" in error.stderr:
            return (
                "Git refuses to read the repository, as it belongs to somebody else. "
                "`git status` names the command that allows it."
            )
        return "The directory is in no Git repository that can be read. Work in a clone of it."
    return "Git doesn't know this revision. Check its name; a pipeline must fetch the whole history."


def _run(root: Path, *arguments: str) -> bytes:
    return subprocess.run(  # noqa: S603  # no shell; the revision can't be an option
        ["git", "-C", str(root), *arguments],  # noqa: S607  # the git of whoever runs the command
        check=True,
        capture_output=True,
    ).stdout
