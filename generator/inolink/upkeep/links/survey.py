"""All addresses asked for: many hosts at once, but each of them only one thing at a time, with a pause."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from inolink.upkeep.links.asking import Asker
from inolink.upkeep.links.cache import Cache, Known
from inolink.upkeep.links.collect import Place
from inolink.upkeep.links.outcome import Answer, Outcome

ENOUGH = 5
"""So many addresses without any answer are no accident."""
NOT_ASKED = Answer(Outcome.NO_ANSWER, "not asked for, as the host did not answer the others")


@dataclass(frozen=True)
class Survey:
    """What came of it."""

    places: Mapping[str, tuple[Place, ...]]
    known: Mapping[str, Known]
    due: tuple[str, ...]
    """The addresses that were asked for; the others had answered not long ago."""

    @property
    def asked(self) -> int:
        """How many were asked for."""
        return len(self.due)

    @property
    def offline(self) -> bool:
        """Whether not one of several addresses answered: that says more of this machine than of them."""
        silent = all(self.known[url].answer.outcome is Outcome.NO_ANSWER for url in self.due)
        return silent and self.asked >= ENOUGH

    def of(self, outcome: Outcome) -> list[tuple[str, Known]]:
        """Return the addresses of one class."""
        found = ((url, self.known[url]) for url in sorted(self.places) if url in self.known)
        return [(url, known) for url, known in found if known.answer.outcome is outcome]


@dataclass(frozen=True)
class Manners:
    """How politely is asked."""

    parallel: int = 8
    """How many hosts at once."""
    pause: float = 0.5
    """Seconds between two requests to the same host."""


def survey(
    places: Mapping[str, tuple[Place, ...]],
    asker: Asker,
    cache: Cache,
    today: date,
    manners: Manners,
) -> Survey:
    """Ask for all addresses that did not answer well not long ago."""
    due = [url for url in places if not cache.fresh(url, today)]
    with ThreadPoolExecutor(manners.parallel) as pool:
        by_host = _by_host(due)
        for answers in pool.map(lambda urls: list(_ask_in_turn(urls, asker.ask, manners.pause)), by_host):
            for url, answer in answers:
                cache.note(url, answer, today)
    return Survey(places, cache.known, tuple(due))


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    """Return the addresses of each host, the host with most of them first: it takes longest."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(_host(url), []).append(url)
    return sorted(hosts.values(), key=len, reverse=True)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _ask_in_turn(urls: list[str], ask: Callable[[str], Answer], pause: float) -> Iterator[tuple[str, Answer]]:
    silent = 0
    for number, url in enumerate(urls):
        threading.Event().wait(pause if number else 0)
        answer = ask(url) if silent < ENOUGH else NOT_ASKED
        silent = silent + 1 if answer.outcome is Outcome.NO_ANSWER else 0
        yield url, answer
