"""A server on this machine that answers in every way that links are answered, and counts what it is asked."""

import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

MOVES = {
    "/moved": (301, "/ok"),
    "/elsewhere": (302, "/ok"),
    "/loop": (302, "/loop-back"),
    "/loop-back": (302, "/loop"),
}


class Server(ThreadingHTTPServer):
    """Answers by the path: `/404` with 404, `/moved` with 301, `/held` when told to, `/silent` never."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked = Counter[tuple[str, str]]()
        self.agents = set[str]()
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.questioned = threading.Event()
        self.held_until = self.ended
        self.scheme = "http"

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"{self.scheme}://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        """Keep the output for tests."""

    def do_HEAD(self) -> None:  # the name that the library looks for
        self._answer("HEAD")

    def do_GET(self) -> None:  # likewise
        self._answer("GET")

    def _answer(self, method: str) -> None:
        with self.server.lock:
            self.server.asked[method, self.path] += 1
            self.server.agents.add(str(self.headers["User-Agent"]))
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        self.server.questioned.set()
        self._work()
        # Not counted once the answer has left: by then the next question may already be here.
        with self.server.lock:
            self.server.at_once -= 1
        self._send(method)

    def _work(self) -> None:
        """Take long enough that questions asked at once are seen to be."""
        if self.path in {"/held", "/silent"}:
            (self.server.held_until if self.path == "/held" else self.server.ended).wait()
        else:
            self.server.ended.wait(0.005)

    def _send(self, method: str) -> None:
        if self.path == "/silent":
            return
        if self.path == "/dripping":
            self._drip()
            return
        status, location = MOVES.get(self.path, (self._status(method), ""))
        if self.path == "/away":
            status, location = 301, "ftp://files.example/"
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.flush_headers()
        while not self.server.ended.wait(0.01):
            self.wfile.write(b"x")

    def _status(self, method: str) -> int:
        if self.path == "/no-head":
            return 405 if method == "HEAD" else 200
        name = self.path.strip("/").partition("?")[0]
        return int(name) if name.isdigit() else 200


@contextmanager
def serving(*, tls: bool = False) -> Iterator[Server]:
    """Run a server while the block runs."""
    with Server() as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            # Of an authority that nobody has heard of.
            trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            server.scheme = "https"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()
