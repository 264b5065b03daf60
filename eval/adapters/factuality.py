"""Task ``factuality``: how sure the sentence is that the marked event happened.

The shipped head was trained on the development part: there its figures flatter it. ``tools/train_statuses.py`` prints
those out of fold; only other events measure what is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.sentences import parse_text
from legation.statuses import find_status


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The factuality of the marked word; its head word where several are marked."""
    parsed: dict[str, Any] = {}
    for item in items:
        text = item["text"]
        if text not in parsed:
            parsed.clear()
            parsed[text] = parse_text(text)
        for sentence in parsed[text]:
            token = sentence.span_head(item["start"], item["end"])
            if token is not None:
                yield {"id": item["id"], "score": find_status(sentence, token).factuality}
                break
