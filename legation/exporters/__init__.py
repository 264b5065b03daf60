"""The record for other programs: rows with the fields of docs/fields.md, tables, calendars, graphs, feeds."""

from __future__ import annotations

from legation.exporters.formats import FORMATS, write_export, write_rows
from legation.exporters.rows import FIELDS, KINDS, rows
from legation.exporters.selection import Selection, select

__all__ = ["FIELDS", "FORMATS", "KINDS", "Selection", "rows", "select", "write_export", "write_rows"]
