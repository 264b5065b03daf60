"""Task event_types: the PLOVER type of a marked pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.folds import type_heads
from legation.claims import classify_pair


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """One root a pair by weights that have not seen its sentence; CONCEDE and RETREAT are read as YIELD."""
    for item in items:
        heads = type_heads("types", item["text"])
        spans = [(s["start"], s["end"]) if (s := item.get(side)) else None for side in ("actor", "recipient")]
        root = classify_pair(item["text"], spans[0], spans[1], heads)[0]
        if root is not None:
            yield {"id": item["id"], "root": root}
