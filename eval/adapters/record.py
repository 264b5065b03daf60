"""record: one ``build`` over all reports of the task, and its exported claims."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.exporters import rows
from legation.pipeline import build
from legation.store import Store


def predict(items: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """The claims of the record that ``legation build`` makes of the items."""
    with tempfile.TemporaryDirectory() as place:
        reports = Path(place) / "reports.jsonl"
        reports.write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")
        record = Path(place) / "record.db"
        build([reports], record)
        with Store(record) as store:
            yield from list(rows("claims", store))
