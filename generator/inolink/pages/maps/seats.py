"""Where organisations have their seats: by town, else by region, else somewhere in the country."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain
from math import dist

from inolink.catalogue import Cluster
from inolink.pages.maps.ground import Ground, Spot
from inolink.reading import Vocabulary
from inolink.reading.guess import fold, slugified

Located = tuple[Spot, Spot]


class Precision(StrEnum):
    """How exactly a seat is known."""

    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True)
class Seat:
    """A place with the organisations that have their seat there."""

    precision: Precision
    name: str
    """The town; of a region or a country its code."""
    spot: Spot
    small: Spot
    """The same place on the small map of Europe."""
    clusters: tuple[Cluster, ...]
    alone: bool = True
    """Whether it stands for itself, not for places nearby as well."""

    @property
    def id(self) -> str:
        """What the place is called within a page."""
        return f"{self.precision}-{slugified(self.name)}"


def merged(seats: Sequence[Seat], most: int) -> tuple[Seat, ...]:
    """Return no more places than a map has room for: the largest ones, each with what lies nearest to it."""
    if len(seats) <= most:
        return tuple(seats)
    order = {seat: at for at, seat in enumerate(sorted(seats, key=lambda seat: -len(seat.clusters)))}
    kept = [seat for seat in seats if order[seat] < most]
    near: dict[Seat, list[Seat]] = {seat: [] for seat in kept}
    for seat in seats:
        if seat not in near:
            near[min(kept, key=lambda each: dist(each.spot, seat.spot))].append(seat)
    return tuple(_with(seat, others) for seat, others in near.items())


def _with(seat: Seat, others: Sequence[Seat]) -> Seat:
    clusters = (*seat.clusters, *chain.from_iterable(each.clusters for each in others))
    return replace(seat, clusters=clusters, alone=not others)


@dataclass(frozen=True)
class Gazetteer:
    """Knows the places of one country."""

    country: str
    ground: Ground
    regions: Vocabulary
    middle: Spot
    """The middle of the country on the small map of Europe."""

    def seats(self, clusters: Iterable[Cluster]) -> tuple[Seat, ...]:
        """Group organisations by their places: towns by the number of organisations, the vaguest last."""
        groups: dict[tuple[Precision, str], list[Cluster]] = {}
        for cluster in clusters:
            if place := self.place(cluster):
                groups.setdefault(place, []).append(cluster)
        seats = (self._seat(place, members) for place, members in groups.items())
        order = list(Precision)
        return tuple(sorted(seats, key=lambda s: (order.index(s.precision), -len(s.clusters), s.name)))

    def place(self, cluster: Cluster) -> tuple[Precision, str] | None:
        """Return the most exact place that is known and on the map; None for a seat abroad."""
        address = cluster.profile.address
        if address is None or address.country != self.country:
            return None
        if address.city and self._town(address.city):
            return Precision.TOWN, address.city
        if address.nuts3 and self._region(address.nuts3):
            return Precision.REGION, address.nuts3
        return Precision.COUNTRY, self.country

    def _seat(self, place: tuple[Precision, str], clusters: list[Cluster]) -> Seat:
        precision, name = place
        located = {Precision.TOWN: self._town, Precision.REGION: self._region}.get(precision)
        spot, small = (located(name) if located else None) or (self._country, self.middle)
        return Seat(precision, name, spot, small, tuple(clusters))

    def _town(self, name: str) -> Located | None:
        return self.ground.places.get(fold(name))

    def _region(self, code: str) -> Located | None:
        """Find a region by its name: the list says `Utena County` where the map says `Utena`."""
        label = fold(self.regions.label(code, "en"))
        regions = self.ground.regions.items()
        return next((located for name, located in regions if f"{label} ".startswith(f"{name} ")), None)

    @cached_property
    def _country(self) -> Spot:
        """The country on the map of the world, or a little above the middle of its own map."""
        width, height = self.ground.size
        return self.ground.middles.get(self.country, (width // 2, height * 2 // 5))
