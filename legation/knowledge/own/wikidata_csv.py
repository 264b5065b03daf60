"""Tables from the Wikidata query service: item, label, position, start, end."""

from __future__ import annotations

import csv
from pathlib import Path

from legation.knowledge.own.facts import Fact, Line, check_day, check_order

COLUMNS = {
    "item": ("item", "person", "holder"),
    "label": ("label", "itemLabel", "personLabel", "holderLabel", "name"),
    "position": ("positionLabel", "officeLabel", "position", "office"),
    "state": ("state", "country", "countryLabel", "stateLabel"),
    "start": ("start", "startTime", "starttime", "first"),
    "end": ("end", "endTime", "endtime", "last"),
    "names": ("names", "itemAltLabel", "altLabel"),
    "checked": ("checked", "retrieved"),
}
NEEDED = ("label", "position")


def read_csv(path: Path) -> list[Fact]:
    """The terms of a table; columns may have the names that the query service gives them.

    Raises:
        KnowledgeError: a needed column is missing, or a row has no name, no position or a wrong day.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        found = {key: next((n for n in names if n in (rows.fieldnames or ())), "") for key, names in COLUMNS.items()}
        for key in NEEDED:
            if not found[key]:
                remedy = f"name a column one of {', '.join(COLUMNS[key])}"
                raise Line(path, 1).error(f"no column of the {key}", remedy)
        return [
            _fact({k: (row.get(c) or "").strip() for k, c in found.items()}, Line(path, rows.line_num)) for row in rows
        ]


def _fact(row: dict[str, str], line: Line) -> Fact:
    for key in NEEDED:
        if not row[key]:
            raise line.error(f"no {key}", "fill the cell, or take the row out")
    first, last = check_day(row["start"], line, "start"), check_day(row["end"], line, "end")
    check_order(first, last, line)
    return Fact(
        line,
        row["label"],
        row["item"].rsplit("/", 1)[-1],
        tuple(n.strip() for n in row["names"].split(",") if n.strip()),
        state=row["state"].rsplit("/", 1)[-1],
        office=row["position"],
        first=first,
        last=last,
        checked=check_day(row["checked"], line, "checked"),
        source="wikidata",
    )
