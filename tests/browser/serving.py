"""Serves a built site on a free port of this machine, as a plain web server would."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSIBLE = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".map")


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are, the site's own page for what isn't there, and no log."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._send(code, page.read_bytes(), "text/html; charset=utf-8")

    def _send(self, code: int, body: bytes, kind: str, *headers: tuple[str, str]) -> None:
        self.send_response(code)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _GzipHandler(_Handler):
    """The same, compressed as web servers do it; for measuring what travels."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in COMPRESSIBLE:
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self._send(HTTPStatus.OK, body, self.guess_type(str(path)), ("Content-Encoding", "gzip"))


@contextmanager
def serving(folder: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve the folder while the block runs; the value is its origin, without a slash at the end."""
    handler = partial(_GzipHandler if compressed else _Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
