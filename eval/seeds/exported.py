"""The exported record of the seeds, and look-ups in it by the gold's spans.

A check never names a person or a sentence: it asks for "the claims of document 003 on the words of gold event E04".
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from legation.exporters import rows
from legation.pipeline import build
from legation.store import Store
from legation.views.gaps import gaps as find_gaps

Row = dict[str, Any]
KINDS = (
    "documents",
    "claims",
    "events",
    "judgements",
    "origins",
    "agreements",
    "quantities",
    "commitments",
    "conflicts",
    "storylines",
)


@dataclass
class Seeds:
    """All exported rows of one build over the seeds, the gold, and whether metadata was given."""

    rows: dict[str, list[Row]]
    gold: Row
    dated: bool
    gaps: list[Row] = field(default_factory=list)

    def document(self, number: str) -> Row:
        """The document whose file name begins with ``number`` ("003"); an empty row if there is none."""
        return next((d for d in self.rows["documents"] if str(d.get("name") or d["id"]).startswith(number)), {})

    def gold_event(self, event: str) -> Row:
        """The gold event of that id."""
        found: Row = next(e for e in self.gold["events"] if e["id"] == event)
        return found

    def claims(self, event: str, number: str | None = None, *, types: Iterable[str] | None = None) -> list[Row]:
        """Claims whose event evidence shares words with the gold's evidence for ``event``, of an accepted type."""
        expected = self.gold_event(event)
        accepted = set(types or expected["event_type"])
        found = []
        for piece in expected["evidence"]:
            if number is not None and piece["doc"] != number:
                continue
            document = self.document(piece["doc"]).get("id")
            found += [
                c
                for c in self.rows["claims"]
                if c["document_id"] == document and c["event_type"] in accepted and shares_words(c, piece)
            ]
        return list({c["id"]: c for c in found}.values())

    def event(self, event_id: str | None) -> Row:
        """The exported event; an empty row if there is none."""
        return next((e for e in self.rows["events"] if e["id"] == event_id), {})

    def without(self, ids: set[str]) -> Seeds:
        """The same record with the rows of ``ids`` taken out, and claims and quantities cut from what rests on them."""
        kept = {kind: [r for r in found if r.get("id") not in ids] for kind, found in self.rows.items()}
        return Seeds(kept, self.gold, self.dated, [g for g in self.gaps if g["id"] not in ids])


def shares_words(claim: Row, piece: Row) -> bool:
    """Whether some event evidence of the claim and the gold piece overlap."""
    return any(
        e["field"] == "event" and e["start"] < piece["end"] and piece["start"] < e["end"] for e in claim["evidence"]
    )


def build_seeds(folder: Path, gold: Row, *, dated: bool) -> Seeds:
    """Build the seeds, bare or with metadata.csv, and read everything back as exported."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "seeds.db"
        build(sorted(folder.glob("*.txt")), path, meta=folder / "metadata.csv" if dated else None, workers=1)
        with Store(path) as store:
            found = {kind: list(rows(kind, store)) for kind in KINDS}
            gaps = [{"id": f"gap-{n}", **asdict(row)} for n, row in enumerate(find_gaps(store))]
    return Seeds(found, gold, dated, gaps)
