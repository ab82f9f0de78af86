"""What the last build has found out of sides and pairs, and this one need not find out again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from inolink.matching.grounds import Grounds
from inolink.matching.saying import Heard
from inolink.matching.sides import Side
from inolink.remembered import recall, remember


class _Written(msgspec.Struct, array_like=True):
    state: str = ""
    """The fingerprint of the program, the settings and the short lists."""
    heard: dict[str, bytes] = {}
    """What each side says, by its key and the digest of its file."""
    scores: dict[bytes, float] = {}
    """How well two sides fit, by the grounds of both."""


@dataclass
class Notes:
    """Finds in a file what the last build knew, and leaves there what this one knows."""

    file: Path
    digests: Mapping[str, str]
    """Of the files of the directory, by their paths."""
    before: _Written
    now: _Written = field(default_factory=_Written)

    @classmethod
    def of(cls, file: Path, state: str, digests: Mapping[str, str]) -> "Notes":
        """Read what was left; what another state has left is of no use."""
        before = recall(file, _Written)
        known = before if before and before.state == state else _Written()
        return cls(file, digests, known, _Written(state))

    def heard(self, key: str, path: str, hear: Callable[[], Heard]) -> Heard:
        """Return what a side says; a file that is as it was is not read again."""
        name = f"{key} {self.digests[path]}"
        if (data := self.before.heard.get(name)) is None:
            heard = hear()
            self.now.heard[name] = msgspec.msgpack.encode(heard)
            return heard
        self.now.heard[name] = data
        return msgspec.msgpack.decode(data, type=Heard)

    def score(self, one: Side, other: Side, grounds: Grounds) -> float | None:
        """Return how well two sides fit, if they were compared on the same grounds."""
        both = grounds.of((one, other))
        if (score := self.before.scores.get(both)) is not None:
            self.now.scores[both] = score
        return score

    def compared(self, one: Side, other: Side, grounds: Grounds, score: float) -> None:
        """Note how well two sides fit."""
        self.now.scores[grounds.of((one, other))] = score

    def leave(self) -> None:
        """Leave all that is known now for the next build."""
        if self.now != self.before:
            remember(self.file, self.now)
        self.now = self.before = _Written()
