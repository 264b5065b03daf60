"""``rows(kind, store)``: the record as dictionaries with the fields of docs/fields.md, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from legation.agreements import find_gaps, make_figures
from legation.errors import UsageError
from legation.exporters import parts
from legation.exporters.dictionary import names_of
from legation.exporters.parts import Row
from legation.exporters.selection import Selection, batched
from legation.records import Agreement, Claim, Commitment, Document, Event, Judgement, Origin, Quantity
from legation.store import Store

KINDS = ("documents", "claims", "events", "judgements", "origins", "agreements", "quantities", "figures",
         "commitments", "conflicts", "storylines", "gaps", "failures")  # fmt: skip

BATCH = 400

FIELDS: dict[str, tuple[str, ...]] = {kind: names_of(kind) for kind in KINDS}
"""Kind -> the fields of its rows, in this order; ``fields.tsv`` lists them."""


def rows(kind: str, store: Store) -> Iterator[Row]:
    """The rows of one kind of record, each with the fields ``FIELDS[kind]``.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in FIELDS:
        raise UsageError(f"nothing called {kind!r} to export", f"use one of: {', '.join(KINDS)}")
    names = FIELDS[kind]
    with store.snapshot():
        for row in MAKERS[kind](store):
            yield {name: row[name] for name in names}


def _plain(record: Any, kind: str, **made: Any) -> Row:
    """The fields of ``kind`` as the record holds them (tuples as lists), but for those ``made`` otherwise."""
    row = {name: getattr(record, name) for name in FIELDS[kind] if name not in made}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()} | made


def _documents(store: Store) -> Iterator[Row]:
    for d in store.documents():
        yield document_row(d)


def document_row(d: Document) -> Row:
    """One row of ``documents``."""
    noise = [{"start": n.start, "end": n.end, "kind": n.kind, "rule": n.rule} for n in d.noise]
    others = [parts.published_row(p) for p in d.published_otherwise]
    published = parts.published_row(d.published)
    return _plain(d, "documents", published=published, noise=noise, published_otherwise=others)


def _claims(store: Store) -> Iterator[Row]:
    agreements = {c: a.id for a in store.agreements() for c in a.claim_ids}
    for some in batched(store.claims(), BATCH):
        ids = [c.id for c in some]
        events, origins = store.catalogue.homes(ids), store.catalogue.origin_ids(ids)
        for c in some:
            joined = {"event_id": events.get(c.id), "origin_id": origins.get(c.id)}
            yield claim_row(c) | joined | {"agreement_id": agreements.get(c.id)}


def claim_row(c: Claim) -> Row:
    """One row of ``claims``; event, origin and agreement are not joined yet."""
    return _plain(
        c,
        "claims",
        event_id=None,
        origin_id=None,
        agreement_id=None,
        actors=parts.party_rows(c.actors),
        recipients=parts.party_rows(c.recipients),
        others=parts.party_rows(c.others),
        when=parts.when_row(c.when),
        event_when=parts.when_row(c.event_when, chain=True),
        place=parts.place_row(c.place),
        attribution=parts.attribution_row(c.attribution),
        evidence=parts.evidence_rows(c.evidence),
    )


def _events(store: Store) -> Iterator[Row]:
    for e in Selection(store).events():
        yield event_row(e)


def event_row(e: Event) -> Row:
    """One row of ``events``: every field a list of readings."""
    c = e.corroboration
    readings = ("when", "place", "status", "actors", "recipients", "amount")
    sums = {"origins": c.origins, "unattributed": c.unattributed, "background": c.background, "sides": list(c.sides)}
    return _plain(
        e,
        "events",
        **{name: parts.reading_rows(getattr(e, name)) for name in readings},
        corroboration=sums,
        conflicts=[parts.conflict_row(conflict) for conflict in e.conflicts],
        relations=[parts.relation_row(r) for r in e.relations],
        elaborations=[parts.elaboration_row(x) for x in e.elaborations],
    )


def _judgements(store: Store) -> Iterator[Row]:
    for j in store.judgements():
        yield judgement_row(j)


def judgement_row(j: Judgement) -> Row:
    """One row of ``judgements``."""
    return _plain(j, "judgements")


def _origins(store: Store) -> Iterator[Row]:
    for o in store.origins():
        yield origin_row(o)


def origin_row(o: Origin) -> Row:
    """One row of ``origins``; ``basis`` is null where nothing tells what the words go back to."""
    issuer = parts.party_row(o.issuer) if o.issuer else None
    return _plain(o, "origins", issuer=issuer, basis=None if o.basis == "none" else o.basis)


def _agreements(store: Store) -> Iterator[Row]:
    for a in store.agreements():
        yield agreement_row(a)


def agreement_row(a: Agreement) -> Row:
    """One row of ``agreements``; an amount's value is a quantity's id."""
    status = [{"status": s.status, "when": parts.when_row(s.when), "claim_ids": list(s.claim_ids)} for s in a.status]
    return _plain(
        a,
        "agreements",
        parties=parts.party_rows(a.parties),
        signatories=parts.party_rows(a.signatories),
        subject=list(a.topics),
        amounts=parts.reading_rows(a.amounts),
        status=status,
        conflicts=[parts.conflict_row(conflict) for conflict in a.conflicts],
        relations=[parts.relation_row(r) for r in a.relations],
    )


def _quantities(store: Store) -> Iterator[Row]:
    homes = store.quantity_documents()
    for q in store.quantities():
        yield quantity_row(q, homes.get(q.id))


def quantity_row(q: Quantity, document_id: str | None = None) -> Row:
    """One row of ``quantities``: ``value``, or ``low`` and ``high``."""
    numbers = {name: parts.number(getattr(q, name)) for name in ("value", "low", "high")}
    sides = {"actors": parts.party_rows(q.actors), "recipients": parts.party_rows(q.recipients)}
    when = parts.when_row(q.when)
    evidence = parts.evidence_rows([q.evidence])
    return _plain(q, "quantities", document_id=document_id, evidence=evidence, when=when, **sides, **numbers)


def _figures(store: Store) -> Iterator[Row]:
    for f in make_figures(store.record_of_figures()):
        sides = {"actors": parts.party_rows(f.actors), "recipients": parts.party_rows(f.recipients)}
        conflicts = [parts.conflict_row(c) for c in f.conflicts]
        amounts = parts.reading_rows(f.amounts)
        yield _plain(f, "figures", when=parts.when_row(f.when), amounts=amounts, conflicts=conflicts, **sides)


def _commitments(store: Store) -> Iterator[Row]:
    for c in store.commitments():
        yield commitment_row(c)


def commitment_row(c: Commitment) -> Row:
    """One row of ``commitments``."""
    sides = {"by": parts.party_rows(c.by), "to": parts.party_rows(c.to)}
    return _plain(c, "commitments", **sides, evidence=parts.evidence_rows(c.evidence))


def _conflicts(store: Store) -> Iterator[Row]:
    for conflict, agreement_id in store.conflicts():
        yield parts.conflict_row(conflict) | {"event_id": conflict.event_id, "agreement_id": agreement_id}


def _storylines(store: Store) -> Iterator[Row]:
    for s in store.storylines():
        yield _plain(s, "storylines")


def _gaps(store: Store) -> Iterator[Row]:
    for gap in find_gaps(store.record_of_gaps()):
        yield _plain(gap, "gaps")


def _failures(store: Store) -> Iterator[Row]:
    for f in store.failures():
        yield _plain(f, "failures")


MAKERS: dict[str, Callable[[Store], Iterator[Row]]] = {
    "documents": _documents,
    "claims": _claims,
    "events": _events,
    "judgements": _judgements,
    "origins": _origins,
    "agreements": _agreements,
    "quantities": _quantities,
    "figures": _figures,
    "commitments": _commitments,
    "conflicts": _conflicts,
    "storylines": _storylines,
    "gaps": _gaps,
    "failures": _failures,
}
