"""The statements that read more than one table, or search."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.errors import UsageError
from legation.records import Claim, Document, Judgement, Quantity
from legation.store.codec import from_json
from legation.text import find_words

COUNTED = ("documents", "noise", "claims", "events", "conflicts", "relations", "judgements", "origins", "quantities",
           "agreements", "commitments", "storylines", "failures", "runs")  # fmt: skip
IDS = (("documents", "id"), ("claims", "id"), ("events", "id"), ("agreements", "id"))
SEARCH = """
SELECT documents.id, highlight(document_words, 1, char(2), char(3)) FROM document_words
JOIN documents ON documents.number = document_words.rowid
WHERE document_words MATCH ? AND document_words.rowid >= ? ORDER BY bm25(document_words), documents.id LIMIT ?
"""
MOST_RANKED = 1_000
LATEST = """
SELECT coalesce(min(rowid), 0) FROM (
  SELECT rowid FROM document_words WHERE document_words MATCH ? ORDER BY rowid DESC LIMIT ?
)
"""
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Telling:
    """What of an analysis is reconciled; its mentions and times, four fifths of its JSON, are passed over."""

    document: Document
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()


def with_text(record: str, text: str) -> Document:
    """A document from its two columns."""
    return replace(from_json(record, Document), text=text)


def judgements_of(db: sqlite3.Connection, claim_ids: Sequence[str]) -> tuple[Judgement, ...]:
    """The judgements with one of the claims on either side, by id."""
    found: dict[str, Judgement] = {}
    for claim_id in claim_ids:
        for side in ("left", "right"):
            query = f'SELECT id, record FROM judgements WHERE "{side}" = ?'
            found.update((i, from_json(record, Judgement)) for i, record in db.execute(query, (claim_id,)))
    return tuple(found[i] for i in sorted(found))


def quantity_documents(db: sqlite3.Connection) -> dict[str, str]:
    """Quantity id -> id of the document that it quotes."""
    query = "SELECT id, document_id FROM quantities WHERE document_id IS NOT NULL ORDER BY id"
    return dict(db.execute(query).fetchall())


def search(db: sqlite3.Connection, words: str, limit: int) -> list[tuple[str, int, int]]:
    """Best report first; the span is that of the first hit in the text, (0, 0) where only the title has the words.

    Of words that very many reports have, the ``MOST_RANKED`` reports that came last into the record are compared.
    """
    found: list[tuple[str, int, int]] = []
    query = make_query(words)
    (since,) = db.execute(LATEST, (query, MOST_RANKED)).fetchone()
    for document_id, marked in db.execute(SEARCH, (query, since, limit)):
        start = marked.find("\x02")
        end = marked.find("\x03", start) - 1 if start >= 0 else 0
        found.append((document_id, max(start, 0), max(end, 0)))
    return found


def make_query(words: str) -> str:
    """People's words as an FTS5 query: all of them, and "quoted words" as they stand together.

    Example:
        >>> make_query('tariff "trade deal"')
        '"trade deal" "tariff"'
    """
    phrases = _QUOTED.findall(words)
    single = [word for _, _, word in find_words(_QUOTED.sub(" ", words))]
    if not phrases and not single:
        raise UsageError(f"nothing to search for in {words!r}", "give at least one word")
    return " ".join(f'"{part}"' for part in (*phrases, *single))


def find_ids(db: sqlite3.Connection, beginning: str) -> list[str]:
    """Ids that begin so, in the order documents, claims, events, agreements."""
    found: list[str] = []
    for table, column in IDS:
        query = f"SELECT {column} FROM {table} WHERE substr({column}, 1, ?) = ? ORDER BY {column} LIMIT 20"
        found.extend(i for (i,) in db.execute(query, (len(beginning), beginning)))
    return found[:20]


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """Table -> rows."""
    return {table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED}


def languages(db: sqlite3.Connection) -> dict[str | None, int]:
    """Language -> reports; None: too few words to tell."""
    return dict(db.execute("SELECT language, count(*) FROM documents GROUP BY language"))
