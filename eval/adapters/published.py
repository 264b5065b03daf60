"""Task ``published``: the day a page was published, as ``build`` dates it; of pages trained on, out of fold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval.folds import body_weights
from legation.documents import make_document
from legation.errors import InputError
from legation.readers import read_inputs
from legation.records import RawDocument


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The day of every page; None where it is not one day."""
    for item in items:
        raw = next(read_inputs([folder / item["html"]]))
        day = None
        if isinstance(raw, RawDocument):
            with suppress(InputError):
                day = make_document(replace(raw, url=item["url"]), body_weights(item["id"])).published.day
        yield {"id": item["id"], "published": day.isoformat() if day else None}
