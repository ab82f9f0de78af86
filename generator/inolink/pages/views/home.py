"""The home page and the finder."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from inolink.catalogue import Catalogue, Cluster, Direction, Opening, ReportedFigure
from inolink.pages import structured
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.events import COMING
from inolink.pages.views.heads import head_of_texts
from inolink.pages.views.landing import place_of_unplaced, regions_of

OPENINGS_SHOWN = 4
NEWS_SHOWN = 4
CLOSING_SHOWN = 4
EXAMPLES_SHOWN = 5
HEADLINES = frozenset(
    {"strategies", "initiatives", "bronze-labels", "new-members", "international-partnerships"}
)
"""The figures by which the programme is known."""


def home_tasks(site: Site) -> Iterator[Task]:
    """Yield the home page and the finder."""
    yield Task("", partial(_home, site))
    yield Task("find/", _finder)


def _home(site: Site) -> View:
    return View("", "home", "home.html", _home_head, _home_context(site))


def _finder() -> View:
    return View("find/", "find", "finder.html", head_of_texts("finder.title", "home.description"))


def _home_head(speech: Speech) -> Head:
    title, description = speech.texts("home.title"), speech.texts("home.description")
    return Head(title, description, structured=structured.website(speech))


def _home_context(site: Site) -> dict[str, object]:
    catalogue = site.catalogue
    closing = [opening for opening in catalogue.open if opening.state == "closing"]
    return {
        "seeks": _newest(site.catalogue.open, Direction.SEEKS),
        "offers": _newest(site.catalogue.open, Direction.OFFERS),
        "closing": closing[:CLOSING_SHOWN],
        "closing_left_out": len(closing) - CLOSING_SHOWN,
        "news": _news(catalogue),
        "upcoming": [event for event in catalogue.events if event.state in COMING],
        "ecosystems": _filled(site, "ecosystems", catalogue.by_ecosystem),
        "regions": _filled(site, "regions", catalogue.by_region),
        "without_region": sum(1 for cluster in catalogue.clusters if not regions_of(cluster)),
        "unplaced": place_of_unplaced(site),
        "examples": _examples(site),
        "partner_countries": _partner_countries(catalogue),
        "clusters": sum(1 for cluster in catalogue.clusters if _is_cluster(cluster)),
        "reported": _reported(catalogue),
    }


def _is_cluster(cluster: Cluster) -> bool:
    """Whether it is a cluster today, not a network of clusters or one that has ended."""
    return cluster.profile.organisation_type == "cluster" and not cluster.former


def _newest(openings: tuple[Opening, ...], direction: Direction) -> list[Opening]:
    """Return dated offers first, then interests of one organisation after the other's."""
    chosen: list[Opening] = []
    seen: set[str] = set()
    for opening in sorted((o for o in openings if o.direction is direction), key=_richness, reverse=True):
        if opening.cluster.slug not in seen:
            seen.add(opening.cluster.slug)
            chosen.append(opening)
    return chosen[:OPENINGS_SHOWN]


def _richness(opening: Opening) -> tuple[bool, bool, int, str]:
    """Rank what a visitor can do most with highest: dated, answerable, telling what is wanted."""
    record = opening.record.record
    profile = opening.cluster.profile
    told = len(record.cooperation) + len(record.countries) + len(record.topics)
    return opening.kind == "offer", bool(profile.contact or profile.website), told, opening.reference


def _news(catalogue: Catalogue) -> list[Cluster]:
    """Return the organisations that were checked or changed last, those that tell most first."""
    return sorted(
        (cluster for cluster in catalogue.clusters if cluster.profile.status in ("active", "emerging")),
        key=lambda cluster: (cluster.profile.last_reviewed, len(cluster.interests), cluster.slug),
        reverse=True,
    )[:NEWS_SHOWN]


def _filled(site: Site, vocabulary: str, groups: Mapping[str, tuple[Cluster, ...]]) -> list[tuple[str, int]]:
    """Return the codes of a vocabulary that have clusters, with their number, in the order of the list."""
    return [(code, len(groups[code])) for code in site.vocabularies[vocabulary].codes if groups.get(code)]


def _examples(site: Site) -> list[str]:
    """Return the technologies that most organisations work on, as examples of a search."""
    counts = Counter(code for cluster in site.catalogue.clusters for code in cluster.profile.technologies)
    return [code for code, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:EXAMPLES_SHOWN]]


def _partner_countries(catalogue: Catalogue) -> set[str]:
    return {country for each in catalogue.partnerships for country in each.record.countries}


def _reported(catalogue: Catalogue) -> list[ReportedFigure]:
    """Return the results that the programme's good practice reports: one source, one figure of a kind."""
    figures = catalogue.programme.reported if catalogue.programme else ()
    sources = Counter(figure.source for figure in figures if figure.figure in HEADLINES)
    if not sources:
        return []
    chief = max(sources, key=sources.__getitem__)
    return [figure for figure in figures if figure.source == chief and figure.figure in HEADLINES]
