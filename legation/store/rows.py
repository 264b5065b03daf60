"""Records to table rows: a few columns that read well, and the whole record as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from legation.records import (
    Agreement,
    Claim,
    Commitment,
    Conflict,
    Document,
    Event,
    Judgement,
    Origin,
    Party,
    Quantity,
    Record,
    Storyline,
    When,
    shown,
)
from legation.store.codec import to_json

Row = tuple[Any, ...]
EVENT_FIELDS = ("when", "place", "status", "actors", "recipients", "amount")


def document_row(document: Document) -> Row:
    """Columns of ``documents`` but ``number``; the JSON leaves the text out, which has its own column."""
    d, p = document, document.published
    first, last = _day(p.first), _day(p.last)
    return (d.id, d.name, d.outlet, d.title, d.url, d.author, d.language, first, last, p.basis, d.retrieved,
            d.copy_of, d.copy_kind, d.sha256, d.text, to_json(replace(d, text="")))  # fmt: skip


def noise_rows(document: Document) -> Iterator[Row]:
    """Rows of ``noise``."""
    for n in document.noise:
        yield document.id, n.start, n.end, n.kind, n.rule, document.text[n.start : n.end]


def claim_row(c: Claim) -> Row:
    """The row of ``claims``."""
    when = c.when or When()
    speaker = c.attribution.speaker.name if c.attribution and c.attribution.speaker else None
    return (c.id, c.document_id, c.event_type, c.mode, c.status, c.background, c.opinion, _names(c.actors),
            _names(c.recipients), _day(when.first), _day(when.last), when.text or None, speaker, c.words, c.start,
            to_json(c))  # fmt: skip


def party_rows(claim: Claim) -> Iterator[Row]:
    """Rows of ``parties``, by side."""
    for side, parties in (("actor", claim.actors), ("recipient", claim.recipients), ("other", claim.others)):
        for p in parties:
            yield claim.id, side, p.name, p.actor_id, p.person, p.office, p.state, p.sector, p.seniority, p.role


def evidence_rows(claim: Claim) -> Iterator[Row]:
    """Rows of ``evidence``."""
    for e in claim.evidence:
        yield claim.id, claim.document_id, e.field, e.start, e.end, e.quote


def quantity_row(q: Quantity, known_claims: set[str], document_id: str | None) -> Row:
    """The row of ``quantities``; a claim that is not in the record is left out."""
    claim_id = q.claim_id if q.claim_id in known_claims else None
    return (q.id, claim_id, q.quote, _amount(q.value), _amount(q.low), _amount(q.high), q.unit, q.approx, q.change,
            q.measure, q.period, q.baseline, to_json(q), document_id)  # fmt: skip


def event_row(e: Event, known_storylines: set[str]) -> Row:
    """The row of ``events``, with the displayed readings."""
    when = shown(e.when) or When()
    place, status = shown(e.place), shown(e.status)
    states = sorted({r.value.state for r in (*e.actors, *e.recipients) if r.value.state})
    c = e.corroboration
    storyline = e.storyline_id if e.storyline_id in known_storylines else None
    return (e.id, e.label, e.event_type, e.mode, status, _day(when.first), _day(when.last),
            place.name if place else None, " ".join(states), storyline, len(e.claim_ids), e.n_documents, c.origins,
            c.unattributed, " ".join(c.sides), len(e.conflicts), to_json(e))  # fmt: skip


def reading_rows(event: Event) -> Iterator[Row]:
    """Rows of ``readings``."""
    for field in EVENT_FIELDS:
        for r in getattr(event, field):
            yield event.id, field, value_words(r.value), len(r.claim_ids), len(r.origin_ids), r.display, to_json(r)


def relation_rows(event: Event) -> Iterator[Row]:
    """Rows of ``relations``."""
    for r in event.relations:
        yield event.id, r.to, r.type, r.reason


def conflict_rows(record: Record) -> Iterator[Row]:
    """Rows of ``conflicts``: those of events, then those of agreements."""
    for event in record.events:
        yield from (_conflict_row(c, None) for c in event.conflicts)
    for agreement in record.agreements:
        yield from (_conflict_row(c, agreement.id) for c in agreement.conflicts)


def _conflict_row(c: Conflict, agreement_id: str | None) -> Row:
    return c.id, c.event_id, agreement_id, c.field, c.kind, c.severity, c.note, c.resolution, to_json(c)


def agreement_row(a: Agreement) -> Row:
    """The row of ``agreements``, with the last status."""
    status = a.status[-1].status if a.status else None
    return (a.id, a.title, a.kind, _names(a.parties), _names(a.signatories), " ".join(a.topics), a.binding, status,
            to_json(a))  # fmt: skip


def commitment_row(c: Commitment) -> Row:
    """The row of ``commitments``."""
    return c.id, _names(c.by), _names(c.to), c.text, c.made_in, c.status, to_json(c)


def storyline_row(s: Storyline) -> Row:
    """The row of ``storylines``."""
    return s.id, s.label, " ".join(s.states), " ".join(s.topics), len(s.event_ids), to_json(s)


def origin_row(o: Origin) -> Row:
    """The row of ``origins``."""
    issuer = o.issuer.name if o.issuer else None
    return o.id, o.kind, issuer, o.state, o.basis, len(o.document_ids), len(o.claim_ids), to_json(o)


def judgement_row(j: Judgement) -> Row:
    """The row of ``judgements``."""
    return j.id, j.left, j.right, j.verdict, j.score, j.by, "; ".join(j.reasons), j.at, j.undone_by, to_json(j)


def value_words(value: Any) -> str:
    """A reading's value in one readable cell."""
    if isinstance(value, When):
        return value.edtf or _day(value.first) or value.text
    if isinstance(value, Quantity):
        return value.quote
    return str(getattr(value, "name", value))


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(f"{p.name} ({p.state})" if p.person and p.state else p.name for p in parties)


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _amount(value: Any) -> str | None:
    return None if value is None else str(value)
