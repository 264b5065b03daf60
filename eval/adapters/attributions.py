"""Task ``attributions``: whole articles. The corpus marks only outermost attributions, so nested ones are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.attributions import find_attributions
from legation.sentences import parse_text


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """Source, cue and content of every attribution of each text."""
    for item in items:
        found = find_attributions(item["text"], parse_text(item["text"]))
        rows = [
            {
                "source": [list(s) for s in a.source],
                "cue": [list(s) for s in a.cue],
                "content": [list(s) for s in a.content],
            }
            for a in found
            if a.via is None
        ]
        yield {"id": item["id"], "attributions": rows}
