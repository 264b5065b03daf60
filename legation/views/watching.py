"""Watched dyads and saved searches: what became new or changed in each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from legation.errors import UsageError
from legation.store import EventQuery, Store, Watch
from legation.views.browsing import event_rows
from legation.views.filters import Filters
from legation.views.questions import find_query
from legation.views.timeline import EventRow


@dataclass(frozen=True, slots=True)
class WatchNews:
    """``total`` events of a watch say something else after run ``since``, or are new; ``rows`` are the latest of them.

    What was withdrawn is no event any more: ``diff`` tells of it. ``unknown`` if the record tells of a side no longer.
    """

    watch: Watch
    asks: str
    since: int
    total: int
    rows: tuple[EventRow, ...]
    unknown: bool = False


def watch_news(store: Store, watch: Watch, since: int | None = None, limit: int = -1) -> WatchNews:
    """What changed in a watch after run ``since``, the last but one by default; of the first run, all is new."""
    with store.snapshot():
        run = since if since is not None else run_before(store)
        query = watched(store, watch)
        if query is None:
            return WatchNews(watch, words_of(watch), run, 0, (), unknown=True)
        changed = replace(query, changed_since=run, oldest_first=False)
        ids = store.catalogue.event_ids(changed, limit)
        total = len(ids) if limit < 0 or len(ids) < limit else store.catalogue.count_events(changed)
        return WatchNews(watch, words_of(watch), run, total, event_rows(store, ids))


def watched(store: Store, watch: Watch) -> EventQuery | None:
    """The question of a watch; None where the record tells of one of its sides no longer."""
    filters = Filters(types=watch.types, statuses=watch.statuses, topics=watch.topics)
    try:
        return find_query(store, filters, watch.sides, watch.words)
    except UsageError:
        return None


def words_of(watch: Watch) -> str:
    """``Pakistan – USA · tariffs · "trade deal"``: what a watch asks for."""
    parts = [" – ".join(watch.sides), *watch.types, *watch.statuses, *watch.topics, watch.words]
    return " · ".join(part.replace("_", " ") for part in parts if part) or "every event"


def run_before(store: Store) -> int:
    """The last run but one, 0 where there is none: what came after it is news."""
    runs = store.catalogue.runs(2)
    return runs[1].number if len(runs) > 1 else 0
