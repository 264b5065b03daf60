"""Claims -> Commitment: what somebody promised in a contact, in its words, and the later contacts that bear on it.

Example: "..., agreeing to maintain contact" in a report of a call is open, by both, made in the call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from legation.agreements.mentions import party_key
from legation.languages.en.agreements import CONTACT, PROMISE
from legation.records import Claim, Commitment, Document, Event, Evidence, Party
from legation.text import find_words, stable_id

_PROMISES = frozenset({"AGREE", "SUPPORT"})
_CONTENT = re.compile(r"(?:\s+\w+){0,3}?\s+to\s+(?=[a-z])")
_END = re.compile(r"[.;,!?\n”\"]|\s(?:while|which|who|after|before|as|but|with this)\s")
_LONGEST = 240


def make_commitments(
    events: Sequence[Event], claims: Sequence[Claim], documents: Sequence[Document] = ()
) -> tuple[Commitment, ...]:
    """One commitment a promise and contact, however many reports tell it, in the order of their ids.

    Args:
        documents: where the words of the promise are read; without them the claim's own event words stand for it.
    """
    texts = {d.id: d.text for d in documents}
    homes = {c: e for e in events for c in e.claim_ids}
    told: dict[tuple[str, ...], list[tuple[Claim, Evidence, Event | None]]] = {}
    for claim in sorted((c for c in claims if is_promise(c)), key=lambda c: (c.document_id, c.start, c.id)):
        words = _content(claim, claims, texts.get(claim.document_id))
        if words is None:
            continue
        occasion = _occasion(claim, claims, homes)
        told.setdefault(_key(claim, words, occasion), []).append((claim, words, occasion))
    return tuple(sorted((_make_commitment(found, events) for found in told.values()), key=lambda c: c.id))


def is_promise(claim: Claim) -> bool:
    """Whether the claim says that its actors promised to do something, agreements of their own aside."""
    if claim.event_type not in _PROMISES or claim.agreement is not None or claim.opinion or claim.status != "occurred":
        return False
    words = [w.lower() for e in claim.evidence if e.field == "event" for _, _, w in find_words(e.quote)]
    return bool(claim.actors) and any(w.startswith(PROMISE) for w in words)


def _trigger(claim: Claim) -> Evidence:
    """The event evidence that holds the promise's word."""
    events = sorted((e for e in claim.evidence if e.field == "event"), key=lambda e: e.start)
    return next((e for e in events if any(w.lower().startswith(PROMISE) for _, _, w in find_words(e.quote))), events[0])


def _content(claim: Claim, claims: Sequence[Claim], text: str | None) -> Evidence | None:
    """What is promised: the infinitive behind the promise's word, else the planned act that the report tells there."""
    trigger = _trigger(claim)
    if text is not None:
        found = _CONTENT.match(text, trigger.end, trigger.end + 80)
        if found is None:
            return None
        end = _END.search(text, found.end(), found.end() + _LONGEST)
        behind = end.start() if end is not None else min(len(text), found.end() + _LONGEST)
        return Evidence.of(text, found.end(), behind, "commitment") if behind > found.end() else None
    acts = [
        e
        for c in claims
        if c.document_id == claim.document_id and c.status == "planned"
        for e in c.evidence
        if e.field == "event" and trigger.end <= e.start <= trigger.end + 80
    ]
    return min(acts, key=lambda e: (e.start, e.end), default=None)


def _occasion(claim: Claim, claims: Sequence[Claim], homes: dict[str, Event]) -> Event | None:
    """The contact of the same people that the report told last before the promise; else the promise's own event."""
    people = {party_key(p) for p in claim.actors}
    start = _trigger(claim).start
    told = [
        (e.start, homes[c.id].id)
        for c in claims
        if c.document_id == claim.document_id and c.event_type == "CONSULT" and not c.background and c.id in homes
        if people <= {party_key(p) for p in c.actors}
        for e in c.evidence
        if e.field == "event" and e.start <= start
    ]
    if not told:
        return homes.get(claim.id)
    best = max(told)[1]
    return next(e for e in homes.values() if e.id == best)


def _key(claim: Claim, words: Evidence, occasion: Event | None) -> tuple[str, ...]:
    """Promises of contact by the same people in one event are one; others are told apart by their first words."""
    people = tuple(sorted(party_key(p) for p in claim.actors))
    place = occasion.id if occasion is not None else claim.document_id
    content = [w.lower() for _, _, w in find_words(words.quote)]
    return (place, "contact" if CONTACT & set(content[:4]) else " ".join(content[:3]), *people)


def _make_commitment(told: Sequence[tuple[Claim, Evidence, Event | None]], events: Sequence[Event]) -> Commitment:
    claim, words, occasion = told[0]
    return Commitment(
        id=stable_id("commitment", claim.id),
        by=claim.actors,
        to=claim.recipients,
        text=words.quote,
        made_in=occasion.id if occasion is not None else None,
        status="open",
        follow_ups=_follow_ups(claim, words, occasion, events),
        claim_ids=tuple(c.id for c, _, _ in told),
        evidence=tuple(w for _, w, _ in told),
    )


def _follow_ups(claim: Claim, words: Evidence, occasion: Event | None, events: Sequence[Event]) -> tuple[str, ...]:
    """Later contacts of all who promised to stay in contact, in the order of their days; none for other promises."""
    made = first_day(occasion) if occasion is not None else None
    if made is None or occasion is None or not CONTACT & {w.lower() for _, _, w in find_words(words.quote)}:
        return ()
    people = {party_key(p) for p in (*claim.actors, *claim.recipients)}
    later = [
        (day, e.id)
        for e in events
        if e.event_type == "CONSULT" and e.id != occasion.id and people <= _people(e)
        if (day := first_day(e)) is not None and day > made and any(r.value == "occurred" for r in e.status)
    ]
    return tuple(i for _, i in sorted(later))


def _people(event: Event) -> set[str]:
    parties: list[Party] = [r.value for r in event.actors]
    return {party_key(p) for p in parties}


def first_day(event: Event) -> date | None:
    """The first day that the event's displayed readings allow."""
    days = [r.value.first for r in event.when if r.display and r.value.first is not None]
    return min(days, default=None)
