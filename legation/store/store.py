"""The store: opens the file, keeps analyses and people's judgements, rewrites and reads the record."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from legation.errors import UsageError
from legation.records import (
    Agreement,
    Analysis,
    Claim,
    Commitment,
    Conflict,
    Document,
    Event,
    Failure,
    Judgement,
    Origin,
    Quantity,
    RawDocument,
    Record,
    Storyline,
)
from legation.store import extracts, reading, watching, writing
from legation.store.catalogue import Catalogue
from legation.store.checks import check_analysis
from legation.store.codec import from_json, pack, unpack
from legation.store.history import FORGET
from legation.store.opening import damaged_error, open_database, read_only_error, unwritten_error
from legation.store.watching import Watch

R = TypeVar("R")


class Store:
    """One record in one SQLite file. Open it with ``Store.open``; use it in a ``with`` block.

    Every method that writes is one transaction. Lists come in a fixed order, so that exports are the same each time.
    """

    def __init__(self, path: Path | str, create: bool = False, write: bool = False) -> None:
        self.path = Path(path)
        self._db, self.read_only = open_database(self.path, create, write)
        self._open = True

    @classmethod
    def open(cls, path: Path | str, create: bool = False, write: bool = False) -> Store:
        """The store at ``path``, brought to this version; made new if ``create`` and nothing is there.

        A write-protected one can still be read, unless ``create`` or ``write`` says that more is meant.

        Raises:
            StoreError: no file, a file that is no record, one of a newer version, or one that is locked.
        """
        return cls(path, create, write)

    def close(self) -> None:
        """Close the file; a snapshot that is still open ends with it."""
        self._open = False
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()
        if isinstance(error, (sqlite3.DatabaseError, zlib.error, msgspec.DecodeError)):
            raise damaged_error(self.path, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise read_only_error(self.path)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise unwritten_error(self.path, error) from error
            raise

    @contextmanager
    def snapshot(self) -> Iterator[Store]:
        """Within the block all reads see one state of the record, whatever a build writes meanwhile. May be nested."""
        outer = self._db.in_transaction
        if not outer:
            self._db.execute("BEGIN")
        try:
            yield self
        finally:
            if not outer and self._open and self._db.in_transaction:
                self._db.execute("ROLLBACK")

    # -- what is kept -----------------------------------------------------------------------------------------------

    def add_analyses(self, analyses: Iterable[tuple[RawDocument, Analysis, str]], version: str) -> int:
        """Keep analyses, each with what it was read from and the digest of its input; how many.

        Raises:
            StoreError: a quote is not in its document's text; then none of them is written.
        """
        kept = 0
        with self._transaction() as db:
            for raw, analysis, digest in analyses:
                check_analysis(analysis)
                document = analysis.document
                row = (document.id, document.name, digest, version, writing.pack_raw(raw, document), pack(analysis))
                db.execute("INSERT OR REPLACE INTO analyses VALUES (?,?,?,?,?,?)", row)
                kept += 1
        return kept

    def digests(self) -> dict[str, str]:
        """Document id -> digest of the document as it was analysed."""
        return dict(self._db.execute("SELECT document_id, digest FROM analyses ORDER BY document_id").fetchall())

    def analyses(self) -> Iterator[Analysis]:
        """All kept analyses, by document id."""
        for (packed,) in self._db.execute("SELECT analysis FROM analyses ORDER BY document_id"):
            yield unpack(packed, Analysis)

    def tellings(self) -> Iterator[Analysis]:
        """All kept analyses with what is reconciled of them alone: documents, claims and quantities; by document id."""
        for (packed,) in self._db.execute("SELECT analysis FROM analyses ORDER BY document_id"):
            told = unpack(packed, reading.Telling)
            yield Analysis(told.document, told.claims, told.quantities)

    def analysis(self, document_id: str) -> Analysis | None:
        """What was kept of one document: mentions, times and attributions too."""
        found = self._db.execute("SELECT analysis FROM analyses WHERE document_id = ?", (document_id,)).fetchone()
        return unpack(found[0], Analysis) if found else None

    def raws(self) -> Iterator[tuple[str, RawDocument]]:
        """(document id, what it was read from), so that ``rebuild`` can begin anew; by document id."""
        for document_id, raw, packed in self._db.execute(
            "SELECT document_id, raw, analysis FROM analyses ORDER BY document_id"
        ):
            yield document_id, writing.unpack_raw(raw, unpack(packed, Analysis).document)

    def forget(self, document_id: str) -> None:
        """Drop a report's analysis and people's judgements that quote it. The record is rewritten afterwards."""
        analysis = self.analysis(document_id)
        if analysis is None:
            raise UsageError(f"no document {document_id} in {self.path}", "legation export documents lists the ids")
        claims = [(c.id, c.id) for c in analysis.claims]
        with self._transaction() as db:
            db.execute("PRAGMA secure_delete = ON")
            db.execute("DELETE FROM analyses WHERE document_id = ?", (document_id,))
            db.executemany('DELETE FROM judgements WHERE "left" = ? OR "right" = ?', claims)
            db.execute(FORGET, (document_id,))

    # -- people's judgements ----------------------------------------------------------------------------------------

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep a person's judgements (those with ``at``), even if the power fails at once; the record is rewritten
        afterwards.
        """
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            with self._transaction() as db:
                writing.put_judgements(db, judgements)
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

    def decisions(self) -> tuple[Judgement, ...]:
        """People's judgements, undone ones too, in the order of their ids."""
        return tuple(self._all("SELECT record FROM judgements WHERE at IS NOT NULL ORDER BY id", Judgement))

    # -- what people watch --------------------------------------------------------------------------------------------

    def add_watch(self, watch: Watch) -> None:
        """Keep a watch, in the place of one of the same name."""
        with self._transaction() as db:
            watching.put_watch(db, watch)

    def drop_watch(self, name: str) -> bool:
        """Whether there was a watch of that name to take out."""
        with self._transaction() as db:
            return watching.drop_watch(db, name)

    def watches(self) -> tuple[Watch, ...]:
        """All watches by name."""
        return watching.watches(self._db)

    # -- the record -------------------------------------------------------------------------------------------------

    def write_record(
        self, record: Record, fingerprint: str, version: str, at: str, is_current: Callable[[], bool] | None = None
    ) -> bool:
        """Put ``record`` in the place of the one before, in one transaction, and note the run.

        Args:
            is_current: asked once nobody else can write; where it says no, nothing is written.

        Returns:
            Whether the record was written.

        Raises:
            StoreError: a quote is not in its document's text; then the record before stays as it was.
        """
        writing.check_record(record)
        with self._transaction() as db:
            if is_current is not None and not is_current():
                return False
            writing.put_record(db, record)
            writing.put_run(db, record, fingerprint, version, at)
        return True

    def fingerprint(self) -> str | None:
        """What the present record was made from; None before the first build."""
        found = self._db.execute("SELECT fingerprint FROM runs ORDER BY number DESC LIMIT 1").fetchone()
        return str(found[0]) if found else None

    def replace_failures(self, names: Iterable[str], failures: Iterable[Failure]) -> None:
        """Take out what was noted of inputs ``names`` and note ``failures``."""
        with self._transaction() as db:
            db.executemany("DELETE FROM failures WHERE name = ?", [(name,) for name in names])
            rows = [(f.name, f.stage, f.reason, f.remedy) for f in failures]
            db.executemany("INSERT OR REPLACE INTO failures VALUES (?,?,?,?)", rows)

    # -- reading ----------------------------------------------------------------------------------------------------

    @cached_property
    def catalogue(self) -> Catalogue:
        """What pages ask: a few rows at a time, by index."""
        return Catalogue(self._db)

    def documents(self) -> Iterator[Document]:
        """The documents of the record with their texts, by id."""
        for record, text in self._db.execute("SELECT record, text FROM documents ORDER BY id"):
            yield reading.with_text(record, text)

    def document(self, document_id: str) -> Document | None:
        row = self._db.execute("SELECT record, text FROM documents WHERE id = ?", (document_id,)).fetchone()
        return reading.with_text(*row) if row else None

    def claims(self) -> Iterator[Claim]:
        """All claims by document and place in it."""
        return self._all("SELECT record FROM claims ORDER BY document_id, start, id", Claim)

    def claims_of(self, document_id: str) -> tuple[Claim, ...]:
        query = "SELECT record FROM claims WHERE document_id = ? ORDER BY start, id"
        return tuple(self._all(query, Claim, document_id))

    def claim(self, claim_id: str) -> Claim | None:
        return self._one("SELECT record FROM claims WHERE id = ?", Claim, claim_id)

    def events(self) -> Iterator[Event]:
        """All events by first day, those without a day last, then by id."""
        return self._all("SELECT record FROM events ORDER BY coalesce(first, '9999'), id", Event)

    def event(self, event_id: str) -> Event | None:
        return next(iter(self.catalogue.events([event_id])), None)

    def event_ids(self) -> dict[str, str]:
        """Claim id -> event id."""
        return dict(self._db.execute("SELECT claim_id, event_id FROM event_claims ORDER BY claim_id").fetchall())

    def judgements(self) -> Iterator[Judgement]:
        return self._all("SELECT record FROM judgements ORDER BY id", Judgement)

    def judgements_of(self, claim_ids: Sequence[str]) -> tuple[Judgement, ...]:
        """The judgements that touch any of the claims, by id."""
        return reading.judgements_of(self._db, claim_ids)

    def origins(self) -> Iterator[Origin]:
        return self._all("SELECT record FROM origins ORDER BY id", Origin)

    def agreements(self) -> Iterator[Agreement]:
        return self._all("SELECT record FROM agreements ORDER BY id", Agreement)

    def quantities(self) -> Iterator[Quantity]:
        return self._all("SELECT record FROM quantities ORDER BY id", Quantity)

    def quantity_documents(self) -> dict[str, str]:
        """Quantity id -> id of the document whose words it quotes."""
        return reading.quantity_documents(self._db)

    def commitments(self) -> Iterator[Commitment]:
        return self._all("SELECT record FROM commitments ORDER BY id", Commitment)

    def conflicts(self) -> Iterator[tuple[Conflict, str | None]]:
        """(conflict, id of the agreement it belongs to or None), by id."""
        for record, agreement_id in self._db.execute("SELECT record, agreement_id FROM conflicts ORDER BY id, record"):
            yield from_json(record, Conflict), agreement_id

    def storylines(self) -> Iterator[Storyline]:
        return self._all("SELECT record FROM storylines ORDER BY id", Storyline)

    def record(self) -> Record:
        """The whole record, as ``reconcile`` gave it but for the order of its parts."""
        return Record(
            tuple(self.documents()),
            tuple(self.claims()),
            tuple(self.quantities()),
            tuple(self.origins()),
            tuple(self.judgements()),
            tuple(self.events()),
            tuple(self.agreements()),
            tuple(self.commitments()),
            tuple(self.storylines()),
            tuple(self.quantity_documents().items()),
        )

    def record_of_figures(self) -> Record:
        """What of the record figures are made of: measured amounts, and the reports that print them without texts."""
        return extracts.record_of_figures(self._db)

    def record_of_gaps(self) -> Record:
        """What of the record gaps are found in: talks, tariff rates with their events, agreements and their claims."""
        return extracts.record_of_gaps(self._db)

    def failures(self) -> Iterator[Failure]:
        for row in self._db.execute("SELECT name, stage, reason, remedy FROM failures ORDER BY name, stage"):
            yield Failure(*row)

    def search(self, words: str, limit: int = 50) -> list[tuple[str, int, int]]:
        """(document id, start, end) of the first place where each fitting report has the words, best report first."""
        return reading.search(self._db, words, limit)

    def find_ids(self, beginning: str) -> list[str]:
        """The ids of documents, claims, events and agreements that begin so, at most 20."""
        return reading.find_ids(self._db, beginning)

    def kinds(self) -> dict[tuple[str, str | None], int]:
        """(type, mode) -> number of events."""
        found = self._db.execute("SELECT event_type, mode, count(*) FROM events GROUP BY event_type, mode").fetchall()
        return {(event_type, mode): n for event_type, mode, n in found}

    def counts(self) -> dict[str, int]:
        """Table -> number of rows, for the tables of the record."""
        return reading.counts(self._db)

    def languages(self) -> dict[str | None, int]:
        """Language -> number of reports; None where they have too few words to tell."""
        return reading.languages(self._db)

    def _all(self, query: str, kind: type[R], *values: str) -> Iterator[R]:
        for (record,) in self._db.execute(query, values):
            yield from_json(record, kind)

    def _one(self, query: str, kind: type[R], value: str) -> R | None:
        row = self._db.execute(query, (value,)).fetchone()
        return from_json(row[0], kind) if row else None
