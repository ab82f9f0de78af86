"""Landing pages: the ecosystems and the regions, each with its organisations and what they seek and offer."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from inolink.catalogue import Cluster, Opening
from inolink.pages.leaves import Leaf, Section
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import feed
from inolink.pages.views.heads import head_of_texts, home_crumb, named
from inolink.pages.views.lists import list_tasks


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
    counts = Counter({code: len(found) for code, found in clusters.items()})
    open_ = {code: len(found) for code, found in openings.items()}
    view = partial(_index, family, counts, open_)
    yield from list_tasks(f"{name}/", _index_sections(family, site), site.leaf_size, view)
    for code in codes:
        found = clusters.get(code, ()), openings.get(code, [])
        sections = [
            Section("open", found[1], named("landing.open")),
            Section("clusters", found[0], named("landing.clusters")),
        ]
        view = partial(_landing, family, code, any(found))
        yield from list_tasks(f"{name}/{code.lower()}/", sections, site.leaf_size, view)


def _index_sections(family: Family, site: Site) -> list[Section]:
    codes = Section("codes", family_codes(family, site))
    return [codes, _unplaced(site)] if family is REGIONS else [codes]


def _unplaced(site: Site) -> Section:
    found = [cluster for cluster in site.catalogue.clusters if not regions_of(cluster)]
    return Section("unknown", found, named("regions.unknown"))


def place_of_unplaced(site: Site) -> str:
    """Return where the organisations are listed whose region is unknown."""
    codes, unplaced = (section.title for section in _index_sections(REGIONS, site))
    return Leaf("regions/", (codes, unplaced), site.leaf_size).place(unplaced)


def _index(family: Family, counts: Mapping[str, int], open_: Mapping[str, int]) -> View:
    name = family.vocabulary
    context = {"family": family, "counts": counts, "open": open_}
    head = head_of_texts(f"{name}.title", f"{name}.description")
    return View(f"{name}/", name, "landing-index.html", head, context)


def family_codes(family: Family, site: Site) -> list[str]:
    """Return the codes of the list, and those that clusters use beside it."""
    catalogue = site.catalogue
    used = catalogue.by_ecosystem if family is ECOSYSTEMS else catalogue.by_region
    listed = site.vocabularies[family.vocabulary].codes
    known = [code for code in listed if family is ECOSYSTEMS or len(code) == NUTS3_LENGTH]
    return [*known, *sorted(set(used) - set(known))]


def _landing(family: Family, code: str, filled: bool) -> View:  # noqa: FBT001  # given by position only here
    def head(speech: Speech) -> Head:
        name = speech.label(family.vocabulary, code)
        description = speech.texts(f"{family.singular}.description", name=name)
        above = (f"{family.vocabulary}/", speech.texts(f"{family.vocabulary}.title"))
        files = (feed(f"{family.singular}-{code.lower()}", name, speech),)
        return Head(name, description, (home_crumb(speech), above), files=files)

    context = {"family": family, "code": code}
    path = f"{family.vocabulary}/{code.lower()}/"
    return View(path, family.singular, "landing.html", head, context, indexed=filled)
