"""Sentences, mentions, times, amounts and attributions of one report -> its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from legation.claims.amounts import place_amounts
from legation.claims.certainty import claim_score
from legation.claims.comments import make_comments
from legation.claims.conversion import cameo_code
from legation.claims.headlines import read_headline, with_headline
from legation.claims.inserts import find_inserts
from legation.claims.organisations import with_organisations
from legation.coreference.grouping import Group, gather, with_containers, with_occasions, with_parallels
from legation.coreference.leads import find_lead, with_lead
from legation.coreference.lending import OLD_DAYS, with_lent_days
from legation.drafts.agreements import with_sides_of_talks, with_sure_step
from legation.drafts.dating import date_of, days_of_speech
from legation.drafts.details import (
    attribution_of,
    evidence_of_source,
    names_of,
    quantities_of,
    with_day_of_speech,
    with_details,
    with_flags,
    with_own_forces,
    with_speaker,
    with_teller,
    with_threat_told,
    with_unsaid_subject,
)
from legation.drafts.drafting import Draft, make_drafts, with_implied
from legation.drafts.scene import Scene, party_key, unique
from legation.drafts.surroundings import Surroundings
from legation.drafts.telling import is_told
from legation.knowledge import Knowledge
from legation.quantities import describe
from legation.records import (
    Attribution,
    Claim,
    Document,
    Evidence,
    Mention,
    Party,
    Quantity,
    Sentence,
    Span,
    Status,
    TimeExpression,
    When,
)
from legation.statuses import find_status
from legation.text import stable_id
from legation.times.tables import load_tables
from legation.triggers.matching import find_hits

LONGEST_EVENT = 400  # code points of one piece of event evidence
BESIDE = 3  # sentences within which who speaks of an event told before speaks for that telling
_CURRENCY = re.compile(r"[A-Z]{3}")
_NEVER: tuple[Status, ...] = ("negated", "denied")
_FIRMEST: tuple[Status, ...] = ("planned", "called_for", "hypothetical")


def make_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    knowledge: Knowledge,
) -> tuple[tuple[Claim, ...], tuple[Quantity, ...]]:
    """What a report tells: one claim an event, however often it is told, and the amounts that belong to claims.

    Returns: claims in the order of their first trigger; quantities in text order, with id and claim id.
    """
    mentions = with_organisations(mentions, knowledge)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    around = Surroundings(sentences, mentions, find_inserts(document.text))
    drafts: list[Draft] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        drafts += sentence_drafts(document, sentence, here, times, quantities, attributions, knowledge, around)
    days = days_of_speech(sentences, attributions, times)
    headline = read_headline(document, mentions)
    groups = gather([with_headline(with_day_of_speech(d, days), headline) for d in drafts])
    with_lent_days(groups, document.published.day)
    with_lead(groups, find_lead(document, sentences, mentions, times, attributions), times)
    with_containers(groups)
    with_parallels(groups)
    with_occasions(groups)
    claims = [_make_claim(document, group) for group in groups]
    kept = _claim_quantities(document, claims, groups, quantities)
    kept = place_amounts(document, kept, claims, sentences, mentions, times, attributions, knowledge)
    claims = [_with_amounts(document, c, [q for q in kept if q.claim_id == c.id]) for c in claims]
    claims += make_comments(document, attributions, claims, around, names_of(mentions), days)
    return tuple(sorted(claims, key=lambda c: (c.start, c.id))), kept


def sentence_drafts(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    knowledge: Knowledge,
    around: Surroundings,
) -> list[Draft]:
    """The drafts of one sentence with their details, in text order."""
    scene = Scene(document.text, sentence, mentions, _grounds(document, mentions, knowledge, around))
    drafts = [d for hit in find_hits(sentence) if not around.is_inserted(hit.span) for d in make_drafts(scene, hit)]
    speech, day = _speech_tokens(sentence, attributions), document.published.day
    timed = [_with_date(with_details(scene, d), times, speech, day) for d in drafts]
    full = [_with_future(_with_status(d), document) for d in timed]
    kept = [d for d in full if not d.hit.trigger.only or d.status in d.hit.trigger.only]
    dated = [d for draft in with_sides_of_talks(kept) for d in with_implied(draft)]
    told = [with_speaker(with_sure_step(d), attribution_of(d, attributions)) for d in dated]
    said = [with_threat_told(with_own_forces(with_unsaid_subject(d))) for d in told]
    placed = [around.see(with_flags(_with_gazetteer(d, knowledge, around), mentions)) for d in said]
    owners = [d for d in placed if is_told(d) and not d.implied] or placed
    return [replace(with_teller(d, attributions), quantities=quantities_of(d, owners, quantities)) for d in placed]


def _grounds(
    document: Document, mentions: Iterable[Mention], knowledge: Knowledge, around: Surroundings
) -> dict[str, Party]:
    """The states in which the named places lie: whom a strike on a city hits."""
    places = {m.quote: knowledge.place(m.quote, around.states) for m in mentions if m.kind == "place"}
    states = {quote: knowledge.state(place.country) for quote, place in places.items() if place and place.country}
    return {quote: knowledge.party(actor.id, document.published.day) for quote, actor in states.items() if actor}


def _with_gazetteer(draft: Draft, knowledge: Knowledge, around: Surroundings) -> Draft:
    """The draft's place with what the gazetteer knows of it."""
    known = knowledge.place(draft.place.name, around.states) if draft.place is not None else None
    if draft.place is None or known is None:
        return draft
    return replace(draft, place=replace(known, evidence=draft.place.evidence))


def _speech_tokens(sentence: Sentence, attributions: Iterable[Attribution]) -> frozenset[int]:
    """The reporting verbs of a sentence."""
    return frozenset(t.index for a in attributions for s in a.cue if s[0] < sentence.end and s[1] > sentence.start
                     for t in sentence.tokens_in(*s))  # fmt: skip


def _with_date(draft: Draft, times: Sequence[TimeExpression], speech: frozenset[int], published: date | None) -> Draft:
    time = date_of(draft.sentence, draft.hit, times, speech, published)
    if time is None:
        return draft
    evidence = Evidence("when", time.start, time.end, time.text)
    return replace(draft, when=time.when, evidence=(*draft.evidence, evidence))


def _with_status(draft: Draft) -> Draft:
    """Status and background by the trigger's clause; a noun's by the verb that carries it."""
    reading = find_status(draft.sentence, draft.hit.token)
    floor = draft.hit.trigger.status
    status = cast(Status, floor) if floor is not None and reading.status not in _NEVER else reading.status
    cue = reading.cue if status == reading.status else (draft.hit.token.start, draft.hit.token.end)
    return replace(draft, status=status, factuality=reading.factuality, background=reading.background, cue=cue)


def _is_weekday(when: When) -> bool:
    """Whether the words name a day of the week and no date."""
    words = when.text.lower().split()
    return not any(c.isdigit() for c in when.text) and any(w in load_tables("en").words["weekdays"] for w in words)


def _with_future(draft: Draft, document: Document) -> Draft:
    """What is told as done on a day after publication is still to come ("has arranged a meeting next week")."""
    last, when = document.published.last, draft.when
    if last is None or when is None or when.first is None or draft.status not in ("occurred", "ongoing"):
        return draft
    if when.first <= last:
        return draft
    plain = draft.hit.trigger.weak or (draft.hit.noun is None and draft.mode != "meet")  # "invited him for June"
    if plain and draft.hit.token.tag == "VBD" and not _is_weekday(when):
        words = tuple(e for e in draft.evidence if e.field != "when")
        return replace(draft, when=None, evidence=words)  # "they discussed plans for the summit tomorrow"
    if when.first == when.last and _is_weekday(when) and (when.first - last).days < 7:
        day = when.first - timedelta(days=7)  # a bare weekday of a thing done is the last one before publication
        return replace(draft, when=replace(when, first=day, last=day, edtf=day.isoformat()))
    told = next(((e.start, e.end) for e in draft.evidence if e.field == "when"), None)
    return replace(draft, status="planned", cue=told)


def _make_claim(document: Document, group: Group) -> Claim:
    lead = group.lead
    first = min(group.drafts, key=lambda d: d.hit.span)
    actors = unique(p for d in group.drafts if _adds_sides(d, lead) for p in d.actors)
    known = {p.name for p in actors}
    others = unique(p for d in group.drafts for p in d.others if p.name not in known)
    place = next((d.place for d in group.drafts if d.place is not None), None)
    source = _who_says(group)
    recipients = unique(p for d in group.drafts if _adds_sides(d, lead) for p in d.recipients if p.name not in known)
    mode = next((d.mode for d in group.drafts if d.mode is not None), None)
    contexts, status = tuple(dict.fromkeys(x for d in group.drafts for x in d.contexts)), _group_status(group)
    return Claim(
        id=stable_id("claim", document.id, *first.hit.span, first.part),
        document_id=document.id,
        event_type=lead.event_type,
        mode=mode,
        cameo=cameo_code(lead.event_type, mode, contexts, status),
        contexts=contexts,
        topics=tuple(dict.fromkeys(t for d in group.drafts for t in d.topics)),
        score=claim_score(lead, len(group.drafts)),
        status=status,
        factuality=lead.factuality,
        background=all(d.background for d in group.drafts) or _is_long_past(document, _group_when(group)),
        opinion=lead.opinion,
        actors=actors,
        recipients=recipients,
        others=others,
        when=_group_when(group),
        place=place,
        attribution=source,
        ordinal=next((d.ordinal for d in group.drafts if d.ordinal is not None), None),
        agreement=next((d.agreement for d in group.drafts if d.agreement is not None), None),
        flags=tuple(dict.fromkeys(f for d in group.drafts for f in d.flags)),
        evidence=_evidence_of(
            document.text,
            group,
            [e for p in (*actors, *recipients, *others) for e in p.evidence],
            [*(place.evidence if place else ()), *(evidence_of_source(document.text, source) if source else ())],
        ),
    )


def _who_says(group: Group) -> Attribution | None:
    """Whose word the event is: the lead's, else that of a retelling in which somebody else tells it outright.

    What the sides say or agree within it ("the leaders agreed to remain in touch") tells nobody's version of it, nor
    does who merely mentions it a page further down.
    """
    lead, sides = group.lead, {party_key(p) for p in group.parties}
    for draft in group.drafts:
        said = draft.attribution
        if said is None:
            continue
        outside = said.organ is not None or (said.speaker is not None and party_key(said.speaker) not in sides)
        if said is lead.attribution or (outside and (is_told(draft) or _is_beside(draft, lead))):
            return said
    return None


def _is_beside(draft: Draft, lead: Draft) -> bool:
    return abs(draft.sentence.index - lead.sentence.index) <= BESIDE


def _adds_sides(draft: Draft, lead: Draft) -> bool:
    """A retelling adds sides only to a mutual event, where "the two leaders" and the names are one circle."""
    if draft is lead:
        return True
    full = len(lead.actors) >= 2 and not all(p.person or p.state is None for p in draft.actors)
    return draft.event_type == lead.event_type == "CONSULT" and not full


def _is_long_past(document: Document, when: When | None) -> bool:
    """Whether a day lies so far before publication that the report tells it as history."""
    first = document.published.first
    return first is not None and when is not None and when.last is not None and (first - when.last).days > OLD_DAYS


def _group_status(group: Group) -> Status:
    """The lead's status; of things to come the firmest that is told ("planned" before "hypothetical")."""
    told = {d.status for d in group.drafts if not d.implied}
    return next((s for s in _FIRMEST if s in told and group.lead.status in _FIRMEST), group.lead.status)


def _group_when(group: Group) -> When | None:
    """The narrowest of the days told; all of a group's days are compatible."""
    whens = group.whens
    known = [w for w in whens if w.first is not None and w.last is not None]
    if known:
        return min(known, key=lambda w: (w.last - w.first).days if w.first and w.last else 0)
    return whens[0] if whens else None


def _evidence_of(text: str, group: Group, sides: Iterable[Evidence], rest: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each piece once: the triggers of all tellings, the words that name the sides, days, status and the rest."""
    events = [Evidence.of(text, *_event_span(d), "event") for d in group.drafts]
    days = [e for d in group.drafts for e in d.evidence]
    status = _group_status(group)
    cue = next((d.cue for d in group.drafts if d.status == status and d.cue is not None), None)
    told = [Evidence.of(text, *cue, "status")] if status != "occurred" and cue is not None else []
    return tuple(dict.fromkeys([*events, *sides, *days, *told, *rest]))


def _event_span(draft: Draft) -> Span:
    """The trigger's words; its head alone where verb and noun stand very far apart."""
    start, end = draft.hit.span
    return (start, end) if end - start <= LONGEST_EVENT else (draft.hit.token.start, draft.hit.token.end)


def _with_amounts(document: Document, claim: Claim, amounts: Sequence[Quantity]) -> Claim:
    """The claim with its amounts and the words that tell them."""
    words = [Evidence.of(document.text, q.start, q.end, "quantity") for q in amounts]
    evidence = tuple(dict.fromkeys([*claim.evidence, *words]))
    return replace(claim, quantities=tuple(q.id for q in amounts), evidence=evidence)


def _claim_quantities(
    document: Document, claims: Sequence[Claim], groups: Sequence[Group], amounts: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The amounts of each group once, with claim id, and those that measure something outside claims, in order."""
    owned: dict[tuple[int, int], str] = {}
    home = {q.start: d.sentence for g in groups for d in g.drafts for q in d.quantities}
    for claim, group in zip(claims, groups, strict=True):
        for draft in group.drafts:
            for q in draft.quantities:
                owned.setdefault((q.start, q.end), claim.id)
    kept = [q for q in amounts if _measures(q) and ((q.start, q.end) in owned or _in_body(document, q))]
    return tuple(
        replace(
            described := describe(document.text, q, home.get(q.start)),
            id=stable_id("quantity", document.id, described.start, described.end),
            claim_id=owned.get((q.start, q.end)),
        )
        for q in kept
    )


def _measures(quantity: Quantity) -> bool:
    """Whether an amount says how much of something: money and shares do, a bare count ("two leaders") does not."""
    return quantity.measure is not None or quantity.unit == "percent" or bool(_CURRENCY.fullmatch(quantity.unit or ""))


def _in_body(document: Document, quantity: Quantity) -> bool:
    return not any(n.start < quantity.end and quantity.start < n.end for n in document.noise)
