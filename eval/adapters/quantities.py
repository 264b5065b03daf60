"""quantities: amounts, units and direction of single sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.quantities import find_quantities


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """One row an item; a range is written [low, high]."""
    for item in items:
        rows = [
            {
                "value": float(q.value) if q.value is not None else [float(q.low or 0), float(q.high or 0)],
                "unit": q.unit or "",
                "change": q.change,
                "start": q.start,
                "end": q.end,
            }
            for q in find_quantities(item["text"])
        ]
        yield {"id": item["id"], "quantities": rows}
