"""Task ``attributions_sentences``: the same in single sentences, the spans of each component in one list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.attributions import find_attributions
from legation.sentences import parse_text


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The distinct spans of source, cue and content of each sentence."""
    for item in items:
        found = [a for a in find_attributions(item["text"], parse_text(item["text"])) if a.via is None]
        yield {
            "id": item["id"],
            "source": [list(s) for s in sorted({s for a in found for s in a.source})],
            "cue": [list(s) for s in sorted({s for a in found for s in a.cue})],
            "content": [list(s) for s in sorted({s for a in found for s in a.content})],
        }
