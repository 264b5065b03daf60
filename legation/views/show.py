"""One document, event or claim with all that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import UsageError
from legation.records import Claim, Document, Event, Judgement, Quantity, shown
from legation.store import Store
from legation.views.conflicts import DisagreementRow, disagreements
from legation.views.ledger import LedgerRow, ledger_row
from legation.views.quotes import Quote, Reports, origin_words
from legation.views.timeline import EventRow, event_row
from legation.views.witnesses import Witness, witness_of
from legation.views.words import is_telling, party_words, published_words, value_words, when_words

FIELDS = (("when", "when"), ("place", "where"), ("status", "status"), ("actors", "who"), ("recipients", "to whom"),
          ("amount", "amount"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of an event: each value with the outlets that give it."""

    name: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Another event that this one stands to, and why it is not this one."""

    type: str
    to: str
    label: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddedRow:
    """Words with which a report goes beyond the statement that it relays, and whose statement that is."""

    witness: Witness
    statement: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event whole."""

    row: EventRow
    fields: tuple[FieldRow, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[DisagreementRow, ...]
    relations: tuple[RelationRow, ...]
    twins: tuple[RelationRow, ...]
    added: tuple[AddedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim whole: each field with its words, and how it was judged against others."""

    quote: Quote
    event_id: str | None
    event_type: str
    mode: str | None
    score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    others: tuple[str, ...]
    attribution: str | None
    event_when: str | None
    evidence: tuple[tuple[str, int, int, str], ...]
    judgements: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A report: what is known of it, what was left out as noise and why, and the events that it tells."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str
    copy: str | None
    characters: int
    noise: tuple[tuple[str, str, str], ...]
    events: tuple[tuple[str, str, str], ...]


View = EventView | ClaimView | DocumentView | LedgerRow


def show(store: Store, wanted: str) -> View:
    """The event, claim, report or agreement with that id, or the only one whose id begins so.

    An event's id of an earlier run leads to the event that now has most of its claims.

    Raises:
        UsageError: none, or several.
    """
    with store.snapshot():
        return _show(store, find_id(store, wanted))


def find_id(store: Store, wanted: str) -> str:
    """That id if the record has it, else the only one that begins so, else where a former id leads.

    Example:
        "event-1f0c" is ``event-1f0c7d3e90ab5264``, unless another event's id begins alike.

    Raises:
        UsageError: none, or several.
    """
    found = store.find_ids(wanted) or [i for i in (store.catalogue.heir(wanted),) if i]
    if wanted not in found and len(found) != 1:
        ids = ", ".join(found[:5])
        problem = f"{wanted!r} is the beginning of several ids: {ids}" if found else f"no id begins with {wanted!r}"
        where = f"legation timeline prints ids; legation search {wanted} finds words"
        raise UsageError(problem, "give more characters of the one you mean" if found else where)
    return wanted if wanted in found else found[0]


def _show(store: Store, wanted: str) -> View:
    reports = Reports(store)
    event, claim, document = store.event(wanted), store.claim(wanted), store.document(wanted)
    if event is not None:
        return show_event(store, event, reports)
    if claim is not None:
        return show_claim(store, claim, reports)
    if document is not None:
        return show_document(store, document)
    agreement = store.catalogue.agreement(wanted)
    assert agreement is not None
    amounts = store.catalogue.quantities(r.value for r in agreement.amounts)
    return ledger_row(agreement, reports, {q.id: q for q in amounts})


def show_event(store: Store, event: Event, reports: Reports) -> EventView:
    """The event's fields, quotes, conflicts, relations, and twins that it was kept apart from."""
    fields = tuple(f for name, words in FIELDS if (f := _field(event, name, words, reports)).values)
    differ = disagreements(event.conflicts, reports)
    relations = [(r.type, r.to, r.reason) for r in event.relations]
    kept = tuple(_relation(store, reports, *r) for r in relations if r[0] != "not_same_as")
    twins = {to: reason for kind, to, reason in relations if kind == "not_same_as"}
    twins = _judged_apart(store, event) | twins
    apart = tuple(_relation(store, reports, "not_same_as", to, reason) for to, reason in twins.items())
    quotes = reports.quotes(event.claim_ids)
    return EventView(event_row(event, reports), fields, quotes, differ, kept, apart, _added(event, reports))


def _added(event: Event, reports: Reports) -> tuple[AddedRow, ...]:
    """What reports add of their own to the statements that they relay."""
    origins = {o.id: origin_words(o) for o in map(reports.origin_of, event.claim_ids) if o is not None}
    rows = []
    for added in event.elaborations:
        for claim in reports.claims(added.claim_ids[:1]):
            witness = witness_of(reports, claim, added.evidence)
            rows.append(AddedRow(witness, origins.get(added.origin_id, "a statement"), added.fields))
    return tuple(rows)


def show_claim(store: Store, claim: Claim, reports: Reports) -> ClaimView:
    """The claim's fields with their words."""
    said = claim.attribution
    speaker = (said.speaker.name if said.speaker else said.organ) or "unnamed" if said else None
    judged = store.judgements_of((claim.id,))
    return ClaimView(
        reports.quote(claim),
        store.catalogue.homes((claim.id,)).get(claim.id),
        claim.event_type,
        claim.mode,
        claim.score,
        tuple(party_words(p, office=True) for p in claim.actors),
        tuple(party_words(p, office=True) for p in claim.recipients),
        tuple(f"{party_words(p)} ({p.role})" for p in claim.others),
        f"{speaker} ({said.cue_text})" if said else None,
        value_words(claim.event_when) if claim.event_when else None,
        tuple((e.field, e.start, e.end, e.quote) for e in claim.evidence),
        tuple(_judged(j, claim.id) for j in judged),
    )


def show_document(store: Store, d: Document) -> DocumentView:
    """The report's metadata, noise and events."""
    claims = store.claims_of(d.id)
    homes = store.catalogue.homes(c.id for c in claims)
    told = dict.fromkeys(homes[c.id] for c in claims if c.id in homes)
    events = [e for e in map(store.event, told) if e is not None]
    return DocumentView(
        d.id,
        d.name,
        d.outlet,
        d.title,
        d.url,
        ", otherwise ".join(map(published_words, (d.published, *d.published_otherwise))),
        f"{d.copy_kind} copy of {d.copy_of}" if d.copy_of else None,
        len(d.text),
        tuple((n.kind, n.rule, d.text[n.start : n.end]) for n in d.noise),
        tuple((e.id, _day(e), e.label) for e in events),
    )


def _field(event: Event, name: str, words: str, reports: Reports) -> FieldRow:
    values: dict[str, dict[str, None]] = {}
    for reading in getattr(event, name):
        if isinstance(reading.value, Quantity) and not is_telling(reading.value):
            continue
        claims = reports.claims(reading.claim_ids)
        outlets = dict.fromkeys(reports.outlet(c.document_id) for c in claims)
        values.setdefault(value_words(reading.value), {}).update(outlets)
    return FieldRow(words, tuple((value, tuple(outlets)) for value, outlets in values.items()))


def _relation(store: Store, reports: Reports, kind: str, to: str, reason: str) -> RelationRow:
    other = store.event(to)
    return RelationRow(kind, to, other.label if other else to, _day(other) if other else "", reason)


def _judged_apart(store: Store, event: Event) -> dict[str, str]:
    """Other events whose claims were judged different from this one's, and the first reason of each."""
    judged, own, found = store.judgements_of(event.claim_ids), set(event.claim_ids), dict[str, str]()
    homes = store.catalogue.homes(i for j in judged for i in (j.left, j.right))
    for j in judged:
        other = homes.get(j.right if j.left in own else j.left)
        if j.verdict == "different" and other and other != event.id and j.undone_by is None and _telling(j):
            found.setdefault(other, "; ".join(j.reasons))
    return found


def _telling(judgement: Judgement) -> bool:
    """Whether a person, or a reader's question, stands behind it: those two could be taken for each other."""
    return judgement.at is not None or judgement.score > 0


def _judged(j: Judgement, claim_id: str) -> tuple[str, str, str, str]:
    other, quote = (j.right, j.right_quote) if j.left == claim_id else (j.left, j.left_quote)
    return j.verdict, other, quote, f"{'; '.join(j.reasons)} [{j.by}{', undone' if j.undone_by else ''}]"


def _day(event: Event) -> str:
    return when_words(shown(event.when))
