"""The gate: reached figures are pinned in floors.json; a run below a floor fails.

``floors.json`` holds, per task, ``floors`` (at least) and ``ceilings`` (at most). Figures move a little between
machines: ``SLACK`` is allowed below a floor.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.tasks import Result

FLOORS = Path(__file__).resolve().parent / "floors.json"
SLACK = 0.002


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, dict[str, float]]]:
    """The pinned figures: task -> floors | ceilings -> figure -> value."""
    floors: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def find_breaches(results: list[Result], floors: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """One line for each figure that fell below its floor or rose above its ceiling."""
    breaches = []
    for result in results:
        pinned = floors.get(result.task, {})
        figures = result.figures or {}
        for name, value in pinned.get("floors", {}).items():
            if figures.get(name, 0.0) < value - SLACK:
                breaches.append(f"{result.task}: {name} is {figures.get(name)}, the floor is {value}")
        for name, value in pinned.get("ceilings", {}).items():
            if figures.get(name, float("inf")) > value + SLACK:
                breaches.append(f"{result.task}: {name} is {figures.get(name)}, the ceiling is {value}")
    return breaches


def raised_floors(results: list[Result], floors: dict[str, dict[str, dict[str, float]]]) -> dict[str, Any]:
    """The floors with every pinned figure set to what was reached, never to less."""
    new: dict[str, Any] = json.loads(json.dumps(floors))
    for result in results:
        figures = result.figures or {}
        pinned = new.get(result.task, {})
        for name, value in pinned.get("floors", {}).items():
            pinned["floors"][name] = max(value, round(figures.get(name, 0.0), 4))
        for name, value in pinned.get("ceilings", {}).items():
            pinned["ceilings"][name] = min(value, round(figures.get(name, value), 4))
    return new
