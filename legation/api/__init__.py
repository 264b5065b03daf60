"""The record from Python: ``legation.open("record.db")``, and results that speak Arrow, pandas and Polars.

Example:
    >>> with legation.open("record.db") as record:          # doctest: +SKIP
    ...     record.timeline("PAK", "USA").to_pandas()
"""

from __future__ import annotations

from legation.api.opened import OpenRecord, open_record
from legation.api.tables import Table

open = open_record  # so that legation.open reads like sqlite3.connect or gzip.open

__all__ = ["OpenRecord", "Table", "open", "open_record"]
