"""Task ``published``: the day a page was published, as ``build`` dates it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from legation.documents import make_document
from legation.errors import InputError
from legation.readers import read_inputs
from legation.records import RawDocument


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The day of every page; None where it is not one day."""
    for item in items:
        raw = next(read_inputs([folder / item["html"]]))
        try:
            day = make_document(replace(raw, url=item["url"])).published.day if isinstance(raw, RawDocument) else None
        except InputError:
            day = None
        yield {"id": item["id"], "published": day.isoformat() if day else None}
