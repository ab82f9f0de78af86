"""The files of a directory, put together cluster by cluster."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from inolink.catalogue.activities import EventsFile, InitiativesFile, PartnershipsFile
from inolink.catalogue.entries import Cluster, Event, Initiative, Interest, Offer, Partnership, Place
from inolink.catalogue.history import History
from inolink.catalogue.offer import OfferRecord
from inolink.catalogue.organisation import Profile
from inolink.catalogue.programme import Programme
from inolink.catalogue.records import R, read_record
from inolink.catalogue.strategy import Strategy
from inolink.reading.directory import Logo
from inolink.reading.document import Document, FileKind
from inolink.shelf import Shelf


@dataclass(frozen=True)
class Assembly:
    """Documents in, clusters and programme out."""

    documents: Iterable[Document]
    logos: Iterable[Logo]
    history: History
    today: date
    shelf: Shelf | None = None
    """For long texts; without one they stay in memory."""
    _files: dict[str, dict[FileKind, list[Document]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for document in self.documents:
            kinds = self._files.setdefault(document.cluster or "", {})
            kinds.setdefault(document.kind, []).append(document)

    def programme(self) -> tuple[Programme | None, tuple[Initiative, ...]]:
        """Return the programme, and its initiatives that belong to no cluster."""
        for document in self._of("", FileKind.PROGRAMME):
            programme, place = self._read(document, Programme), self._place(document)
            return programme, tuple(Initiative(place, record) for record in programme.initiatives)
        return None, ()

    def clusters(self, national: Iterable[Initiative]) -> tuple[Cluster, ...]:
        """Return all clusters, each with what the others say of it."""
        logos = {logo.cluster: logo for logo in self.logos}
        own = [
            self._cluster(profile, logos.get(slug))
            for slug in self._files
            for profile in self._of(slug, FileKind.PROFILE)
        ]
        return _joined(own, national)

    def _of(self, slug: str, kind: FileKind) -> list[Document]:
        return self._files.get(slug, {}).get(kind, [])

    def _read(self, document: Document, kind: type[R]) -> R:
        return read_record(document, kind, self.shelf)

    def _place(self, document: Document) -> Place:
        changed = self.history.files.get(document.path)
        return Place(document.path, document.cluster or "", self.today, changed)

    def _cluster(self, document: Document, logo: Logo | None) -> Cluster:
        slug, place = str(document.cluster), self._place(document)
        profile = self._read(document, Profile)
        strategies = [self._read(found, Strategy) for found in self._of(slug, FileKind.STRATEGY)]
        return Cluster(
            slug=slug,
            profile=profile,
            path=document.path,
            today=self.today,
            strategy=strategies[0] if strategies else None,
            offers=self._offers(slug),
            interests=tuple(Interest(place, record) for record in profile.interests),
            initiatives=self._initiatives(slug),
            partnerships=self._partnerships(slug),
            events=self._events(slug),
            logo=logo,
            last_changed=self.history.clusters.get(slug),
        )

    def _offers(self, slug: str) -> tuple[Offer, ...]:
        documents = self._of(slug, FileKind.OFFER)
        return tuple(
            Offer(self._place(found), found.stem, self._read(found, OfferRecord)) for found in documents
        )

    def _initiatives(self, slug: str) -> tuple[Initiative, ...]:
        files = ((self._place(found), found) for found in self._of(slug, FileKind.INITIATIVES))
        return tuple(
            Initiative(place, record)
            for place, found in files
            for record in self._read(found, InitiativesFile).initiatives
        )

    def _partnerships(self, slug: str) -> tuple[Partnership, ...]:
        files = ((self._place(found), found) for found in self._of(slug, FileKind.PARTNERSHIPS))
        return tuple(
            Partnership(place, record)
            for place, found in files
            for record in self._read(found, PartnershipsFile).partnerships
        )

    def _events(self, slug: str) -> tuple[Event, ...]:
        files = ((self._place(found), found) for found in self._of(slug, FileKind.EVENTS))
        return tuple(
            Event(place, record) for place, found in files for record in self._read(found, EventsFile).events
        )


def _joined(clusters: list[Cluster], national: Iterable[Initiative]) -> tuple[Cluster, ...]:
    """Give each cluster what others report with its name."""
    initiatives = _by_guest(chain(national, *(cluster.initiatives for cluster in clusters)))
    partnerships = _by_guest(chain.from_iterable(cluster.partnerships for cluster in clusters))
    events = _by_guest(chain.from_iterable(cluster.events for cluster in clusters))
    return tuple(
        replace(
            cluster,
            joined_initiatives=tuple(initiatives.get(cluster.slug, ())),
            joined_partnerships=tuple(partnerships.get(cluster.slug, ())),
            attended=tuple(events.get(cluster.slug, ())),
        )
        for cluster in clusters
    )


Shared = TypeVar("Shared", Initiative, Partnership, Event)


def _by_guest(entries: Iterable[Shared]) -> Mapping[str, list[Shared]]:
    """Return the entries by each cluster that takes part without being the one that reports."""
    found: dict[str, list[Shared]] = {}
    for entry in entries:
        for slug in entry.record.clusters:
            if slug != entry.cluster:
                found.setdefault(slug, []).append(entry)
    return found
