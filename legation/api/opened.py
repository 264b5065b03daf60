"""A record opened to read: the questions of the command line as methods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any

from legation.api.tables import Table, show_quote, show_row, view_table
from legation.errors import UsageError
from legation.exporters.dictionary import load_fields
from legation.exporters.formats import Export
from legation.exporters.parts import Row
from legation.exporters.rows import FIELDS
from legation.exporters.selection import Selection, select
from legation.store import Store
from legation.views import conflicts, ledger, search, show, vocabulary
from legation.views.browsing import event_rows
from legation.views.conflicts import ConflictRow
from legation.views.filters import Filters
from legation.views.ledger import LedgerRow
from legation.views.search import SearchRow
from legation.views.show import View
from legation.views.timeline import EventRow

Day = date | str | None
Words = str | Iterable[str]


class OpenRecord:
    """One record, read only through it. Use it in a ``with`` block, or ``close`` it.

    Days are dates or ``YYYY-MM-DD``; ``type``, ``status`` and ``topic`` take one word or several.
    """

    def __init__(self, path: Path | str) -> None:
        self.store = Store.open(path)

    def __enter__(self) -> OpenRecord:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __repr__(self) -> str:
        counts = self.store.counts()
        return f"<record {self.store.path}: {counts['documents']} reports, {counts['events']} events>"

    def events(self, a: str | None = None, b: str | None = None, **asked: Any) -> Table[Row]:
        """Events with all fields of docs/fields.md, of all or of one or two sides.

        Args:
            asked: ``since``, ``until``, ``type``, ``status``, ``topic``.

        Raises:
            UsageError: nobody is called so, or a word that no filter knows.
        """
        return self._table("events", self._select(a, b, asked))

    def rows(self, kind: str) -> Table[Row]:
        """All rows of one kind of record: documents, claims, judgements … ``UsageError`` for another word."""
        vocabulary.check_words("kind", (kind,), tuple(FIELDS))
        return self._table(kind, Selection(self.store))

    def timeline(self, a: str | None = None, b: str | None = None, **asked: Any) -> Table[EventRow]:
        """Events in words for people, by day: each with its status, what it rests on, and a quote."""
        with self.store.snapshot():
            selection = self._select(a, b, asked)
            rows = event_rows(self.store, self.store.catalogue.event_ids(selection.query, limit=-1))
        return view_table(rows, EventRow, _show_event)

    def dyad(self, a: str, b: str, **asked: Any) -> Table[EventRow]:
        """The timeline of two sides."""
        return self.timeline(a, b, **asked)

    def ledger(self, a: str | None = None, b: str | None = None) -> Table[LedgerRow]:
        """Agreements: parties, amounts, how far they have come; all, or those of one or two sides."""
        rows = ledger.ledger(self.store, None, [name for name in (a, b) if name])
        return view_table(rows, LedgerRow, _show_agreement)

    def conflicts(self, **asked: Any) -> Table[ConflictRow]:
        """Where reports disagree: every value and who gives it."""
        return view_table(conflicts.conflicts(self.store, make_filters(**asked)), ConflictRow, _show_conflict)

    def search(self, words: str, limit: int = 50, **asked: Any) -> Table[SearchRow]:
        """Reports that hold the words, best first."""
        return view_table(search.search(self.store, words, make_filters(**asked), limit), SearchRow, _show_hit)

    def show(self, wanted: str) -> View:
        """The event, claim, report or agreement of that id, or of the only id that begins so."""
        return show.show(self.store, wanted)

    def _select(self, a: str | None, b: str | None, asked: dict[str, Any]) -> Selection:
        return select(self.store, make_filters(**asked), [name for name in (a, b) if name])

    def _table(self, kind: str, selection: Selection) -> Table[Row]:
        with self.store.snapshot():
            return Table(list(Export(kind, selection).rows()), load_fields()[kind], dict, show_row)


def open_record(path: Path | str) -> OpenRecord:
    """The record in a file.

    Example:
        >>> legation.open("record.db").timeline("PAK", "USA").to_pandas()      # doctest: +SKIP

    Raises:
        StoreError: no such file, or one that is no record.
    """
    return OpenRecord(path)


def make_filters(
    since: Day = None, until: Day = None, type: Words = (), status: Words = (), topic: Words = ()
) -> Filters:
    """The filters of ``--since --until --type --status --topic``; ``UsageError`` for a word that none knows."""
    return Filters(
        _day(since), _day(until), vocabulary.check_types(_several(type)), vocabulary.check_statuses(_several(status)),
        vocabulary.check_topics(_several(topic)),
    )  # fmt: skip


def _several(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _day(day: Day) -> date | None:
    try:
        return date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        raise UsageError(f"{day!r} is not a day", "write it as YYYY-MM-DD") from None


def _show_event(row: EventRow) -> str:
    q = row.quote
    words = show_quote(q.before, q.words, q.after, q.outlet, q.published) if q else ""
    disputed = "".join(f"<div>disputed: {escape(words)}</div>" for words in row.conflicts)
    head = f"<b>{escape(row.day)}</b> {escape(row.label)} <small>{escape(row.status.replace('_', ' '))}; "
    return f"{head}{escape(row.corroboration)} · {escape(row.id)}</small>{words}{disputed}"


def _show_agreement(row: LedgerRow) -> str:
    steps = "; ".join(f"{s.status.replace('_', ' ')} {s.day}" for s in row.status)
    sums = ", ".join(a.amount for a in row.amounts)
    quotes = "".join(show_quote(q.before, q.words, q.after, q.outlet, q.published) for q in row.quotes[:3])
    return f"<b>{escape(row.title)}</b> {escape(sums)} <small>{escape(steps)}</small>{quotes}"


def _show_conflict(row: ConflictRow) -> str:
    told = ((r.value, ", ".join(dict.fromkeys(q.outlet for q in r.quotes))) for r in row.readings)
    values = "".join(f"<li>{escape(value)}: {escape(outlets)}</li>" for value, outlets in told)
    return f"<b>{escape(row.about)}</b>: {escape(row.note)} <small>{row.severity}</small><ul>{values}</ul>"


def _show_hit(row: SearchRow) -> str:
    return show_quote(row.before, row.hit, row.after, row.outlet, row.published)
