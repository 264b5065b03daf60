"""The statements that write a record. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from legation.errors import StoreError
from legation.records import Document, Judgement, RawDocument, Record
from legation.store import rows
from legation.store.checks import check_claim, check_document, check_quantity, find_evidence
from legation.store.codec import pack, unpack
from legation.store.history import NOTE_VERSIONS
from legation.store.indexing import DROP_GONE, FILL, INDEXED, NOTE_RUN
from legation.store.rows import Row
from legation.store.watching import NOTE_FORMER

REBUILT = ("relations", "conflicts", "readings", "quantities", "evidence", "parties", "event_claims", "claims",
           "events", "storylines", "agreements", "commitments", "origins", "noise")  # fmt: skip
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


def clear_record(db: sqlite3.Connection) -> None:
    """Take out all that is rebuilt; documents are updated in place so that their words are not indexed again."""
    for table in (*INDEXED, *REBUILT):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM judgements WHERE at IS NULL")


def put_record(db: sqlite3.Connection, record: Record) -> None:
    """Write the record's rows and what pages are read from; foreign keys are checked when the transaction ends."""
    put_documents(db, record.documents)
    put_parts(db, record)
    fill_index(db)


def fill_index(db: sqlite3.Connection) -> None:
    """Fill the tables that pages are read from, from the record's own."""
    for statement in FILL:
        db.execute(statement)


def put_parts(db: sqlite3.Connection, record: Record) -> None:
    """Write all rows but the documents'."""
    claim_ids = {c.id for c in record.claims}
    storyline_ids = {s.id for s in record.storylines}
    homes = quantity_homes(record)
    _insert(db, "noise", (row for d in record.documents for row in rows.noise_rows(d)))
    _insert(db, "claims", map(rows.claim_row, record.claims))
    _insert(db, "parties", (row for c in record.claims for row in rows.party_rows(c)))
    _insert(db, "evidence", (row for c in record.claims for row in rows.evidence_rows(c)))
    _insert(db, "quantities", (rows.quantity_row(q, claim_ids, homes.get(q.id)) for q in record.quantities))
    _insert(db, "storylines", map(rows.storyline_row, record.storylines))
    _insert(db, "events", (rows.event_row(e, storyline_ids) for e in record.events))
    _insert(db, "event_claims", ((e.id, c) for e in record.events for c in e.claim_ids))
    _insert(db, "readings", (row for e in record.events for row in rows.reading_rows(e)))
    _insert(db, "relations", (row for e in record.events for row in rows.relation_rows(e)))
    _insert(db, "agreements", map(rows.agreement_row, record.agreements))
    _insert(db, "conflicts", rows.conflict_rows(record))
    _insert(db, "commitments", map(rows.commitment_row, record.commitments))
    _insert(db, "origins", map(rows.origin_row, record.origins))
    put_judgements(db, record.judgements)


def put_judgements(db: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    """Write judgements; one that is there already by its id is replaced."""
    _insert(db, "judgements", map(rows.judgement_row, judgements), "INSERT OR REPLACE")


def put_run(db: sqlite3.Connection, record: Record, fingerprint: str, version: str, at: str) -> None:
    """Note what the record was made from, by which version, when, and how much it holds."""
    conflicts = db.execute("SELECT count(*) FROM conflicts").fetchone()[0]
    row = (None, fingerprint, version, at, len(record.documents), len(record.claims), len(record.events), conflicts)
    _insert(db, "runs", [row])
    for statement in (DROP_GONE, NOTE_RUN, *NOTE_VERSIONS, *NOTE_FORMER):
        db.execute(statement)


def pack_raw(raw: RawDocument, document: Document) -> bytes:
    """What was read, without a text that the document holds anyway."""
    return pack(replace(raw, text="") if raw.text is not None and raw.text == document.text else raw)


def unpack_raw(packed: bytes, document: Document) -> RawDocument:
    """What ``pack_raw`` packed, its text filled in again."""
    raw = unpack(packed, RawDocument)
    return replace(raw, text=document.text) if raw.text == "" and raw.html is None else raw


def put_documents(db: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Write the documents in the place of those before; one that did not change is left as it stands."""
    kept = {d.id for d in documents}
    gone = [(i,) for (i,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall() if i not in kept]
    db.executemany("DELETE FROM documents WHERE id = ?", gone)
    for document in documents:
        row = rows.document_row(document)
        if db.execute(FIND_DOCUMENT, (document.id,)).fetchone() != row:
            db.execute(UPSERT_DOCUMENT, row)
            db.execute(UPDATE_WORDS, (document.id, document.title, document.text))


def _insert(db: sqlite3.Connection, table: str, values: Iterable[Row], verb: str = "INSERT") -> None:
    waiting = list(values)
    if waiting:
        places = ",".join("?" * len(waiting[0]))
        db.executemany(f"{verb} INTO {table} VALUES ({places})", waiting)
