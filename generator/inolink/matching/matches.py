"""All matches of a directory, looked up by either side."""

from collections.abc import Iterable, Iterator, Mapping
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
    """The best first; a pair is held once, as one of its sides sees it."""
    candidates: Candidates = field(repr=False)
    scorer: Scorer = field(repr=False)

    def of(self, key: str, most: int | None = None) -> tuple[Match, ...]:
        """Return the matches of an opening, or of an organisation as a whole: the best first."""
        return tuple(_seen_by(key, match) for match in self.by_key.get(key, ())[:most])

    def any_of_cluster(self, slug: str) -> bool:
        """Tell whether an organisation or one of its openings has a match."""
        return any(side.key in self.by_key for side in self.candidates.of_cluster(slug))

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
            _keep(found.setdefault(one.key, []), one.key, match)
            _keep(found.setdefault(other.key, []), other.key, match)
    return {key: tuple(_best(found[key], key)) for key in sorted(found)}


def _keep(matches: list[Match], key: str, match: Match) -> None:
    """Add a match; of many, only the best are kept in memory."""
    matches.append(match)
    if len(matches) > 2 * weights().per_subject:
        matches[:] = _best(matches, key)


def _best(matches: Iterable[Match], key: str) -> list[Match]:
    def rank(match: Match) -> tuple[float, str]:
        return -match.score, match.counterpart if match.subject == key else match.subject

    return sorted(matches, key=rank)[: weights().per_subject]


def _pairs(candidates: Candidates) -> Iterator[tuple[Side, Side]]:
    """Yield each pair once, though both sides may have found each other."""
    number = {key: n for n, key in enumerate(candidates.sides)}
    seen: set[int] = set()
    for side in candidates.sides.values():
        for other in candidates.of(side) if side.opening else ():
            first, second = sorted((side, other), key=lambda each: each.key, reverse=True)
            # One number instead of a pair of names: there are two dozen pairs for each opening.
            pair = number[first.key] * len(number) + number[second.key]
            if pair not in seen:
                seen.add(pair)
                yield first, second


def _seen_by(key: str, match: Match) -> Match:
    return match if match.subject == key else match.mirrored


def _ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (-match.score, match.subject, match.counterpart)))
