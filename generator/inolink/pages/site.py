"""What every page is made from: the catalogue, the words of the short lists, and the directory's settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from inolink.catalogue import Catalogue, Cluster
from inolink.pages.openings import Opening, opening_of_interest, opening_of_offer
from inolink.reading import Vocabularies
from inolink.settings import Settings


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from; it knows no page."""

    catalogue: Catalogue
    vocabularies: Vocabularies
    settings: Settings

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """All offers, requests and standing interests: what can be answered first, then what is over."""
        catalogue = self.catalogue
        offers = (opening_of_offer(offer, catalogue.cluster(offer.cluster)) for offer in catalogue.offers)
        interests = (
            opening_of_interest(each, catalogue.cluster(each.cluster)) for each in catalogue.interests
        )
        return (*offers, *interests)

    @cached_property
    def open(self) -> tuple[Opening, ...]:
        """What a partner can answer today."""
        return tuple(opening for opening in self.openings if not opening.over and not opening.paused)

    @cached_property
    def paused(self) -> tuple[Opening, ...]:
        """What is on hold."""
        return tuple(opening for opening in self.openings if opening.paused)

    @cached_property
    def archive(self) -> tuple[Opening, ...]:
        """What is over."""
        return tuple(opening for opening in self.openings if opening.over)

    def openings_of(self, cluster: Cluster) -> tuple[Opening, ...]:
        """All openings of one organisation, what can be answered first."""
        return self._by_cluster.get(cluster.slug, ())

    def open_of(self, cluster: Cluster) -> tuple[Opening, ...]:
        """Return what a partner can answer today at one organisation."""
        return tuple(each for each in self.openings_of(cluster) if not each.over and not each.paused)

    @cached_property
    def _by_cluster(self) -> Mapping[str, tuple[Opening, ...]]:
        grouped: dict[str, list[Opening]] = {}
        for opening in self.openings:
            grouped.setdefault(opening.cluster.slug, []).append(opening)
        return {slug: tuple(openings) for slug, openings in grouped.items()}
