"""What programs read of a page: schema.org data, written as JSON-LD into its head.

Each organisation, opening and event has one `@id` in all languages, so that what two pages say of it adds up.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from inolink.catalogue import Cluster, Direction, Event, Offer, Opening, PartialDate
from inolink.pages.formats import is_web
from inolink.pages.frames import localised
from inolink.pages.plain import opening_text
from inolink.pages.speech import Speech

CONTEXT = "https://schema.org"
# What ends a script block, or a line in old JavaScript, is written as an escape.
UNSAFE_IN_SCRIPT = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
LISTS = frozenset(
    (
        "clusters",
        "offers",
        "offers-type",
        "ecosystems",
        "ecosystem",
        "regions",
        "region",
        "events",
        "problems",
        "impact-table",
        "leaf",
        "deep-leaf",
    )
)
"""The kinds of pages that are lists of others."""
ATTENDANCE = {True: "OnlineEventAttendanceMode", False: "OfflineEventAttendanceMode"}
MOST_OPENINGS = 60
"""Of what an organisation offers and seeks, each of which describes itself."""
Data = dict[str, Any]


def data_block(data: Mapping[str, Any]) -> Markup:
    """Return data as a script block that no browser runs and no text can end."""
    text = JSON.encode({"@context": CONTEXT, **data})
    for char, escaped in UNSAFE_IN_SCRIPT.items():
        text = text.replace(char, escaped)
    # Nothing in it can end the block.
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704


def address(path: str, speech: Speech) -> str:
    """Return the whole address of a page in the language of the speech."""
    settings = speech.site.settings
    return settings.site_url + localised(path, speech.language, settings.default_language)


def breadcrumb(steps: Sequence[tuple[str, str]], speech: Speech) -> Data:
    """Describe the way to a page: paths and names from the top, the page itself last."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address(path, speech)}
        for position, (path, name) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(speech: Speech) -> Data:
    """Describe the site, and how it is searched."""
    settings = speech.site.settings
    publisher = {"@type": "Organization", "name": settings.organisation, "email": settings.contact}
    target = {"@type": "EntryPoint", "urlTemplate": address("find/?q={search_term_string}", speech)}
    return given(
        {
            "@type": "WebSite",
            "@id": f"{settings.site_url}#website",
            "name": settings.site_name,
            "url": address("", speech),
            "inLanguage": speech.language,
            "publisher": given(publisher) if settings.organisation else None,
            "potentialAction": {
                "@type": "SearchAction",
                "target": target,
                "query-input": "required name=search_term_string",
            },
        }
    )


def web_page(path: str, frame: str, title: str, description: str, speech: Speech) -> Data:
    """Describe a page of which nothing more is to be said."""
    return {
        "@type": "CollectionPage" if frame in LISTS else "WebPage",
        "name": title,
        "description": description,
        "url": address(path, speech),
        "inLanguage": speech.language,
        "isPartOf": {"@id": f"{speech.site.settings.site_url}#website"},
    }


def organisation(cluster: Cluster, speech: Speech) -> Data:
    """Describe an organisation with what it offers and seeks today."""
    profile, catalogue = cluster.profile, speech.site.catalogue
    open_ = catalogue.open_of(cluster)[:MOST_OPENINGS]
    return given(
        {
            **_named(cluster, speech),
            "alternateName": [*filter(None, [profile.short_name]), *profile.also_known_as],
            "description": speech.plain(profile.summary),
            "sameAs": profile.website if profile.website and is_web(profile.website) else None,
            "email": profile.contact.email if profile.contact else None,
            "foundingDate": str(profile.founded) if profile.founded else None,
            "address": _postal(cluster),
            "award": [speech.label("label-levels", label.level) for label in cluster.valid_labels],
            "knowsAbout": [speech.label("technologies", code) for code in profile.technologies],
            "knowsLanguage": list(profile.languages),
            "memberOf": [{"@type": "Organization", "name": each.name} for each in profile.networks],
            "makesOffer": [_short(each, speech) for each in open_ if each.direction is Direction.OFFERS],
            "seeks": [_short(each, speech) for each in open_ if each.direction is Direction.SEEKS],
            "mainEntityOfPage": address(f"clusters/{cluster.slug}/", speech),
        }
    )


def opening(each: Opening, speech: Speech) -> Data:
    """Describe an offer or a request with whose it is and until when it stands."""
    record = each.record.record
    whose = _named(each.cluster, speech)
    return given(
        {
            **_short(each, speech),
            "description": opening_text(each, speech),
            "category": speech.label("offer-types", each.type)
            if each.direction is Direction.OFFERS
            else None,
            "eligibleRegion": [
                {"@type": "Country", "name": speech.country(code)} for code in record.countries
            ],
            "identifier": each.reference,
            # Schema.org lets an offer say who makes it, and a demand only be sought by somebody.
            "offeredBy": whose if each.direction is Direction.OFFERS else None,
            "@reverse": {"seeks": whose} if each.direction is Direction.SEEKS else None,
        }
    )


def event(each: Event, speech: Speech) -> Data:
    """Describe an event."""
    record, catalogue = each.record, speech.site.catalogue
    hosts = catalogue.known((each.cluster,))
    return given(
        {
            "@type": "Event",
            "@id": f"{speech.site.settings.site_url}{each.address}#event",
            "name": speech.plain(record.name),
            "description": speech.plain(record.text) if record.text else None,
            "url": address(each.address, speech),
            "startDate": _written(record.start),
            "endDate": _written(record.end),
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[bool(record.online)]}",
            "location": _location(each, speech),
            "organizer": [_named(cluster, speech) for cluster in hosts],
            "attendee": [_named(cluster, speech) for cluster in catalogue.known(record.clusters)],
        }
    )


def dataset(description: str, files: Sequence[tuple[str, str]], speech: Speech) -> Data:
    """Describe all data of the directory: media types and paths of files in which it can be had."""
    site, url = speech.site, speech.site.settings.site_url
    files_data = [
        {"@type": "DataDownload", "encodingFormat": media, "contentUrl": url + path} for media, path in files
    ]
    licence = site.settings.licence
    return given(
        {
            "@type": "Dataset",
            "@id": f"{url}data/#dataset",
            "name": speech.texts("data.name", site=site.settings.site_name),
            "description": description,
            "url": address("data/", speech),
            "inLanguage": list(site.settings.languages),
            "license": f"https://spdx.org/licenses/{licence}.html" if licence else None,
            "creator": given({"@type": "Organization", "name": site.settings.organisation}),
            "dateModified": site.catalogue.today.isoformat(),
            "version": site.catalogue.commit,
            "isAccessibleForFree": True,
            "spatialCoverage": {"@type": "Country", "name": speech.country(site.settings.country)},
            "distribution": files_data,
        }
    )


def given(data: Mapping[str, Any]) -> Data:
    """Return what is said, without what is empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _named(cluster: Cluster, speech: Speech) -> Data:
    path = f"clusters/{cluster.slug}/"
    return {
        "@type": "Organization",
        "@id": f"{speech.site.settings.site_url}{path}#organisation",
        "name": speech.plain(cluster.name),
        "url": address(path, speech),
    }


def _short(each: Opening, speech: Speech) -> Data:
    """Describe an opening where the rest stands elsewhere."""
    published = each.record.record.published if isinstance(each.record, Offer) else None
    mark = "" if "#" in each.path else "#opening"
    return given(
        {
            "@type": "Offer" if each.direction is Direction.OFFERS else "Demand",
            "@id": f"{speech.site.settings.site_url}{each.path}{mark}",
            "name": speech.plain(each.title),
            "url": address(each.path, speech),
            "validFrom": _written(published),
            "validThrough": each.closes.isoformat() if each.closes else None,
        }
    )


def _postal(cluster: Cluster) -> Data | None:
    seat = cluster.profile.address
    if seat is None:
        return None
    postal = {"@type": "PostalAddress", "addressLocality": seat.city, "addressCountry": seat.country}
    return given(postal)


def _location(each: Event, speech: Speech) -> Data | None:
    record = each.record
    if record.online and not record.place:
        return {"@type": "VirtualLocation", "url": address(each.address, speech)}
    if not (record.place or record.country):
        return None
    country = given({"@type": "PostalAddress", "addressCountry": record.country}) if record.country else None
    name = record.place or speech.country(str(record.country))
    return given({"@type": "Place", "name": name, "address": country})


def _written(moment: PartialDate | None) -> str | None:
    return str(moment) if moment else None
