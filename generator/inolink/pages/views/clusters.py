"""The list of organisations, the profile of each, and the redirects from former names."""

from collections.abc import Iterator
from functools import partial

from inolink.catalogue import Cluster
from inolink.pages import structured
from inolink.pages.elsewhere import platform_post
from inolink.pages.leaves import Section
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import feed, record_file
from inolink.pages.views.heads import head_of_texts, home_crumb
from inolink.pages.views.lists import list_tasks

LONGEST_DESCRIPTION = 300


def cluster_tasks(site: Site) -> Iterator[Task]:
    """Yield the list, the profiles and the redirects."""
    yield from list_tasks("clusters/", _sections(site), site.leaf_size, _list)
    for cluster in site.catalogue.clusters:
        yield Task(f"clusters/{cluster.slug}/", partial(_profile, cluster, site))
    for former, slug in sorted(site.catalogue.redirects.items()):
        yield Task(f"clusters/{former}/", partial(_redirect, former, site.catalogue.cluster(slug)))


def _list() -> View:
    head = head_of_texts("clusters.title", "clusters.description")
    return View("clusters/", "clusters", "clusters.html", head)


def _sections(site: Site) -> list[Section]:
    clusters = site.catalogue.clusters
    groups: dict[str, list[Cluster]] = {code: [] for code in site.vocabularies["organisation-types"].codes}
    for cluster in clusters:
        if not cluster.former and cluster.profile.organisation_type in groups:
            groups[cluster.profile.organisation_type].append(cluster)
    former = [cluster for cluster in clusters if cluster.former]
    return [
        *(Section(f"group-{code}", members, partial(_type, code)) for code, members in groups.items()),
        Section("former", former, lambda speech: speech.texts("clusters.former")),
    ]


def _type(code: str, speech: Speech) -> str:
    return speech.label("organisation-types", code)


def _profile(cluster: Cluster, site: Site) -> View:
    context = {
        "cluster": cluster,
        "profile": cluster.profile,
        "strategy": cluster.strategy,
        "open": site.catalogue.open_of(cluster),
        "paused": [opening for opening in site.catalogue.openings_of(cluster) if opening.paused],
        "past": [opening for opening in site.catalogue.openings_of(cluster) if opening.over],
        "initiatives": (*cluster.initiatives, *cluster.joined_initiatives),
        "partnerships": (*cluster.partnerships, *cluster.joined_partnerships),
        "events": (*cluster.events, *cluster.attended),
        "post_of": platform_post,
        "stages": site.vocabularies["strategy-stages"].codes,
    }
    return View(
        f"clusters/{cluster.slug}/", "cluster", "cluster.html", lambda speech: _head(cluster, speech), context
    )


def _head(cluster: Cluster, speech: Speech) -> Head:
    name, summary = speech.plain(cluster.name), speech.plain(cluster.profile.summary)
    crumbs = (home_crumb(speech), ("clusters/", speech.texts("clusters.title")))
    short = cluster.profile.short_name or name
    files = (record_file("clusters", cluster.slug, speech), feed(f"cluster-{cluster.slug}", short, speech))
    return Head(name, summary[:LONGEST_DESCRIPTION], crumbs, structured.organisation(cluster, speech), files)


def _redirect(former: str, cluster: Cluster) -> View:
    def head(speech: Speech) -> Head:
        return Head(speech.texts("redirect.title"), speech.plain(cluster.profile.summary))

    target = f"clusters/{cluster.slug}/"
    context = {"cluster": cluster}
    return View(f"clusters/{former}/", "redirect", "redirect.html", head, context, moved_to=target)
