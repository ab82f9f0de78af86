"""Maps: static SVG made from shapes that come with the package; nothing is asked of anybody else."""

from inolink.pages.maps.drawing import Drawing, Link, Point, draw_map, spread
from inolink.pages.maps.ground import Ground, ShapesMissingError, country_ground, ground
from inolink.pages.maps.seats import Gazetteer, Precision, Seat
from inolink.pages.maps.ties import Tie, ties_of

__all__ = [
    "Drawing",
    "Gazetteer",
    "Ground",
    "Link",
    "Point",
    "Precision",
    "Seat",
    "ShapesMissingError",
    "Tie",
    "country_ground",
    "draw_map",
    "ground",
    "spread",
    "ties_of",
]
