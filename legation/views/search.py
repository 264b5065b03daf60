"""Reports that hold given words, and the events they tell in those words."""

from __future__ import annotations

from dataclasses import dataclass

from legation.records import Document
from legation.store import Store
from legation.text import find_words, fold
from legation.views.filters import Filters
from legation.views.words import published_words

AROUND = 90


@dataclass(frozen=True, slots=True)
class SearchRow:
    """One report and where it has the words, verbatim; ``events`` are (id, label) of what it tells in them."""

    document_id: str
    outlet: str
    title: str | None
    published: str
    start: int
    end: int
    before: str
    hit: str
    after: str
    events: tuple[tuple[str, str], ...]


def search(store: Store, words: str, filters: Filters | None = None, limit: int = 50) -> list[SearchRow]:
    """Best report first. With filters only reports that tell an event that passes them."""
    filters = filters or Filters()
    with store.snapshot():
        rows = [_row(store, hit, words, filters) for hit in store.search(words, limit)]
        return [row for row, told in rows if told or filters == Filters()]


def _row(store: Store, hit: tuple[str, int, int], words: str, filters: Filters) -> tuple[SearchRow, bool]:
    document_id, start, end = hit
    document = store.document(document_id)
    assert document is not None
    claims = store.claims_of(document_id)
    homes = store.catalogue.homes(c.id for c in claims)
    events = {e.id: e.label for e in store.catalogue.events(homes.values()) if filters.keeps(e)}
    told = any(homes.get(c.id) in events for c in claims)
    wanted = [w for _, _, w in find_words(fold(words))]
    fitting = [homes[c.id] for c in claims if c.id in homes and _says(wanted, " ".join(e.quote for e in c.evidence))]
    shown = tuple((i, events[i]) for i in dict.fromkeys(fitting) if i in events)
    return _around(document, start, end, shown), told


def _around(d: Document, start: int, end: int, events: tuple[tuple[str, str], ...]) -> SearchRow:
    low, high = max(0, start - AROUND), min(len(d.text), end + AROUND)
    low = d.text.find(" ", low, start) + 1 or low if low else 0
    high = d.text.rfind(" ", end, high) if high < len(d.text) and " " in d.text[end:high] else high
    before, hit, after = d.text[low:start], d.text[start:end], d.text[end:high]
    return SearchRow(d.id, d.printed_by, d.title, published_words(d.published), start, end, before, hit, after, events)


def _says(wanted: list[str], quote: str) -> bool:
    return set(wanted) <= {w for _, _, w in find_words(fold(quote))}
