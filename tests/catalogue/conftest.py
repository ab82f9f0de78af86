"""A directory with a record of every kind and state, and its catalogue."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from inolink.catalogue import Catalogue, build_catalogue
from inolink.settings import load_settings
from tests.directories import TODAY, Directory, settle

CLUSTERS = Path(__file__).parent / "directory" / "clusters"
Publish = Callable[..., Catalogue]


@pytest.fixture
def linked(tmp_path: Path) -> Directory:
    """Copy the directory of these tests."""
    return settle(tmp_path / "linked", CLUSTERS)


@pytest.fixture
def publish() -> Publish:
    """Make the catalogue of a directory, all the way from its files."""

    def make(directory: Directory, today: date = TODAY) -> Catalogue:
        settings, result = load_settings(directory.root), directory.check(today)
        return build_catalogue(
            result.usable(),
            today=today,
            languages=settings.languages,
            root=directory.root,
            logos=result.usable_logos(),
            zone=settings.zone,
        )

    return make


@pytest.fixture
def catalogue(linked: Directory, publish: Publish) -> Catalogue:
    """Make the catalogue of these tests."""
    assert linked.errors() == []
    return publish(linked)
