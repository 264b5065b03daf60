"""Where reports of one agreement differ: its step, its kind, who signed, what it covers, whose the sum is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from legation.agreements.mentions import AgreementClaim, is_organisation, is_state, sides_of
from legation.records import Agreement, Conflict, ConflictKind, Reading, Severity
from legation.text import stable_id

Value = Callable[[AgreementClaim], str | None]
Others = Sequence[tuple[Agreement, Sequence[AgreementClaim]]]


def find_conflicts(entry: Agreement, group: Sequence[AgreementClaim], others: Others) -> tuple[Conflict, ...]:
    """All conflicts of one ledger entry; ``others`` are the other entries, for what they share with it.

    A report does not disagree with itself: its words for one thing in several sentences are no conflict.
    """
    several = len({m.claim.document_id for m in group}) > 1
    found = [
        _status_conflict(entry, group),
        _form_conflict(entry, group) if several else None,
        _signatory_conflict(entry, group) if several else None,
        _amount_conflict(entry, group),
        _attachment_conflict(entry, group),
        _scope_conflict(entry, group, others),
    ]
    return tuple(c for c in found if c is not None)


def _readings(group: Iterable[AgreementClaim], value: Value) -> tuple[Reading[str], ...]:
    told: dict[str, list[str]] = {}
    for mention in group:
        words = value(mention)
        if words:
            told.setdefault(words, []).append(mention.claim.id)
    return tuple(Reading(words, tuple(ids)) for words, ids in sorted(told.items()))


def _conflict(
    entry: Agreement, field: str, kind: ConflictKind, severity: Severity, readings: tuple[Reading[str], ...], note: str
) -> Conflict | None:
    if len(readings) < 2:
        return None
    event_id = entry.event_ids[0] if entry.event_ids else entry.id
    return Conflict(stable_id("conflict", entry.id, field, kind), event_id, field, kind, severity, readings, note)


def _status_conflict(entry: Agreement, group: Sequence[AgreementClaim]) -> Conflict | None:
    """Steps that no days put in order; a denial beside anything else is a contradiction."""
    readings = _readings(group, lambda m: m.status)
    values = {r.value for r in readings}
    if "denied" in values:
        return _conflict(entry, "status", "status", "contradiction", readings, "told and denied")
    if _is_progress(group) or len({m.claim.document_id for m in group if m.status}) < 2:
        return None
    return _conflict(entry, "status", "status", "tension", readings, "reports differ on how far it has come")


def _is_progress(group: Sequence[AgreementClaim]) -> bool:
    """Whether every step has days and no two different steps share any."""
    told = [m for m in group if m.status]
    dated = sorted((m.days, m.status) for m in told if m.days is not None)
    if len(dated) < len(told):
        return False
    return all(a[1] == b[1] or a[0][1] < b[0][0] for a, b in pairwise(dated))


def _form_conflict(entry: Agreement, group: Sequence[AgreementClaim]) -> Conflict | None:
    readings = _readings(group, lambda m: None if m.kind == "unspecified" else f"{m.kind}{'s' if m.plural else ''}")
    return _conflict(entry, "kind", "form", "granularity", readings, "called by different names")


def _signatory_conflict(entry: Agreement, group: Sequence[AgreementClaim]) -> Conflict | None:
    """A side named as the state by some reports and as its company or body by others."""
    bodies = {p.state: p for m in group for p in sides_of(m.claim) if is_organisation(p)}
    if not bodies:
        return None
    loose = None in bodies

    def side(mention: AgreementClaim) -> str | None:
        sides = sides_of(mention.claim)
        named = [p.name for p in sides if is_organisation(p) and (p.state is None or loose is False)]
        states = [p.name for p in sides if is_state(p) and (p.state in bodies or loose)]
        return " and ".join(sorted(set(named or states))) or None

    return _conflict(entry, "signatories", "identity", "granularity", _readings(group, side), "a state or a body of it")


def _amount_conflict(entry: Agreement, group: Sequence[AgreementClaim]) -> Conflict | None:
    """Different sums in one currency from different reports, on days that do not make one a revision."""
    revised = {v for m in group for v in m.formers}
    single = [m for m in group if len(m.amounts) == 1 and not revised & {v for v, _, _ in m.amounts}]
    units = {unit for m in single for _, _, unit in m.amounts}
    days = sorted({m.days for m in single if m.days is not None})
    later = len(days) > 1 and all(a[1] < b[0] for a, b in pairwise(days))
    if len(units) != 1 or len({m.claim.document_id for m in single}) < 2 or later:
        return None
    readings = _readings(single, lambda m: " to ".join(f"{v:f}" for a in m.amounts for v in a[:2] if v is not None))
    return _conflict(entry, "amount", "value", "contradiction", readings, "different sums")


def _attachment_conflict(entry: Agreement, group: Sequence[AgreementClaim]) -> Conflict | None:
    """One sum told of a single agreement by some reports and of several by others."""
    shared = [m for m in group if any(m.amounts & o.amounts for o in group if o is not m)]
    readings = _readings(shared, lambda m: "several agreements" if m.plural else "one agreement")
    return _conflict(entry, "amount", "attachment", "tension", readings, "the sum is of one agreement or of several")


def _scope_conflict(entry: Agreement, group: Sequence[AgreementClaim], others: Others) -> Conflict | None:
    """A subject that some reports put inside the agreement and another entry of the same states has for its own."""
    for other, mentions in others:
        states = frozenset(s for m in mentions for s in m.states)
        topics = set(other.topics)
        own = [m for m in mentions if len(m.subjects) == 1]
        if len(states) < 2 or not own or not any(m.states == states for m in group) or other.kind == "ceasefire":
            continue
        inside = [m for m in group if len(m.subjects) > 1 and own[0].subjects[0] in m.subjects[1:]]
        if inside and own[0].subjects[0] in topics:
            topic = own[0].subjects[0].replace("_", " ")
            readings = (
                Reading(f"{topic}: inside the agreement", tuple(m.claim.id for m in inside)),
                Reading(f"{topic}: apart", tuple(m.claim.id for m in own)),
            )
            return _conflict(entry, "topics", "scope", "tension", readings, "a part of it or a matter of its own")
    return None
