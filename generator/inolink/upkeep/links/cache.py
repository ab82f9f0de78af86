"""What was answered before: sound links are asked for once a week, and failures have a history."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from inolink.errors import InoLinkError
from inolink.upkeep.links.outcome import Answer, Outcome

FRESH = timedelta(days=7)


class CacheError(InoLinkError):
    """The cache can't be written."""


@dataclass(frozen=True, slots=True)
class Known:
    """The last answer of an address."""

    answer: Answer
    asked: date
    since: date
    """The first day in a row on which the answer was of this class."""


@dataclass
class Cache:
    """The last answers by address."""

    file: Path | None = None
    known: dict[str, Known] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None) -> "Cache":
        """Read a cache; one that can't be read is as good as none."""
        if file is None or not file.is_file():
            return cls(file)
        try:
            stored = json.loads(file.read_text("utf-8"))
            return cls(file, {url: _known(entry) for url, entry in stored.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls(file)

    def fresh(self, url: str, today: date) -> bool:
        """Whether an address was sound not long ago; what failed is asked for each time."""
        known = self.known.get(url)
        return known is not None and known.answer.outcome.sound and abs(today - known.asked) < FRESH

    def note(self, url: str, answer: Answer, today: date) -> None:
        """Keep an answer, and since when it has been like this."""
        before = self.known.get(url)
        same = before is not None and before.answer.outcome is answer.outcome
        self.known[url] = Known(answer, today, before.since if before and same else today)

    def write(self, urls: Iterable[str]) -> None:
        """Write what is known of these addresses; what nobody links to any more is forgotten."""
        if self.file is None:
            return
        stored = {url: _entry(self.known[url]) for url in sorted(urls) if url in self.known}
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
        except OSError as error:
            raise CacheError(
                f"{self.file}: can't be written ({error.strerror}). Name another file with --cache."
            ) from None


def _known(entry: Mapping[str, Any]) -> Known:
    target = entry.get("target")
    answer = Answer(Outcome(entry["outcome"]), str(entry["detail"]), str(target) if target else None)
    return Known(answer, date.fromisoformat(entry["asked"]), date.fromisoformat(entry["since"]))


def _entry(known: Known) -> dict[str, str | None]:
    return {
        "outcome": str(known.answer.outcome),
        "detail": known.answer.detail,
        "target": known.answer.target,
        "asked": known.asked.isoformat(),
        "since": known.since.isoformat(),
    }
