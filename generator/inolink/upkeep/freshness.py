"""What grows old (profiles, labels, offers), and what else somebody should look after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from inolink.catalogue import Catalogue, LabelState, OfferState
from inolink.catalogue.entries import Cluster
from inolink.catalogue.labels import Label
from inolink.checking import CheckResult
from inolink.codes import in_language
from inolink.problems import Problem, Severity
from inolink.reading.document import FileKind

LAPSING_SOON = timedelta(days=90)


class Concern(StrEnum):
    """Why somebody should look after a record; what matters most comes first."""

    UNCONFIRMED = "unconfirmed"
    LABEL = "label"
    OFFER = "offer"
    FIGURES = "figures"
    TRANSLATION = "translation"
    THIN = "thin"


CODES: Mapping[str, Concern] = MappingProxyType(
    {
        "IL482": Concern.UNCONFIRMED,
        "IL481": Concern.UNCONFIRMED,
        "IL471": Concern.FIGURES,
        "IL483": Concern.TRANSLATION,
        "IL484": Concern.THIN,
    }
)
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "label": {
            "en": "{level}: valid until {day}; it is time to prepare the renewal.",
            "lt": "{level} galioja iki {day}; metas rengtis ją atnaujinti.",
        },
        "renewal": {
            "en": "{level}: can be renewed until {day}, then it lapses.",
            "lt": "{level}: atnaujinti galima iki {day}, vėliau nustos galioti.",
        },
        "offer": {
            "en": "“{title}” closes on {day}: extend it, or write how it ended.",
            "lt": "„{title}“ baigiasi {day}: pratęskite arba įrašykite, kuo baigėsi.",
        },
    }
)


@dataclass(frozen=True)
class Item:
    """One thing to look after."""

    concern: Concern
    cluster: str
    """The slug; empty for what belongs to the programme."""
    path: str
    line: int = 1
    day: date | None = None
    """When it is due, where it is not due already."""
    problem: Problem | None = None
    words: str = ""
    params: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What fills the words, by language."""

    @property
    def code(self) -> str | None:
        """The code of the problem, if the check names it."""
        return self.problem.code if self.problem else None

    def message(self, language: str) -> str:
        """Say in one sentence what it is about."""
        if self.problem:
            return self.problem.message(language)
        params = {name: _spoken(texts, language) for name, texts in self.params.items()}
        return in_language(WORDS[self.words], language).format(**params, day=self.day)

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key within an owner: what matters most, and what is due first."""
        return (
            list(Concern).index(self.concern),
            self.day or date.min,
            -(self.problem.severity.rank if self.problem else 0),
            self.path,
            self.line,
        )


@dataclass(frozen=True)
class Upkeep:
    """What there is to do for those who keep a directory."""

    items: tuple[Item, ...] = ()
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The accounts that each cluster's profile names."""
    left_out: tuple[str, ...] = ()
    """The files that the site does not show."""
    errors: tuple[Problem, ...] = ()
    """Why it doesn't."""

    def by_owner(self) -> Mapping[str, tuple[Item, ...]]:
        """Return the items of each owner; those of nobody come last, under the empty name."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for owner in self.owners.get(item.cluster) or ("",):
                found.setdefault(owner, []).append(item)
        return {owner: tuple(found[owner]) for owner in sorted(found, key=lambda owner: (not owner, owner))}

    def count(self, concern: Concern) -> int:
        """Return how many items there are of one kind."""
        return sum(item.concern is concern for item in self.items)


def _spoken(texts: Mapping[str, str], language: str) -> str:
    """Return a text of a record, which may lack even English."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def upkeep(checked: CheckResult, catalogue: Catalogue) -> Upkeep:
    """Look through a checked directory."""
    items = (
        *_noted(checked.problems),
        *(item for cluster in catalogue.clusters for item in _labels(cluster, checked, catalogue.today)),
        *(item for cluster in catalogue.clusters for item in _offers(cluster)),
    )
    return Upkeep(
        tuple(sorted(items, key=lambda item: (item.cluster, item.order))),
        _owners(checked),
        checked.left_out,
        tuple(problem for problem in checked.problems if problem.severity is Severity.ERROR),
    )


def _noted(problems: Iterable[Problem]) -> Iterator[Item]:
    """Yield what the check has found already."""
    for problem in problems:
        if concern := CODES.get(problem.code):
            yield Item(concern, _cluster_of(problem.path), problem.path, problem.line, problem=problem)


def _cluster_of(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else ""  # noqa: PLR2004  # clusters/<slug>/<file>


def _labels(cluster: Cluster, checked: CheckResult, today: date) -> Iterator[Item]:
    for label in cluster.valid_labels:
        renewing = label.state is LabelState.RENEWAL_YEAR
        day = label.renewal_until if renewing else label.valid_until
        if day and day - today <= LAPSING_SOON:
            words = "renewal" if renewing else "label"
            yield _label_item(cluster, label, day, words, checked)


def _label_item(cluster: Cluster, label: Label, day: date, words: str, checked: CheckResult) -> Item:
    names = checked.vocabularies["label-levels"].term(label.level).label
    return Item(Concern.LABEL, cluster.slug, cluster.path, day=day, words=words, params={"level": names})


def _offers(cluster: Cluster) -> Iterator[Item]:
    for offer in cluster.offers:
        if offer.state is OfferState.CLOSING:
            title = offer.record.title.by_language
            yield Item(
                Concern.OFFER,
                cluster.slug,
                offer.path,
                day=offer.closes,
                words="offer",
                params={"title": title},
            )


def _owners(checked: CheckResult) -> Mapping[str, tuple[str, ...]]:
    profiles = (document for document in checked.documents if document.kind is FileKind.PROFILE)
    named = ((document.cluster, document.value.get("maintainers")) for document in profiles)
    return {
        str(cluster): tuple(sorted({name.removeprefix("@") for name in names if isinstance(name, str)}))
        for cluster, names in named
        if isinstance(names, list)
    }
