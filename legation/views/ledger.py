"""Agreements: who with whom, on what, for how much, and how far they have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.records import Agreement, Quantity
from legation.store import Store
from legation.views.figures import of_sides
from legation.views.filters import Filters
from legation.views.quotes import Quote, Reports
from legation.views.words import amount_words, conflict_words, is_telling, party_words, when_words


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One step of an agreement and the outlets that tell it."""

    status: str
    day: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One amount and the outlets that give it; ``revised``: a later one has taken its place."""

    amount: str
    measure: str | None
    outlets: tuple[str, ...]
    revised: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One agreement; ``part_of``: titles of the entries of several agreements that it is one of."""

    id: str
    title: str
    kind: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    topics: tuple[str, ...]
    binding: str
    amounts: tuple[AmountRow, ...]
    status: tuple[StatusRow, ...]
    event_ids: tuple[str, ...]
    conflicts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    part_of: tuple[str, ...] = ()


def ledger(store: Store, filters: Filters | None = None, dyad: Sequence[str] = ()) -> list[LedgerRow]:
    """Agreements by their first dated step, undated ones last; ``filters.statuses`` are those of agreements.

    Args:
        dyad: names of states, bodies or people that all have to be parties or signatories.
    """
    filters = filters or Filters()
    with store.snapshot():
        reports = Reports(store)
        amounts = {q.id: q for q in store.quantities()}
        kept = sorted((a for a in store.agreements() if _keeps(filters, a, dyad)), key=_first_day)
        return [ledger_row(a, reports, amounts) for a in kept]


def ledger_row(a: Agreement, reports: Reports, amounts: dict[str, Quantity]) -> LedgerRow:
    """One agreement as a row of the ledger."""
    return LedgerRow(
        a.id,
        a.title,
        a.kind,
        tuple(map(party_words, a.parties)),
        tuple(map(party_words, a.signatories)),
        a.topics,
        a.binding,
        _amounts(a, reports, amounts),
        tuple(StatusRow(s.status, when_words(s.when), _outlets(reports, s.claim_ids)) for s in a.status),
        a.event_ids,
        tuple(conflict_words(c, reports.labels) for c in a.conflicts),
        _once(reports.quotes(a.claim_ids)),
        tuple(reports.labels[r.to] for r in a.relations),
    )


def _once(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes without those from a sentence quoted already."""
    found: dict[tuple[str, str], Quote] = {}
    for quote in quotes:
        found.setdefault((quote.document_id, quote.before + quote.words + quote.after), quote)
    return tuple(found.values())


def _amounts(a: Agreement, reports: Reports, amounts: dict[str, Quantity]) -> tuple[AmountRow, ...]:
    known = [(amounts[r.value], r) for r in a.amounts if r.value in amounts]
    return tuple(
        AmountRow(amount_words(q), q.measure, _outlets(reports, r.claim_ids), not r.display)
        for q, r in known
        if is_telling(q)
    )


def _outlets(reports: Reports, claim_ids: tuple[str, ...]) -> tuple[str, ...]:
    claims = reports.claims(claim_ids)
    return tuple(dict.fromkeys(reports.outlet(c.document_id) for c in claims))


def _keeps(filters: Filters, a: Agreement, dyad: Sequence[str]) -> bool:
    statuses = {s.status for s in a.status}
    return (
        of_sides((*a.parties, *a.signatories), dyad)
        and filters.keeps_kind(a.kind, None)
        and filters.keeps_topics(a.topics)
        and (not filters.statuses or not statuses.isdisjoint(filters.statuses))
        and filters.keeps_days([s.when for s in a.status if s.when])
    )


def _first_day(a: Agreement) -> tuple[str, str]:
    days = [str(s.when.earliest) for s in a.status if s.when and s.when.earliest]
    return min(days, default="9999"), a.id
