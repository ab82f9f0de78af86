"""The records for programs: what a file says, with what only the directory knows of it on the day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from inolink.catalogue import Cluster, Event, Initiative, Interest, Label, Offer, Opening, Partnership
from inolink.catalogue.entries import Entry
from inolink.exports.plain import given, plain_record
from inolink.exports.schemas import schema_url
from inolink.matching import Match, Reason
from inolink.pages import Site
from inolink.pages.frames import localised
from inolink.pages.links import logo_path
from inolink.pages.subscriptions import feed_path
from inolink.reading import Vocabulary

API = "api/v1/"
PLURALS = {
    "cluster": "clusters",
    "offer": "offers",
    "interest": "interests",
    "initiative": "initiatives",
    "partnership": "partnerships",
    "event": "events",
    "matches": "matches",
}
Values = dict[str, Any]
Source = Cluster | Opening | Initiative | Partnership | Event | str
"""What a file is made from; matches stand under the key of the record that they are for."""


@dataclass(frozen=True)
class Exported:
    """A file for programs before it is written."""

    kind: str
    path: str
    """From the root of the site."""
    values: Values


@dataclass(frozen=True)
class Exporter:
    """Makes the entries of one site."""

    site: Site

    def sources(self, kind: str) -> Sequence[Source]:
        """Return what the files of a kind are made from, in the order of the catalogue."""
        catalogue = self.site.catalogue
        if kind in {"offer", "interest"}:
            return [opening for opening in catalogue.openings if opening.kind == kind]
        if kind == "matches":
            return self.site.matches.keys
        by_kind: dict[str, Sequence[Source]] = {
            "cluster": catalogue.clusters,
            "initiative": catalogue.initiatives,
            "partnership": catalogue.partnerships,
            "event": catalogue.events,
        }
        return by_kind[kind]

    def record(self, source: Source) -> Exported:
        """Return the file of one record."""
        if isinstance(source, Cluster):
            return self._cluster(source)
        if isinstance(source, Opening):
            return self._opening(source)
        if isinstance(source, Event):
            return self._event(source)
        if isinstance(source, str):
            return self._matches(source)
        return self._activity("initiative" if isinstance(source, Initiative) else "partnership", source)

    def others(self) -> Iterator[Exported]:
        """Yield what there is one of, or what only explains the codes of the rest."""
        if self.site.catalogue.programme:
            record = plain_record(self.site.catalogue.programme)
            yield self._made("programme", "programme", {"file": "clusters/programme.yml", "record": record})
        yield from (self._vocabulary(vocabulary) for vocabulary in self.site.vocabularies.values())

    def address(self, path: str) -> str:
        """Return the whole address of a file of the site."""
        return self.site.settings.site_url + path

    def pages(self, path: str) -> dict[str, str]:
        """Return the addresses of a page by language."""
        settings = self.site.settings
        return {
            code: self.address(localised(path, code, settings.default_language))
            for code in settings.languages
        }

    def _made(self, kind: str, place: str, values: Values) -> Exported:
        path = f"{API}{place}.json"
        key = place if "/" not in place else f"{kind}/{place.partition('/')[2]}"
        schema = schema_url(kind, self.site.settings)
        head = {"$schema": schema, "kind": kind, "key": key, "self": self.address(path)}
        return Exported(kind, path, {**head, **given(values)})

    def _cluster(self, cluster: Cluster) -> Exported:
        languages = self.site.settings.languages
        values = {
            "url": self.pages(f"clusters/{cluster.slug}/"),
            "file": cluster.path,
            "last_changed": _day(cluster.last_changed),
            "cluster": cluster.slug,
            "former": cluster.former,
            "labels": [_label(label) for label in cluster.labels],
            "openings": [opening.key for opening in self.site.catalogue.openings_of(cluster)],
            "initiatives": _keys("initiative", (*cluster.initiatives, *cluster.joined_initiatives)),
            "partnerships": _keys("partnership", (*cluster.partnerships, *cluster.joined_partnerships)),
            "events": _keys("event", (*cluster.events, *cluster.attended)),
            "feed": {code: self.address(feed_path(f"cluster-{cluster.slug}", code)) for code in languages},
            "logo": self.address(logo_path(cluster.logo)) if cluster.logo else None,
            "record": plain_record(cluster.profile),
            "strategy": plain_record(cluster.strategy) if cluster.strategy else None,
        }
        return self._made("cluster", f"clusters/{cluster.slug}", values)

    def _opening(self, opening: Opening) -> Exported:
        record = opening.record
        matched = f"{API}matches/{opening.key}.json" if self.site.matches.has(opening.key) else None
        values = {
            "url": self.pages(opening.path),
            **_origin(record),
            "reference": opening.reference,
            "type": opening.type.value,
            "direction": opening.direction.value,
            "domain": record.domain.value,
            "state": record.state.value,
            "open": opening.open,
            "closes": _day(record.closes) if isinstance(record, Offer) else None,
            "contact_closes": _day(record.contact_closes) if isinstance(record, Offer) else None,
            "matches": self.address(matched) if matched else None,
            "record": plain_record(record.record),
        }
        return self._made(opening.kind, f"{opening.kind}s/{opening.reference}", values)

    def _activity(self, kind: str, entry: Initiative | Partnership) -> Exported:
        values = {**_origin(entry), "record": plain_record(entry.record)}
        place = f"{PLURALS[kind]}/{entry.cluster}/{entry.id}" if entry.cluster else f"programme/{entry.id}"
        return self._made(kind, place, values)

    def _event(self, event: Event) -> Exported:
        record = plain_record(event.record)
        values = {
            "url": self.pages(event.address),
            **_origin(event),
            "state": event.state.value,
            "record": record,
        }
        return self._made("event", f"events/{event.cluster}/{event.id}", values)

    def _matches(self, key: str) -> Exported:
        found = [_match(match) for match in self.site.matches.of(key)]
        return self._made("matches", f"matches/{key}", {"subject": key, "matches": found})

    def _vocabulary(self, vocabulary: Vocabulary) -> Exported:
        terms = [
            given(
                {
                    "code": term.code,
                    "label": dict(term.label),
                    "description": dict(term.description) or None,
                    "broader": term.broader,
                }
            )
            for term in vocabulary
        ]
        values = {
            "title": dict(vocabulary.title),
            "description": dict(vocabulary.description) or None,
            "source": vocabulary.source or None,
            "terms": terms,
        }
        return self._made("vocabulary", f"vocabularies/{vocabulary.name}", values)


def _origin(entry: Entry | Offer | Interest) -> Values:
    return {
        "file": entry.path,
        "last_changed": _day(entry.last_changed),
        "cluster": entry.cluster or None,
    }


def _keys(kind: str, entries: Iterable[Initiative | Partnership | Event]) -> list[str]:
    return [f"{kind}/{each.cluster}/{each.id}" if each.cluster else f"{kind}/{each.id}" for each in entries]


def _day(day: object) -> str | None:
    return str(day) if day else None


def _label(label: Label) -> Values:
    return given(
        {
            "level": label.level,
            "type": label.record.type.value,
            "state": label.state.value,
            "valid_until": _day(label.valid_until),
            "renewal_until": _day(label.renewal_until),
            "superseded": label.superseded,
            "estimated": label.estimated,
        }
    )


def _match(match: Match) -> Values:
    return {
        "counterpart": match.counterpart,
        "score": round(match.score, 3),
        "reasons": [_reason(reason) for reason in match.reasons],
    }


def _reason(reason: Reason) -> Values:
    terms = [{"vocabulary": vocabulary, "code": code} for vocabulary, code in reason.terms]
    words = [{"language": language, "word": word} for language, word in reason.words]
    values = {"kind": reason.kind.value, "by": reason.by.value, "weight": round(reason.weight, 3)}
    return {**values, **({"terms": terms} if terms else {}), **({"words": words} if words else {})}
