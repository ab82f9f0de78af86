"""What the check accepts can be built: every page, the search and every export, nothing of it broken."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from inolink.publish import BuildOptions, build
from inolink.publish.drawings import Drawings
from inolink.reading.document import FileKind
from inolink.settings import load_settings
from tests.directories import PROJECT, TODAY, Directory, settle
from tests.hostile.drawn import records
from tests.hostile.effort import EFFORT
from tests.hostile.mending import Records, accepted
from tests.pages.records import Filler, write_all


@dataclass(frozen=True)
class Ground:
    """A directory with a record of every kind, and what is needed to build it again and again."""

    directory: Directory
    options: BuildOptions
    sound: Records

    def built(self) -> Path:
        """Build the directory as it is now."""
        root = self.directory.root
        report = build(root, load_settings(root), self.options)
        assert report.published
        assert not report.left_out
        return report.site_dir


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Write the directory once; the guide pages are drawn once as well."""
    folder = tmp_path_factory.mktemp("accepted")
    directory = write_all(settle(folder / "directory"), Filler())
    directory.write("mkdocs.yml", (PROJECT / "mkdocs.yml").read_bytes())
    for part in ("en", "lt", "images"):
        shutil.copytree(PROJECT / "docs" / part, directory.root / "docs" / part)
    files = sorted((directory.root / "clusters").rglob("*.yml"))
    sound = {
        file.relative_to(directory.root).as_posix(): json.loads(file.read_text("utf-8")) for file in files
    }
    return Ground(directory, BuildOptions(folder / "site", TODAY, drawings=Drawings(folder / "drawn")), sound)


def kind_of(path: str) -> FileKind:
    return FileKind.OFFER if "/offers/" in path else FileKind(PurePosixPath(path).stem)


@settings(max_examples=6 * EFFORT, suppress_health_check=list(HealthCheck), derandomize=EFFORT == 1)
@given(st.data())
def test_a_site_is_built_of_whatever_records_the_check_accepts(ground: Ground, data: st.DataObject) -> None:
    drawn: Records = {}
    for path, sound in ground.sound.items():
        if (way := data.draw(st.sampled_from(["as it is", "all new", "in part"]))) != "as it is":
            record = data.draw(records(kind_of(path)))
            drawn[path] = record if way == "all new" else sound | record
    accepted(ground.directory, drawn, ground.sound)
    site = ground.built()
    for file in sorted(site.rglob("*")):
        readable(file)


def readable(file: Path) -> None:
    """Read a file of the site as its readers do."""
    if file.suffix == ".json":
        json.loads(file.read_bytes(), parse_constant=no_number)
    elif file.suffix in {".xml", ".svg"}:
        ET.fromstring(file.read_bytes())  # noqa: S314  # our own files
    elif file.suffix == ".ics":
        assert Calendar.from_ical(file.read_bytes())


def no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
