"""What a match is found out from, as fingerprints: to compare these is quicker than to find it out again."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

import msgspec

from inolink.matching.scoring import Scorer
from inolink.matching.sides import Home, Side


@dataclass(frozen=True)
class Grounds:
    """Takes fingerprints of sides, each with how telling its words and codes are among all sides."""

    scorer: Scorer
    _taken: dict[str, bytes] = field(default_factory=dict)
    """By the keys of the sides."""

    def of(self, sides: Iterable[Side]) -> bytes:
        """Return the fingerprint of some sides in their order."""
        return _digest(b"".join(map(self._of_one, sides)))

    def _of_one(self, side: Side) -> bytes:
        if side.key not in self._taken:
            self._taken[side.key] = _digest(msgspec.json.encode([*_held(side), *self._among_all(side)]))
        return self._taken[side.key]

    def _among_all(self, side: Side) -> Iterator[object]:
        evidence = self.scorer.evidence
        lexicon, vector = evidence.lexicon, evidence.lexicon.vector(side.key)
        yield self.scorer.today, evidence.sides
        yield [(code, evidence.used[code]) for code in sorted(side.technologies | side.ecosystems)]
        for word, weight in vector.weights.items():
            yield lexicon.tokens[word], lexicon.forms[word], weight, word in vector.glance


def _held(of: Side | Home) -> Iterator[object]:
    """Yield what a side says of itself; a set has no order of its own."""
    for value in (getattr(of, each.name) for each in fields(of)):
        if isinstance(value, Home):
            yield list(_held(value))
        else:
            yield sorted(value) if isinstance(value, frozenset) else value


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
