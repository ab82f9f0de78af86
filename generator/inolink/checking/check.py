"""The check of a whole directory: every problem of every file at once."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from inolink.checking.codes import WITHOUT_FILE
from inolink.checking.context import Context
from inolink.checking.form import form_problems
from inolink.checking.rules import RULES
from inolink.checking.schemas import Schemas, load_schemas
from inolink.errors import SchemaError
from inolink.problems import Problem, Severity
from inolink.reading.directory import Logo, Reading, read_directory
from inolink.reading.document import Document
from inolink.reading.progress import Track, quietly
from inolink.reading.vocabularies import FOLDER, Vocabularies, load_vocabularies
from inolink.settings import Settings

USED_BY_RULES = frozenset({"offer-types", "cooperation", "label-levels"})


@dataclass(frozen=True)
class CheckResult:
    """What a check found, and what can be published all the same."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    """File by file, from top to bottom."""
    paths: tuple[str, ...]
    """Every file that was looked at."""
    vocabularies: Vocabularies = field(repr=False)
    logos: tuple[Logo, ...] = ()

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    def usable(self) -> tuple[Document, ...]:
        """Return the documents without errors; without its profile a cluster drops out as a whole."""
        return tuple(
            document
            for document in self.documents
            if document.path not in self._broken and document.cluster not in self._lost_clusters
        )

    def usable_logos(self) -> tuple[Logo, ...]:
        """Return one logo at most for each cluster, each of them safe to show."""
        refused = {problem.path for problem in self.problems if problem.code in {"IL204", "IL205"}}
        return tuple(
            logo
            for logo in self.logos
            if logo.path not in refused and logo.cluster not in self._lost_clusters
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that can't be published."""
        usable = {document.path for document in self.usable()} | {logo.path for logo in self.usable_logos()}
        return tuple(path for path in self.paths if path not in usable)

    @cached_property
    def _broken(self) -> frozenset[str]:
        return frozenset(problem.path for problem in self.problems if problem.severity is Severity.ERROR)

    @cached_property
    def _lost_clusters(self) -> frozenset[str]:
        paths = [document.path for document in self.documents] + [logo.path for logo in self.logos]
        slugs = {slug for path in paths for slug in PurePosixPath(path).parent.parts[1:2]}
        whole = {document.path for document in self.documents} - self._broken
        return frozenset(slug for slug in slugs if f"clusters/{slug}/profile.yml" not in whole)


def check_directory(root: Path, settings: Settings, today: date, track: Track = quietly) -> CheckResult:
    """Read and check everything below clusters/."""
    return check_reading(read_directory(root, track), root, settings, today, track)


def check_reading(
    reading: Reading, root: Path, settings: Settings, today: date, track: Track = quietly
) -> CheckResult:
    """Check what was read from the directory at `root`."""
    schemas, vocabularies = load_schemas(root), load_vocabularies(root)
    _demand(root, schemas, vocabularies)
    documents = track("Checking", reading.documents)
    form = [problem for document in documents for problem in form_problems(document, schemas)]
    context = Context(reading, schemas, vocabularies, settings, today, tuple(form))
    rules = (problem for rule in RULES for problem in rule(context))
    problems = {problem: None for found in (reading.problems, form, rules) for problem in found}
    return CheckResult(
        documents=reading.documents,
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        paths=reading.paths,
        vocabularies=vocabularies,
        logos=reading.logos,
    )


def _demand(root: Path, schemas: Schemas, vocabularies: Vocabularies) -> None:
    """Every list that a schema or a rule names must be there."""
    for name in sorted((schemas.vocabularies | USED_BY_RULES) - WITHOUT_FILE):
        if name not in vocabularies:
            raise SchemaError(f"{root / FOLDER / name}.yml: is missing. Copy it from a directory that works.")
