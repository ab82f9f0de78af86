"""The check of a whole directory: every problem of every file at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from inolink.checking.codes import WITHOUT_FILE
from inolink.checking.context import Context
from inolink.checking.look import Found, Looking, read_look
from inolink.checking.looks import Looks
from inolink.checking.rules import DIRECTORY_RULES
from inolink.checking.schemas import Schemas, load_schemas
from inolink.checking.subject import Ground
from inolink.errors import SchemaError
from inolink.parallel import shared_out
from inolink.problems import Problem, Severity
from inolink.reading.directory import Logo, Reading, file_paths, shown_path
from inolink.reading.document import Document, Marks, Pointer
from inolink.reading.places import place_of
from inolink.reading.progress import Track, quietly
from inolink.reading.vocabularies import FOLDER, Vocabularies, load_vocabularies
from inolink.settings import Settings
from inolink.shelf import Laid, Shelf

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
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of the bytes of every file that could be opened, by its path."""

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


def check_directory(  # noqa: PLR0913  # named, and each of them needed
    root: Path,
    settings: Settings,
    today: date,
    track: Track = quietly,
    *,
    looks: Looks | None = None,
    scratch: Path | None = None,
) -> CheckResult:
    """Read and check everything below clusters/; what is known of a file from last time need not be found.

    `scratch` is a folder for the values of the files; without one they lie in memory.
    """
    looking = Looking(root, _ground(root, settings, today))
    paths = file_paths(root)
    gathered = Gathered(root, tuple(map(shown_path, paths)), shelf=Shelf.within(scratch))
    found_in = looks.at_all(looking, paths) if looks else shared_out(paths, looking.at_path)
    for path, found in zip(track("Checking", gathered.paths), found_in, strict=True):
        gathered.add(path, found)
    return _result(gathered, looking.ground)


def check_reading(reading: Reading, root: Path, settings: Settings, today: date) -> CheckResult:
    """Check what was read from the directory at `root`, or will be written there."""
    looking = Looking(root, _ground(root, settings, today))
    gathered = Gathered(root, reading.paths, list(reading.logos), list(reading.problems))
    for document in reading.documents:
        gathered.add(document.path, looking.at_document(document), document.marks)
    return _result(gathered, looking.ground)


@dataclass
class Gathered:
    """What was found in all files."""

    root: Path
    paths: tuple[str, ...]
    logos: list[Logo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    excerpts: list[Document] = field(default_factory=list)
    addresses: dict[str, tuple[tuple[Pointer, str], ...]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    shelf: Shelf | None = None
    """For what the files say."""

    def add(self, path: str, found: Found, marks: Marks | None = None) -> None:
        """Take in what was found in one file."""
        look, place = read_look(found.look), place_of(path)
        self.problems += (*look.problems, *found.today)
        if found.digest:
            self.digests[path] = found.digest
        if found.logo:
            self.logos.append(found.logo)
        if look.value is None or place is None or place.kind is None:
            return
        content = Laid(self.shelf, self.shelf.lay(look.value)) if self.shelf else look.value
        document = Document(path, place.kind, content, marks or Marks((self.root, path)))
        self.documents.append(document)
        self.excerpts.append(replace(document, content=look.excerpt))
        if look.addresses:
            self.addresses[path] = look.addresses


def _result(gathered: Gathered, ground: Ground) -> CheckResult:
    """Add what only shows when all files are looked at together, and put the problems in order."""
    logos = tuple(gathered.logos)
    context = Context(tuple(gathered.excerpts), gathered.paths, logos, gathered.addresses)
    together = (problem for rule in DIRECTORY_RULES for problem in rule(context))
    problems = dict.fromkeys((*gathered.problems, *together))
    return CheckResult(
        documents=tuple(gathered.documents),
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        paths=gathered.paths,
        vocabularies=ground.vocabularies,
        logos=logos,
        digests=gathered.digests,
    )


def _ground(root: Path, settings: Settings, today: date) -> Ground:
    schemas, vocabularies = load_schemas(root), load_vocabularies(root)
    _demand(root, schemas, vocabularies)
    return Ground(schemas, vocabularies, settings, today)


def _demand(root: Path, schemas: Schemas, vocabularies: Vocabularies) -> None:
    """Every list that a schema or a rule names must be there."""
    for name in sorted((schemas.vocabularies | USED_BY_RULES) - WITHOUT_FILE):
        if name not in vocabularies:
            raise SchemaError(f"{root / FOLDER / name}.yml: is missing. Copy it from a directory that works.")
