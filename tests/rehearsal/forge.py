"""A forge of plain folders: a bare repository, kept artifacts, a published site, and who clones from it."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.directories import PROJECT, SMALL

WHOLE = (".ci", ".github", "schema", "docs/en", "docs/lt", "docs/images")
"""What a directory's repository has beside records and settings; the generator is installed."""
NAMES = {
    f"GIT_{role}_{what}": "contributor@directory.example"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def git(folder: Path, *arguments: str) -> str:
    """Run Git as a contributor, with nobody's own settings."""
    environment = {**os.environ, **NAMES, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@dataclass
class Forge:
    """Everything that a forge keeps for one repository."""

    folder: Path
    address: str
    """Where the published site is on the web."""
    artifacts: dict[tuple[str, str], Path] = field(default_factory=dict)
    """Folders by run and name."""

    @property
    def bare(self) -> Path:
        """The repository."""
        return self.folder / "forge.git"

    @property
    def published(self) -> Path:
        """The folder that the web server shows."""
        return self.folder / "web"

    def clone(self, name: str, branch: str = "main") -> Path:
        """Clone the repository into a folder of its own."""
        place = self.folder / "clones" / name
        place.parent.mkdir(exist_ok=True)
        git(self.folder, "clone", "--quiet", "--branch", branch, str(self.bare), str(place))
        return place

    def propose(self, name: str, changes: Mapping[str, str | None], start: str = "main") -> None:
        """Push a contributor's branch with new contents of some files; None removes one."""
        clone = self.clone(f"contributor-{name}", start)
        git(clone, "switch", "--quiet", "--create", name)
        _change(clone, changes)
        git(clone, "push", "--quiet", "origin", name)

    def merge(self, name: str) -> None:
        """Accept a proposal."""
        clone = self.clone(f"staff-{name}")
        git(clone, "merge", "--quiet", "--no-ff", "--message", f"Accept {name}", f"origin/{name}")
        git(clone, "push", "--quiet", "origin", "main")

    def force(self, name: str, changes: Mapping[str, str | None]) -> None:
        """Push straight to the main branch, past every check."""
        clone = self.clone(f"forced-{name}")
        _change(clone, changes)
        git(clone, "push", "--quiet", "origin", "main")


def found(folder: Path, address: str) -> Forge:
    """Make a forge with a small directory in it."""
    forge = Forge(folder, address)
    first = folder / "first"
    for path in _files():
        text = (PROJECT / path).read_bytes()
        _write(first / path, text, executable=os.access(PROJECT / path, os.X_OK))
    for file in SMALL.rglob("*.yml"):
        _write(first / "clusters" / file.relative_to(SMALL), file.read_bytes())
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    line = next(line for line in settings.splitlines() if line.startswith("site_url:"))
    _write(first / "mkdocs.yml", settings.replace(line, f"site_url: {address}").encode())
    git(folder, "init", "--quiet", "--initial-branch", "main", str(first))
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message", "Begin")
    git(folder, "clone", "--quiet", "--bare", str(first), str(forge.bare))
    forge.published.mkdir()
    return forge


def unpack(archive: Path, place: Path) -> None:
    """Replace a folder by what an archive holds."""
    new = place.with_name(f"{place.name}.new")
    new.mkdir()
    subprocess.run(["tar", "--extract", "--file", archive, "--directory", new], check=True)
    shutil.rmtree(place)
    new.rename(place)


def fingerprint(folder: Path) -> dict[str, str]:
    """Return a hash of every file, by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _files() -> Iterable[str]:
    return (path for path in git(PROJECT, "ls-files", "-z", *WHOLE, ".gitignore").split("\0") if path)


def _write(file: Path, content: bytes, *, executable: bool = False) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    file.chmod(0o755 if executable else 0o644)


def _change(clone: Path, changes: Mapping[str, str | None]) -> None:
    for path, text in changes.items():
        if text is None:
            (clone / path).unlink()
        else:
            _write(clone / path, text.encode())
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "Propose a change")
