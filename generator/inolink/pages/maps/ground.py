"""What maps are drawn on: shapes of countries, and where their middles and towns lie on the canvas."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from inolink.errors import InoLinkError
from inolink.reading.guess import fold

Spot = tuple[int, int]
"""A place on a canvas, from its upper left corner."""
FOLDER = files("inolink.pages.maps") / "shapes"


class ShapesMissingError(InoLinkError):
    """The package was installed without its bundling."""


@dataclass(frozen=True)
class Ground:
    """One piece of the world on a canvas."""

    name: str
    size: tuple[int, int]
    land: Mapping[str, str] = field(repr=False)
    """Country codes and outlines, as SVG writes paths."""
    middles: Mapping[str, Spot] = field(default_factory=dict, repr=False)
    """Where the largest part of a country has its middle; only of countries that are on the canvas."""
    places: Mapping[str, tuple[Spot, Spot]] = field(default_factory=dict, repr=False)
    """Towns by their folded names: here, and on the small map of Europe."""
    regions: Mapping[str, tuple[Spot, Spot]] = field(default_factory=dict, repr=False)
    """Middles of the country's first-level regions, likewise."""


@cache
def ground(name: str) -> Ground:
    """Return one of the grounds that every package has: `world`, `europe` or `europe-small`."""
    found = _read(f"{name}.json")
    if found is None:
        raise ShapesMissingError(
            "The shapes of the countries are missing from this installation, so no map can be drawn. "
            "Run `npm run build` in generator/web, or `make site`, which does it."
        )
    return found


@cache
def country_ground(code: str) -> Ground:
    """Return the map of one country with its towns; outside of Europe there is the world only."""
    return _read("countries", f"{code}.json") or ground("world")


def _read(*path: str) -> Ground | None:
    file = FOLDER.joinpath(*path)
    if not file.is_file():
        return None
    value = json.loads(file.read_text("utf-8"))
    return Ground(
        name=path[-1].removesuffix(".json"),
        size=tuple(value["size"]),
        land=value["land"],
        middles={code: (x, y) for code, (x, y) in value.get("middles", {}).items()},
        places=_spots(value.get("places", {})),
        regions=_spots(value.get("regions", {})),
    )


def _spots(found: Mapping[str, list[int]]) -> Mapping[str, tuple[Spot, Spot]]:
    return {fold(name): ((x, y), (u, v)) for name, (x, y, u, v) in found.items()}
