"""Serves a built site on a free port of this machine, as a plain web server would."""

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSIBLE = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".map")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


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


class _BareHandler(_Handler):
    """The same, but no page says what may run in it: nothing but the page itself is left to stop anything."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            super().do_GET()
            return
        html, found = POLICY.subn(b"", path.read_bytes())
        assert found == 1, path
        self._send(HTTPStatus.OK, html, "text/html; charset=utf-8")


class _HeadersHandler(_Handler):
    """The same with the headers that the file `_headers` asks for."""

    def end_headers(self) -> None:
        for name, value in headers_for(Path(self.directory, "_headers"), self.path):
            self.send_header(name, value)
        super().end_headers()


def headers_for(file: Path, address: str) -> list[tuple[str, str]]:
    """Return the headers of all rules that fit an address, as Cloudflare and Netlify read them."""
    fitting, found = False, []
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith(" "):
            fitting = fnmatchcase(address.partition("?")[0], line)
        elif fitting:
            name, _, value = line.strip().partition(": ")
            found.append((name, value))
    return found


HANDLERS = {"plain": _Handler, "compressed": _GzipHandler, "bare": _BareHandler, "headers": _HeadersHandler}


@contextmanager
def serving(folder: Path, *, compressed: bool = False, how: str = "plain") -> Iterator[str]:
    """Serve the folder while the block runs; the value is its origin, without a slash at the end."""
    handler = partial(HANDLERS["compressed" if compressed else how], directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
