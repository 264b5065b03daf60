"""What people ask of events, as the one question to the store that terminal, pages, exports and watches share."""

from __future__ import annotations

from collections.abc import Sequence

from legation.store import EventQuery, Store
from legation.views.filters import Filters
from legation.views.sides import key_named


def find_query(store: Store, filters: Filters | None = None, sides: Sequence[str] = (), words: str = "") -> EventQuery:
    """The events that pass the filters, have all sides, each a state, an organisation or a person, and the words.

    Raises:
        UsageError: the record knows nobody of that name.
    """
    f = filters or Filters()
    return EventQuery(
        since=f.since,
        until=f.until,
        types=tuple(f.types),
        statuses=tuple(f.statuses),
        topics=tuple(f.topics),
        parties=tuple(key_named(store, name) for name in sides),
        words=words,
        oldest_first=True,
    )
