"""Draws a map as SVG: classes and presentation attributes only, so that the pages' policy allows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

from markupsafe import Markup

from inolink.pages.maps.ground import Ground, Spot
from inolink.pages.markup import filled, joined

RADIUS = 13
BEND = 0.16
"""How far a link leaves the straight line, as a part of its length."""
STRONG, STRONGER = 3, 6
"""From so many on, a link is drawn wider."""


@dataclass(frozen=True)
class Point:
    """Something at a place; with an address it is a link."""

    spot: Spot
    name: str
    """What it is called by those who can't see it."""
    count: str = ""
    href: str | None = None
    kind: str = "town"
    """Says in its class what it stands for."""
    label: str = ""
    """Written below it."""


@dataclass(frozen=True)
class Link:
    """A line between two places."""

    start: Spot
    end: Spot
    weight: int = 1


@dataclass(frozen=True)
class Drawing:
    """A map before it is drawn."""

    ground: Ground
    name: str
    points: Sequence[Point] = ()
    links: Sequence[Link] = ()
    shades: Mapping[str, str] = field(default_factory=dict)
    """Countries that stand out, and what as."""


def draw_map(drawing: Drawing) -> Markup:
    """Return the map as an SVG element."""
    width, height = drawing.ground.size
    # A picture is one thing with one name; with links in it, it is a group of things.
    role = "group" if any(point.href for point in drawing.points) else "img"
    frame = '<svg class="il-map il-map--{}" viewBox="0 0 {} {}" role="{}" aria-label="{}">{}</svg>'
    parts = [
        *_land(drawing.ground, drawing.shades),
        *map(_link, drawing.links),
        *map(_point, drawing.points),
    ]
    return filled(frame, drawing.ground.name.lower(), width, height, role, drawing.name, joined(parts))


def spread(points: Iterable[Spot], apart: float, steps: int = 60) -> list[Spot]:
    """Push places that lie too close away from each other, so that each can be pointed at."""
    spots = [(float(x), float(y)) for x, y in points]
    for _ in range(steps):
        moved = False
        for one in range(len(spots)):
            for other in range(one):
                moved |= _push(spots, one, other, apart)
        if not moved:
            break
    return [(round(x), round(y)) for x, y in spots]


def _push(spots: list[tuple[float, float]], one: int, other: int, apart: float) -> bool:
    (ax, ay), (bx, by) = spots[one], spots[other]
    distance = hypot(ax - bx, ay - by)
    if distance >= apart:
        return False
    # Two at the very same place part sideways.
    dx, dy = ((ax - bx) / distance, (ay - by) / distance) if distance else (1.0, 0.0)
    step = (apart + 1 - distance) / 2
    spots[one] = (ax + dx * step, ay + dy * step)
    spots[other] = (bx - dx * step, by - dy * step)
    return True


def _land(ground: Ground, shades: Mapping[str, str]) -> Iterable[Markup]:
    plain = "".join(path for code, path in ground.land.items() if code not in shades)
    yield filled('<path class="il-map__land" d="{}"/>', plain)
    shaded = '<path class="il-map__land il-map__land--{}" d="{}"/>'
    for code in ground.land:
        if code in shades:
            yield filled(shaded, shades[code], ground.land[code])


def _link(link: Link) -> Markup:
    (ax, ay), (bx, by) = link.start, link.end
    x, y = (ax + bx) / 2 + (by - ay) * BEND, (ay + by) / 2 - (bx - ax) * BEND
    strength = 1 + (link.weight >= STRONG) + (link.weight >= STRONGER)
    line = '<path class="il-map__link il-map__link--{}" d="M{} {}Q{} {} {} {}"/>'
    return filled(line, strength, ax, ay, round(x), round(y), bx, by)


def _point(point: Point) -> Markup:
    (x, y), kind = point.spot, point.kind
    circle = filled('<circle cx="{}" cy="{}" r="{}"/>', x, y, RADIUS if point.count else RADIUS // 2)
    text = filled('<text x="{}" y="{}" dy=".35em" aria-hidden="true">{}</text>', x, y, point.count)
    label = '<text class="il-map__label" x="{}" y="{}" dy="2.4em" aria-hidden="true">{}</text>'
    inside = filled(
        "<title>{}</title>{}{}{}",
        point.name,
        circle,
        text if point.count else "",
        filled(label, x, y, point.label) if point.label else "",
    )
    if point.href is None:
        return filled('<g class="il-map__point il-map__point--{}">{}</g>', kind, inside)
    link = '<a class="il-map__point il-map__point--{}" href="{}" aria-label="{}">{}</a>'
    return filled(link, kind, point.href, point.name, inside)
