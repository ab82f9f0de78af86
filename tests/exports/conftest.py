"""The exported files of a directory with everything in every state, and of the shipped one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from inolink.catalogue import build_catalogue
from inolink.exports import export_tasks
from inolink.pages import Site
from inolink.settings import load_settings
from tests.directories import PROJECT, TODAY, Directory, settle
from tests.making import written_by
from tests.pages.records import Filler, write_all
from tests.pages.rendering import STATES, Rendered, rendered

SCHEMAS = {file.name: file.read_bytes() for file in sorted((PROJECT / "schema").glob("*.schema.json"))}


@dataclass(frozen=True)
class Exported(Mapping[str, bytes]):
    """All exported files of a site by their paths."""

    site: Site
    directory: Directory
    files: Mapping[str, bytes]

    def __getitem__(self, path: str) -> bytes:
        return self.files[path]

    def __iter__(self) -> Any:  # noqa: ANN401  # an iterator
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def below(self, folder: str, suffix: str = "") -> list[str]:
        """Return the paths below a folder."""
        return [path for path in self.files if path.startswith(folder) and path.endswith(suffix)]

    @cached_property
    def pages(self) -> Rendered:
        """The pages of the same directory."""
        return rendered(self.directory, self.site.catalogue.today)

    @cached_property
    def documents(self) -> dict[str, Any]:
        """All JSON files, read."""
        return {path: json.loads(data) for path, data in self.files.items() if path.endswith(".json")}

    def path_of(self, address: str) -> str:
        """Return the path that an address of the site stands for."""
        root = self.site.settings.site_url
        assert address.startswith(root), address
        return address.removeprefix(root)


def exported(directory: Directory, today: date = TODAY) -> Exported:
    """Export a directory in which nothing is wrong."""
    assert [problem.message() for problem in directory.errors(today)] == []
    settings, checked = load_settings(directory.root), directory.check(today)
    catalogue = build_catalogue(
        checked.usable(),
        today=today,
        languages=settings.languages,
        root=directory.root,
        logos=checked.usable_logos(),
        zone=settings.zone,
    )
    site = Site(catalogue, checked.vocabularies, settings)
    return Exported(site, directory, written_by(export_tasks(site, SCHEMAS)))


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Export a directory with everything in every state."""
    return exported(settle(tmp_path_factory.mktemp("exports") / "states", STATES))


@pytest.fixture(scope="session")
def shipped() -> Exported:
    """Export the directory that the project itself publishes."""
    return exported(Directory(PROJECT))


@pytest.fixture(params=["states", "shipped"])
def each(request: pytest.FixtureRequest) -> Exported:
    """Export both, one after the other."""
    found: Exported = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def pages(states: Exported) -> Rendered:
    """Return the pages of the directory with everything in every state."""
    return states.pages


@pytest.fixture(scope="session")
def shipped_pages(shipped: Exported) -> Rendered:
    """Return the pages of the directory that the project itself publishes."""
    return shipped.pages


Saying = Callable[[str], Exported]


@pytest.fixture
def saying(tmp_path: Path) -> Saying:
    """Export a directory in which every text says the same."""

    def export(text: str) -> Exported:
        filler = Filler()
        filler.text = lambda longest: text[:longest]  # type: ignore[method-assign]
        return exported(write_all(settle(tmp_path / "saying"), filler))

    return export
