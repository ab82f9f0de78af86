"""Asks for one address: first for its head, and for the whole only if that is refused."""

import ssl
import threading
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    SSLError,
)
from urllib3.exceptions import (
    TimeoutError as TimedOut,
)

from inolink import __version__
from inolink.upkeep.links.outcome import LEAST_ERROR, Answer, Outcome, outcome_of

MOST_STEPS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})


@dataclass
class Asker:
    """Asks politely: it says who asks, takes no more than it needs, and does not ask twice."""

    site_url: str
    timeout: float = 20
    _pool: urllib3.PoolManager = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Open no connection yet."""
        agent = f"inolink/{__version__} (link check; +{self.site_url})"
        self._pool = urllib3.PoolManager(
            num_pools=50,
            retries=False,
            timeout=urllib3.Timeout(connect=self.timeout, read=self.timeout),
            headers={"User-Agent": agent, "Accept": "*/*", "Accept-Language": "en,*;q=0.5"},
        )

    def ask(self, url: str) -> Answer:
        """Return what an address answers. Whatever happens on the way, this returns.

        The time limit is one for each sign that comes, and a server can send sign by sign for days: in the
        end it is left to itself.
        """
        answers, patience = SimpleQueue[Answer](), self.timeout * MOST_STEPS
        threading.Thread(target=lambda: answers.put(self._answer(url)), daemon=True).start()
        try:
            return answers.get(timeout=patience)
        except Empty:
            return Answer(Outcome.NO_ANSWER, f"no end of the answer within {patience:g} seconds")

    def _answer(self, url: str) -> Answer:
        try:
            return self._follow(url)
        except (HTTPError, OSError, ValueError) as error:
            return self._failure(error)

    def _failure(self, error: Exception) -> Answer:
        """Say why there was no answer."""
        if isinstance(error, SSLError):
            return _tls(error)
        # An address that can't be read is none; a host name may break the rules for host names.
        if isinstance(error, LocationValueError | ValueError):
            return Answer(Outcome.GONE, "is no address")
        reasons = {
            NameResolutionError: "there is no such host",
            NewConnectionError: "the host refuses connections",
            TimedOut: f"no answer within {self.timeout:g} seconds",
        }
        why = (reason for kind, reason in reasons.items() if isinstance(error, kind))
        return Answer(Outcome.NO_ANSWER, next(why, type(error).__name__))

    def _follow(self, url: str) -> Answer:
        """Go where the answers lead, and note where the address has moved to for good."""
        here, seen, for_good, moved = urldefrag(url).url, set[str](), True, None
        while len(seen) < MOST_STEPS and here not in seen:
            seen.add(here)
            status, location = self._status(here)
            if status not in REDIRECTS or location is None:
                return _final(status, moved)
            here = urldefrag(urljoin(here, location)).url
            if urlsplit(here).scheme not in {"http", "https"}:
                return Answer(Outcome.UNKNOWN, f"leads to {urlsplit(here).scheme}:")
            for_good = for_good and status in FOR_GOOD
            moved = here if for_good else moved
        return Answer(Outcome.LOOP, "leads from one address to the next without end")

    def _status(self, url: str) -> tuple[int, str | None]:
        """Ask for the head; some servers refuse that, or answer it wrongly."""
        try:
            status, location = self._request("HEAD", url)
        except ProtocolError:
            return self._request("GET", url)
        return self._request("GET", url) if status >= LEAST_ERROR else (status, location)

    def _request(self, method: str, url: str) -> tuple[int, str | None]:
        answer = self._pool.request(method, url, redirect=False, preload_content=False)
        try:
            return answer.status, answer.headers.get("Location")
        finally:
            # The body is left unread: how long it is says nothing of the link.
            answer.close()


def _final(status: int, moved: str | None) -> Answer:
    outcome = outcome_of(status)
    if outcome is Outcome.OK and moved:
        return Answer(Outcome.MOVED, str(status), moved)
    return Answer(outcome, str(status))


def _tls(error: SSLError) -> Answer:
    cause = error.args[0] if error.args else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Answer(Outcome.CERTIFICATE, cause.verify_message)
    return Answer(Outcome.NO_ANSWER, "no secure connection comes about")
