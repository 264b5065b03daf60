"""Conflicts that show only between events: one amount told of two agreements, one saying told of two meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.events.conflicts import Draft
from legation.judgements.facts import NEWS_DAYS, Facts
from legation.judgements.vetoes import is_speech
from legation.records import HAPPENED, Quantity, Relation

TOLD_WITH = 600  # characters before a saying within which a report tells the contact in which it was said
Members = Mapping[str, Sequence[Facts]]
"""Event id -> its facts."""
Bonds = Mapping[str, Sequence[Relation]]
"""Event id -> its relations."""
Contacts = Mapping[str, Sequence[tuple[str, Facts]]]
"""Document id -> the contacts that it tells, each with its event's id."""


def find_crossings(events: Members, quantities: Mapping[str, Quantity], bonds: Bonds) -> dict[str, list[Draft]]:
    """Event id -> conflicts that it has with other events."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for event_id, draft in (*find_attachments(events, quantities), *find_scopes(events, bonds)):
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


def find_scopes(events: Members, bonds: Bonds) -> Iterator[tuple[str, Draft]]:
    """What may be one saying, told as of two contacts: praise "in the call" in one report, "at the meeting" in another.

    Both contacts are of the same people, two at least, and one of them is history to a report that tells of it. The
    conflict stands on the lesser of the two sayings, once.
    """
    contacts: dict[str, list[tuple[str, Facts]]] = defaultdict(list)
    for event_id in sorted(events):
        for fact in events[event_id]:
            if fact.family == "contact" and fact.claim.status in HAPPENED:
                contacts[fact.claim.document_id].append((event_id, fact))
    for one in sorted(bonds):
        for two in sorted({r.to for r in bonds[one] if r.type == "perhaps_same" and r.to > one}):
            here, there = (_occasions(events[event_id], contacts) for event_id in (one, two))
            ours, theirs = _people(events, here, there)
            looks_back = {any(_is_history(f) for k in side for f in events[k]) for side in (here, there)}
            if len(ours & theirs) > 1 and here.keys().isdisjoint(there) and len(looks_back) > 1:
                yield one, Draft("occasion", "scope", "tension", here | there, "said in one contact or in another")


def _occasions(saying: Sequence[Facts], contacts: Contacts) -> dict[str, frozenset[str]]:
    """The contacts in which a saying is told, each with the claims that tell it there.

    It is told in the contact of its people whose words stand last before it; what is called off is no occasion.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for fact in saying if all(is_speech(f) and f.claim.event_type != "REJECT" for f in saying) else ():
        at = fact.claim.start
        near = [
            (at - e.start, event_id)
            for event_id, contact in contacts.get(fact.claim.document_id, ())
            if fact.people & contact.people
            for e in contact.claim.evidence
            if e.field == "event" and 0 <= at - e.start <= TOLD_WITH
        ]
        if near:
            found[min(near)[1]].add(fact.claim.id)
    return {event_id: frozenset(ids) for event_id, ids in found.items()}


def _is_history(fact: Facts) -> bool:
    """Whether a report looks back on what it tells: as background, or as of days long before its own."""
    day = fact.published.first
    return fact.claim.background or bool(fact.days and day and fact.days[1] < day - NEWS_DAYS)


def _people(events: Members, *wanted: Iterable[str]) -> list[frozenset[str]]:
    """Who took part in each group of events."""
    return [frozenset(p for event_id in ids for f in events[event_id] for p in f.people) for ids in wanted]
