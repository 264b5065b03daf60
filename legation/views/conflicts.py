"""Where reports disagree: every value, who gives it, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.records import Conflict, Event
from legation.store import Store
from legation.views.filters import Filters
from legation.views.questions import find_query
from legation.views.quotes import Quote, Reports
from legation.views.timeline import EventRow, event_row
from legation.views.words import value_words

SEVERITIES = ("contradiction", "tension", "granularity")


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One value and the words that give it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """What reports of one event disagree on, and how it was settled, if it was."""

    field: str
    severity: str
    note: str
    readings: tuple[ReadingRow, ...]
    resolution: str | None = None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One disagreement, on an event or on an agreement."""

    id: str
    about: str
    about_id: str
    event: EventRow | None
    field: str
    kind: str
    severity: str
    note: str
    resolution: str | None
    readings: tuple[ReadingRow, ...]


def conflicts(store: Store, filters: Filters | None = None) -> list[ConflictRow]:
    """Contradictions first, then tensions, then mere differences of detail."""
    with store.snapshot():
        query, found = find_query(store, filters), list(store.conflicts())
        if query != find_query(store):
            kept = set(store.catalogue.event_ids(query, limit=-1))
            homeless = {c.event_id for c, _ in found}.difference(store.catalogue.labels(c.event_id for c, _ in found))
            found = [(c, agreement) for c, agreement in found if c.event_id in kept | homeless]
        found.sort(key=lambda found: (SEVERITIES.index(found[0].severity), found[0].event_id, found[0].id))
        return conflict_rows(store, found)


def conflict_rows(store: Store, found: Iterable[tuple[Conflict, str | None]]) -> list[ConflictRow]:
    """Conflicts as rows, their events and claims looked up at once; one told twice, for agreement and event, once."""
    found, reports = list(found), Reports(store)
    told = {_gist(c) for c, agreement in found if agreement}
    found = [(c, agreement) for c, agreement in found if agreement or _gist(c) not in told]
    events = {e.id: e for e in store.catalogue.events(c.event_id for c, _ in found)}
    reports.load(i for c, _ in found for r in c.readings for i in r.claim_ids)
    reports.load(i for e in events.values() for i in e.claim_ids)
    reports.labels.load(i for c, agreement in found for i in (agreement or c.event_id, *(r.value for r in c.readings)))
    return [_row(c, agreement, events.get(c.event_id), reports) for c, agreement in found]


def count_open(store: Store) -> dict[str, int]:
    """Severity -> how many conflicts of it are open, the gravest first."""
    return {severity: store.catalogue.count_conflicts(severity) for severity in SEVERITIES}


def open_conflicts(
    store: Store, counts: Mapping[str, int], limit: int, offset: int = 0
) -> list[tuple[Conflict, str | None]]:
    """A page of the open conflicts of the severities in ``counts``, in its order, each with its agreement's id."""
    found: list[tuple[Conflict, str | None]] = []
    for severity, count in counts.items():
        if offset < count and len(found) < limit:
            found += store.catalogue.conflicts(severity, limit - len(found), offset)
        offset = max(0, offset - count)
    return found


def disagreements(conflicts: Iterable[Conflict], reports: Reports) -> tuple[DisagreementRow, ...]:
    """The conflicts of one event as rows, settled ones too."""
    return tuple(
        DisagreementRow(c.field, c.severity, c.note, reading_rows(c, reports), c.resolution) for c in conflicts
    )


def reading_rows(conflict: Conflict, reports: Reports) -> tuple[ReadingRow, ...]:
    """The values of a conflict, each with its quotes; events and agreements by what they are called."""
    values = [reports.labels.get(r.value, value_words(r.value)) for r in conflict.readings]
    return tuple(
        ReadingRow(value, reports.quotes(r.claim_ids)) for value, r in zip(values, conflict.readings, strict=True)
    )


def _row(c: Conflict, agreement_id: str | None, event: Event | None, reports: Reports) -> ConflictRow:
    about = reports.labels.get(agreement_id or c.event_id, c.event_id)
    row = event_row(event, reports) if event else None
    readings = reading_rows(c, reports)
    about_id = agreement_id or c.event_id
    return ConflictRow(c.id, about, about_id, row, c.field, c.kind, c.severity, c.note, c.resolution, readings)


def _gist(c: Conflict) -> tuple[str, frozenset[tuple[str, frozenset[str]]]]:
    """What tells a conflict of an agreement from the same one on its event: the values and who gives them."""
    return c.kind, frozenset((r.value, frozenset(r.claim_ids)) for r in c.readings)
