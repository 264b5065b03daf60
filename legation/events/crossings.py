"""Conflicts that show only between events: one amount told of two agreements, one matter inside a deal or apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from legation.events.conflicts import Draft
from legation.judgements.facts import Facts
from legation.records import Quantity

Members = Mapping[str, Sequence[Facts]]
"""Event id -> its facts."""


def find_crossings(events: Members, quantities: Mapping[str, Quantity]) -> dict[str, list[Draft]]:
    """Event id -> conflicts that it has with other events."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for event_id, draft in [*find_attachments(events, quantities), *find_scopes(events)]:
        found[event_id].append(draft)
    return found


def find_attachments(events: Members, quantities: Mapping[str, Quantity]) -> Iterator[tuple[str, Draft]]:
    """One sum of money that different reports put on different agreements."""
    holders: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event_id, members in events.items():
        for fact in members:
            if fact.family != "agreement":
                continue
            for key in fact.claim.quantities:
                q = quantities.get(key)
                if q is not None and q.value is not None and q.unit and len(q.unit) == 3 and q.unit.isupper():
                    holders[(q.unit, f"{q.value.normalize():f}")][event_id].add(fact.claim.id)
    documents = {f.claim.id: f.claim.document_id for members in events.values() for f in members}
    for (unit, value), told in sorted(holders.items()):
        reports = {frozenset(documents[c] for c in ids) for ids in told.values()}
        if len(told) > 1 and len(reports) > 1:
            first = max(sorted(told), key=lambda e: len(told[e]))
            readings = {event_id: frozenset(ids) for event_id, ids in sorted(told.items())}
            yield (
                first,
                Draft(
                    "quantities", "attachment", "tension", readings, f"{value} {unit} is told of {len(told)} agreements"
                ),
            )


def find_scopes(events: Members) -> Iterator[tuple[str, Draft]]:
    """A matter that is part of an agreement in one report and an agreement of its own in another.

    The second report must also tell the agreement without that matter.
    """
    alone: dict[tuple[frozenset[str], str], list[tuple[str, Facts]]] = defaultdict(list)
    for event_id, members in events.items():
        for fact in members:
            subjects = _subjects(fact)
            if len(subjects) == 1 and len(fact.sides) > 1:
                alone[(fact.sides, subjects[0])].append((event_id, fact))
    for event_id in sorted(events):
        for topic in sorted({s for f in events[event_id] for s in _subjects(f)}):
            inside = [f for f in events[event_id] if topic in _subjects(f) and len(_subjects(f)) > 1]
            without = {f.claim.document_id for f in events[event_id] if _subjects(f) and topic not in _subjects(f)}
            sides = {f.sides for f in inside}
            rivals = [f for s in sides for e, f in alone.get((s, topic), []) if e != event_id]
            apart = [f.claim.id for f in rivals if f.claim.document_id in without]
            if inside and apart:
                readings = {"part of it": frozenset(f.claim.id for f in inside), "apart from it": frozenset(apart)}
                yield event_id, Draft("topics", "scope", "tension", readings, f"{topic}: part of it, or apart from it")


def _subjects(fact: Facts) -> tuple[str, ...]:
    agreement = fact.claim.agreement
    return agreement.subjects if agreement is not None and fact.family == "agreement" else ()
