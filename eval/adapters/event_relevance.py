"""Task event_relevance: is there an event in a sentence, and of which quad."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.folds import type_heads
from legation.claims import classify_sentence


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The quad of the event that the sentence tells, else NONE; by weights that have not seen the sentence."""
    for item in items:
        yield {"id": item["id"], "class": classify_sentence(item["text"], type_heads("relevance", item["text"]))[0]}
