"""Offers and requests: all that is open, by type, each dated one, and the archive."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from inolink.catalogue import Catalogue, Direction, OfferType, Opening
from inolink.pages import structured
from inolink.pages.elsewhere import LANGUAGE, network_profile, platform_post
from inolink.pages.leaves import Section
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import calendar, feed, record_file
from inolink.pages.views.heads import head_of_texts, home_crumb, named
from inolink.pages.views.lists import list_tasks

LONGEST_DESCRIPTION = 300
MOST_CURRENT = 6
"""Other openings of the same organisation; the rest stands on its page."""
ABOVE = ("offers/", "offers.title")


def offer_tasks(site: Site) -> Iterator[Task]:
    """Yield the list, its parts by type, the archive, and the page of every dated offer."""
    catalogue, counts = site.catalogue, _types(site)
    yield from list_tasks(
        "offers/", _sections(catalogue), site.leaf_size, partial(_list, counts, len(catalogue.archive))
    )
    for code in site.vocabularies["offer-types"].codes:
        view = partial(_type_view, code, counts)
        yield from list_tasks(f"offers/{code}/", _of_type(code, catalogue), site.leaf_size, view)
    yield from list_tasks("offers/archive/", _over(catalogue), site.leaf_size, _archive)
    for opening in catalogue.openings:
        if opening.kind == "offer":
            yield Task(opening.path, partial(_offer_view, opening, site))


def _sections(catalogue: Catalogue) -> list[Section]:
    kinds = by_kind(catalogue.open)
    chosen = [
        ("dated", kinds["offer"], "offers.dated"),
        *(
            (f"interests-{way}", _that_way(kinds["interest"], way), f"offers.interests-{way}")
            for way in (Direction.SEEKS, Direction.OFFERS)
        ),
        ("on-hold", catalogue.paused, "state.on-hold"),
    ]
    return [Section(mark, openings, named(key)) for mark, openings, key in chosen]


def _of_type(code: str, catalogue: Catalogue) -> list[Section]:
    return [
        Section(mark, [opening for opening in openings if opening.type == code], named(key))
        for mark, openings, key in (
            ("open", catalogue.open, "landing.open"),
            ("on-hold", catalogue.paused, "state.on-hold"),
            ("past", catalogue.archive, "cluster.past"),
        )
    ]


def _over(catalogue: Catalogue) -> list[Section]:
    kinds = by_kind(catalogue.archive)
    return [
        Section("archived-offer", kinds["offer"], named("offers.dated")),
        Section("archived-interest", kinds["interest"], named("offers.archive-interests")),
    ]


def by_kind(openings: Iterable[Opening]) -> Mapping[str, list[Opening]]:
    """Part dated offers from standing interests."""
    kinds: dict[str, list[Opening]] = {"offer": [], "interest": []}
    for opening in openings:
        kinds[opening.kind].append(opening)
    return kinds


def _that_way(openings: Iterable[Opening], way: Direction) -> list[Opening]:
    return [opening for opening in openings if opening.direction is way]


def _types(site: Site) -> list[tuple[str, int]]:
    found = Counter(opening.type for opening in site.catalogue.open)
    return [(code, found[OfferType(code)]) for code in site.vocabularies["offer-types"].codes]


def _list(types: list[tuple[str, int]], archived: int) -> View:
    head = head_of_texts(
        "offers.title", "offers.description", files=lambda speech: (calendar("deadlines", speech),)
    )
    context = {"archived": archived, "types": types}
    return View("offers/", "offers", "offers.html", head, context)


def _archive() -> View:
    head = head_of_texts("offers.archive", "offers.archive-description", ABOVE)
    return View("offers/archive/", "offers-type", "archive.html", head, indexed=False)


def _type_view(code: str, types: list[tuple[str, int]]) -> View:
    def head(speech: Speech) -> Head:
        crumbs = (home_crumb(speech), ("offers/", speech.texts("offers.title")))
        name = speech.label("offer-types", code)
        files = (feed(f"type-{code}", name, speech),)
        return Head(name, speech.describe("offer-types", code), crumbs, files=files)

    context = {"code": code, "types": types}
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

    current = [each for each in site.catalogue.open_of(opening.cluster) if each is not opening]
    context = {
        "opening": opening,
        "offer": opening.record,
        "record": opening.record.record,
        "cluster": opening.cluster,
        "fields": network_profile(opening, site),
        "post": platform_post(opening, Speech(site, LANGUAGE)),
        "current": current[:MOST_CURRENT],
        "left_out": len(current) - MOST_CURRENT,
    }
    return View(opening.path, "offer", "offer.html", head, context, indexed=not opening.over)
