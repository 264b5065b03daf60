"""The tables of the store, and the steps from each older version to this one.

``analyses``, ``watches`` and a person's ``judgements`` are kept; all other tables are rewritten from them. Each table
has columns that read well in Datasette, and ``record``, the whole record as JSON, where a row cannot show it all.
"""

from __future__ import annotations

import sqlite3

from legation.errors import StoreError
from legation.store.history import FIRST_VERSIONS, HISTORY_TABLES
from legation.store.indexing import FILL_ALL, INDEX_TABLES, INDEXED
from legation.store.watching import WATCH_TABLES

APPLICATION_ID = 0x4C454741  # "LEGA" in the file's header, so that another program's database is not taken for ours

FIRST = """
CREATE TABLE analyses (
  document_id TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, version TEXT NOT NULL,
  raw BLOB NOT NULL, analysis BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, outlet TEXT, title TEXT, url TEXT,
  author TEXT, language TEXT, published_first TEXT, published_last TEXT, published_basis TEXT NOT NULL,
  retrieved TEXT, copy_of TEXT, copy_kind TEXT, sha256 TEXT NOT NULL, text TEXT NOT NULL, record TEXT NOT NULL
);
CREATE VIRTUAL TABLE document_words USING fts5(
  title, text, content='documents', content_rowid='number', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
  INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER documents_changed AFTER UPDATE OF title, text ON documents BEGIN
  INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TABLE noise (
  document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE storylines (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, states TEXT NOT NULL, topics TEXT NOT NULL, events INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, event_type TEXT NOT NULL, mode TEXT, status TEXT, first TEXT, last TEXT,
  place TEXT, states TEXT NOT NULL, storyline_id TEXT REFERENCES storylines(id) DEFERRABLE INITIALLY DEFERRED,
  claims INTEGER NOT NULL, reports INTEGER NOT NULL, origins INTEGER NOT NULL, unattributed INTEGER NOT NULL,
  sides TEXT NOT NULL, conflicts INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
  event_type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, background INTEGER NOT NULL, opinion INTEGER NOT NULL,
  actors TEXT NOT NULL, recipients TEXT NOT NULL, first TEXT, last TEXT, day_words TEXT, speaker TEXT,
  words TEXT NOT NULL, start INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE INDEX claims_by_document ON claims(document_id, start);
CREATE TABLE event_claims (
  event_id TEXT NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  claim_id TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event_id, claim_id)
) WITHOUT ROWID;
CREATE INDEX event_of_claim ON event_claims(claim_id);
CREATE TABLE parties (
  claim_id TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED, side TEXT NOT NULL, name TEXT NOT NULL,
  actor_id TEXT, person INTEGER NOT NULL, office TEXT, state TEXT, sector TEXT, seniority INTEGER, role TEXT
);
CREATE INDEX parties_by_claim ON parties(claim_id);
CREATE INDEX parties_by_name ON parties(name);
CREATE TABLE evidence (
  claim_id TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL
);
CREATE INDEX evidence_by_claim ON evidence(claim_id);
CREATE TABLE quantities (
  id TEXT PRIMARY KEY, claim_id TEXT REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED, quote TEXT NOT NULL,
  value TEXT, low TEXT, high TEXT, unit TEXT, approx INTEGER NOT NULL, change TEXT NOT NULL, measure TEXT, period TEXT,
  baseline TEXT, record TEXT NOT NULL
);
CREATE TABLE readings (
  event_id TEXT NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED, field TEXT NOT NULL, value TEXT NOT NULL,
  claims INTEGER NOT NULL, origins INTEGER NOT NULL, display INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE INDEX readings_by_event ON readings(event_id);
CREATE TABLE agreements (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, parties TEXT NOT NULL, signatories TEXT NOT NULL,
  topics TEXT NOT NULL, binding TEXT NOT NULL, status TEXT, record TEXT NOT NULL
);
CREATE TABLE conflicts (
  id TEXT NOT NULL, event_id TEXT, agreement_id TEXT REFERENCES agreements(id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL, note TEXT NOT NULL, resolution TEXT,
  record TEXT NOT NULL
);
CREATE INDEX conflicts_by_event ON conflicts(event_id);
CREATE TABLE relations (
  event_id TEXT NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED, "to" TEXT NOT NULL, type TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX relations_by_event ON relations(event_id);
CREATE TABLE judgements (
  id TEXT PRIMARY KEY, "left" TEXT NOT NULL, "right" TEXT NOT NULL, verdict TEXT NOT NULL, score REAL NOT NULL,
  by TEXT NOT NULL, reasons TEXT NOT NULL, at TEXT, undone_by TEXT, record TEXT NOT NULL
);
CREATE INDEX judgements_by_left ON judgements("left");
CREATE INDEX judgements_by_right ON judgements("right");
CREATE TABLE origins (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, issuer TEXT, state TEXT, basis TEXT NOT NULL, reports INTEGER NOT NULL,
  claims INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE TABLE commitments (
  id TEXT PRIMARY KEY, by TEXT NOT NULL, "to" TEXT NOT NULL, text TEXT NOT NULL, made_in TEXT, status TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE TABLE failures (
  name TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL, remedy TEXT, PRIMARY KEY (name, stage)
) WITHOUT ROWID;
CREATE TABLE runs (
  number INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, version TEXT NOT NULL, at TEXT NOT NULL,
  documents INTEGER NOT NULL, claims INTEGER NOT NULL, events INTEGER NOT NULL, conflicts INTEGER NOT NULL
);
"""

SECOND = """
ALTER TABLE quantities ADD COLUMN document_id TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED;
UPDATE quantities SET document_id = (SELECT document_id FROM claims WHERE claims.id = quantities.claim_id);
UPDATE runs SET fingerprint = '' WHERE number = (SELECT max(number) FROM runs)
  AND EXISTS (SELECT 1 FROM quantities WHERE document_id IS NULL);
"""
"""A quantity's document; where no claim leads to it, the emptied fingerprint has the next build write it."""

THIRD = "".join(
    f"{statement};\n"
    for statement in (
        INDEX_TABLES,
        *FILL_ALL,
        "INSERT INTO event_runs SELECT id, coalesce((SELECT max(number) FROM runs), 0) FROM events",
    )
)
"""What pages are read from. A later change of them, or of what fills them, is a step of its own, as ``SIXTH``."""

FOURTH = "".join(f"{statement};\n" for statement in (HISTORY_TABLES, *FIRST_VERSIONS))
"""What the record said after each run. A later change of these tables is a step of its own."""

FIFTH = f"""{WATCH_TABLES}
CREATE INDEX statuses_told ON readings(event_id, value) WHERE field = 'status';
CREATE INDEX judgements_by_doubt ON judgements(0.5 - abs(score - 0.5) DESC, id, "left", "right") WHERE at IS NULL;
"""
"""What people watch, and where ids of earlier runs lead; told statuses and the least certain pairs, by index."""

SIXTH = "".join(
    f"{statement};\n"
    for statement in (
        "CREATE INDEX noise_by_document ON noise(document_id)",
        "CREATE INDEX evidence_by_document ON evidence(document_id)",
        "CREATE INDEX events_by_storyline ON events(storyline_id)",
        "CREATE INDEX conflicts_by_id ON conflicts(id)",
        *(f"DELETE FROM {table}" for table in INDEXED),
        *FILL_ALL,
    )
)
"""By what rows are found that go with a report or a storyline; what pages are read from, made anew once, since from
now on only rows of changed events are.
"""

MIGRATIONS: tuple[str, ...] = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH)
"""``MIGRATIONS[n]`` leads from version n to n + 1; a step once released is never edited."""

SCHEMA_VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, steps: tuple[str, ...] = MIGRATIONS) -> int:
    """Bring the database to the version of ``steps``, each step in its own transaction; the number of steps taken.

    Raises:
        StoreError: the file was written by a newer version, or belongs to another program.
    """
    first = version = check_version(connection, len(steps))
    while version < len(steps):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{steps[version]}\nPRAGMA application_id = {APPLICATION_ID};\n"
                f"PRAGMA user_version = {version + 1};\nCOMMIT;"
            )
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if check_version(connection, len(steps)) == version:
                raise  # else another process, which began at the same moment, took this step
        version = check_version(connection, len(steps))
    return len(steps) - first


def check_version(connection: sqlite3.Connection, newest: int = SCHEMA_VERSION) -> int:
    """The version the file has, 0 for an empty file."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if owner != APPLICATION_ID and (owner or tables):
        raise StoreError("the file is a database of another program, not a Legation record", "name another --store")
    if version > newest:
        raise StoreError(
            f"the record has schema version {version}, this Legation reads up to {newest}: a newer one wrote it",
            "pip install --upgrade legation",
        )
    return version
