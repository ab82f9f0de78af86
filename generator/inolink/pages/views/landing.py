"""Landing pages: the ecosystems and the regions, each with its organisations and what they seek and offer."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from inolink.catalogue import Cluster, Opening
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import feed
from inolink.pages.views.heads import head_of_texts, home_crumb


@dataclass(frozen=True)
class Family:
    """One way to divide the directory: its vocabulary, its texts, the facet of the finder."""

    vocabulary: str
    singular: str
    facet: str


ECOSYSTEMS = Family("ecosystems", "ecosystem", "ecosystem")
REGIONS = Family("regions", "region", "region")
CodesOf = Callable[[Opening], tuple[str, ...]]
NUTS3_LENGTH = len("LT011")


def landing_tasks(site: Site) -> Iterator[Task]:
    """Yield both families: an index page and a page per code."""
    by_ecosystem = _openings_by_code(site, lambda opening: opening.ecosystems)
    yield from _family(ECOSYSTEMS, site, site.catalogue.by_ecosystem, by_ecosystem)
    by_region = _openings_by_code(site, lambda opening: regions_of(opening.cluster))
    yield from _family(REGIONS, site, site.catalogue.by_region, by_region)


def regions_of(cluster: Cluster) -> tuple[str, ...]:
    """Return the region of an organisation's seat, if it is published."""
    address = cluster.profile.address
    return (address.nuts3,) if address and address.nuts3 else ()


def _openings_by_code(site: Site, codes_of: CodesOf) -> dict[str, list[Opening]]:
    grouped: dict[str, list[Opening]] = {}
    for opening in site.catalogue.open:
        for code in codes_of(opening):
            grouped.setdefault(code, []).append(opening)
    return grouped


def _family(
    family: Family,
    site: Site,
    clusters: Mapping[str, tuple[Cluster, ...]],
    openings: Mapping[str, list[Opening]],
) -> Iterator[Task]:
    name = family.vocabulary
    codes = family_codes(family, site)
    yield Task(f"{name}/", partial(_index, family, site, clusters, openings))
    for code in codes:
        found = clusters.get(code, ()), openings.get(code, [])
        yield Task(f"{name}/{code.lower()}/", partial(_landing, family, code, *found))


def _index(
    family: Family,
    site: Site,
    clusters: Mapping[str, tuple[Cluster, ...]],
    openings: Mapping[str, list[Opening]],
) -> View:
    name, codes = family.vocabulary, family_codes(family, site)
    counts = Counter({code: len(clusters.get(code, ())) for code in codes})
    head = head_of_texts(f"{name}.title", f"{name}.description")
    unplaced = [] if family is ECOSYSTEMS else [c for c in site.catalogue.clusters if not regions_of(c)]
    context = {"family": family, "codes": codes, "counts": counts, "openings": openings, "unplaced": unplaced}
    return View(f"{name}/", name, "landing-index.html", head, context)


def family_codes(family: Family, site: Site) -> list[str]:
    """Return the codes of the list, and those that clusters use beside it."""
    catalogue = site.catalogue
    used = catalogue.by_ecosystem if family is ECOSYSTEMS else catalogue.by_region
    listed = site.vocabularies[family.vocabulary].codes
    known = [code for code in listed if family is ECOSYSTEMS or len(code) == NUTS3_LENGTH]
    return [*known, *sorted(set(used) - set(known))]


def _landing(family: Family, code: str, clusters: tuple[Cluster, ...], openings: list[Opening]) -> View:
    def head(speech: Speech) -> Head:
        name = speech.label(family.vocabulary, code)
        description = speech.texts(f"{family.singular}.description", name=name)
        above = (f"{family.vocabulary}/", speech.texts(f"{family.vocabulary}.title"))
        files = (feed(f"{family.singular}-{code.lower()}", name, speech),)
        return Head(name, description, (home_crumb(speech), above), files=files)

    context = {"family": family, "code": code, "clusters": clusters, "openings": openings}
    path = f"{family.vocabulary}/{code.lower()}/"
    return View(path, family.singular, "landing.html", head, context, indexed=bool(clusters or openings))
