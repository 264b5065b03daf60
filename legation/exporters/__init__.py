"""The record as rows with the fields of docs/fields.md, and as JSON lines or CSV."""

from __future__ import annotations

from legation.exporters.formats import FORMATS, write_rows
from legation.exporters.rows import FIELDS, KINDS, rows

__all__ = ["FIELDS", "FORMATS", "KINDS", "rows", "write_rows"]
