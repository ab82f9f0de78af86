"""The files with which the finder draws the map of a result: the ground, and where everybody is."""

import json

from markupsafe import Markup

from inolink.pages.maps.atlas import APART, MOST_PLACES, Atlas, place_name
from inolink.pages.maps.drawing import Drawing, draw_map, spread
from inolink.pages.maps.ground import country_ground
from inolink.pages.maps.seats import Precision, Seat, merged
from inolink.pages.site import Site
from inolink.pages.speech import Speech

FOLDER = "maps"


def map_files(site: Site) -> dict[str, bytes]:
    """Return the finder's map files."""
    here = country_ground(site.settings.country)
    svg = draw_map(Drawing(here, "", shades={site.settings.country: "home"}))
    # A file of its own has to say what language it is written in.
    alone = svg.replace(Markup("<svg "), Markup('<svg xmlns="http://www.w3.org/2000/svg" '), 1)
    places = {f"{FOLDER}/places-{code}.json": _places(site, code) for code in site.settings.languages}
    return {f"{FOLDER}/ground.svg": alone.encode(), **places}


def _places(site: Site, language: str) -> bytes:
    # What is over can be found as well, so former organisations have their place too.
    seats = merged(Atlas(site).gazetteer.seats(site.catalogue.clusters), MOST_PLACES)
    spots = spread((seat.spot for seat in seats), APART)
    speech = Speech(site, language)
    value = {
        "places": [_place(seat, spot, speech) for seat, spot in zip(seats, spots, strict=True)],
        "clusters": {each.slug: at for at, seat in enumerate(seats) for each in seat.clusters},
    }
    return (json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _place(seat: Seat, spot: tuple[int, int], speech: Speech) -> dict[str, object]:
    vague = seat.precision is Precision.COUNTRY
    label = {"label": speech.texts("map.town-unknown")} if vague else {}
    return {"name": place_name(seat, speech), "kind": seat.precision, "spot": spot, **label}
