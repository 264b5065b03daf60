"""Task ``articles``: the main text of a saved page, as ``build`` keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from legation.documents import body_text, make_document
from legation.errors import InputError
from legation.readers import read_inputs
from legation.records import RawDocument


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The body of every page; empty where the page cannot be read."""
    for item in items:
        raw = next(read_inputs([folder / item["html"]]))
        try:
            text = body_text(make_document(replace(raw, url=item["url"]))) if isinstance(raw, RawDocument) else ""
        except InputError:
            text = ""
        yield {"id": item["id"], "text": text}
