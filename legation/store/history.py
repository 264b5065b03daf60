"""What the record said of each event after each of the last runs, so that two runs can be compared.

A version of an event holds from ``first_run`` to ``last_run``, empty while it still does; a run adds rows only for what
changed in it, so a record that grows by a few reports grows its history by a few rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

RUNS_KEPT = 20

HISTORY_TABLES = """
CREATE TABLE kept_runs (run INTEGER PRIMARY KEY);
CREATE TABLE event_versions (
  event_id TEXT NOT NULL, first_run INTEGER NOT NULL, last_run INTEGER, day TEXT NOT NULL, label TEXT NOT NULL,
  status TEXT NOT NULL, documents TEXT NOT NULL, claims TEXT NOT NULL, conflicts TEXT NOT NULL,
  PRIMARY KEY (event_id, first_run)
) WITHOUT ROWID;
CREATE INDEX versions_ended ON event_versions(last_run);
CREATE VIEW event_states AS
SELECT id AS event_id, coalesce(first, '') AS day, label, coalesce(status, '') AS status,
  (SELECT json_group_array(d) FROM (
     SELECT DISTINCT document_id AS d FROM event_claims JOIN claims ON claims.id = claim_id
     WHERE event_id = events.id ORDER BY d)) AS documents,
  (SELECT json_group_array(c) FROM (
     SELECT claim_id AS c FROM event_claims WHERE event_id = events.id ORDER BY c)) AS claims,
  (SELECT json_group_object(k, words) FROM (
     SELECT id AS k, max(field || ': ' || note) AS words FROM conflicts
     WHERE event_id = events.id AND resolution IS NULL GROUP BY id ORDER BY id)) AS conflicts
FROM events;
"""

OPEN_VERSIONS = """
INSERT INTO event_versions
SELECT event_id, (SELECT max(number) FROM runs), NULL, day, label, status, documents, claims, conflicts
FROM event_states AS s WHERE NOT EXISTS (
  SELECT 1 FROM event_versions AS v WHERE v.event_id = s.event_id AND v.last_run IS NULL)
"""
CLOSE_VERSIONS = """
UPDATE event_versions SET last_run = (SELECT max(number) - 1 FROM runs)
WHERE last_run IS NULL AND NOT EXISTS (
  SELECT 1 FROM event_states AS s WHERE s.event_id = event_versions.event_id
  AND (s.day, s.label, s.status, s.documents, s.claims, s.conflicts)
   = (event_versions.day, event_versions.label, event_versions.status, event_versions.documents,
      event_versions.claims, event_versions.conflicts))
"""
NOTE_VERSIONS = (
    CLOSE_VERSIONS,
    OPEN_VERSIONS,
    "INSERT INTO kept_runs SELECT max(number) FROM runs",
    f"DELETE FROM kept_runs WHERE run <= (SELECT max(number) FROM runs) - {RUNS_KEPT}",
    "DELETE FROM event_versions WHERE last_run < (SELECT min(run) FROM kept_runs)",
)
"""The statements that end a run, once its record is written, in this order."""

FIRST_VERSIONS = (
    "INSERT INTO kept_runs SELECT max(number) FROM runs HAVING max(number) IS NOT NULL",
    "INSERT INTO event_versions SELECT event_id, (SELECT max(run) FROM kept_runs), NULL, day, label, status,"
    " documents, claims, conflicts FROM event_states WHERE EXISTS (SELECT 1 FROM kept_runs)",
)
"""The history of a record written before histories were kept begins with its last run."""

FORGET = """
UPDATE event_versions SET day = '', label = '(a report taken out)', conflicts =
  (SELECT json_group_object(key, '') FROM json_each(conflicts))
WHERE EXISTS (SELECT 1 FROM json_each(documents) WHERE value = ?)
"""
"""Of what a forgotten report told, its words go; ids stay, so that runs can still be compared."""

CHANGED = """
SELECT event_id, day, label, status, documents, claims, conflicts FROM event_versions
WHERE first_run <= :held AND coalesce(last_run, :held) >= :held
AND NOT (first_run <= :other AND coalesce(last_run, :other) >= :other) ORDER BY event_id
"""


@dataclass(frozen=True, slots=True)
class EventVersion:
    """What the record said of an event after a run; ``conflicts`` are the words of the open ones by their ids."""

    event_id: str
    day: str
    label: str
    status: str
    document_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    conflicts: dict[str, str]


def changed_versions(db: sqlite3.Connection, held: int, other: int) -> Iterator[EventVersion]:
    """What held after run ``held`` and not, or not so, after ``other``; by id."""
    for event_id, day, label, status, *lists in db.execute(CHANGED, {"held": held, "other": other}):
        documents, claims, conflicts = map(json.loads, lists)
        yield EventVersion(event_id, day, label, status, tuple(documents), tuple(claims), conflicts)


def kept_runs(db: sqlite3.Connection) -> list[int]:
    """The runs that can be compared, the oldest first."""
    return [run for (run,) in db.execute("SELECT run FROM kept_runs ORDER BY run")]
