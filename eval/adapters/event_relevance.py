"""Task event_relevance: is there an event in a sentence, and of which quad."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.claims import classify_sentence, quad_of


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The quad of the type that the sentence tells, else NONE."""
    for item in items:
        event_type = classify_sentence(item["text"])[0]
        yield {"id": item["id"], "class": (quad_of(event_type) if event_type else None) or "NONE"}
