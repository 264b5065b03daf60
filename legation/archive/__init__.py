"""An archive too big for one file: claims in Parquet shards, of which a working set becomes a record.

``add`` reads and analyses reports into shards, on any engine; ``ask`` puts a question to all of them by DuckDB;
``take`` makes a store of the reports that are asked for, the same store, byte for byte, as ``build`` of them makes.
Stopped at any moment and run again, ``add`` goes on with the shards that are not finished.
"""

from __future__ import annotations

from legation.archive.adding import Added, add
from legation.archive.asking import COUNTS, ask
from legation.archive.taking import Wanted, take

__all__ = ["COUNTS", "Added", "Wanted", "add", "ask", "take"]
