"""What many tests need: a small directory that is in order, the real one, a shell, and a browser."""

import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.built import Site, built
from tests.browser.chromium import FLAGS, chromium
from tests.directories import PROJECT, SMALL, Directory, settle
from tests.hostile.effort import EFFORT

# How long an example takes tells more of the machine, and of what else it does, than of the code.
# Every run tries the same examples, so that what fails once fails again; `make fuzz` draws others.
settings.register_profile(
    "any machine", deadline=None, derandomize=EFFORT == 1, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# A busy machine takes longer than the seconds after which a page would count as broken.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)

# A shell that runs the tests in the background lets every process below it ignore an interrupt, servers too.
signal.signal(signal.SIGINT, signal.default_int_handler)

RunLine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that copy this process: beside the threads of a browser no copy is made."""
    items.sort(key=lambda item: item.get_closest_marker("forks") is None)


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    """Make a small directory that is in order."""
    return settle(tmp_path / "small", SMALL)


@pytest.fixture
def shipped(tmp_path: Path) -> Directory:
    """Copy the clusters that the project itself publishes."""
    return settle(tmp_path / "shipped", PROJECT / "clusters")


@pytest.fixture
def run_line(tmp_path: Path) -> RunLine:
    """Run a line as a shell would: `run_line("inolink check", cwd=folder)`."""

    def run(line: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        command, *arguments = shlex.split(line)
        assert command == "inolink"
        return subprocess.run(
            [sys.executable, "-m", "inolink", *arguments],
            cwd=cwd,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT / "generator"), **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests: a process can drive it only once."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        new_context = chrome.new_context

        def patient_context(**options: Any) -> BrowserContext:  # noqa: ANN401  # those of the library
            context = new_context(**options)
            context.set_default_timeout(PATIENCE)
            return context

        chrome.new_context = patient_context  # type: ignore[method-assign]  # for all that tests open
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the shipped directory once for all tests, and serve it."""
    with built(tmp_path_factory.mktemp("built") / "site") as site:
        yield site
