"""Task ``plaintext``: the body of a badly scraped text, as ``build`` keeps it; of pages trained on, out of fold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.folds import body_weights
from legation.documents import body_spans, make_document
from legation.records import RawDocument


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The kept spans of every text."""
    for item in items:
        document = make_document(RawDocument(item["id"], text=item["text"]), body_weights(item["id"]))
        yield {"id": item["id"], "keep": [list(span) for span in body_spans(document)]}
