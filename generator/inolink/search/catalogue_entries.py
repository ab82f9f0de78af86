"""From the catalogue to what can be found.

Keys are `cluster/<slug>`, `interest/<cluster>/<id>`, `offer/<cluster>/<slug>`, `event/<cluster>/<id>` and
`guide/<path>`. What has no page of its own leads to a place in another: a standing interest to
`#interest-<id>` on the page of its cluster.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from inolink.catalogue import (
    Catalogue,
    Cluster,
    Event,
    EventState,
    Interest,
    InterestState,
    Offer,
    PartialDate,
)
from inolink.reading import Vocabularies, Vocabulary
from inolink.reading.guides import Guide
from inolink.search.catalogue_words import cluster_words, event_words, interest_words, names_of, offer_words
from inolink.search.classification import (
    cluster_facets,
    cluster_terms,
    event_facets,
    opening_facets,
    opening_terms,
)
from inolink.search.entries import SearchEntry, State
from inolink.search.excerpts import without_markdown
from inolink.search.wording import Wording

COMING = frozenset({EventState.UPCOMING, EventState.RUNNING})


def search_entries(
    catalogue: Catalogue,
    vocabularies: Vocabularies,
    languages: Sequence[str],
    guides: Iterable[Guide],
) -> Iterator[SearchEntry]:
    """Yield everything that a visitor can find."""
    maker = EntryMaker(catalogue, vocabularies.get("technologies"), Wording(tuple(languages)))
    yield from map(maker.of_cluster, catalogue.clusters)
    yield from map(maker.of_offer, catalogue.offers)
    yield from map(maker.of_interest, catalogue.interests)
    yield from map(maker.of_event, catalogue.events)
    yield from map(maker.of_guide, guides)


@dataclass(frozen=True)
class EntryMaker:
    """Makes an entry of each record."""

    catalogue: Catalogue
    technologies: Vocabulary | None
    wording: Wording

    def of_cluster(self, cluster: Cluster) -> SearchEntry:
        """Make an organisation findable by whatever it says, and by the names of what it took over."""
        profile = cluster.profile
        city = profile.address.city if profile.address else None
        taken_over = self._taken_over.get(cluster.slug, ())
        return SearchEntry(
            key=f"cluster/{cluster.slug}",
            kind="cluster",
            url=self.wording.address(f"clusters/{cluster.slug}/"),
            title=self.wording.say(cluster.name),
            subtitle=self._line(profile.short_name, city),
            excerpt=self.wording.say(profile.summary),
            names=_given(profile.short_name, *profile.also_known_as, *profile.formerly),
            keywords=self.wording.gather(profile.topics),
            text=self.wording.gather((*cluster_words(cluster, self.wording), *names_of(taken_over))),
            terms=cluster_terms(cluster),
            facets=cluster_facets(cluster, self.technologies),
            state=_state(cluster, over=False),
        )

    @cached_property
    def _taken_over(self) -> Mapping[str, list[Cluster]]:
        """The clusters that went into another one, by that one's slug."""
        found: dict[str, list[Cluster]] = {}
        for cluster in self.catalogue.clusters:
            if cluster.profile.merged_into:
                found.setdefault(cluster.profile.merged_into, []).append(cluster)
        return found

    def of_offer(self, offer: Offer) -> SearchEntry:
        """Make an offer or a request findable, also when it is over."""
        record, cluster = offer.record, self.catalogue.cluster(offer.cluster)
        return SearchEntry(
            key=f"offer/{offer.cluster}/{offer.slug}",
            kind="offer",
            url=self.wording.address(f"offers/{offer.cluster}/{offer.slug}/"),
            title=self.wording.say(record.title),
            subtitle=self.wording.say(cluster.name),
            excerpt=self.wording.say(record.summary),
            names=_given(record.reference),
            keywords=self.wording.gather(record.topics),
            text=self.wording.gather((cluster.profile.short_name, *offer_words(offer, self.wording))),
            terms=opening_terms(offer, cluster),
            facets=opening_facets(offer, cluster, self.technologies),
            published=str(record.published),
            closes=offer.closes.isoformat(),
            state=_state(cluster, over=offer.archived),
        )

    def of_interest(self, interest: Interest) -> SearchEntry:
        """Make a standing interest findable beside the dated offers of its type."""
        record, cluster = interest.record, self.catalogue.cluster(interest.cluster)
        return SearchEntry(
            key=f"interest/{interest.cluster}/{interest.id}",
            kind="interest",
            url=self.wording.address(f"clusters/{interest.cluster}/#interest-{interest.id}"),
            title=self.wording.say(record.title),
            subtitle=self.wording.say(cluster.name),
            excerpt=without_markdown(self.wording.say(record.text)),
            keywords=self.wording.gather(record.topics),
            text=self.wording.gather((cluster.profile.short_name, *interest_words(interest, self.wording))),
            terms=opening_terms(interest, cluster),
            facets=opening_facets(interest, cluster, self.technologies),
            published=_written(record.as_of),
            closes=_last_day(record.until),
            state=_state(cluster, over=interest.state is InterestState.PAST),
        )

    def of_event(self, event: Event) -> SearchEntry:
        """Make an event findable; nobody can go to one without a date, so it counts as over."""
        record, cluster = event.record, self.catalogue.cluster(event.cluster)
        guests = (cluster, *self.catalogue.known(record.clusters))
        return SearchEntry(
            key=f"event/{event.cluster}/{event.id}",
            kind="event",
            url=self.wording.address(event.address),
            title=self.wording.say(record.name),
            subtitle=self.wording.say(cluster.name),
            excerpt=self.wording.say(record.text),
            text=self.wording.gather(event_words(event, guests, self.wording)),
            terms=(("event-kinds", record.kind),),
            facets=event_facets(event, cluster),
            published=_written(record.start or record.end),
            closes=_last_day(record.end or record.start),
            state="open" if event.state in COMING else "archived",
        )

    def of_guide(self, guide: Guide) -> SearchEntry:
        """Make a hand-written page findable; who has no translation of it is led to another language."""
        texts = {code: guide.texts[code] for code in self.wording.languages if code in guide.texts}
        first = next(iter(texts))
        address = self.wording.address(guide.path)
        titles = {code: text.title for code, text in texts.items()}
        return SearchEntry(
            key=f"guide/{guide.path.rstrip('/')}",
            kind="guide",
            url={code: address[code if code in texts else first] for code in address},
            title={self.wording.languages[0]: titles[first], **titles},
            excerpt={code: text.description for code, text in texts.items()},
            text={code: text.text for code, text in texts.items()},
        )

    def _line(self, *parts: str | None) -> Mapping[str, str]:
        return dict.fromkeys(self.wording.languages, " · ".join(_given(*parts)))


def _state(cluster: Cluster, *, over: bool) -> State:
    """Return the state of something of a cluster; nobody answers for a cluster that is no more."""
    return "archived" if over or cluster.former else "open"


def _given(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _written(moment: PartialDate | None) -> str | None:
    return str(moment) if moment else None


def _last_day(moment: PartialDate | None) -> str | None:
    return moment.latest.isoformat() if moment else None
