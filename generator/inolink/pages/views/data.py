"""The page of open data: what there is, in which forms, under which licence, and how it is cited."""

from collections.abc import Iterator
from functools import partial

from inolink.pages import structured
from inolink.pages.citation import citation
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import CALENDAR, JSON, calendar, feed_path
from inolink.pages.views.heads import home_crumb
from inolink.pages.views.landing import ECOSYSTEMS, REGIONS, Family, family_codes

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK = "data/inolink.xlsx"
TABLES = ("clusters", "offers", "initiatives", "partnerships", "events")
CALENDARS = ("deadlines", "events")
INDEX = "api/v1/index.json"


def data_tasks(site: Site) -> Iterator[Task]:
    """Yield the page."""
    yield Task("data/", partial(_page, site))


def _page(site: Site) -> View:
    catalogue = site.catalogue
    context = {
        "counts": {
            "clusters": len(catalogue.clusters),
            "offers": sum(opening.kind == "offer" for opening in catalogue.openings),
            "interests": sum(opening.kind == "interest" for opening in catalogue.openings),
            "initiatives": len(catalogue.initiatives),
            "partnerships": len(catalogue.partnerships),
            "events": len(catalogue.events),
        },
        "types": site.vocabularies["offer-types"].codes,
        "ecosystems": _filled(ECOSYSTEMS, site),
        "regions": _filled(REGIONS, site)[: site.leaf_size],
        "citation": citation,
        "feed_path": feed_path,
    }
    return View("data/", "data", "data/page.html", _head, context)


def _filled(family: Family, site: Site) -> list[str]:
    """Return the codes that have organisations: the feed of another says nothing yet."""
    used = site.catalogue.by_ecosystem if family is ECOSYSTEMS else site.catalogue.by_region
    return [code for code in family_codes(family, site) if code in used]


def _head(speech: Speech) -> Head:
    description = speech.texts("data.description")
    files = [(JSON, INDEX), (XLSX, WORKBOOK), *((CSV, f"data/{name}.csv") for name in TABLES)]
    calendars = tuple(calendar(name, speech) for name in CALENDARS)
    return Head(
        speech.texts("data.title"),
        description,
        (home_crumb(speech),),
        structured.dataset(description, [*files, *((CALENDAR, each.path) for each in calendars)], speech),
        calendars,
    )
