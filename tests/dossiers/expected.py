"""Compare an exported record with a dossier's ``expected.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from legation.exporters import rows
from legation.pipeline import build
from legation.store import Store

Row = dict[str, Any]
KINDS = ("documents", "claims", "events", "agreements", "conflicts")


@dataclass
class Dossier:
    """The exported rows of one example folder and what is expected of them."""

    rows: dict[str, list[Row]]
    expected: Row

    def document_id(self, number: str) -> str:
        """The id of the report whose file name begins with ``number``."""
        return next(str(d["id"]) for d in self.rows["documents"] if Path(d["name"]).name.startswith(number))

    def find_event(self, name: str) -> Row | None:
        """The event that has the expected type, mode, parties and reports; None if there is none."""
        wanted = self.expected["events"][name]
        reports = {self.document_id(n) for n in wanted["told_in"]}
        fits = [e for e in self.rows["events"] if fits_event(e, wanted) and reports <= set(e["document_ids"])]
        return fits[0] if fits else None


def read_dossier(folder: Path, place: Path) -> Dossier:
    """Build ``folder/reports`` into a store at ``place`` and read it back."""
    path = place / f"{folder.name}.db"
    build([folder / "reports"], path, workers=1)
    with Store(path) as store:
        found = {kind: list(rows(kind, store)) for kind in KINDS}
    return Dossier(found, yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8")))


def fits_event(event: Row, wanted: Row) -> bool:
    """Type, mode, every party and the day, where the expectation names them."""
    told = [r["value"] for r in [*event["actors"], *event["recipients"]]]
    words = {p["name"] for p in told} | {p["state"] for p in told}
    days = [r["value"] for r in event["when"]]
    return bool(
        event["event_type"] == wanted["type"]
        and wanted.get("mode") in {None, event["mode"]}
        and all(any(party in (w or "") for w in words) for party in wanted["parties"])
        and ("first" not in wanted or any(w["first"] == str(wanted["first"]) for w in days))
        and ("last" not in wanted or any(w["last"] == str(wanted["last"]) for w in days))
    )
