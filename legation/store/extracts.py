"""Parts of a record that hold all that one question needs, so that the whole need not be read for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TypeVar

from legation.records import Agreement, Claim, Document, Event, Quantity, Record
from legation.store.codec import from_json

R = TypeVar("R")
MEASURED = "SELECT record FROM quantities WHERE measure IS NOT NULL ORDER BY id"
MEASURED_IN = """SELECT id, document_id FROM quantities
                 WHERE measure IS NOT NULL AND document_id IS NOT NULL ORDER BY id"""
PRINTED_IN = """SELECT record FROM documents WHERE id IN (
                SELECT document_id FROM quantities WHERE measure IS NOT NULL) ORDER BY id"""
RATES = "SELECT record FROM quantities WHERE measure = 'tariff_rate' ORDER BY id"
RATED_CLAIMS = "SELECT claim_id FROM quantities WHERE measure = 'tariff_rate'"
ASKED_EVENTS = f"""
SELECT record FROM events WHERE (event_type = 'CONSULT' AND (mode = 'phone' OR (instr(states, ' ') AND sides <> '')))
OR id IN (SELECT event_id FROM event_claims WHERE claim_id IN ({RATED_CLAIMS})) ORDER BY coalesce(first, '9999'), id
"""
ASKED_CLAIMS = f"""
SELECT record FROM claims WHERE id IN ({RATED_CLAIMS} UNION
  SELECT c.value FROM agreements, json_each(agreements.record, '$.claim_ids') AS c) ORDER BY document_id, start, id
"""


def record_of_figures(db: sqlite3.Connection) -> Record:
    """The amounts that have a measure and the reports that print them, those without their texts."""
    return Record(
        documents=tuple(_all(db, PRINTED_IN, Document)),
        quantities=tuple(_all(db, MEASURED, Quantity)),
        quantity_documents=tuple(db.execute(MEASURED_IN).fetchall()),
    )


def record_of_gaps(db: sqlite3.Connection) -> Record:
    """Talks of which a side or the caller can be missing, tariff rates with their events, and the agreements."""
    return Record(
        claims=tuple(_all(db, ASKED_CLAIMS, Claim)),
        quantities=tuple(_all(db, RATES, Quantity)),
        events=tuple(_all(db, ASKED_EVENTS, Event)),
        agreements=tuple(_all(db, "SELECT record FROM agreements ORDER BY id", Agreement)),
    )


def _all(db: sqlite3.Connection, query: str, kind: type[R]) -> Iterator[R]:
    return (from_json(record, kind) for (record,) in db.execute(query))
