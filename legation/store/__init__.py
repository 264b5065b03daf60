"""One SQLite file that holds the record: the only package with SQL.

Analyses are kept as they were made; everything that follows from them is rewritten in one transaction, so a reader
sees the record before or after a build, never half of one, and a killed build leaves a whole file.

Example:
    >>> with Store.open("record.db") as store:          # doctest: +SKIP
    ...     [event.label for event in store.events()]
"""

from __future__ import annotations

from legation.store.asking import EventHead, EventQuery
from legation.store.catalogue import UNDATED, ActorCount, Catalogue, DyadCount, PlaceCount, Run
from legation.store.codec import from_json, to_json
from legation.store.history import EventVersion
from legation.store.schema import SCHEMA_VERSION
from legation.store.store import Store
from legation.store.watching import Watch

__all__ = [
    "SCHEMA_VERSION",
    "UNDATED",
    "ActorCount",
    "Catalogue",
    "DyadCount",
    "EventHead",
    "EventQuery",
    "EventVersion",
    "PlaceCount",
    "Run",
    "Store",
    "Watch",
    "from_json",
    "to_json",
]
