"""A forge with a small directory that is published already, and served."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.rehearsal.forge import Forge, found
from tests.rehearsal.runner import Runner


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class calls it so
        """Say nothing."""


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    """Make a forge whose published folder is on the web."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "web"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found(tmp_path, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture
def runner(forge: Forge) -> Runner:
    """Make a runner for it."""
    return Runner(forge)
