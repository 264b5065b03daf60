"""Conflicts that show only between events: one amount told of two agreements."""

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
    for event_id, draft in find_attachments(events, quantities):
        found[event_id].append(draft)
    return found


def find_attachments(events: Members, quantities: Mapping[str, Quantity]) -> Iterator[tuple[str, Draft]]:
    """One sum of money that different reports put on different agreements."""
    holders: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event_id, members in events.items():
        for fact in members:
            if fact.family != "agreement":
                continue
            for key in fact.claim.quantities:
                q = quantities.get(key)
                if q is not None and q.value is not None and q.unit and len(q.unit) == 3 and q.unit.isupper():
                    sum_of_money = (q.unit, f"{q.value.normalize():f}")
                    holders[sum_of_money][event_id].add(fact.claim.id)
                    words[sum_of_money].add(q.quote)
    documents = {f.claim.id: f.claim.document_id for members in events.values() for f in members}
    for sum_of_money, told in sorted(holders.items()):
        reports = {frozenset(documents[c] for c in ids) for ids in told.values()}
        if len(told) > 1 and len(reports) > 1:
            first = max(sorted(told), key=lambda e: len(told[e]))
            readings = {event_id: frozenset(ids) for event_id, ids in sorted(told.items())}
            note = f"{min(words[sum_of_money])} is told of {len(told)} agreements"
            yield first, Draft("quantities", "attachment", "tension", readings, note)
