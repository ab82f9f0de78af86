"""All matches of a directory, looked up by either side."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import combinations

from inolink.analysis.thesaurus import Thesaurus
from inolink.catalogue import Catalogue
from inolink.matching.candidates import Candidates
from inolink.matching.evidence import Evidence
from inolink.matching.grounds import Grounds
from inolink.matching.kinship import find_kin
from inolink.matching.lexicon import Reader
from inolink.matching.notes import Notes
from inolink.matching.ranking import Ranking, rank
from inolink.matching.scoring import Scorer
from inolink.matching.sides import Side, sides_of
from inolink.matching.values import Match
from inolink.reading import Vocabularies

MATCHES_REMEMBERED = 500
"""A page in one language is followed by the same page in the next."""


@dataclass(frozen=True)
class Matches:
    """Who may be whose partner. Only who it is lies in memory: what is said of a pair is found out again."""

    candidates: Candidates = field(repr=False)
    scorer: Scorer = field(repr=False)
    ranking: Ranking = field(repr=False)
    grounds: Grounds = field(repr=False)

    @cached_property
    def keys(self) -> Sequence[str]:
        """Whoever has a match, sorted."""
        return [side.key for number, side in enumerate(self._sides) if self.ranking.of(number)]

    def has(self, key: str) -> bool:
        """Tell whether an opening, or an organisation as a whole, has a match."""
        return bool(self._others(key))

    def of(self, key: str, most: int | None = None) -> tuple[Match, ...]:
        """Return the matches of an opening, or of an organisation as a whole: the best first."""
        found = (self._pair(*sorted((key, other), reverse=True)) for other in self._others(key)[:most])
        return tuple(match if match.subject == key else match.mirrored for match in found)

    def grounds_of(self, key: str, most: int | None = None) -> bytes:
        """Return the fingerprint of all that `of` goes by: while it is the same, so are the matches."""
        sides = self.candidates.sides
        return self.grounds.of(sides[each] for each in (key, *self._others(key)[:most]) if each in sides)

    def any_of_cluster(self, slug: str) -> bool:
        """Tell whether an organisation or one of its openings has a match."""
        return any(self.has(side.key) for side in self.candidates.of_cluster(slug))

    def of_cluster(self, slug: str) -> tuple[Match, ...]:
        """Return the matches of an organisation and of all its openings, each pair once: the best first."""
        own = (side.key for side in self.candidates.of_cluster(slug))
        return _ranked(match for key in own for match in self.of(key))

    def between(self, slugs: Iterable[str]) -> tuple[Match, ...]:
        """Return the best match of every two of these organisations that have one: the best first."""
        present = (side for slug in set(slugs) for side in self.candidates.of_cluster(slug))
        best: dict[tuple[str, ...], Match] = {}
        for one, other in combinations(sorted(present, key=lambda side: side.key), 2):
            match = self.scorer.match(one, other) if self.candidates.may_meet(one, other) else None
            pair = tuple(sorted((one.slug, other.slug)))
            if match and (pair not in best or match.score > best[pair].score):
                best[pair] = match
        return _ranked(best.values())

    @property
    def _sides(self) -> Sequence[Side]:
        return self.candidates.numbered

    def _others(self, key: str) -> Sequence[str]:
        number = bisect_left(self._sides, key, key=lambda side: side.key)
        known = number < len(self._sides) and self._sides[number].key == key
        return [self._sides[other].key for other in self.ranking.of(number)] if known else []

    @cached_property
    def _pair(self) -> Callable[[str, str], Match]:
        return lru_cache(maxsize=MATCHES_REMEMBERED)(self._compared)

    def _compared(self, one: str, other: str) -> Match:
        match = self.scorer.match(self.candidates.sides[one], self.candidates.sides[other])
        if match is None:
            raise LookupError(f"{one} and {other} are no match")
        return match


def find_matches(catalogue: Catalogue, vocabularies: Vocabularies, notes: Notes | None = None) -> Matches:
    """Compare whatever is open with everybody who shares something with it.

    What the notes of the last build say is not found out again; new ones are left for the next.
    """
    reader, sides = Reader(Thesaurus(vocabularies)), dict[str, Side]()
    for side, path, said in sides_of(catalogue):
        sides[side.key] = side
        hear = partial(reader.hear, said)
        reader.take_in(side.key, notes.heard(side.key, path, hear) if notes else hear())
    evidence = Evidence.among(sides.values(), reader.lexicon(), vocabularies.get("technologies"))
    candidates = Candidates({key: sides[key] for key in sorted(sides)}, find_kin(catalogue))
    scorer = Scorer(evidence, catalogue.today)
    grounds = Grounds(scorer)
    found = Matches(candidates, scorer, rank(candidates, scorer, grounds, notes), grounds)
    if notes:
        notes.leave()
    return found


def _ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (-match.score, match.subject, match.counterpart)))
