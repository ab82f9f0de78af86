"""Feeds are valid, tell of what is open, until when, and keep what texts say harmless."""

import calendar
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from inolink.catalogue import Offer
from inolink.exports.characters import for_xml
from tests.directories import PROJECT, Directory
from tests.exports.conftest import Exported, Saying, exported

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGES = ("en", "lt")
REQUIRED = {"id", "title", "updated", "author"}
DATES = ("updated", "published")


def feed(exported: Exported, name: str, language: str = "en") -> Any:  # noqa: ANN401  # it has no annotations
    parsed = feedparser.parse(exported[f"feeds/{language}/{name}.xml"])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def keys(parsed: Any) -> list[str]:  # noqa: ANN401
    return [entry.id.partition(",2026:")[2].partition("/")[2] for entry in parsed.entries]


def day(moment: Any) -> date:  # noqa: ANN401  # feedparser gives times of day in UTC
    return datetime.fromtimestamp(calendar.timegm(moment) + 12 * 3600, UTC).date()


def test_every_feed_is_well_formed_and_complete(each: Exported) -> None:
    for path in each.below("feeds/"):
        root = ET.fromstring(each[path])  # noqa: S314  # our own file
        assert root.tag == f"{ATOM}feed"
        assert {child.tag.removeprefix(ATOM) for child in root} >= REQUIRED, path
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        assert links["self"] == each.site.settings.site_url + path
        for entry in root.findall(f"{ATOM}entry"):
            assert {child.tag.removeprefix(ATOM) for child in entry} >= REQUIRED | {"content", "link"}
            for name in DATES:
                for moment in entry.findall(f"{ATOM}{name}"):
                    assert datetime.fromisoformat(moment.text or "").tzinfo


def test_an_id_stands_once_in_a_feed_and_is_the_same_in_all_feeds_of_a_language(each: Exported) -> None:
    addresses: dict[str, set[str]] = {}
    for path in each.below("feeds/"):
        entries = feedparser.parse(each[path]).entries
        assert len({entry.id for entry in entries}) == len(entries)
        for entry in entries:
            addresses.setdefault(entry.id, set()).add(entry.link)
    assert all(len(links) == 1 for links in addresses.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_of_everything_has_all_that_is_open_and_every_organisation(
    each: Exported, language: str
) -> None:
    catalogue = each.site.catalogue
    current = {opening.key for opening in catalogue.openings if not opening.over}
    wanted = current | {cluster.key for cluster in catalogue.clusters}
    assert wanted <= set(keys(feed(each, "all", language)))


def test_an_entry_carries_the_days_of_its_offer_and_its_terms(states: Exported) -> None:
    site, entries = states.site, {}
    for entry in feed(states, "all").entries:
        entries[entry.id.partition("/")[2]] = entry
    offers = [opening for opening in site.catalogue.openings if isinstance(opening.record, Offer)]
    assert offers
    for opening in (each for each in offers if not each.over and isinstance(each.record, Offer)):
        entry, record = entries[opening.key], opening.record.record  # type: ignore[union-attr]
        assert entry.title.endswith(opening.title.by_language["en"])
        assert entry.link == f"{site.settings.site_url}{opening.path}"
        assert entry.author == opening.cluster.name.by_language["en"]
        assert day(entry.published_parsed) == record.published.earliest  # type: ignore[union-attr]
        assert entry.validity_end == str(opening.closes)
        terms = {tag.term for tag in entry.tags}
        assert {str(opening.type), *opening.ecosystems, *record.technologies} <= terms


def test_a_feed_tells_no_more_than_what_belongs_to_it(each: Exported) -> None:
    openings = {opening.key: opening for opening in each.site.catalogue.openings}
    for path in each.below("feeds/en/"):
        name = path.removeprefix("feeds/en/").removesuffix(".xml")
        kind, _, code = name.partition("-")
        for key in keys(feed(each, name)):
            opening = openings.get(key)
            cluster = opening.cluster if opening else each.site.catalogue.cluster(key.partition("/")[2])
            if kind == "type":
                assert opening is not None
                assert opening.type == code
            elif kind == "cluster":
                assert cluster.slug == code
            elif kind == "ecosystem":
                assert code in (opening.ecosystems if opening else cluster.profile.ecosystems)
            elif kind == "region":
                assert cluster.profile.address
                assert str(cluster.profile.address.nuts3).lower() == code


def test_every_page_that_can_be_followed_has_its_feed(each: Exported) -> None:
    site, names = each.site, {path.removeprefix("feeds/en/") for path in each.below("feeds/en/")}
    assert {f"cluster-{cluster.slug}.xml" for cluster in site.catalogue.clusters} <= names
    assert {f"type-{code}.xml" for code in site.vocabularies["offer-types"].codes} <= names
    assert {f"ecosystem-{code}.xml" for code in site.vocabularies["ecosystems"].codes} <= names
    assert {f"region-{code.lower()}.xml" for code in site.catalogue.by_region} <= names


def test_an_offer_that_has_just_ended_says_so_and_later_goes(states: Exported) -> None:
    glass = next(opening for opening in states.site.catalogue.openings if opening.id == "glass")
    assert glass.closes == date(2026, 12, 5)
    ended = exported(states.directory, date(2026, 12, 20))
    entry = next(each for each in feed(ended, "cluster-light").entries if each.id.endswith("/glass"))
    assert day(entry.updated_parsed) == date(2026, 12, 6)
    assert entry.content[0].value.startswith("<p>Archived, until 5 December 2026</p>")
    later = exported(states.directory, date(2027, 2, 20))
    assert not [key for key in keys(feed(later, "all")) if key.endswith("/glass")]


def test_entries_are_in_the_language_of_their_feed(states: Exported) -> None:
    titles = {language: feed(states, "cluster-light", language).entries for language in LANGUAGES}
    assert any(entry.title.endswith("Lempų bandymai") for entry in titles["lt"])
    assert any(entry.title.endswith("Tests of lamps") for entry in titles["en"])
    assert {entry.title_detail.language for entry in titles["lt"]} == {"lt"}


@pytest.mark.parametrize(
    "text", ["]]><script>alert(1)</script>", "</title></entry><entry>", "&lt;b&gt; &amp; &#0;"]
)
def test_a_hostile_text_stays_a_text(saying: Saying, text: str) -> None:
    found = exported_entries(saying(text))
    assert all(text in entry.findtext(f"{ATOM}title", "") for entry in found)
    assert not any("<script" in (entry.findtext(f"{ATOM}content") or "") for entry in found)


def exported_entries(site: Exported) -> list[ET.Element]:
    root = ET.fromstring(site["feeds/en/cluster-alpha.xml"])  # noqa: S314  # our own file
    return root.findall(f"{ATOM}entry")


def test_what_xml_cannot_hold_is_shown_as_missing() -> None:
    assert (
        for_xml("a\x00b\x1bc\ufffe\ud800\u2028\tš\U0001f600")
        == "a\ufffdb\ufffdc\ufffd\ufffd\u2028\tš\U0001f600"
    )


def test_a_feed_of_many_stays_short() -> None:
    assert len(feed(exported(Directory(PROJECT)), "all").entries) <= 100
