"""The possible partners of each organisation, on a page of their own."""

from collections.abc import Iterator
from functools import partial

from inolink.catalogue import Cluster
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import home_crumb

MOST_OPENINGS = 15
"""Of many, the others have their best partners on pages of their own."""


def match_tasks(site: Site) -> Iterator[Task]:
    """Yield a page for everybody who can still be written to."""
    for cluster in site.catalogue.clusters:
        if not cluster.former:
            yield Task(f"clusters/{cluster.slug}/partners/", partial(_view, cluster, site))


def _view(cluster: Cluster, site: Site) -> View:
    def head(speech: Speech) -> Head:
        t, name = speech.texts, cluster.profile.short_name or speech.plain(cluster.name)
        above = (("clusters/", t("clusters.title")), (f"clusters/{cluster.slug}/", name))
        return Head(
            t("matches.title-of", name=name),
            t("matches.description", name=name),
            (home_crumb(speech), *above),
        )

    found = site.matches.any_of_cluster(cluster.slug)
    open_ = site.catalogue.open_of(cluster)
    context = {"cluster": cluster, "open": open_[:MOST_OPENINGS], "rest": open_[MOST_OPENINGS:], "any": found}
    path = f"clusters/{cluster.slug}/partners/"
    return View(path, "partners", "matches/page.html", head, context, indexed=found)
