"""Claims -> Commitment: what somebody promised in a contact, in its words, and the later contacts that bear on it.

Example: "..., agreeing to maintain contact" in a report of a call is open, by both, made in the call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from legation.agreements.fulfilment import Deeds, find_outcome, read_deeds
from legation.agreements.mentions import party_key
from legation.languages.en.agreements import CONTACT, PROMISE, PROMISE_ENDS, PROMISE_GAPS
from legation.records import Claim, Commitment, Document, Event, Evidence, Party
from legation.text import find_words, stable_id, trim

_PROMISES = frozenset({"AGREE", "SUPPORT"})
_GAP = rf"(?:\s+(?:{'|'.join(PROMISE_GAPS)}))?"
_SUM = r"(?=(?:[a-z]+\s+){0,3}(?:[A-Z]{1,3}\s?)?[$€£¥₹]\s?\d)"
_CONTENT = re.compile(rf"{_GAP}(?P<no>\s+not)?\s+(?:to\s+(?=[a-z])|{_SUM})")
_END = re.compile(rf"(?<!\b[A-Z])\.(?=\s+[A-Z“\"•*-]|\s*$)|[;:,!?\n“”\"]|\s(?:{'|'.join(PROMISE_ENDS)})\s")
_LONGEST = 240
_BESIDE = 160  # characters between a promise and the contact told beside it


def make_commitments(
    events: Sequence[Event], claims: Sequence[Claim], documents: Sequence[Document] = ()
) -> tuple[Commitment, ...]:
    """One commitment a promise and contact, however many reports tell it, in the order of their ids.

    Args:
        documents: where the words of the promise are read; without them the claim's own event words stand for it.
    """
    texts = {d.id: d.text for d in documents}
    deeds = read_deeds(claims, documents)
    homes = {c: e for e in events for c in e.claim_ids}
    reports = _by_report(claims)
    contacts = _by_participant(events)
    told: dict[tuple[str, ...], list[tuple[Claim, Evidence, Event | None]]] = {}
    seen: set[tuple[str, int, int]] = set()
    for claim in sorted(claims, key=lambda c: (c.event_type == "CONSULT", c.document_id, c.start, c.id)):
        for trigger in promises_of(claim, has_text=claim.document_id in texts):
            words = _content(claim, trigger, reports[claim.document_id], texts.get(claim.document_id))
            place = (claim.document_id, trigger.start, trigger.end)
            if words is not None and place not in seen:
                seen.add(place)
                occasion = _occasion(claim, trigger, reports[claim.document_id], homes)
                told.setdefault(_key(claim, words, occasion), []).append((claim, words, occasion))
    days = {d.id: d.published.first for d in documents}
    made = [_make_commitment(found, contacts) for found in told.values()]
    whole = [_with_outcome(c, found[0][0], days, deeds, homes) for c, found in zip(made, told.values(), strict=True)]
    return tuple(sorted(whole, key=lambda c: c.id))


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, []).append(claim)
    return found


def _by_participant(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The contacts of each who takes part in one."""
    found: dict[str, list[Event]] = {}
    for event in events:
        for person in _people(event) if event.event_type == "CONSULT" else ():
            found.setdefault(person, []).append(event)
    return found


def _with_outcome(
    commitment: Commitment,
    promise: Claim,
    published: Mapping[str, date | None],
    deeds: Mapping[str, Deeds],
    homes: Mapping[str, Event],
) -> Commitment:
    """The commitment with what later claims say became of it; the events that tell it are follow-ups."""
    when = promise.event_when or promise.when
    made = (when.last if when is not None else None) or published.get(promise.document_id)
    status, told = find_outcome(promise, commitment.text, made, deeds)
    events = [homes[c].id for c in told if c in homes]
    return replace(commitment, status=status, follow_ups=tuple(dict.fromkeys([*commitment.follow_ups, *events])))


def promises_of(claim: Claim, *, has_text: bool) -> tuple[Evidence, ...]:
    """The event words by which the claim's actors promise something.

    A contact's report may hold them as well ("their agreement to maintain contact"), but only its text tells them apart
    from an agreement of its own, so they count with the text alone. "The agreement to set tariffs" between whole states
    is an agreement and no promise.
    """
    own = claim.event_type in _PROMISES and claim.agreement is None
    if claim.opinion or claim.status != "occurred" or not claim.actors or not (own or has_text):
        return ()
    if claim.event_type not in _PROMISES | {"CONSULT"}:
        return ()
    events = sorted((e for e in claim.evidence if e.field == "event"), key=lambda e: e.start)
    people = any(p.person for p in claim.actors)
    return tuple(e for e in events if _promises(e.quote) and (people or not e.quote.lower().endswith("agreement")))


def _promises(words: str) -> bool:
    return any(w.lower().startswith(PROMISE) for _, _, w in find_words(words))


def _content(claim: Claim, trigger: Evidence, claims: Sequence[Claim], text: str | None) -> Evidence | None:
    """What is promised: the infinitive behind the promise's word, else the planned act that the report tells there."""
    if text is not None:
        found = _CONTENT.match(text, trigger.end, trigger.end + 80)
        if found is None:
            return None
        start = found.end() if found["no"] is None else found.start("no")
        end = _END.search(text, found.end(), found.end() + _LONGEST)
        low, high = trim(text, start, end.start() if end is not None else min(len(text), found.end() + _LONGEST))
        return Evidence.of(text, low, high, "commitment") if high > low else None
    acts = [
        e
        for c in claims
        if c.status == "planned"
        for e in c.evidence
        if e.field == "event" and trigger.end <= e.start <= trigger.end + 80
    ]
    return min(acts, key=lambda e: (e.start, e.end), default=None)


def _occasion(claim: Claim, trigger: Evidence, claims: Sequence[Claim], homes: dict[str, Event]) -> Event | None:
    """The contact in which the promise was made: one told right beside it, else the one that the report tells first.

    Only contacts of the same people count, talks and calls before visits; without any, the promise's own event.
    """
    told = [
        (c.mode == "visit", abs(e.start - trigger.start) > _BESIDE, abs(e.start - trigger.start), e.start, c.id)
        for c in claims
        if c.event_type == "CONSULT" and not c.background and c.id in homes
        if _is_contact_of(claim, c)
        for e in c.evidence
        if e.field == "event" and (e.start, e.end) != (trigger.start, trigger.end)
    ]
    if not told:
        return homes.get(claim.id)
    best = min(told, key=lambda t: (t[0], t[1], t[3] if t[1] else t[2], t[4]))
    return homes[best[4]]


def _is_contact_of(claim: Claim, contact: Claim) -> bool:
    """Whether all who promise took part; where whole states promise, whether just these states did."""
    if all(not p.person for p in claim.actors):
        states = {p.state for p in claim.actors}
        return len(states) > 1 and states == {p.state for p in contact.actors}
    return {party_key(p) for p in claim.actors} <= {party_key(p) for p in contact.actors}


def _key(claim: Claim, words: Evidence, occasion: Event | None) -> tuple[str, ...]:
    """Promises of contact by the same people in one event are one; others are told apart by their first words."""
    people = tuple(sorted(party_key(p) for p in claim.actors))
    in_contact = occasion is not None and occasion.event_type == "CONSULT"
    place = (occasion.id,) if occasion is not None and in_contact else (claim.document_id, *people)
    content = [w.lower() for _, _, w in find_words(words.quote)]
    return ("contact" if CONTACT & set(content[:4]) else " ".join(content[:3]), *place)


def _make_commitment(
    told: Sequence[tuple[Claim, Evidence, Event | None]], contacts: Mapping[str, Sequence[Event]]
) -> Commitment:
    first = told[0][0]
    claim, _, occasion = max(told, key=lambda t: all(p.person for p in t[0].actors))
    words = max((w for _, w, _ in told), key=lambda w: w.end - w.start)
    return Commitment(
        id=stable_id("commitment", first.id, told[0][1].start),
        by=claim.actors,
        to=claim.recipients,
        text=words.quote,
        made_in=occasion.id if occasion is not None else None,
        status="open",
        follow_ups=_follow_ups(claim, words, occasion, contacts),
        claim_ids=tuple(dict.fromkeys(c.id for c, _, _ in told)),
        evidence=tuple(dict.fromkeys(w for _, w, _ in told)),
    )


def _follow_ups(
    claim: Claim, words: Evidence, occasion: Event | None, contacts: Mapping[str, Sequence[Event]]
) -> tuple[str, ...]:
    """Later contacts of all who promised to stay in contact, in the order of their days; none for other promises."""
    made = first_day(occasion) if occasion is not None else None
    if made is None or occasion is None or not CONTACT & {w.lower() for _, _, w in find_words(words.quote)}:
        return ()
    people = {party_key(p) for p in (*claim.actors, *claim.recipients)}
    rarest = min((contacts.get(p, ()) for p in sorted(people)), key=len)
    later = [
        (day, e.id)
        for e in rarest
        if e.id != occasion.id and people <= _people(e)
        if (day := _later_day(e, made)) is not None and any(r.value == "occurred" for r in e.status)
    ]
    return tuple(i for _, i in sorted(later))


def _later_day(event: Event, made: date) -> date | None:
    """The first day of a contact after ``made``; for one without days its lower bound, compared by the month."""
    first = first_day(event)
    if first is not None:
        return first if first > made else None
    bounds = [r.value.not_before for r in event.when if r.display and r.value.not_before is not None]
    bound = max(bounds, default=None)
    return bound if bound is not None and bound >= made.replace(day=1) else None


def _people(event: Event) -> set[str]:
    parties: list[Party] = [r.value for r in event.actors]
    return {party_key(p) for p in parties}


def first_day(event: Event) -> date | None:
    """The first day that the event's displayed readings allow."""
    days = [r.value.first for r in event.when if r.display and r.value.first is not None]
    return min(days, default=None)
