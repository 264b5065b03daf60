"""A map of the world in the Natural Earth projection: states shaded by number of events, places as discs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import radians, sqrt

from legation.store import PlaceCount

WIDTH, HEIGHT = 960, 480
SCALE = 175.0
SHADES = 5
LARGEST = 14.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A state's outline; ``shade`` 0 is no event, 1 to ``SHADES`` ever more."""

    code: str
    path: str
    events: int
    shade: int


@dataclass(frozen=True, slots=True)
class Disc:
    """A place with events, its radius by the root of their number."""

    place: PlaceCount
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class World:
    """Outlines in the order of the file, discs and discs; ``bounds`` are the least events of each shade."""

    shapes: tuple[Shape, ...]
    discs: tuple[Disc, ...]
    bounds: tuple[int, ...]


def draw_map(states: Mapping[str, int], places: Sequence[PlaceCount]) -> World:
    """The world with the events of states and places."""
    counts = sorted(states.values())
    bounds = tuple(sorted({counts[len(counts) * n // SHADES] for n in range(SHADES)})) if counts else ()
    shapes = tuple(
        Shape(code, path, states.get(code, 0), sum(states.get(code, 0) >= b for b in bounds))
        for code, path in outlines().items()
    )
    most = max((p.events for p in places), default=1)
    return World(shapes, tuple(_disc(p, most) for p in places if p.lat is not None and p.lon is not None), bounds)


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to the map's units.

    Natural Earth projection: Šavrič, Jenny, Patterson, Petrovič, Hurni (2011), in the polynomial form of d3-geo (ISC).
    """
    across, up = radians(lon), radians(lat)
    two = up * up
    four = two * two
    x = across * (0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four)))
    y = up * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)))
    return round(WIDTH / 2 + SCALE * x, 1), round(HEIGHT / 2 + 12 - SCALE * y, 1)


@cache
def outlines() -> dict[str, str]:
    """State's code -> its outline; what has no code of its own stands under its name."""
    read: dict[str, str] = json.loads((files("legation.web") / "world.json").read_text(encoding="utf-8"))
    return read


def _disc(place: PlaceCount, most: int) -> Disc:
    assert place.lat is not None
    assert place.lon is not None
    x, y = project(place.lon, place.lat)
    return Disc(place, x, y, round(max(2.5, LARGEST * sqrt(place.events / most)), 1))
