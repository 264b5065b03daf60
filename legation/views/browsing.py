"""Events a page at a time: what fits a question, in rows, with how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.records import Event
from legation.store import EventQuery, Store
from legation.store.catalogue import MOST_COUNTED
from legation.views.quotes import Reports
from legation.views.timeline import EventRow, event_row

PAGE = 25


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Rows from number ``first`` of ``total`` events; ``more`` if the total was counted to a limit only."""

    rows: tuple[EventRow, ...]
    first: int
    total: int
    more: bool


def events_page(
    store: Store, query: EventQuery, page: int = 1, total: int | None = None, known: Sequence[str] = ()
) -> EventsPage:
    """One page of the events that fit; pages count from 1.

    Where they are known, ``total`` is how many fit, and ``known`` are the ids of the first of them.
    """
    size, first = PAGE, (max(page, 1) - 1) * PAGE
    with store.snapshot():
        ids = list(known[first : first + size])
        if len(ids) < size:
            ids = store.catalogue.event_ids(query, size, first)
        if len(ids) < size and (ids or page == 1):
            total = first + len(ids)
        elif total is None:
            total = store.catalogue.count_events(query)
        return EventsPage(event_rows(store, ids), first, total, total == MOST_COUNTED)


def event_rows(store: Store, ids: Iterable[str]) -> tuple[EventRow, ...]:
    """Events as rows, in the order of their ids."""
    return make_rows(store, store.catalogue.events(ids))


def make_rows(store: Store, events: Iterable[Event]) -> tuple[EventRow, ...]:
    """Events as rows; their claims are looked up at once."""
    events, reports = tuple(events), Reports(store)
    reports.load(i for e in events for i in e.claim_ids)
    return tuple(event_row(e, reports) for e in events)
