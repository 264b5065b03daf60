"""Rows to JSON lines or CSV. In CSV a nested value is JSON in its cell; null is an empty cell."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

import msgspec

from legation.errors import UsageError
from legation.exporters.parts import Row

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def to_json(value: Any) -> str:
    """Compact JSON; exact decimals become numbers with all their digits."""
    return _ENCODER.encode(value).decode("utf-8")


def write_jsonl(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """One JSON object a line."""
    count = 0
    for row in rows:
        out.write(to_json(row) + "\n")
        count += 1
    return count


def write_csv(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    """A header with ``fields``, then one row each."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    count = 0
    for row in rows:
        writer.writerow([_cell(row[field]) for field in fields])
        count += 1
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, bool | list | dict):
        return to_json(value)
    return "" if value is None else value


FORMATS: dict[str, Callable[[Iterable[Row], Sequence[str], TextIO], int]] = {"jsonl": write_jsonl, "csv": write_csv}


def write_rows(rows: Iterable[Row], fields: Sequence[str], out: TextIO, form: str = "jsonl") -> int:
    """Write rows in format ``form``; how many.

    Raises:
        UsageError: there is no such format.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}", f"use one of: {', '.join(FORMATS)}")
    return FORMATS[form](rows, fields, out)
