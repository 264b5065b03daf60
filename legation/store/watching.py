"""What people watch, and where the ids of events went that a later run no longer has. Both outlive every rebuild."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from legation.store.codec import from_json, to_json

WATCH_TABLES = """
CREATE TABLE watches (
  name TEXT PRIMARY KEY, sides TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE former_ids (former TEXT PRIMARY KEY, event_id TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX former_ids_of ON former_ids(event_id);
"""

DROP_RETURNED = "DELETE FROM former_ids WHERE former IN (SELECT id FROM events)"
HEIRS = """
INSERT OR REPLACE INTO former_ids
SELECT former, heir FROM (
  SELECT v.event_id AS former, e.event_id AS heir,
         row_number() OVER (PARTITION BY v.event_id ORDER BY count(*) DESC, e.event_id) AS place
  FROM event_versions AS v, json_each(v.claims) AS c JOIN event_claims AS e ON e.claim_id = c.value
  WHERE v.last_run = (SELECT max(number) - 1 FROM runs) AND v.event_id NOT IN (SELECT id FROM events)
  GROUP BY v.event_id, e.event_id
) WHERE place = 1
"""
MOVE_ON = """
UPDATE former_ids SET event_id = (SELECT f.event_id FROM former_ids AS f WHERE f.former = former_ids.event_id)
WHERE event_id IN (SELECT former FROM former_ids)
"""
DROP_FORMER = """
DELETE FROM former_ids WHERE former IN (SELECT id FROM events) OR event_id NOT IN (SELECT id FROM events)
"""
NOTE_FORMER = (DROP_RETURNED, HEIRS, MOVE_ON, DROP_FORMER)
"""Once a run's versions are noted: an id that is gone leads to the event that now has most of its claims."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A dyad or a saved search; conditions left empty hold always. ``sides`` are kept as they were given.

    Example: ``Watch("tariffs", ("Pakistan", "USA"), topics=("tariffs",), at="2025-09-08T10:00:00+00:00")``.
    """

    name: str
    sides: tuple[str, ...] = ()
    words: str = ""
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    at: str = ""


def put_watch(db: sqlite3.Connection, watch: Watch) -> None:
    """Keep a watch in the place of one of the same name."""
    row = (watch.name, " – ".join(watch.sides), watch.words, watch.at, to_json(watch))
    db.execute("INSERT OR REPLACE INTO watches VALUES (?,?,?,?,?)", row)


def drop_watch(db: sqlite3.Connection, name: str) -> bool:
    """Whether there was a watch of that name to take out."""
    return db.execute("DELETE FROM watches WHERE name = ?", (name,)).rowcount > 0


def watches(db: sqlite3.Connection) -> tuple[Watch, ...]:
    """All watches by name."""
    return tuple(from_json(record, Watch) for (record,) in db.execute("SELECT record FROM watches ORDER BY name"))


def heir_of(db: sqlite3.Connection, former: str) -> str | None:
    """The event that an id of an earlier run leads to now."""
    row = db.execute("SELECT event_id FROM former_ids WHERE former = ?", (former,)).fetchone()
    return str(row[0]) if row else None
