"""The statements that write a record. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from legation.errors import StoreError
from legation.records import Document, Judgement, RawDocument, Record
from legation.store import rows
from legation.store.checks import check_claim, check_document, check_quantity, find_evidence
from legation.store.codec import pack, to_json, unpack
from legation.store.history import NOTE_VERSIONS
from legation.store.indexing import DROP_GONE, NOTE_RUN
from legation.store.renewing import insert_rows, renew_index, renew_rows
from legation.store.rows import Row
from legation.store.watching import NOTE_FORMER

DOCUMENT = """id, name, outlet, title, url, author, language, published_first, published_last, published_basis,
  retrieved, copy_of, copy_kind, sha256, text, record"""
FIND_DOCUMENT = f"SELECT {DOCUMENT} FROM documents WHERE id = ?"
UPSERT_DOCUMENT = f"""
INSERT INTO documents ({DOCUMENT}) VALUES ({",".join("?" * 16)})
ON CONFLICT(id) DO UPDATE SET name=excluded.name, outlet=excluded.outlet, url=excluded.url, author=excluded.author,
  language=excluded.language, published_first=excluded.published_first, published_last=excluded.published_last,
  published_basis=excluded.published_basis, retrieved=excluded.retrieved, copy_of=excluded.copy_of,
  copy_kind=excluded.copy_kind, sha256=excluded.sha256, record=excluded.record
"""
UPDATE_WORDS = "UPDATE documents SET title = ?2, text = ?3 WHERE id = ?1 AND (title IS NOT ?2 OR text <> ?3)"


def check_record(record: Record) -> None:
    """Compare every quote of the record with its document's text; ``StoreError`` at the first that is false."""
    documents = {d.id: d for d in record.documents}
    for document in record.documents:
        check_document(document)
    for claim in record.claims:
        if claim.document_id not in documents:
            raise StoreError(f"claim {claim.id} belongs to no document of the record ({claim.document_id})")
        check_claim(claim, documents[claim.document_id])
    home = {c.id: documents[c.document_id] for c in record.claims}
    quoted = quantity_homes(record)
    for quantity in record.quantities:
        document_id = quoted.get(quantity.id)
        if document_id is not None:
            if document_id not in documents:
                raise StoreError(f"quantity {quantity.id} belongs to no document of the record ({document_id})")
            check_quantity(quantity, documents[document_id])
    for commitment in record.commitments:
        texts = [home[c].text for c in commitment.claim_ids if c in home]
        for evidence in find_evidence(commitment.evidence):
            if not any(text[evidence.start : evidence.end] == evidence.quote for text in texts):
                raise StoreError(f"commitment {commitment.id}: no report says {evidence.quote!r} at {evidence.start}")


def quantity_homes(record: Record) -> dict[str, str]:
    """Quantity id -> id of the document that it quotes: as the record says, else that of its claim."""
    documents = {c.id: c.document_id for c in record.claims}
    told = {q.id: documents[q.claim_id] for q in record.quantities if q.claim_id in documents}
    return told | dict(record.quantity_documents)


def put_record(db: sqlite3.Connection, record: Record) -> None:
    """Write the record in the place of the one before, and what pages are read from.

    Rows that did not change are left as they stand: a few more reports change few, and writing costs more than
    comparing. Foreign keys are checked when the transaction ends.
    """
    reports = put_documents(db, record.documents)
    touched = _events_of(db, "document_id", reports)
    changed = {table: renew_rows(db, table, owner, values) for table, owner, values in list_rows(record)}
    put_judgements(db, (j for j in record.judgements if j.at is not None))
    renew_index(db, touched | changed["events"] | _events_of(db, "claims.id", changed["claims"]))


def _events_of(db: sqlite3.Connection, column: str, wanted: Collection[str]) -> set[str]:
    """The events that rest on claims of which ``column`` is one of those wanted."""
    query = f"""SELECT DISTINCT event_id FROM event_claims JOIN claims ON claims.id = claim_id
                WHERE {column} IN (SELECT value FROM json_each(?))"""
    return {event_id for (event_id,) in db.execute(query, (to_json(sorted(wanted)),))}


def list_rows(record: Record) -> Iterator[tuple[str, str, Iterable[Row]]]:
    """(table, the column that says whose a row is, rows) of all tables but the documents' and those of the index."""
    claim_ids = {c.id for c in record.claims}
    storyline_ids = {s.id for s in record.storylines}
    homes = quantity_homes(record)
    yield "noise", "document_id", (row for d in record.documents for row in rows.noise_rows(d))
    yield "claims", "id", map(rows.claim_row, record.claims)
    yield "parties", "claim_id", (row for c in record.claims for row in rows.party_rows(c))
    yield "evidence", "claim_id", (row for c in record.claims for row in rows.evidence_rows(c))
    yield "quantities", "id", (rows.quantity_row(q, claim_ids, homes.get(q.id)) for q in record.quantities)
    yield "storylines", "id", map(rows.storyline_row, record.storylines)
    yield "events", "id", (rows.event_row(e, storyline_ids) for e in record.events)
    yield "event_claims", "event_id", ((e.id, c) for e in record.events for c in sorted(e.claim_ids))
    yield "readings", "event_id", (row for e in record.events for row in rows.reading_rows(e))
    yield "relations", "event_id", (row for e in record.events for row in rows.relation_rows(e))
    yield "agreements", "id", map(rows.agreement_row, record.agreements)
    yield "conflicts", "id", rows.conflict_rows(record)
    yield "commitments", "id", map(rows.commitment_row, record.commitments)
    yield "origins", "id", map(rows.origin_row, record.origins)
    yield "judgements", "id", (rows.judgement_row(j) for j in record.judgements if j.at is None)


def put_judgements(db: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    """Write judgements; one that is there already by its id is replaced."""
    insert_rows(db, "judgements", map(rows.judgement_row, judgements), "INSERT OR REPLACE")


def put_run(db: sqlite3.Connection, record: Record, fingerprint: str, version: str, at: str) -> None:
    """Note what the record was made from, by which version, when, and how much it holds."""
    conflicts = db.execute("SELECT count(*) FROM conflicts").fetchone()[0]
    row = (None, fingerprint, version, at, len(record.documents), len(record.claims), len(record.events), conflicts)
    insert_rows(db, "runs", [row])
    for statement in (DROP_GONE, NOTE_RUN, *NOTE_VERSIONS, *NOTE_FORMER):
        db.execute(statement)


def pack_raw(raw: RawDocument, document: Document) -> bytes:
    """What was read, without a text that the document holds anyway."""
    return pack(replace(raw, text="") if raw.text is not None and raw.text == document.text else raw)


def unpack_raw(packed: bytes, document: Document) -> RawDocument:
    """What ``pack_raw`` packed, its text filled in again."""
    raw = unpack(packed, RawDocument)
    return replace(raw, text=document.text) if raw.text == "" and raw.html is None else raw


def put_documents(db: sqlite3.Connection, documents: Iterable[Document]) -> set[str]:
    """Write the documents in the place of those before, each where it stood, so that words are not indexed again.

    Returns:
        The ids of those that are new or changed.
    """
    kept = {d.id for d in documents}
    gone = [(i,) for (i,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall() if i not in kept]
    db.executemany("DELETE FROM documents WHERE id = ?", gone)
    changed = set()
    for document in documents:
        row = rows.document_row(document)
        if db.execute(FIND_DOCUMENT, (document.id,)).fetchone() != row:
            db.execute(UPSERT_DOCUMENT, row)
            db.execute(UPDATE_WORDS, (document.id, document.title, document.text))
            changed.add(document.id)
    return changed
