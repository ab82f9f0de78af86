"""What was found in each file last time, while the file and what it is held against are the same."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from inolink.checking.look import Found, Looking, digest_of
from inolink.checking.schemas import FOLDER
from inolink.parallel import shared_out
from inolink.problems import Problem
from inolink.reading.directory import Logo, open_file, shown_path
from inolink.remembered import program, recall, remember


class _Seen(msgspec.Struct, array_like=True, frozen=True):
    """What was found in a file, and in which."""

    digest: str
    look: bytes
    day: str
    today: tuple[Problem, ...]
    """What was to be said of it on that day."""


class _Stored(msgspec.Struct, array_like=True):
    state: str = ""
    seen: dict[str, _Seen] = {}


@dataclass
class Looks:
    """What was found in the files of one directory, in memory and perhaps in a file."""

    file: Path | None = None
    _stored: _Stored = field(default_factory=_Stored)

    @classmethod
    def of(cls, cache: Path) -> "Looks":
        """Read what was left in a folder."""
        file = cache / "looks"
        return cls(file, recall(file, _Stored) or _Stored())

    def at_all(self, looking: Looking, paths: Sequence[str]) -> Iterator[Found]:
        """Yield what is found in each file; only those that have changed are looked through."""
        state = _state(looking)
        if self._stored.state != state:
            self._stored = _Stored(state)
        known = {path: found for path in paths if (found := self._again(looking, path))}
        others = shared_out([path for path in paths if path not in known], looking.at_path)
        day, now = str(looking.ground.today), _Stored(state)
        for path in paths:
            found = known.get(path) or next(others)
            if found.digest:
                now.seen[shown_path(path)] = _Seen(found.digest, found.look, day, found.today)
            yield found
        self._keep(now)

    def _again(self, looking: Looking, path: str) -> Found | None:
        opened = open_file(looking.root, path)
        if isinstance(opened, Problem):
            return None
        seen = self._stored.seen.get(opened.path)
        if seen is None or seen.digest != digest_of(opened.data):
            return None
        same_day = seen.day == str(looking.ground.today)
        today = seen.today if same_day else looking.today(opened, seen.look)
        return Found(seen.look, today, opened if isinstance(opened, Logo) else None, seen.digest)

    def _keep(self, now: _Stored) -> None:
        if self.file and now != self._stored:
            remember(self.file, now)
        self._stored = now


def _state(looking: Looking) -> str:
    """Return the fingerprint of what all files are held against, but for the day."""
    digest = hashlib.blake2b(f"{program()}\0{looking.ground.settings!r}".encode())
    for file in sorted((looking.root / FOLDER).rglob("*.*")):
        digest.update(os.fsencode(file.relative_to(looking.root)) + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
