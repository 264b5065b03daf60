"""Agreements a page at a time; one agreement with its track of steps, and what was pledged against what was paid."""

from __future__ import annotations

from dataclasses import dataclass

from legation.agreements import find_gaps
from legation.records import Agreement, Quantity, Record
from legation.store import Store
from legation.views.browsing import event_rows
from legation.views.conflicts import ReadingRow, reading_rows
from legation.views.ledger import LedgerRow, ledger_row
from legation.views.quotes import Reports
from legation.views.timeline import EventRow
from legation.views.witnesses import Witness, witness_of
from legation.views.words import amount_words, is_telling, when_words

TRACK = ("negotiating", "announced", "agreed_in_principle", "concluded", "signed", "ratified", "in_force")
PROMISED = frozenset({"pledge", "commitment", "aid"})
PAID = frozenset({"disbursement"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the track: reached if a report tells it, with its day."""

    name: str
    reached: bool
    day: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An agreement with its track; ``astray`` are steps off it: suspended, breached, denied …"""

    row: LedgerRow
    track: tuple[Step, ...]
    astray: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """An amount, whether it was promised, paid or neither, and the words that give it."""

    amount: str
    measure: str
    side: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with the words that tell it."""

    name: str
    day: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """All that an agreement's page shows."""

    row: LedgerRow
    entry: LedgerEntry
    sums: tuple[SumRow, ...]
    steps: tuple[StepRow, ...]
    conflicts: tuple[tuple[str, str, tuple[ReadingRow, ...]], ...]
    events: tuple[EventRow, ...]
    gaps: tuple[str, ...]


def ledger_page(store: Store, limit: int, offset: int) -> tuple[LedgerEntry, ...]:
    """Agreements by their first day, the latest first."""
    with store.snapshot():
        reports = Reports(store)
        found = store.catalogue.agreements(limit, offset)
        return tuple(_entry(store, a, reports) for a in found)


def agreement_page(store: Store, agreement_id: str) -> AgreementPage | None:
    """The page of an agreement; None where the record has none of that id."""
    with store.snapshot():
        a = store.catalogue.agreement(agreement_id)
        if a is None:
            return None
        reports = Reports(store)
        entry = _entry(store, a, reports)
        quantities = store.catalogue.quantities_of(a.claim_ids)
        return AgreementPage(
            entry.row,
            entry,
            tuple(_sums(store, a, reports)),
            tuple(StepRow(s.status, when_words(s.when), _told(reports, s.claim_ids)) for s in a.status),
            tuple((c.note or c.kind, c.severity, reading_rows(c, reports)) for c in a.conflicts),
            event_rows(store, a.event_ids),
            tuple(g.missing for g in find_gaps(Record(agreements=(a,), quantities=quantities))),
        )


def _entry(store: Store, a: Agreement, reports: Reports) -> LedgerEntry:
    amounts = {q.id: q for q in store.catalogue.quantities(r.value for r in a.amounts)}
    days: dict[str, str] = {}
    for step in a.status:
        days.setdefault(step.status, when_words(step.when) if step.when else "")
    track = tuple(Step(name, name in days, days.get(name, "")) for name in TRACK)
    astray = tuple(Step(name, True, day) for name, day in days.items() if name not in TRACK)
    return LedgerEntry(ledger_row(a, reports, amounts), track, astray)


def _sums(store: Store, a: Agreement, reports: Reports) -> list[SumRow]:
    known = {q.id: q for q in store.catalogue.quantities(r.value for r in a.amounts)}
    rows = []
    for reading in a.amounts:
        q = known.get(reading.value)
        if q is not None and is_telling(q):
            measure = q.measure or ""
            side = "pledged" if measure in PROMISED else "paid" if measure in PAID else "stated"
            rows.append(SumRow(amount_words(q), measure, side, _amount_witnesses(store, q, reading.claim_ids, reports)))
    return rows


def _amount_witnesses(store: Store, q: Quantity, claim_ids: tuple[str, ...], reports: Reports) -> tuple[Witness, ...]:
    found: dict[Witness, None] = {}
    own = {x.claim_id: x for x in store.catalogue.quantities_of(claim_ids) if (x.value, x.unit) == (q.value, q.unit)}
    for claim_id in claim_ids:
        claim, quantity = reports.claim(claim_id), own.get(claim_id)
        if claim is not None:
            words = quantity.evidence if quantity else claim.evidence_for("event")
            found[witness_of(reports, claim, words)] = None
    return tuple(found)


def _told(reports: Reports, claim_ids: tuple[str, ...]) -> tuple[Witness, ...]:
    claims = reports.claims(claim_ids)
    return tuple(dict.fromkeys(witness_of(reports, c, c.evidence_for("event")) for c in claims))
