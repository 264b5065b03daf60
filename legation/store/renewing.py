"""Tables brought to what a record says now by writing only the rows that changed. The caller holds the transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable

from legation.store.indexing import DROP_CHANGED, FILL_ALL, FILL_CHANGED
from legation.store.rows import Row

KEPT = {"judgements": "at IS NOT NULL"}
"""Rows that no rewriting touches: what people said."""


def renew_rows(db: sqlite3.Connection, table: str, owner: str, values: Iterable[Row]) -> set[str]:
    """Make a table hold just these rows.

    All rows of one owner (a claim, an event) are written together or not at all, so they keep their order.

    Returns:
        The owners of rows that came, went or changed.
    """
    now, before = defaultdict(list), defaultdict(list)
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
    place = columns.index(owner)
    for row in values:
        now[row[place]].append(row)
    kept = f"WHERE NOT ({KEPT[table]})" if table in KEPT else ""
    for row in db.execute(f"SELECT * FROM {table} {kept}"):
        before[row[place]].append(row)
    gone = [key for key, held in before.items() if now.get(key) != held]
    fresh = [key for key, told in now.items() if before.get(key) != told]
    db.executemany(f"DELETE FROM {table} WHERE {owner} = ?", [(key,) for key in gone])
    insert_rows(db, table, (row for key in fresh for row in now[key]))
    return {*gone, *fresh}


def insert_rows(db: sqlite3.Connection, table: str, values: Iterable[Row], verb: str = "INSERT") -> None:
    """Write rows of all columns of a table."""
    waiting = list(values)
    if waiting:
        places = ",".join("?" * len(waiting[0]))
        db.executemany(f"{verb} INTO {table} VALUES ({places})", waiting)


def renew_index(db: sqlite3.Connection, changed: Collection[str]) -> None:
    """Fill the tables that pages are read from anew, where their rows may be others than before.

    Args:
        changed: ids of the events that came, went or changed, in themselves or in their claims and reports.
    """
    given = {"changed": json.dumps(sorted(changed))}
    for statement in (*DROP_CHANGED, *FILL_CHANGED):
        db.execute(statement, given if ":changed" in statement else {})


def fill_index(db: sqlite3.Connection) -> None:
    """Fill the tables that pages are read from, which hold nothing yet."""
    for statement in FILL_ALL:
        db.execute(statement)
