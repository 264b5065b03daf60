"""Make ``legation/web/world.json`` from the npm package world-atlas (ISC; Natural Earth, public domain).

Usage: ``python tools/build_map.py world-atlas/countries-110m.json``. Each outline becomes one SVG path under the
state's code, in the projection of ``legation.web.world``; what is no state of ours stands under its name.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from legation.knowledge import load_knowledge
from legation.web.world import project

TARGET = Path(__file__).resolve().parent.parent / "legation" / "web" / "world.json"
LEFT_OUT = {"Antarctica"}
SHORT = {"Rep.": "Republic", "Dem.": "Democratic", "Is.": "Islands", "Eq.": "Equatorial", "Herz.": "Herzegovina",
         "S.": "South", "W.": "Western"}  # fmt: skip
OTHERWISE = {"Dem. Rep. Congo": "COD", "Central African Rep.": "CAF", "Eq. Guinea": "GNQ", "Dominican Rep.": "DOM"}

Point = tuple[float, float]


def main() -> int:
    """Read the topology, write the paths."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    paths: dict[str, str] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name not in LEFT_OUT:
            paths[_code(name)] = _path(shape, arcs)
    TARGET.write_text(json.dumps(paths, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(paths)} outlines; no code: {sorted(k for k in paths if len(k) != 3)}")
    return 0


def _code(name: str) -> str:
    full = " ".join(SHORT.get(word, word) for word in name.split())
    found = OTHERWISE.get(name) or load_knowledge().find_state(name) or load_knowledge().find_state(full)
    return found or name


def _arc(steps: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """Quantised steps to degrees."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _path(shape: dict[str, Any], arcs: list[list[Point]]) -> str:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return "".join(_ring(ring, arcs) for polygon in polygons for ring in polygon)


def _ring(ring: list[int], arcs: list[list[Point]]) -> str:
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return "".join(_line(part) for part in _parts(points))


def _parts(ring: list[Point]) -> list[list[Point]]:
    """The pieces of a ring on each side of the 180th meridian."""
    parts: list[list[Point]] = [[ring[0]]]
    for before, point in pairwise(ring):
        if abs(point[0] - before[0]) > 180:
            edge = 180.0 if before[0] > 0 else -180.0
            parts[-1].append((edge, before[1]))
            parts.append([(-edge, point[1])])
        parts[-1].append(point)
    if len(parts) > 1:
        parts[0] = parts.pop() + parts[0]
    return parts


def _line(points: list[Point]) -> str:
    drawn = [project(*point) for point in points]
    kept = [p for n, p in enumerate(drawn) if n == 0 or p != drawn[n - 1]]
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z" if len(kept) > 2 else ""


if __name__ == "__main__":
    sys.exit(main())
