"""stories: the stories that the reports' texts make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.storylines import group_documents


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """One row a report: its story's number."""
    for item, story in zip(items, group_documents([i["text"] for i in items]), strict=True):
        yield {"id": item["id"], "story": f"story-{story}"}
