"""Task ``articles``: the main text of a saved page, as ``build`` keeps it; of pages trained on, out of fold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval.folds import body_weights
from legation.documents import body_text, make_document
from legation.errors import InputError
from legation.readers import read_inputs
from legation.records import RawDocument


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The body of every page; empty where the page cannot be read."""
    for item in items:
        raw = next(read_inputs([folder / item["html"]]))
        text = ""
        if isinstance(raw, RawDocument):
            with suppress(InputError):
                text = body_text(make_document(replace(raw, url=item["url"]), body_weights(item["id"])))
        yield {"id": item["id"], "text": text}
