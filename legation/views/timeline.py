"""Events in the order of their days; of one dyad or of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.records import Event, shown
from legation.store import EventHead, Store
from legation.views.filters import Filters, day_key
from legation.views.questions import find_query
from legation.views.quotes import Quote, Reports
from legation.views.words import amount_words, conflict_words, corroboration_words, is_telling, party_words, when_words

COMMENT = "COMMENT"
BATCH = 400  # events whose claims are in memory at a time


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event on a timeline. ``conflicts`` are the notes of what its reports disagree on.

    ``dated``: the words bound its days on both sides; "a Saturday, not before August" does not say when it was.
    """

    id: str
    day: str
    first: str | None
    event_type: str
    mode: str | None
    label: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    amounts: tuple[str, ...]
    topics: tuple[str, ...]
    reports: int
    corroboration: str
    conflicts: tuple[str, ...]
    background: bool
    quote: Quote | None
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Fold:
    """What a timeline shows: comments or none, and how many of the events without a stated day, None for all."""

    comments: bool = True
    undated: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows in the order of their days, and how many events the fold left out: comments, others without a day."""

    rows: list[EventRow]
    comments: int = 0
    undated: int = 0


UNFOLDED = Fold()


def timeline(store: Store, filters: Filters | None = None) -> list[EventRow]:
    """Events by day; those that may have begun on a day before those surely later; last those of no stated day."""
    return fold_timeline(store, filters).rows


def dyad(store: Store, a: str, b: str, filters: Filters | None = None) -> list[EventRow]:
    """Events in which both take part; each is a state's code or name, or (part of) a person's or group's name.

    Raises:
        UsageError: the record knows nobody of that name.
    """
    return fold_timeline(store, filters, (a, b)).rows


def fold_timeline(
    store: Store, filters: Filters | None = None, parties: Sequence[str] = (), fold: Fold = UNFOLDED
) -> Timeline:
    """A timeline of which only what is shown is read, with the number of events that are not.

    Raises:
        UsageError: the record knows nobody of the name of a party.
    """
    with store.snapshot():
        ids = store.catalogue.event_ids(find_query(store, filters, parties), limit=-1)
        heads = sorted(store.catalogue.heads(ids), key=day_key)
        told = heads if fold.comments else [h for h in heads if h.event_type != COMMENT]
        dated, undated = [h for h in told if _is_dated(h)], [h for h in told if not _is_dated(h)]
        kept = undated[: fold.undated]
        rows = _rows(store, [h.id for h in (*dated, *kept)])
        return Timeline(rows, len(heads) - len(told), len(undated) - len(kept))


def _is_dated(head: EventHead) -> bool:
    when = shown(head.when)
    return when is not None and when.is_bounded


def event_row(event: Event, reports: Reports) -> EventRow:
    """An event as a row of a timeline."""
    when, place = shown(event.when), shown(event.place)
    claims = reports.claims(event.claim_ids)
    return EventRow(
        event.id,
        when_words(when),
        when.first.isoformat() if when and when.first else None,
        event.event_type,
        event.mode,
        event.label,
        str(shown(event.status) or "not stated"),
        tuple(party_words(r.value) for r in event.actors),
        tuple(party_words(r.value) for r in event.recipients),
        place.name if place else None,
        tuple(dict.fromkeys(amount_words(r.value) for r in event.amount if is_telling(r.value))),
        event.topics,
        event.n_documents,
        corroboration_words(event.corroboration),
        tuple(conflict_words(c, reports.labels) for c in event.conflicts if c.resolution is None),
        bool(claims) and all(c.background for c in claims),
        reports.shortest(event.claim_ids),
        when is not None and when.is_bounded,
    )


def _rows(store: Store, ids: Sequence[str]) -> list[EventRow]:
    rows: list[EventRow] = []
    for start in range(0, len(ids), BATCH):
        events, reports = store.catalogue.events(ids[start : start + BATCH]), Reports(store)
        reports.load(i for e in events for i in e.claim_ids)
        rows += [event_row(e, reports) for e in events]
    return rows
