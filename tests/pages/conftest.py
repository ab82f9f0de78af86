"""A directory with everything in every state, its pages, and the pages of the shipped one."""

from pathlib import Path

import pytest

from tests.directories import PROJECT, Directory, settle
from tests.pages.rendering import STATES, Rendered, rendered


@pytest.fixture
def states(tmp_path: Path) -> Directory:
    """Copy the directory of these tests, to be changed."""
    return settle(tmp_path / "states", STATES)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render the directory of these tests once; tests must leave it as it is."""
    return rendered(settle(tmp_path_factory.mktemp("pages") / "states", STATES))


@pytest.fixture(scope="session")
def leafed_pages(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render the same directory with two entries on each page of a list."""
    return rendered(settle(tmp_path_factory.mktemp("leaves") / "states", STATES), leaf_size=2)


@pytest.fixture(scope="session")
def shipped_pages() -> Rendered:
    """Render the directory that the project itself publishes, where it stands."""
    return rendered(Directory(PROJECT))
