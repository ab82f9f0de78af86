"""One-page sheets of organisations and offers, to be printed and taken to a meeting."""

from collections.abc import Iterator
from functools import partial

from inolink.catalogue import Cluster, Offer, Opening
from inolink.pages.frames import localised
from inolink.pages.render import Head, Task, View
from inolink.pages.sheets import ClusterSheet, OfferSheet, qr_code
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import home_crumb

PART = "sheet/"


def sheet_tasks(site: Site) -> Iterator[Task]:
    """Yield a sheet for each organisation and each dated offer."""
    for cluster in site.catalogue.clusters:
        yield Task(f"clusters/{cluster.slug}/{PART}", partial(_cluster_sheet, cluster, site))
    for opening in site.catalogue.openings:
        if isinstance(opening.record, Offer):
            yield Task(opening.path + PART, partial(_offer_sheet, opening, opening.record, site))


def _cluster_sheet(cluster: Cluster, site: Site) -> View:
    above, path = ("clusters/", "clusters.title"), f"clusters/{cluster.slug}/"

    def head(speech: Speech) -> Head:
        return _head(speech, speech.plain(cluster.name), above, path)

    context = {
        "cluster": cluster,
        "profile": cluster.profile,
        "sources": cluster.profile.sources,
        "sheet": lambda speech: ClusterSheet(cluster, site.catalogue.open_of(cluster), speech),
        **_common(site, path),
    }
    return View(path + PART, "cluster-sheet", "sheet/cluster.html", head, context, indexed=False)


def _offer_sheet(opening: Opening, offer: Offer, site: Site) -> View:
    above, path = ("offers/", "offers.title"), opening.path

    def head(speech: Speech) -> Head:
        return _head(speech, speech.plain(opening.title), above, path)

    context = {
        "opening": opening,
        "offer": offer,
        "cluster": opening.cluster,
        "profile": opening.cluster.profile,
        "sources": offer.record.sources,
        "sheet": lambda speech: OfferSheet(opening, offer.record, speech),
        **_common(site, path),
    }
    return View(path + PART, "offer-sheet", "sheet/offer.html", head, context, indexed=False)


def _head(speech: Speech, name: str, above: tuple[str, str], path: str) -> Head:
    t = speech.texts
    crumbs = (home_crumb(speech), (above[0], t(above[1])), (path, name))
    return Head(t("sheet.title", name=name), t("sheet.description", name=name), crumbs)


def _common(site: Site, path: str) -> dict[str, object]:
    """Return what all sheets need: the page that they stand for, and the code that leads there."""
    settings = site.settings

    def address(language: str) -> str:
        return settings.site_url + localised(path, language, settings.default_language)

    return {"page_path": path, "address": address, "qr": lambda language: qr_code(address(language))}
