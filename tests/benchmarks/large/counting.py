"""Serves a site as a host does that has compressed its files before, and counts what travels."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.serving import COMPRESSIBLE

KEPT = 20_000


class Travelled:
    """The paths and bytes of all answers since the last look."""

    def __init__(self) -> None:
        self._answers: list[tuple[str, int]] = []

    def add(self, path: str, size: int) -> None:
        """Note an answer."""
        self._answers.append((urlsplit(path).path, size))

    def take(self) -> list[tuple[str, int]]:
        """Return the answers and forget them."""
        taken, self._answers = self._answers, []
        return taken


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise the body of an answer waits until its head has been acknowledged.
    disable_nagle_algorithm = True

    def __init__(self, *args: object, travelled: Travelled, **options: object) -> None:
        self.travelled = travelled
        super().__init__(*args, **options)  # type: ignore[arg-type]  # whatever the server hands over

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = _body(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSIBLE:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # Before the browser has it, and may be asked what came.
        self.travelled.add(self.path, len(body))
        self.wfile.write(body)


@lru_cache(KEPT)
def _body(path: Path) -> bytes:
    body = path.read_bytes()
    return gzip.compress(body, 6, mtime=0) if path.suffix in COMPRESSIBLE else body


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, Travelled]]:
    """Serve the folder while the block runs; the value is its origin and what travels."""
    travelled = Travelled()
    handler = partial(_Handler, directory=str(folder), travelled=travelled)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", travelled
        finally:
            _body.cache_clear()
            server.shutdown()
            thread.join()
