"""Offers and requests: all that is open, by type, each dated one, and the archive."""

from collections.abc import Iterator
from functools import partial

from inolink.catalogue import Opening
from inolink.pages import structured
from inolink.pages.elsewhere import LANGUAGE, network_profile, platform_post
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import calendar, feed, record_file
from inolink.pages.views.heads import head_of_texts, home_crumb

LONGEST_DESCRIPTION = 300
ABOVE = ("offers/", "offers.title")


def offer_tasks(site: Site) -> Iterator[Task]:
    """Yield the list, its parts by type, the archive, and the page of every dated offer."""
    yield Task("offers/", partial(_list, site))
    for code in site.vocabularies["offer-types"].codes:
        yield Task(f"offers/{code}/", partial(_type_view, code, site))
    yield Task("offers/archive/", partial(_archive, site))
    for opening in site.catalogue.openings:
        if opening.kind == "offer":
            yield Task(opening.path, partial(_offer_view, opening, site))


def _list(site: Site) -> View:
    catalogue = site.catalogue
    head = head_of_texts(
        "offers.title", "offers.description", files=lambda speech: (calendar("deadlines", speech),)
    )
    context = {
        "open": catalogue.open,
        "paused": catalogue.paused,
        "archived": len(catalogue.archive),
        "types": _types(site),
    }
    return View("offers/", "offers", "offers.html", head, context)


def _archive(site: Site) -> View:
    head = head_of_texts("offers.archive", "offers.archive-description", ABOVE)
    context = {"archive": site.catalogue.archive}
    return View("offers/archive/", "offers-type", "archive.html", head, context, indexed=False)


def _types(site: Site) -> list[tuple[str, int]]:
    codes = site.vocabularies["offer-types"].codes
    return [(code, sum(1 for opening in site.catalogue.open if opening.type == code)) for code in codes]


def _type_view(code: str, site: Site) -> View:
    def head(speech: Speech) -> Head:
        crumbs = (home_crumb(speech), ("offers/", speech.texts("offers.title")))
        name = speech.label("offer-types", code)
        files = (feed(f"type-{code}", name, speech),)
        return Head(name, speech.describe("offer-types", code), crumbs, files=files)

    context = {
        "code": code,
        "open": [opening for opening in site.catalogue.open if opening.type == code],
        "paused": [opening for opening in site.catalogue.paused if opening.type == code],
        "past": [opening for opening in site.catalogue.archive if opening.type == code],
        "types": _types(site),
    }
    return View(f"offers/{code}/", "offers-type", "offers-type.html", head, context)


def _offer_view(opening: Opening, site: Site) -> View:
    def head(speech: Speech) -> Head:
        summary = speech.plain(opening.text) if opening.text else ""
        name = opening.cluster.profile.short_name or speech.plain(opening.cluster.name)
        above = (("offers/", speech.texts("offers.title")), (f"clusters/{opening.cluster.slug}/", name))
        return Head(
            speech.plain(opening.title),
            summary[:LONGEST_DESCRIPTION],
            (home_crumb(speech), *above),
            structured.opening(opening, speech),
            (
                record_file("offers", opening.reference, speech),
                feed(f"cluster-{opening.cluster.slug}", name, speech),
            ),
        )

    context = {
        "opening": opening,
        "offer": opening.record,
        "record": opening.record.record,
        "cluster": opening.cluster,
        "fields": network_profile(opening, site),
        "post": platform_post(opening, Speech(site, LANGUAGE)),
        "current": [each for each in site.catalogue.open_of(opening.cluster) if each is not opening],
    }
    return View(opening.path, "offer", "offer.html", head, context, indexed=not opening.over)
