"""A web server for one person: shows the site on this machine and tells open pages when it has changed."""

import io
import os
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from inolink.publish.errors import PublishError
from inolink.publish.live import Live

HOST = "127.0.0.1"
OWN = "/__inolink/"
NOTHING = "<body>Not found</body>"
PATIENCE = 60
"""Seconds after which a file is shown as it is, although a build is still at work."""
SCRIPT = f'<script src="{OWN}reload.js"></script></body>'.encode()
RELOAD = f"""\
let shown;
async function look() {{
  try {{
    const version = await (await fetch("{OWN}version", {{ cache: "no-store" }})).text();
    if (shown !== undefined && shown !== version) location.reload();
    shown = version;
  }} catch {{
    // The server has stopped: it may come back.
  }}
}}
setInterval(look, 300);
look();
""".encode()


class Preview(ThreadingHTTPServer):
    """Serves the folder `site`, whatever is in it at the moment."""

    daemon_threads = True
    version = 0
    """Counts the changes; a page that was loaded with another one loads itself again."""
    live: Live | None = None
    """The site of this moment, until the folder holds the same."""

    def __init__(self, site: Path, port: int, site_url: str) -> None:
        self.base = urlsplit(site_url).path
        self.settled = threading.Event()
        self.settled.set()
        self.site = site
        try:
            super().__init__((HOST, port), partial(_Handler, directory=str(site)))
        except (OSError, OverflowError) as error:
            raise PublishError(
                f"Port {port} can't be used ({getattr(error, 'strerror', None) or error}). "
                "Name another one with --port."
            ) from None

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # as the library has it
        """Say nothing of browsers that hang up, as they do when a page loads itself again."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def show(self, live: Live) -> None:
        """Show the pages of this moment; other files wait until the whole is built."""
        self.settled.clear()
        self.live = live
        self.version += 1

    def settle(self) -> None:
        """Show the folder again."""
        self.live = None
        self.settled.set()

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.server_port}{self.base}"


class _Handler(SimpleHTTPRequestHandler):
    server: Preview

    def log_message(self, *_: object) -> None:
        """Keep the terminal for problems."""

    def end_headers(self) -> None:
        """Let the browser ask anew each time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Return the file of an address; where its name is too long for any, one that isn't there."""
        file = super().translate_path(path)
        return file if os.path.exists(file) else f"{self.directory}/-"  # noqa: PTH110  # that never fails

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with one of our own files, a page that watches for changes, or any other file as it is."""
        path = urlsplit(self.path).path
        # The site may be meant for a folder of its host: links from the root of the host begin with it.
        if self.server.base != "/" and path.startswith(self.server.base):
            self.path = f"/{self.path.removeprefix(self.server.base)}"
        if path == f"{OWN}version":
            self._send(str(self.server.version).encode(), "text/plain")
        elif path == f"{OWN}reload.js":
            self._send(RELOAD, "text/javascript")
        elif (live := self.server.live) is not None and self._is_page_of(live):
            self._send_live(live)
        elif (page := self._page()) is not None:
            self._send_page(page)
        else:
            return super().send_head()
        return None

    def _is_page_of(self, live: Live) -> bool:
        """Say whether a page is asked for; of other files, wait for those that may be about to change."""
        if self._live_path().endswith("/") or not self._live_path():
            return True
        if Path(SimpleHTTPRequestHandler.translate_path(self, self.path)).suffix == ".html":
            return True
        kept = self.directory
        self.directory = str(live.files)
        if not Path(self.translate_path(self.path)).is_file():
            self.directory = kept
            self.server.settled.wait(PATIENCE)
        return False

    def _live_path(self) -> str:
        """Return the path of a page as the site names it."""
        return unquote(urlsplit(self.path).path).lstrip("/").removesuffix("index.html")

    def _send_live(self, live: Live) -> None:
        html = live.html(self._live_path())
        status = HTTPStatus.NOT_FOUND if html is None else HTTPStatus.OK
        self._send_html((html or live.not_found or NOTHING).encode(), status)

    def _page(self) -> Path | None:
        """Return the page that is asked for, there or not; None for other files and folders without slash."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            return file / "index.html" if urlsplit(self.path).path.endswith("/") else None
        return None if file.is_file() and file.suffix != ".html" else file

    def _send_page(self, page: Path) -> None:
        status = HTTPStatus.OK if page.is_file() else HTTPStatus.NOT_FOUND
        shown = page if page.is_file() else Path(self.directory, "404.html")
        self._send_html(shown.read_bytes() if shown.is_file() else NOTHING.encode(), status)

    def _send_html(self, html: bytes, status: HTTPStatus) -> None:
        self._send(html.replace(b"</body>", SCRIPT), "text/html", status)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
