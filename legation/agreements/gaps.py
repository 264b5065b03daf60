"""What the record does not say and a desk would ask next: the other side's account, texts, splits, baselines, days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.records import Agreement, Event, Quantity, Record
from legation.text import stable_id

_CONCLUDED = frozenset({"concluded", "initialled", "signed", "ratified", "agreed_in_principle", "announced"})
_STARTING_KINDS = frozenset({"treaty", "ceasefire"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing. ``about`` is "event" or "agreement", ``about_id`` its id, ``missing`` a sentence for people.

    kind: other_side, initiator, text, binding, amount_split, baseline, start_date.
    """

    id: str
    about: str
    about_id: str
    kind: str
    missing: str


def find_gaps(record: Record) -> tuple[Gap, ...]:
    """All gaps of a record: those of events in their order, then those of agreements, then of rates."""
    found = [g for e in record.events for g in _event_gaps(e)]
    rated = {q.claim_id for q in record.quantities if q.measure == "tariff_rate" and q.baseline is not None}
    found += [g for a in record.agreements for g in _agreement_gaps(a, bool(rated & set(a.claim_ids)))]
    found += list(_rate_gaps(record))
    return tuple(dict.fromkeys(found))


def _gap(about: str, about_id: str, kind: str, missing: str) -> Gap:
    return Gap(stable_id("gap", about_id, kind, missing), about, about_id, kind, missing)


def _event_gaps(event: Event) -> Iterator[Gap]:
    """Contacts that only one side tells, and calls of which nobody says who dialled."""
    if event.event_type != "CONSULT" or not any(r.value == "occurred" for r in event.status):
        return
    states = {r.value.state for r in event.actors if r.value.state}
    told = set(event.corroboration.sides)
    if len(states) > 1 and told & states:
        for state in sorted(s for s in states - told if s):
            tellers = ", ".join(sorted(told))
            yield _gap("event", event.id, "other_side", f"no account by {state}: told by {tellers} only")
    if event.mode == "phone" and not any(r.value.initiator for r in event.actors):
        yield _gap("event", event.id, "initiator", "nobody says who called whom")


def _agreement_gaps(entry: Agreement, has_baseline: bool) -> Iterator[Gap]:
    """Text, binding force, split of the sum and first day of what has been agreed."""
    steps = {s.status for s in entry.status}
    if not steps & _CONCLUDED:
        return
    yield _gap("agreement", entry.id, "text", "no report gives or cites its text")
    if entry.binding == "unknown":
        yield _gap("agreement", entry.id, "binding", "nobody says whether it binds")
    if any(c.kind == "attachment" for c in entry.conflicts):
        yield _gap("agreement", entry.id, "amount_split", "how the sum divides between the agreements is not told")
    begins = any(s.status == "in_force" and s.when is not None for s in entry.status)
    if not begins and (entry.kind in _STARTING_KINDS or "tariffs" in entry.topics):
        yield _gap("agreement", entry.id, "start_date", "no day from which it holds")
    if "tariffs" in entry.topics and not has_baseline:
        yield _gap("agreement", entry.id, "baseline", "the tariff before is not told")


def _rate_gaps(record: Record) -> Iterator[Gap]:
    """Tariff rates that nobody sets beside the earlier one."""
    homes = {c: e.id for e in record.events for c in e.claim_ids}
    for quantity in record.quantities:
        if quantity.measure == "tariff_rate" and quantity.baseline is None and quantity.claim_id in homes:
            yield _gap("event", homes[quantity.claim_id], "baseline", f"the rate before {_rate(quantity)} is not told")


def _rate(quantity: Quantity) -> str:
    values = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    return " to ".join(f"{v.normalize():f}" for v in values) + " percent"
