"""Feeds to subscribe to (Atom, RFC 4287): what is new in all, in one ecosystem, region, type or cluster.

How long an entry stands is said in `dcterms:valid`, which feed readers and aggregators know; an offer that
has ended stays a while and says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from markupsafe import Markup

from inolink import __version__
from inolink.catalogue import Cluster, Offer, OfferState, Opening, Text
from inolink.exports.characters import for_xml
from inolink.outputs import Files, FileTask
from inolink.pages import Site
from inolink.pages.feeds import Feed, all_feeds
from inolink.pages.speech import Speech
from inolink.pages.structured import address
from inolink.pages.subscriptions import ALL, ATOM, feed_path, feed_title
from inolink.pages.views.landing import regions_of

NAMESPACE = "http://www.w3.org/2005/Atom"
TERMS = "http://purl.org/dc/terms/"
LONGEST_FEED = 100
FEEDS_AT_ONCE = 8
STAYS = timedelta(days=60)
"""How long an offer that has ended is still told of."""
SINCE = 2026
"""A year in which the directory was already called so, as its `tag:` addresses want it (RFC 4151)."""

register_namespace("", NAMESPACE)
register_namespace("dcterms", TERMS)


@dataclass(frozen=True)
class Item:
    """What an entry of a feed is made from; it may stand in several feeds."""

    source: Opening | Cluster
    updated: date
    groups: frozenset[str]
    """The names of the feeds that it belongs to, beside the one of everything."""

    @property
    def key(self) -> str:
        """Which of all records."""
        return self.source.key


def feed_paths(site: Site) -> Iterator[str]:
    """Yield the paths of all feeds."""
    for language in site.settings.languages:
        yield from (feed_path(feed.name, language) for feed in all_feeds(site, Speech(site, language)))


def feed_tasks(site: Site) -> Iterator[FileTask]:
    """Yield what makes the feeds, some at a time."""
    chosen = _by_feed(sorted(_items(site), key=_newest))
    for language in site.settings.languages:
        feeds = list(all_feeds(site, Speech(site, language)))
        for start in range(0, len(feeds), FEEDS_AT_ONCE):
            some = [(feed, chosen.get(feed.name, [])) for feed in feeds[start : start + FEEDS_AT_ONCE]]
            yield partial(_feed_files, some, site, language)


def _feed_files(feeds: Iterable[tuple[Feed, list[Item]]], site: Site, language: str) -> Files:
    speech = Speech(site, language)
    for feed, items in feeds:
        yield feed_path(feed.name, language), _feed(feed, items, speech)


def _newest(item: Item) -> tuple[int, bool, str]:
    """Order items by their days, the latest first; what can be answered stands before who can be asked."""
    return -item.updated.toordinal(), isinstance(item.source, Cluster), item.key


def _by_feed(items: Iterable[Item]) -> Mapping[str, list[Item]]:
    """Return the first items of each feed, and one more where there is one."""
    found: dict[str, list[Item]] = {}
    for item in items:
        for name in (ALL, *item.groups):
            if len(chosen := found.setdefault(name, [])) <= LONGEST_FEED:
                chosen.append(item)
    return found


def _items(site: Site) -> Iterator[Item]:
    for cluster in site.catalogue.clusters:
        changed = cluster.last_changed or cluster.profile.last_reviewed
        yield Item(cluster, changed, _groups(cluster, cluster.profile.ecosystems))
    for opening in site.catalogue.openings:
        if not opening.over or _just_ended(opening, site.catalogue.today):
            groups = _groups(opening.cluster, opening.ecosystems) | {f"type-{opening.type}"}
            yield Item(opening, _updated(opening), groups)


def _just_ended(opening: Opening, today: date) -> bool:
    """Tell whether an offer ended so lately that those who saw it come should see it go."""
    offer = opening.record
    return isinstance(offer, Offer) and today - min(offer.closes, _updated(opening)) <= STAYS


def _groups(cluster: Cluster, ecosystems: Iterable[str]) -> frozenset[str]:
    regions = (f"region-{code.lower()}" for code in regions_of(cluster))
    return frozenset({f"cluster-{cluster.slug}", *regions, *(f"ecosystem-{code}" for code in ecosystems)})


def _updated(opening: Opening) -> date:
    """Return the day on which an opening last said something new; that its time is up is new as well."""
    record = opening.record
    if isinstance(record, Offer):
        if record.state is OfferState.EXPIRED:
            return record.closes + timedelta(days=1)
        return record.last_changed or record.record.published.earliest
    said = record.record.as_of
    return record.last_changed or (said.earliest if said else opening.cluster.profile.last_reviewed)


def _feed(feed: Feed, items: list[Item], speech: Speech) -> bytes:
    settings, path = speech.site.settings, feed_path(feed.name, speech.language)
    latest = max((item.updated for item in items), default=speech.site.catalogue.today)
    root = Element(f"{{{NAMESPACE}}}feed", {"xml:lang": speech.language})
    _text(root, "id", _tag(path, speech))
    _text(root, "title", feed_title(feed.subject, speech))
    _text(root, "subtitle", _subtitle(items, speech))
    _text(root, "updated", _moment(latest, speech))
    _link(root, "self", settings.site_url + path, ATOM)
    _link(root, "alternate", address(feed.page, speech), "text/html")
    _text(SubElement(root, _atom("author")), "name", settings.organisation or settings.site_name)
    if settings.licence:
        _text(root, "rights", speech.texts("feed.rights", licence=settings.licence))
    _text(root, "generator", "InoLink").attrib.update({"version": __version__})
    root.extend(_entry(item, speech) for item in items[:LONGEST_FEED])
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _subtitle(items: list[Item], speech: Speech) -> str:
    """Say what a feed tells of, and whether it leaves out what is older."""
    said = speech.texts("feed.subtitle")
    return f"{said} {speech.texts('feed.newest', n=LONGEST_FEED)}" if len(items) > LONGEST_FEED else said


def _entry(item: Item, speech: Speech) -> Element:
    if isinstance(item.source, Cluster):
        return _cluster_entry(item, item.source, speech)
    return _opening_entry(item, item.source, speech)


def _begin(item: Item, title: str, path: str, cluster: Cluster, speech: Speech) -> Element:
    """Write what every entry has."""
    entry = Element(_atom("entry"))
    _text(entry, "id", _tag(f"{speech.language}/{item.key}", speech))
    _text(entry, "title", title)
    _text(entry, "updated", _moment(item.updated, speech))
    _link(entry, "alternate", address(path, speech), "text/html")
    author = SubElement(entry, _atom("author"))
    _text(author, "name", speech.plain(cluster.name))
    _text(author, "uri", address(f"clusters/{cluster.slug}/", speech))
    return entry


def _cluster_entry(item: Item, cluster: Cluster, speech: Speech) -> Element:
    profile, path = cluster.profile, f"clusters/{cluster.slug}/"
    entry = _begin(item, speech.plain(cluster.name), path, cluster, speech)
    _category(entry, "organisation-types", profile.organisation_type, speech)
    for code in profile.ecosystems:
        _category(entry, "ecosystems", code, speech)
    html = _paragraph(profile.summary, speech) + _translated(profile.summary, speech)
    _text(entry, "content", html).attrib["type"] = "html"
    return entry


def _opening_entry(item: Item, opening: Opening, speech: Speech) -> Element:
    kind = speech.label("offer-types", opening.type)
    title = f"{kind}: {speech.plain(opening.title)}"
    entry = _begin(item, title, opening.path, opening.cluster, speech)
    if isinstance(opening.record, Offer):
        published = opening.record.record.published.earliest
        _text(entry, "published", _moment(published, speech))
        if opening.closes:
            valid = f"start={published};end={opening.closes};scheme=W3C-DTF"
            SubElement(entry, f"{{{TERMS}}}valid").text = valid
    _category(entry, "offer-types", opening.type, speech)
    for code in opening.ecosystems:
        _category(entry, "ecosystems", code, speech)
    for code in opening.record.record.technologies:
        _category(entry, "technologies", code, speech)
    html = Markup("<p>{}</p>{}").format(_standing(opening, speech), _said(opening, speech))
    _text(entry, "content", html + _translated(opening.text or opening.title, speech)).attrib["type"] = "html"
    return entry


def _said(opening: Opening, speech: Speech) -> Markup:
    """Return the text of an opening: a summary stands as it is, an interest may use Markdown."""
    if opening.text is None:
        return Markup()
    return speech.prose(opening.text) if opening.kind == "interest" else _paragraph(opening.text, speech)


def _paragraph(text: Text, speech: Speech) -> Markup:
    return Markup("<p>{}</p>").format(speech.say(text))


def _translated(text: Text, speech: Speech) -> Markup:
    """Say that the directory translated a text, if it did."""
    machine = text.spoken(speech.language, speech.fallback).machine
    return Markup("<p>{}</p>").format(speech.texts("feed.machine")) if machine else Markup()


def _standing(opening: Opening, speech: Speech) -> str:
    """Say in words whether it can be answered, and until when."""
    if opening.kind == "interest":
        return speech.texts("state.standing")
    state = speech.texts(f"state.{opening.state}")
    until = speech.texts("state.until", date=speech.date(opening.closes)) if opening.closes else ""
    return ", ".join(filter(None, (state, until)))


def _category(entry: Element, vocabulary: str, code: str, speech: Speech) -> None:
    scheme = f"{speech.site.settings.site_url}api/v1/vocabularies/{vocabulary}.json"
    values = {"term": for_xml(code), "scheme": scheme, "label": for_xml(speech.label(vocabulary, code))}
    SubElement(entry, _atom("category"), values)


def _atom(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, _atom(name))
    element.text = for_xml(text)
    return element


def _link(parent: Element, relation: str, url: str, media: str) -> None:
    SubElement(parent, _atom("link"), {"rel": relation, "type": media, "href": url})


def _tag(what: str, speech: Speech) -> str:
    return f"tag:{urlsplit(speech.site.settings.site_url).hostname},{SINCE}:{what}"


def _moment(day: date, speech: Speech) -> str:
    """Return the first moment of a day as Atom wants it."""
    return datetime.combine(day, time(), speech.site.settings.zone).isoformat()
