"""Evaluation task ``actors``: who is meant by a mention on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from legation.mentions import resolve_actor


def predict(items: Iterable[dict[str, Any]], folder: Path | str) -> Iterator[dict[str, Any]]:
    """One prediction an item: ``id``, ``country``, ``sector``, ``sector2``, ``wikipedia``, ``office``."""
    for item in items:
        day = date.fromisoformat(item["date"]) if item.get("date") else None
        answer = resolve_actor(item["mention"], day, item.get("context"), item.get("country"))
        yield {
            "id": item["id"],
            "country": answer.state,
            "sector": answer.sector,
            "sector2": answer.sector2,
            "wikipedia": answer.wikipedia,
            "office": answer.office,
        }
