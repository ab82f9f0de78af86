"""What every page is made from: the catalogue, the words of the short lists, and the directory's settings."""

from dataclasses import dataclass, field
from functools import cached_property
from threading import local
from typing import Any

from inolink.catalogue import Catalogue
from inolink.matching import Matches, Notes, find_matches
from inolink.reading import Vocabularies
from inolink.settings import Settings
from inolink.upkeep.freshness import Upkeep


class Desks(local):
    """The desks of one thread, by language and way to the root."""

    def __init__(self) -> None:
        self.by_place: dict[tuple[str, str], Any] = {}


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from; it knows no page."""

    catalogue: Catalogue
    vocabularies: Vocabularies
    settings: Settings
    upkeep: Upkeep = field(default_factory=Upkeep)
    """What there is to do for those who keep the directory."""
    leaf_size: int = 60
    """How many entries of a long list stand on one page."""

    notes: Notes | None = field(default=None, repr=False)
    """What the last build has found out of matches."""

    @cached_property
    def matches(self) -> Matches:
        """Who may be whose partner, and why."""
        return find_matches(self.catalogue, self.vocabularies, self.notes)

    @cached_property
    def desks(self) -> "Desks":
        """Where pages are written; each thread has its own."""
        return Desks()

    def prepare(self) -> None:
        """Look up now what many pages ask for; otherwise each process would do it again for its share."""
        _ = self.matches, self.catalogue.by_slug, self.catalogue.events
        for cluster in self.catalogue.clusters[:1]:
            self.catalogue.openings_of(cluster)
