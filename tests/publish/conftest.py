"""A small directory with a bare theme, and one finished build of it for all tests that only look."""

from pathlib import Path

import pytest

from inolink.publish import BuildReport
from tests.directories import SMALL, Directory, settle
from tests.publish.standin import build_standin, furnish


@pytest.fixture
def small(directory: Directory) -> Directory:
    """Make a small directory that can be built quickly."""
    return furnish(directory)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """Build the small directory once."""
    return build_standin(furnish(settle(tmp_path_factory.mktemp("built") / "small", SMALL)))


@pytest.fixture(scope="session")
def site(report: BuildReport) -> Path:
    """Return the folder of the finished site; tests must leave it as it is."""
    return report.site_dir
