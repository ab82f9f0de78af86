"""Judged pairs of the published directory, and how many of what is shown first a reader would accept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from inolink.catalogue import Catalogue
from inolink.matching import Matches

PAIRS = Path(__file__).parent / "pairs.yml"
FIRST = 3
Pair = frozenset[str]
Ranking = Callable[[str], list[str]]
"""From the key of an opening to the keys of its counterparts, the best first."""


@dataclass(frozen=True)
class Precision:
    """How many pairs were shown, and how many of them are good."""

    shown: tuple[Pair, ...]
    good: tuple[Pair, ...]

    @property
    def share(self) -> float:
        """The share of good ones."""
        return len(self.good) / len(self.shown) if self.shown else 0.0


def judged(path: Path = PAIRS) -> Mapping[Pair, bool]:
    """Read which pairs are good, and which are not."""
    found: dict[Pair, bool] = {}
    for entry in yaml.safe_load(path.read_text("utf-8"))["pairs"]:
        for name in ("good", "poor"):
            for counterpart in entry[name]:
                pair = frozenset((entry["subject"], counterpart))
                assert found.setdefault(pair, name == "good") == (name == "good"), sorted(pair)
    return found


def precision(subjects: Iterable[str], ranking: Ranking, verdicts: Mapping[Pair, bool]) -> Precision:
    """Look at the first three of every subject; a pair that nobody judged is no good one."""
    shown = tuple(frozenset((key, other)) for key in subjects for other in ranking(key)[:FIRST])
    return Precision(shown, tuple(pair for pair in shown if verdicts.get(pair)))


def subjects(catalogue: Catalogue) -> list[str]:
    """Return everything that is open."""
    return sorted(opening.key for opening in catalogue.open)


def by_reasons(matches: Matches) -> Ranking:
    """Rank as the pages do."""
    return lambda key: [match.counterpart for match in matches.of(key)]


def by_text(matches: Matches, least: float = 0.0) -> Ranking:
    """Rank strangers by nothing but how much their texts are alike."""
    sides, lexicon = matches.candidates.sides, matches.scorer.evidence.lexicon

    def ranking(key: str) -> list[str]:
        others = (side.key for side in sides.values() if matches.candidates.may_meet(sides[key], side))
        scored = sorted((-lexicon.similarity(key, other), other) for other in others)
        return [other for score, other in scored if -score > least]

    return ranking


def as_many_by_text(matches: Matches, keys: Iterable[str], many: int) -> Ranking:
    """Rank by text, and show only so much of it that no more pairs than `many` are shown."""
    lexicon, ranking, known = matches.scorer.evidence.lexicon, by_text(matches), list(keys)
    scores = sorted(lexicon.similarity(key, other) for key in known for other in ranking(key)[:FIRST])
    return by_text(matches, scores[-many - 1] if many < len(scores) else 0.0)
