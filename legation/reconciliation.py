"""Analyses of single documents -> the Record: everything across documents, in order, pure.

``reconcile`` gives the same record for any order of its input, byte for byte, and a second run changes nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from legation.agreements import make_agreements, make_commitments
from legation.documents.bounds import bound_published
from legation.events import accept_readings, bound_weekdays, date_claims, fuse, infer_published
from legation.judgements import Rule, cluster, judge_pairs, make_facts
from legation.origins import find_copies, find_issuer, find_origins, mark_copies
from legation.origins.bodies import Bodies, read_bodies
from legation.records import Agreement, Analysis, Claim, Conflict, Document, Event, Judgement, Record, Storyline
from legation.storylines import make_storylines


def reconcile(analyses: Sequence[Analysis], earlier: Sequence[Judgement] = (), rule: Rule | None = None) -> Record:
    """The record of all analyses together.

    Args:
        analyses: one a document, in any order; of two with one document id the last by content is taken.
        earlier: judgements of a former run; those of people are kept and obeyed, the rules' are made anew.
        rule: who judges pairs of claims, where it is not one process (``archive.judging``); the record is the same.
    """
    with _no_search_for_cycles():
        return _reconcile(analyses, earlier, rule)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """No cycles are looked for within: records have none, and there are millions to look through."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _reconcile(analyses: Sequence[Analysis], earlier: Sequence[Judgement], rule: Rule | None) -> Record:
    ordered = _in_order(analyses)
    claims = [c for a in ordered for c in sorted(a.claims, key=lambda c: (c.start, c.id))]
    quantities = tuple(sorted((q for a in ordered for q in a.quantities), key=lambda q: q.id))
    bodies = read_bodies(a.document for a in ordered)
    documents = _date([a.document for a in ordered], claims, bodies)
    issuers = {c.id: issuer.key for c in claims if (issuer := find_issuer(c)) is not None}
    facts = make_facts(claims, documents, quantities, issuers)
    judgements = judge_pairs(claims, documents, earlier, facts=facts, rule=rule)
    clusters = cluster(claims, judgements, facts=facts)
    facts = bound_weekdays(facts, clusters)
    origins = find_origins(documents, claims, clusters, bodies)
    dated = date_claims(claims, clusters, facts)
    events = fuse(claims, clusters, judgements, origins, documents, quantities, facts=facts, bodies=bodies)
    storylines = make_storylines(events)
    agreements = make_agreements(events, dated, quantities, origins={c: o.id for o in origins for c in o.claim_ids})
    events = _tell_once(_join_storylines(events, storylines), agreements)
    events, agreements = accept_readings(events, agreements, judgements)
    return Record(
        documents=tuple(map(bound_published, documents)),
        claims=dated,
        quantities=quantities,
        origins=origins,
        judgements=judgements,
        events=events,
        agreements=agreements,
        commitments=make_commitments(events, dated, documents),
        storylines=storylines,
        quantity_documents=tuple(sorted((q.id, a.document.id) for a in ordered for q in a.quantities)),
    )


def _in_order(analyses: Sequence[Analysis]) -> list[Analysis]:
    found = {
        a.document.id: a for a in sorted(analyses, key=lambda a: (a.document.id, a.document.sha256, a.document.name))
    }
    return [found[key] for key in sorted(found)]


def _date(documents: Sequence[Document], claims: Sequence[Claim], bodies: Bodies) -> tuple[Document, ...]:
    """The documents with copies marked and undated ones dated where their neighbours allow it."""
    inferred = infer_published(documents, claims, bodies)
    dated = [replace(d, published=inferred.get(d.id, d.published)) for d in documents]
    return mark_copies(dated, find_copies(dated, bodies))


def _join_storylines(events: Sequence[Event], storylines: Sequence[Storyline]) -> tuple[Event, ...]:
    home = {e: s.id for s in storylines for e in s.event_ids}
    return tuple(replace(e, storyline_id=home[e.id]) if e.id in home else e for e in events)


def _tell_once(events: Sequence[Event], agreements: Sequence[Agreement]) -> tuple[Event, ...]:
    """The events without those conflicts of attachment that the ledger tells of the same claims."""
    told = {c for a in agreements for k in a.conflicts if k.kind == "attachment" for c in _claims_of(k)}
    if not told:
        return tuple(events)
    return tuple(
        replace(e, conflicts=tuple(k for k in e.conflicts if k.kind != "attachment" or not _claims_of(k) & told))
        for e in events
    )


def _claims_of(conflict: Conflict) -> set[str]:
    return {c for r in conflict.readings for c in r.claim_ids}
