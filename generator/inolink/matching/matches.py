"""All matches of a directory, looked up by either side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from inolink.analysis.thesaurus import Thesaurus
from inolink.catalogue import Catalogue
from inolink.matching.candidates import Candidates
from inolink.matching.evidence import Evidence
from inolink.matching.kinship import find_kin
from inolink.matching.lexicon import Lexicon
from inolink.matching.scoring import Scorer
from inolink.matching.sides import Side, sides_of
from inolink.matching.values import Match
from inolink.matching.weights import weights
from inolink.reading import Vocabularies


@dataclass(frozen=True)
class Matches:
    """Who may be whose partner."""

    by_key: Mapping[str, tuple[Match, ...]]
    candidates: Candidates = field(repr=False)
    scorer: Scorer = field(repr=False)

    def of(self, key: str) -> tuple[Match, ...]:
        """Return the matches of an opening, or of an organisation as a whole: the best first."""
        return self.by_key.get(key, ())

    def of_cluster(self, slug: str) -> tuple[Match, ...]:
        """Return the matches of an organisation and of all its openings, each pair once: the best first."""
        own = [key for key, side in self.candidates.sides.items() if side.slug == slug]
        return _ranked(match for key in own for match in self.of(key))

    def between(self, slugs: Iterable[str]) -> tuple[Match, ...]:
        """Return the best match of every two of these organisations that have one: the best first."""
        wanted = set(slugs)
        sides = [side for _, side in sorted(self.candidates.sides.items()) if side.slug in wanted]
        best: dict[tuple[str, ...], Match] = {}
        for one, other in combinations(sides, 2):
            match = self.scorer.match(one, other) if self.candidates.may_meet(one, other) else None
            pair = tuple(sorted((one.slug, other.slug)))
            if match and (pair not in best or match.score > best[pair].score):
                best[pair] = match
        return _ranked(best.values())


def find_matches(catalogue: Catalogue, vocabularies: Vocabularies) -> Matches:
    """Compare whatever is open with everybody who shares something with it."""
    technologies = vocabularies.get("technologies")
    sides = list(sides_of(catalogue))
    lexicon = Lexicon.of(sides, Thesaurus(vocabularies))
    evidence = Evidence.among(sides, lexicon, technologies)
    candidates = Candidates.among(sides, evidence, find_kin(catalogue))
    scorer = Scorer(evidence, catalogue.today)
    return Matches(_by_key(candidates, scorer), candidates, scorer)


def _by_key(candidates: Candidates, scorer: Scorer) -> Mapping[str, tuple[Match, ...]]:
    found: dict[str, list[Match]] = {}
    for one, other in _pairs(candidates):
        match = scorer.match(one, other)
        if match:
            found.setdefault(one.key, []).append(match)
            found.setdefault(other.key, []).append(match.mirrored)
    return {key: _ranked(found[key])[: weights().per_subject] for key in sorted(found)}


def _pairs(candidates: Candidates) -> Iterable[tuple[Side, Side]]:
    """Return each pair once, though both sides may have found each other."""
    openings = [side for side in candidates.sides.values() if side.opening]
    pairs = {
        tuple(sorted((side.key, other.key), reverse=True))
        for side in openings
        for other in candidates.of(side)
    }
    return [(candidates.sides[one], candidates.sides[other]) for one, other in sorted(pairs)]


def _ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (-match.score, match.subject, match.counterpart)))
