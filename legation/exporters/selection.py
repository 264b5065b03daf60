"""Which events an export holds: all of them, or those of a dyad, some days, types, statuses or topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from legation.records import Event
from legation.store import EventQuery, Store
from legation.views.filters import Filters
from legation.views.questions import find_query

R = TypeVar("R")
ALL = EventQuery(oldest_first=True)
BATCH = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """The events of a record that an export holds. ``dyad`` names the two sides as a person gave them, or is empty."""

    store: Store
    query: EventQuery = ALL
    dyad: tuple[str, ...] = ()

    def events(self) -> Iterator[Event]:
        """The events by their first possible day, undated ones last; a batch of them in memory at a time."""
        for ids in batched(self.store.catalogue.event_ids(self.query, limit=-1), BATCH):
            yield from self.store.catalogue.events(ids)

    def document_ids(self) -> list[str]:
        """The reports that tell the events, in the order in which they are first cited."""
        return list(dict.fromkeys(i for event in self.events() for i in event.document_ids))

    @property
    def is_all(self) -> bool:
        """Whether nothing was left out."""
        return self.query == ALL


def select(store: Store, filters: Filters | None = None, dyad: Sequence[str] = ()) -> Selection:
    """The events that pass the filters and have both sides of the dyad, each a state, an organisation or a person.

    Raises:
        UsageError: the record knows nobody of that name.
    """
    return Selection(store, find_query(store, filters, dyad), tuple(dyad))


def batched(records: Iterable[R], size: int) -> Iterator[list[R]]:
    """The records, ``size`` at a time, the last ones fewer."""
    left = iter(records)
    while some := list(islice(left, size)):
        yield some
