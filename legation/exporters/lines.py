"""Rows as JSON lines, a JSON list or CSV. In CSV a nested value is JSON in its cell; null is an empty cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from legation.exporters.parts import Row
from legation.plain import to_json


def write_jsonl(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """One JSON object a line; how many."""
    count = 0
    for row in rows:
        out.write(to_json(row) + "\n")
        count += 1
    return count


def write_json(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """One JSON list, an object a line; how many."""
    out.write("[")
    count = write_listed(rows, out)
    out.write("\n]\n")
    return count


def write_listed(rows: Iterable[Row], out: TextIO) -> int:
    """The inside of a JSON list, one object a line; how many."""
    count = 0
    for count, row in enumerate(rows, 1):
        out.write(("\n" if count == 1 else ",\n") + to_json(row))
    return count


def write_csv(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """A header with ``fields``, then one row each; how many."""
    return _write_separated(rows, fields, out, ",")


def write_tsv(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """The same with tabs between."""
    return _write_separated(rows, fields, out, "\t")


def cell(value: Any) -> Any:
    """What stands in one cell: a single value as it is, a nested one as JSON, nothing for null."""
    if isinstance(value, bool | list | dict):
        return to_json(value)
    return "" if value is None else value


def _write_separated(rows: Iterable[Row], fields: Sequence[str], out: TextIO, delimiter: str) -> int:
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    writer.writerow(fields)
    count = 0
    for row in rows:
        writer.writerow([cell(row[field]) for field in fields])
        count += 1
    return count
