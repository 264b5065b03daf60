"""Task event_types_cooperation: cooperation or conflict between a marked pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.folds import type_heads
from legation.claims import classify_pair, quad_of


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """Conflict unless the quad of the pair's type is one of cooperation."""
    for item in items:
        heads = type_heads("types", item["text"])
        spans = [(s["start"], s["end"]) if (s := item.get(side)) else None for side in ("actor", "recipient")]
        event_type = classify_pair(item["text"], spans[0], spans[1], heads)[0]
        cooperation = event_type is not None and str(quad_of(event_type)).endswith("COOP")
        yield {"id": item["id"], "binary": "cooperation" if cooperation else "conflict"}
