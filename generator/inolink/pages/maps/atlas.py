"""The maps of a directory: its own country, Europe, the world, and one organisation's partners."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from inolink.catalogue import Cluster
from inolink.pages.maps.drawing import Drawing, Link, Point, draw_map, spread
from inolink.pages.maps.ground import Ground, Spot, country_ground, ground
from inolink.pages.maps.seats import Gazetteer, Precision, Seat, merged
from inolink.pages.maps.ties import Tie, ties_of
from inolink.pages.site import Site
from inolink.pages.speech import Speech

MOST_PLACES = 40
"""Of more, the smaller ones are counted with the nearest larger one."""
APART = 50
"""On a telephone the canvas is half as wide, and a finger still needs 24 pixels."""
Target = Callable[[str], str]
"""From the id of an entry in the list beside a map to an address."""


@dataclass(frozen=True)
class Atlas:
    """Draws what one directory knows of places."""

    site: Site

    @cached_property
    def home(self) -> str:
        """The country of the directory."""
        return self.site.settings.country

    @cached_property
    def current(self) -> tuple[Cluster, ...]:
        """The organisations that are there today."""
        return tuple(cluster for cluster in self.site.catalogue.clusters if not cluster.former)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What is known of the places of the directory's country."""
        middle = ground("europe-small").middles.get(self.home, (0, 0))
        return Gazetteer(self.home, country_ground(self.home), self.site.vocabularies["regions"], middle)

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Where the organisations are."""
        return self.gazetteer.seats(self.current)

    @cached_property
    def shown(self) -> tuple[Seat, ...]:
        """The same, as many as there is room for."""
        return merged(self.seats, MOST_PLACES)

    @cached_property
    def abroad(self) -> tuple[Cluster, ...]:
        """The organisations that no map of the directory's country can show."""
        return tuple(cluster for cluster in self.current if self.gazetteer.place(cluster) is None)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Partnerships and partners sought, by country."""
        return ties_of(self.site.catalogue.partnerships, self.site.catalogue.open, self.home)

    def ties_within(self, name: str) -> tuple[Tie, ...]:
        """Return the ties that a ground shows."""
        return tuple(tie for tie in self.ties if tie.country in ground(name).middles)

    @cached_property
    def overseas(self) -> tuple[Tie, ...]:
        """The ties to countries that the map of Europe doesn't show."""
        return tuple(tie for tie in self.ties if tie.country not in ground("europe").middles)

    def country_map(self, speech: Speech, target: Target) -> Markup:
        """Draw the directory's own country with the seats of the organisations."""
        here = country_ground(self.home)
        spots = spread((seat.spot for seat in self.shown), APART)
        points = [_seat_point(*each, speech, target) for each in zip(self.shown, spots, strict=True)]
        name = speech.texts("map.country-name", country=speech.country(self.home))
        return draw_map(Drawing(here, name, points, shades={self.home: "home"}))

    def partner_map(self, speech: Speech, name: str, target: Target) -> Markup:
        """Draw Europe or the world with partnerships as links, and where partners are sought."""
        here = ground(name)
        ties = self.overseas if name == "world" else self.ties_within(name)
        ends = spread((here.middles[tie.country] for tie in self._shown(here, ties)), APART)
        shown = list(zip(self._shown(here, ties), ends, strict=True))
        start = here.middles[self.home]
        links = [Link(start, end, len(tie.partnerships)) for tie, end in shown if tie.partnerships]
        points = [_tie_point(tie, end, speech, target) for tie, end in shown]
        shades = {tie.country: "sought" for tie, _ in shown if tie.openings}
        home = Point(start, speech.country(self.home), kind="home")
        title = speech.texts(f"map.{name}-name")
        return draw_map(Drawing(here, title, [*points, home], links, {**shades, self.home: "home"}))

    def cluster_ties(self, cluster: Cluster) -> tuple[Tie, ...]:
        """Return the countries in which one organisation has partners or seeks them."""
        partnerships = (*cluster.partnerships, *cluster.joined_partnerships)
        return ties_of(partnerships, self.site.catalogue.open_of(cluster), self.home)

    def cluster_map(self, cluster: Cluster, speech: Speech) -> Markup:
        """Draw a small map of Europe: the organisation, and lines to its partners' countries."""
        here = ground("europe-small")
        ties = self._shown(here, self.cluster_ties(cluster))
        seat = next(iter(self.gazetteer.seats([cluster])), None)
        start = seat.small if seat else _own_country(cluster, here, here.middles.get(self.home, (0, 0)))
        links = [
            Link(start, here.middles[tie.country], len(tie.partnerships)) for tie in ties if tie.partnerships
        ]
        ends = [
            Point(here.middles[tie.country], speech.country(tie.country), kind=_kind(tie)) for tie in ties
        ]
        shades = {tie.country: "sought" if tie.openings else "linked" for tie in ties}
        own = Point(start, speech.plain(cluster.name), kind="home")
        countries = ", ".join(speech.country(tie.country) for tie in ties)
        title = speech.texts("map.cluster-name", countries=countries)
        return draw_map(Drawing(here, title, [*ends, own], links, {**shades, self.home: "home"}))

    def name_of(self, seat: Seat, speech: Speech) -> str:
        """Return the name of a place."""
        return place_name(seat, speech)

    def describe(self, tie: Tie, speech: Speech) -> str:
        """Say what leads to a country."""
        return tie_name(tie, speech)

    def _shown(self, here: Ground, ties: Iterable[Tie]) -> list[Tie]:
        return [tie for tie in ties if tie.country in here.middles]


def seat_name(seat: Seat, speech: Speech) -> str:
    """Say what is at a place: `Vilnius: 12 organisations`."""
    organisations = speech.texts.count("count.organisations", len(seat.clusters))
    return f"{place_name(seat, speech)}: {organisations}"


def place_name(seat: Seat, speech: Speech) -> str:
    """Return the name of a place as exactly as it is known."""
    name = _own_name(seat, speech)
    return name if seat.alone else speech.texts("map.nearby", place=name)


def _own_name(seat: Seat, speech: Speech) -> str:
    if seat.precision is Precision.TOWN:
        return seat.name
    if seat.precision is Precision.REGION:
        return speech.texts("map.in-region", region=speech.region(seat.name))
    return speech.texts("map.in-country", country=speech.country(seat.name))


def tie_name(tie: Tie, speech: Speech) -> str:
    """Say what leads to a country: `Poland: 9 partnerships, 1 open offer or request`."""
    count = speech.texts.count
    parts = (
        count("map.partnerships", len(tie.partnerships)) if tie.partnerships else "",
        count("map.sought", len(tie.openings)) if tie.openings else "",
    )
    return f"{speech.country(tie.country)}: {', '.join(filter(None, parts))}"


def _seat_point(seat: Seat, spot: Spot, speech: Speech, target: Target) -> Point:
    label = (
        speech.texts("map.town-unknown") if seat.precision is Precision.COUNTRY else place_name(seat, speech)
    )
    n = speech.number(len(seat.clusters))
    return Point(spot, seat_name(seat, speech), n, target(seat.id), seat.precision, label)


def _tie_point(tie: Tie, spot: Spot, speech: Speech, target: Target) -> Point:
    n = len(tie.partnerships) or len(tie.openings)
    address = target(f"country-{tie.country.lower()}")
    return Point(spot, tie_name(tie, speech), speech.number(n), address, _kind(tie))


def _kind(tie: Tie) -> str:
    return "linked" if tie.partnerships else "sought"


def _own_country(cluster: Cluster, here: Ground, otherwise: Spot) -> Spot:
    address = cluster.profile.address
    return here.middles.get(address.country, otherwise) if address else otherwise
