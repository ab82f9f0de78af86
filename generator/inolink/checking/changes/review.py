"""What deserves a look before a change is accepted. Nothing here fails: people decide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from inolink.checking.changes.files import ChangedFile, State
from inolink.reading.document import FileKind
from inolink.reading.places import FOLDER
from inolink.settings import SETTINGS_FILE

# A path belongs to the first area whose beginnings it has.
AREAS: Mapping[str, tuple[str, ...]] = {
    "workflows": (".github/workflows/", ".gitlab-ci.yml", ".ci/"),
    "settings": (SETTINGS_FILE, ".github/", "CODEOWNERS", ".gitlab/", ".vscode/"),
    "schema": ("schema/",),
    "generator": ("generator/", "requirements/", "tests/", "Makefile", "pyproject.toml", "hatch_build.py"),
    "guides": ("docs/",),
    "misplaced": (f"{FOLDER}/",),
}
# A profile's fields by which readers and editors trust it.
WEIGHTY = ("name", "status", "website", "contact", "maintainers", "formerly", "merged_into")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: the key of its text, and what it is about."""

    key: str
    about: tuple[str, ...]
    fields: bool = False
    """Whether it is about fields of a profile, which have labels."""


def remarks(files: Sequence[ChangedFile]) -> Iterator[Remark]:
    """Yield what reviewers should look at, the weightiest first."""
    yield from _areas(files)
    yield from _clusters(files)
    yield from _files("broken", (file for file in files if file.broken))
    yield from _files("gone", (file for file in files if file.is_record and file.state is State.GONE))
    yield from _weighty(files)
    if hosts := sorted(set().union(*map(_new_hosts, files))):
        yield Remark("hosts", tuple(hosts))
    if untested := [file.path for file in files if file.is_record and file.kind is None and file.after]:
        yield Remark("logo", tuple(untested))


def _areas(files: Iterable[ChangedFile]) -> Iterator[Remark]:
    found: dict[str, list[str]] = {}
    for file in files:
        if not file.is_record:
            found.setdefault(area_of(file.path), []).append(file.path)
    for area in (*AREAS, "other"):
        if area in found:
            yield Remark(area, tuple(found[area]))


def area_of(path: str) -> str:
    """Return what part of the project a file that isn't content belongs to."""
    return next((area for area, starts in AREAS.items() if path.startswith(starts)), "other")


def _clusters(files: Iterable[ChangedFile]) -> Iterator[Remark]:
    touched = sorted({file.cluster for file in files if file.is_record and file.cluster})
    if len(touched) > 1:
        yield Remark("several", tuple(touched))


def _files(key: str, files: Iterable[ChangedFile]) -> Iterator[Remark]:
    if paths := tuple(file.path for file in files):
        yield Remark(key, paths)


def _weighty(files: Iterable[ChangedFile]) -> Iterator[Remark]:
    for file in files:
        if file.kind is not FileKind.PROFILE or file.state is not State.CHANGED or file.broken:
            continue
        if fields := [name for name in WEIGHTY if file.old.get(name) != file.new.get(name)]:
            yield Remark("weighty", tuple(fields), fields=True)


def _new_hosts(file: ChangedFile) -> set[str]:
    """Return the hosts that a record leads to now and didn't before."""
    return set(_hosts(file.new)) - set(_hosts(file.old))


def _hosts(value: Any) -> Iterator[str]:  # noqa: ANN401  # any part of a record
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _hosts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _hosts(part)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        try:
            host = urlsplit(value).hostname
        except ValueError:
            host = None
        if host:
            yield host
