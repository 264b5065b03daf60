"""The first page: what changed, where reports contradict each other, what rests on one origin."""

from __future__ import annotations

from dataclasses import dataclass

from legation.store import DyadCount, EventQuery, Run, Store
from legation.views.browsing import event_rows
from legation.views.conflicts import ConflictRow, conflict_rows, count_open, open_conflicts
from legation.views.timeline import EventRow
from legation.views.watching import WatchNews, watch_news

FEW, FEWER = 8, 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """``added`` counts the events that the last run brought, ``fresh`` shows the latest of them.

    ``watches`` are what people follow, each with the latest of what the last run changed in it.
    """

    run: Run | None
    before: Run | None
    added: int
    fresh: tuple[EventRow, ...]
    open_conflicts: tuple[tuple[str, int], ...]
    conflicts: tuple[ConflictRow, ...]
    one_origin: tuple[EventRow, ...]
    dyads: tuple[DyadCount, ...]
    watches: tuple[WatchNews, ...] = ()


def home(store: Store) -> HomeView:
    """A few rows of each."""
    with store.snapshot():
        catalogue = store.catalogue
        runs = catalogue.runs(2)
        run = runs[0] if runs else None
        fresh = catalogue.new_events(run.number, FEW) if run else []
        if not fresh:
            fresh = catalogue.event_ids(EventQuery(), FEW)
        counts = count_open(store)
        return HomeView(
            run,
            runs[1] if len(runs) > 1 else None,
            catalogue.count_new(run.number) if run else 0,
            event_rows(store, fresh),
            tuple(counts.items()),
            tuple(conflict_rows(store, open_conflicts(store, counts, FEW))[:5]),
            event_rows(store, catalogue.on_one_origin(FEW)),
            tuple(catalogue.dyads(12)),
            tuple(watch_news(store, watch, limit=FEWER) for watch in store.watches()),
        )
