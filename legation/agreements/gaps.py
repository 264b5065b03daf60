"""What the record does not say and a desk would ask next: the other side's account, texts, splits, baselines, days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legation.records import Agreement, Event, Quantity, Record
from legation.text import stable_id

_DONE = frozenset({"concluded", "initialled", "signed", "ratified", "in_force"})
_AGREED = _DONE | {"agreed_in_principle", "announced"}
_STARTING_KINDS = frozenset({"treaty", "ceasefire"})
_LOOSE_KINDS = frozenset({"mou", "deal", "joint_statement", "unspecified"})
_WEIGHTS = {
    "amount_split": 6,
    "other_side": 5,
    "baseline": 4,
    "start_date": 3,
    "text": 2,
    "initiator": 1,
    "binding": 1,
}
_MOST_REPORTS = 5  # what more reports than this tell weighs no more


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing. ``about`` is "event" or "agreement", ``about_id`` its id, ``missing`` a sentence for people.

    kind: other_side, initiator, text, binding, amount_split, baseline, start_date. ``weight``: what to ask first is
    heaviest: the kind's weight and a point for each report that tells of the matter, for a sum and for a conflict.
    """

    id: str
    about: str
    about_id: str
    kind: str
    missing: str
    weight: int = 0


def find_gaps(record: Record) -> tuple[Gap, ...]:
    """All gaps of a record, the heaviest first.

    What is only said to be agreed has no text yet, and the text and force of what one report mentions in passing is
    nobody's next question: both are asked of what was signed and is told twice or has a sum.
    """
    homes = {c.id: c.document_id for c in record.claims}
    found = [g for e in record.events for g in _event_gaps(e)]
    rated = {q.claim_id for q in record.quantities if q.measure == "tariff_rate" and q.baseline is not None}
    for entry in record.agreements:
        reports = len({homes[c] for c in entry.claim_ids if c in homes})
        found += _agreement_gaps(entry, reports, bool(rated & set(entry.claim_ids)))
    found += list(_rate_gaps(record, homes))
    return tuple(sorted(dict.fromkeys(found), key=lambda g: (-g.weight, g.about, g.about_id, g.kind, g.missing)))


def _gap(about: str, about_id: str, kind: str, missing: str, stake: int) -> Gap:
    weight = _WEIGHTS[kind] + stake
    return Gap(stable_id("gap", about_id, kind, missing), about, about_id, kind, missing, weight)


def _event_gaps(event: Event) -> Iterator[Gap]:
    """Contacts that only one side tells, and calls of which nobody says who dialled."""
    if event.event_type != "CONSULT" or not any(r.value == "occurred" for r in event.status):
        return
    stake = min(event.n_documents, _MOST_REPORTS) + bool(event.conflicts)
    states = {r.value.state for r in event.actors if r.value.state}
    told = set(event.corroboration.sides)
    if len(states) > 1 and told & states:
        for state in sorted(s for s in states - told if s):
            tellers = ", ".join(sorted(told))
            yield _gap("event", event.id, "other_side", f"no account by {state}: told by {tellers} only", stake)
    if event.mode == "phone" and len(event.actors) > 1 and not any(r.value.initiator for r in event.actors):
        yield _gap("event", event.id, "initiator", "nobody says who called whom", stake)


def _agreement_gaps(entry: Agreement, reports: int, has_baseline: bool) -> Iterator[Gap]:
    """Text, binding force, split of the sum and first day of what has been agreed."""
    steps = {s.status for s in entry.status}
    if not steps & _AGREED:
        return
    stake = min(reports, _MOST_REPORTS) + bool(entry.amounts) + bool(entry.conflicts)
    weighty = bool(steps & _DONE) and (reports > 1 or bool(entry.amounts))

    def gap(kind: str, missing: str) -> Gap:
        return _gap("agreement", entry.id, kind, missing, stake)

    if weighty:
        yield gap("text", "no report gives or cites its text")
    if weighty and entry.binding == "unknown" and entry.kind in _LOOSE_KINDS:
        yield gap("binding", "nobody says whether it binds")
    if any(c.kind == "attachment" for c in entry.conflicts):
        yield gap("amount_split", "how the sum divides between the agreements is not told")
    begins = any(s.status == "in_force" and s.when is not None for s in entry.status)
    if not begins and steps & _DONE and (entry.kind in _STARTING_KINDS or "tariffs" in entry.topics):
        yield gap("start_date", "no day from which it holds")
    if "tariffs" in entry.topics and not has_baseline:
        yield gap("baseline", "the tariff before is not told")


def _rate_gaps(record: Record, documents: Mapping[str, str]) -> Iterator[Gap]:
    """Tariff rates that no report sets beside the earlier one: one gap an event, for its rates together."""
    homes = {c: e for e in record.events for c in e.claim_ids}
    rates: dict[str, list[Quantity]] = {}
    for quantity in record.quantities:
        if quantity.measure == "tariff_rate" and quantity.claim_id in homes:
            rates.setdefault(homes[quantity.claim_id].id, []).append(quantity)
    for event_id, told in sorted(rates.items()):
        if any(q.baseline is not None for q in told):
            continue
        reports = len({documents.get(q.claim_id or "") for q in told})
        words = ", ".join(dict.fromkeys(map(_rate, told)))
        yield _gap("event", event_id, "baseline", f"the rate before {words} is not told", min(reports, _MOST_REPORTS))


def _rate(quantity: Quantity) -> str:
    values = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    return " to ".join(f"{v.normalize():f}" for v in values) + " percent"
