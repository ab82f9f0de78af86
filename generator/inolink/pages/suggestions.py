"""Possible partners as a page shows them: who, how well they fit, and every reason in the page's words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from inolink.catalogue import Catalogue, Cluster, Opening
from inolink.matching import By, Match, Reason, ReasonKind
from inolink.pages.markup import filled, joined
from inolink.pages.speech import Speech

# How good a fit is called, from which score on.
STRENGTHS = ((0.45, "strong"), (0.28, "good"), (0.0, "possible"))
REASONS_SHOWN = 5
# What adds less than this is told only where there is little else to tell.
LEAST_TOLD, FEW = 0.012, 2


@dataclass(frozen=True)
class Suggestion:
    """One possible partner."""

    cluster: Cluster
    opening: Opening | None
    """What it offers or seeks; None where the organisation as a whole fits."""
    strength: str
    reasons: tuple[Markup, ...]
    """The best ones first."""

    @property
    def path(self) -> str:
        """Where it stands, from the root of its language."""
        return self.opening.path if self.opening else f"clusters/{self.cluster.slug}/"


def suggest(key: str, speech: Speech, most: int | None = None) -> list[Suggestion]:
    """Return the possible partners of an opening or an organisation, the best first."""
    return [suggestion_of(match, speech) for match in speech.site.matches.of(key, most)]


def suggestion_of(match: Match, speech: Speech) -> Suggestion:
    """Put a match into words, as its subject sees it."""
    cluster, opening = find_record(match.counterpart, speech.site.catalogue)
    strength = next(name for least, name in STRENGTHS if match.score >= least)
    return Suggestion(cluster, opening, strength, tuple(islice(in_words(match, speech), REASONS_SHOWN)))


def find_record(key: str, catalogue: Catalogue) -> tuple[Cluster, Opening | None]:
    """Return the organisation of a key, and its opening if the key is one's."""
    opening = catalogue.opening(key)
    return catalogue.cluster(key.split("/")[1]), opening if opening and opening.open else None


def in_words(match: Match, speech: Speech) -> Iterator[Markup]:
    """Yield the reasons of a match in the page's language; several of one kind make one sentence."""
    grouped: dict[tuple[ReasonKind, By], list[Reason]] = {}
    for place, reason in enumerate(match.reasons):
        if place >= FEW and reason.weight < LEAST_TOLD:
            continue
        grouped.setdefault((reason.kind, reason.by), []).append(reason)
    # What one seeks and the other offers convinces more than words, whatever either weighs.
    ordered = sorted(grouped.items(), key=lambda each: each[0][0] is not ReasonKind.TECHNOLOGY)
    for (kind, by), reasons in ordered:
        if named := _named(reasons, speech):
            there, here = _who(kind, by, match, speech)
            yield filled("{}: {}{}", there, named, here)


def _who(kind: ReasonKind, by: By, match: Match, speech: Speech) -> tuple[str, str]:
    """Return what begins a reason, and what ends it: `works with … · sought here`."""
    if kind is ReasonKind.TECHNOLOGY:
        there = speech.texts(f"matches.there.{_stance(match.counterpart, speech)}")
        return there, " · " + speech.texts(f"matches.here.{_stance(match.subject, speech)}")
    reason = kind if by is By.BOTH else f"{kind}.{by}"
    return speech.texts(f"matches.{reason}"), ""


def _stance(key: str, speech: Speech) -> str:
    """Return whether somebody offers or seeks its technologies, or just works with them."""
    _, opening = find_record(key, speech.site.catalogue)
    return opening.direction if opening and opening.record.record.technologies else "field"


def _named(reasons: Iterable[Reason], speech: Speech) -> Markup:
    """Return the terms and words of reasons; words of another language only where there is nothing else."""
    words = [word for reason in reasons for word in reason.words]
    labels = dict.fromkeys(_label(*term, speech) for reason in reasons for term in reason.terms)
    said = [*labels, *(word for language, word in words if language == speech.language)]
    if said:
        return filled("{}", ", ".join(said))
    return joined((filled('<span lang="{}">{}</span>', *word) for word in words), ", ")


def _label(vocabulary: str, code: str, speech: Speech) -> str:
    if vocabulary == "countries":
        return speech.country(code)
    if vocabulary == "languages":
        return speech.tongue(code)
    if vocabulary == "initiatives":
        return _initiative(code, speech)
    return speech.label(vocabulary, code)


def _initiative(code: str, speech: Speech) -> str:
    slug, _, name = code.partition("/")
    initiatives = speech.site.catalogue.cluster(slug).initiatives
    return next((speech.plain(each.record.name) for each in initiatives if each.id == name), code)
