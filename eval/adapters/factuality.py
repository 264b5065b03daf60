"""Task ``factuality``: how sure a sentence is that an event happened; of sentences trained on, out of fold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from eval.folds import factuality_head
from legation.sentences import parse_text
from legation.statuses import find_status


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The factuality of the marked word; its head word where several are marked."""
    for text, same in groupby(items, key=itemgetter("text")):
        sentences, head = parse_text(text), factuality_head(text)
        for item in same:
            found = ((s, s.span_head(item["start"], item["end"])) for s in sentences)
            sentence, token = next(((s, t) for s, t in found if t is not None), (None, None))
            if sentence is not None and token is not None:
                yield {"id": item["id"], "score": find_status(sentence, token, head).factuality}
