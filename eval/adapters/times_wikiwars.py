"""The ``times_wikiwars`` task: time expressions as ``find_times`` gives them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from legation.sentences import parse_text
from legation.times import find_times


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """One prediction an item: id and times with start, end, type and value."""
    for item in items:
        published = date.fromisoformat(item["published"]) if item.get("published") else None
        found = find_times(item["text"], published, sentences=parse_text(item["text"]), history=True)
        times = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]
        yield {"id": item["id"], "times": times}
