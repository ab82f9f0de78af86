"""Who is related to whom: an organisation is no partner of its own coordinator, umbrella or former self."""

from collections.abc import Iterator, Mapping

from inolink.analysis.words import tokenise
from inolink.catalogue import Catalogue, Cluster, Text

Name = tuple[str, ...]
"""The words of a name: quotation marks and legal forms around it change."""


def find_kin(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return, by slug, the organisations that a cluster must not be matched with; each is among its own."""
    kin = {cluster.slug: {cluster.slug} for cluster in catalogue.clusters}
    names = {name: cluster.slug for cluster in catalogue.clusters for name in _names(cluster)}
    offices: dict[Name, set[str]] = {}
    for cluster in catalogue.clusters:
        for other in _related(cluster, names):
            if other in kin:
                kin[cluster.slug].add(other)
                kin[other].add(cluster.slug)
        for office in _offices(cluster):
            offices.setdefault(office, set()).add(cluster.slug)
    for shared in offices.values():
        for slug in shared:
            kin[slug] |= shared
    return {slug: frozenset(found) for slug, found in kin.items()}


def _related(cluster: Cluster, names: Mapping[Name, str]) -> Iterator[str]:
    profile = cluster.profile
    yield profile.merged_into or cluster.slug
    yield from profile.formerly
    if profile.coordinator:
        yield profile.coordinator.profile or cluster.slug
    said = (*(one.name for one in profile.networks), *(one.name for one in profile.member_organisations))
    for name in (*_offices(cluster), *map(_words, said)):
        yield names.get(name, cluster.slug)


def _names(cluster: Cluster) -> Iterator[Name]:
    yield from _in_all_languages(cluster.name)
    yield from map(_words, cluster.profile.also_known_as)


def _offices(cluster: Cluster) -> Iterator[Name]:
    coordinator = cluster.profile.coordinator
    if coordinator:
        yield from _in_all_languages(coordinator.name)


def _in_all_languages(text: Text) -> Iterator[Name]:
    return (name for name in map(_words, text.by_language.values()) if name)


def _words(name: str) -> Name:
    return tuple(tokenise(name))
