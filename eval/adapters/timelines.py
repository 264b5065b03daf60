"""timelines: the days of a topic's reports that matter most, each with the sentences that tell it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from legation.records import Document, Published
from legation.storylines.days import Telling, find_tellings, select_days, tell_days

Row = dict[str, Any]


def predict(items: list[Row], folder: Path) -> Iterator[Row]:
    """One timeline an item; the reports of a topic are read once, for all its references."""
    known: dict[tuple[str, ...], list[Telling]] = {}
    for item in items:
        words = item["keywords"].split() if isinstance(item["keywords"], str) else item["keywords"]
        key = (item["documents"], *words)
        if key not in known:
            known[key] = list(find_tellings(read_reports(folder / item["documents"]), words))
        yield {"id": item["id"], "days": list(make_days(item, known[key]))}


def read_reports(path: Path) -> Iterator[Document]:
    """The topic's reports with their days."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            known = Published(day, day, "metadata") if day else Published()
            yield Document(row["id"], row["id"], row["text"], outlet=row.get("outlet"), published=known)


def make_days(item: Row, tellings: list[Telling]) -> Iterator[Row]:
    """The entries of one timeline: the item's number of days and sentences, from reports within its period."""
    first, last = date.fromisoformat(item["start"]), date.fromisoformat(item["end"])
    inside = [t for t in tellings if first <= t.published <= last]
    days = select_days(inside, first, last, item["max_days"])
    for day, told in tell_days(inside, days, item["max_sentences"]).items():
        for t in told:
            yield {"date": str(day), "text": t.text, "document_id": t.document_id, "start": t.start, "end": t.end}
