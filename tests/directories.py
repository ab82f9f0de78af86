"""Directories for tests: small ones that are in order and can be spoilt, and copies of the real one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inolink.checking import CheckResult, check_directory
from inolink.problems import Problem, Severity
from inolink.settings import load_settings

PROJECT = Path(__file__).parents[1]
SMALL = PROJECT / "tests" / "defects" / "directory" / "clusters"
"""Two clusters with a file of every kind."""
TODAY = date(2026, 11, 23)
"""The day on which the small directory is in order."""

SETTINGS = """\
site_name: Test directory
site_url: https://directory.example/
extra:
  directory:
    languages: [en, lt]
    country: LT
    timezone: Europe/Vilnius
"""


@dataclass(frozen=True)
class Directory:
    """A directory of clusters in a folder of its own."""

    root: Path

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, with the folders above it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    def replace(self, path: str, old: str, new: str) -> None:
        """Change the first occurrence of a text in a file."""
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def append(self, path: str, text: str) -> None:
        """Add a text at the end of a file."""
        self.write(path, self.read(path) + text)

    def check(self, today: date = TODAY) -> CheckResult:
        """Check the whole directory."""
        return check_directory(self.root, load_settings(self.root), today)

    def problems(self, today: date = TODAY) -> tuple[Problem, ...]:
        """Return all that is wrong."""
        return self.check(today).problems

    def codes(self, today: date = TODAY) -> list[str]:
        """Return the codes of all that is wrong."""
        return [problem.code for problem in self.problems(today)]

    def errors(self, today: date = TODAY) -> list[Problem]:
        """Return what is wrong enough to stop a record."""
        return [problem for problem in self.problems(today) if problem.severity is Severity.ERROR]


def settle(root: Path, clusters: Path | None = None) -> Directory:
    """Make a directory of a folder: settings, the project's schemas, and the given clusters."""
    directory = Directory(root)
    directory.write("mkdocs.yml", SETTINGS)
    (root / "schema").symlink_to(PROJECT / "schema")
    for file in sorted(clusters.rglob("*.*")) if clusters else ():
        directory.write(f"clusters/{file.relative_to(clusters or root).as_posix()}", file.read_bytes())
    return directory


def own_schemas(directory: Directory) -> None:
    """Give a directory schemas of its own, to be spoilt."""
    (directory.root / "schema").unlink()
    for file in (PROJECT / "schema").rglob("*.*"):
        directory.write(f"schema/{file.relative_to(PROJECT / 'schema').as_posix()}", file.read_bytes())
