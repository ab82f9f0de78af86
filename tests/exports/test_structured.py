"""What programs read in the head of a page is schema.org data, and says what the record says."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from pyld import jsonld

from inolink.pages import Page
from tests.pages.elements import parse
from tests.pages.rendering import Rendered

SCHEMA = "https://schema.org/"
ADDRESSES = (
    "url",
    "item",
    "sameAs",
    "mainEntityOfPage",
    "contentUrl",
    "license",
    "eventStatus",
    "eventAttendanceMode",
)
CONTEXT = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ADDRESSES}}
"""The part of the vocabulary's context that our pages use: terms, and which of them are addresses."""
KINDS = {
    "": "WebSite",
    "find/": "WebPage",
    "clusters/": "CollectionPage",
    "offers/": "CollectionPage",
    "offers/business-request/": "CollectionPage",
    "ecosystems/health/": "CollectionPage",
    "regions/lt011/": "CollectionPage",
    "events/": "CollectionPage",
    "data/": "Dataset",
}


def loader(address: str, _options: Mapping[str, Any]) -> dict[str, Any]:
    assert address == SCHEMA.rstrip("/")
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}}


def expanded(page: Page) -> list[dict[str, Any]]:
    """Return all data of a page as a processor of linked data understands it."""
    head = parse(f"<html><head>{page.slots['head']}</head></html>")
    blocks = ["".join(block.words()) for block in head.every("script[type=application/ld+json]")]
    found = [
        node for block in blocks for node in jsonld.expand(json.loads(block), {"documentLoader": loader})
    ]
    assert len(found) == len(blocks)
    return found


def main(page: Page) -> dict[str, Any]:
    """Return what a page says of itself beside the way to it."""
    (found,) = [node for node in expanded(page) if kind(node) != "BreadcrumbList"]
    return found


def kind(node: Mapping[str, Any]) -> str:
    return str(node["@type"][0]).removeprefix(SCHEMA)


def values(node: Mapping[str, Any], name: str) -> list[Any]:
    return [each.get("@value", each.get("@id", each)) for each in node.get(SCHEMA + name, ())]


def test_every_page_that_is_no_redirect_says_what_it_is(pages: Rendered, shipped_pages: Rendered) -> None:
    for rendered in (pages, shipped_pages):
        for path, page in rendered.pages.items():
            if page.frame != "redirect":
                assert kind(main(page)), path


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_page_says_so_in_every_language(pages: Rendered, path: str) -> None:
    for page in (pages[path], pages[f"lt/{path}"]):
        assert kind(main(page)) == KINDS[path]


def test_every_address_in_the_data_is_one_of_the_site_or_of_the_record(pages: Rendered) -> None:
    for page in pages.pages.values():
        for node in () if page.frame == "redirect" else expanded(page):
            assert all(value.startswith("https://") for name in ADDRESSES for value in values(node, name))


def test_the_way_to_a_page_ends_with_the_page_itself(pages: Rendered) -> None:
    for path, page in pages.pages.items():
        for node in () if page.frame == "redirect" else expanded(page):
            if kind(node) == "BreadcrumbList":
                steps = node[f"{SCHEMA}itemListElement"]
                assert [values(step, "position")[0] for step in steps] == list(range(1, len(steps) + 1))
                assert values(steps[-1], "item") == [f"https://directory.example/{path}"]


def test_an_organisation_says_what_its_profile_says(pages: Rendered) -> None:
    for cluster in pages.site.catalogue.clusters:
        profile = cluster.profile
        for path, language in (("", "en"), ("lt/", "lt")):
            data = main(pages[f"{path}clusters/{cluster.slug}/"])
            assert kind(data) == "Organization"
            assert data["@id"] == f"https://directory.example/clusters/{cluster.slug}/#organisation"
            assert values(data, "name") == [cluster.name.get(language, "en")]
            assert values(data, "description") == [profile.summary.get(language, "en")]
            assert values(data, "sameAs") == ([profile.website] if profile.website else [])
            email = profile.contact.email if profile.contact else None
            assert values(data, "email") == ([email] if email else [])
            opened = pages.site.catalogue.open_of(cluster)
            for name, direction in (("makesOffer", "offers"), ("seeks", "seeks")):
                told = [values(each, "name")[0] for each in data.get(SCHEMA + name, ())]
                wanted = [each.title.get(language, "en") for each in opened if each.direction == direction]
                assert sorted(told) == sorted(wanted)


def test_an_offer_is_offered_and_a_request_is_sought_by_its_organisation(pages: Rendered) -> None:
    for opening in (each for each in pages.site.catalogue.openings if each.kind == "offer"):
        data = main(pages[opening.path])
        assert kind(data) == ("Offer" if opening.direction == "offers" else "Demand")
        assert values(data, "name") == [opening.title.get("en", "en")]
        assert values(data, "identifier") == [opening.reference]
        assert values(data, "validThrough") == ([opening.closes.isoformat()] if opening.closes else [])
        whose = (
            data[f"{SCHEMA}offeredBy"]
            if opening.direction == "offers"
            else data["@reverse"][f"{SCHEMA}seeks"]
        )
        assert [each["@id"] for each in whose] == [
            f"https://directory.example/clusters/{opening.cluster.slug}/#organisation"
        ]


def test_an_event_says_when_and_where_it_is(pages: Rendered) -> None:
    for event in pages.site.catalogue.events:
        data, record = main(pages[event.address]), event.record
        assert kind(data) == "Event"
        assert values(data, "name") == [record.name.get("en", "en")]
        assert values(data, "startDate") == ([str(record.start)] if record.start else [])
        assert values(data, "endDate") == ([str(record.end)] if record.end else [])
        places = [
            values(place, "name")[0] for place in data.get(f"{SCHEMA}location", ()) if kind(place) == "Place"
        ]
        assert not record.place or places == [record.place]


def test_the_data_set_leads_to_its_files_and_names_its_licence(shipped_pages: Rendered) -> None:
    data, settings = main(shipped_pages["data/"]), shipped_pages.site.settings
    assert values(data, "license") == [f"https://spdx.org/licenses/{settings.licence}.html"]
    assert values(data, "dateModified") == ["2026-11-23"]
    files = {
        values(each, "contentUrl")[0].removeprefix(settings.site_url): values(each, "encodingFormat")[0]
        for each in data[f"{SCHEMA}distribution"]
    }
    assert files["api/v1/index.json"] == "application/json"
    assert files["data/clusters.csv"] == "text/csv"
    assert files["calendar/en/events.ics"] == "text/calendar"
