"""An event with every value led back to the words that give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from legation.agreements import find_gaps
from legation.events import find_choices
from legation.records import Claim, Commitment, Event, Evidence, Origin, Party, Place, Quantity, Record, When
from legation.store import Store
from legation.views.conflicts import DisagreementRow
from legation.views.quotes import Reports, origin_words
from legation.views.show import AddedRow, RelationRow, show_event
from legation.views.sides import key_of
from legation.views.timeline import EventRow
from legation.views.witnesses import Witness, Words, event_words, find_witnesses, witness_of
from legation.views.words import amount_words, is_telling, party_words, value_words

MOST_WITNESSES = 60


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of a field. ``actor`` is the key of the party that it names; ``detail`` says more of the value."""

    field: str
    value: str
    detail: str
    actor: str | None
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class OriginBranch:
    """An origin and the reports that go back to it, each with its first words."""

    origin: str
    side: str | None
    known: bool
    basis: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """What somebody promised in an event."""

    text: str
    by: tuple[str, ...]
    status: str
    witness: Witness | None
    follow_ups: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that an event's page shows. ``choices``: disputed field -> (name of a reading, its value)."""

    row: EventRow
    values: tuple[ValueRow, ...]
    origins: tuple[OriginBranch, ...]
    conflicts: tuple[DisagreementRow, ...]
    relations: tuple[RelationRow, ...]
    twins: tuple[RelationRow, ...]
    promises: tuple[PromiseRow, ...]
    agreements: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    former_ids: tuple[str, ...]
    storyline: tuple[str, str] | None
    added: tuple[AddedRow, ...]
    choices: Mapping[str, tuple[tuple[str, str], ...]]


def event_page(store: Store, event_id: str) -> EventPage | None:
    """The page of an event; None where the record has none of that id."""
    with store.snapshot():
        event = store.event(event_id)
        if event is None:
            return None
        reports = Reports(store)
        reports.load(event.claim_ids[:MOST_WITNESSES])
        view = show_event(store, event, reports)
        return EventPage(
            view.row,
            tuple(value_rows(store, event, reports)),
            origin_tree(event, reports),
            view.conflicts,
            view.relations,
            view.twins,
            tuple(_promise(c, reports) for c in store.catalogue.commitments_of(event.id)),
            _agreements(store, event, reports),
            _gaps(store, event),
            event.former_ids,
            _storyline(store, event),
            view.added,
            _choices(event),
        )


def _choices(event: Event) -> dict[str, tuple[tuple[str, str], ...]]:
    """The readings of each disputed field, by the names that ``judge accept`` takes."""
    open_fields = {c.field for c in event.conflicts if c.resolution is None}
    return {
        name: tuple((f"{event.id}:{name}:{n}", value) for n, (value, _) in enumerate(values, 1))
        for name, values in find_choices(event).items()
        if name in open_fields and len(values) > 1
    }


def value_rows(store: Store, event: Event, reports: Reports) -> Iterator[ValueRow]:
    """Kind, parties, day, place, status, amount and speaker, each value with the words that give it."""
    claims = _claims(reports, event.claim_ids)
    kind = event.label.partition(":")[0]
    yield ValueRow("what", kind, _kind_words(event), None, find_witnesses(reports, claims, event_words))
    for name, field in (("actors", "who"), ("recipients", "to whom")):
        for reading in getattr(event, name):
            yield _party_row(field, reading.value, _claims(reports, reading.claim_ids), reports)
    yield from _others(claims, reports)
    for name, field in (("when", "when"), ("place", "where"), ("status", "status")):
        for reading in getattr(event, name):
            told = _claims(reports, reading.claim_ids)
            words = _words_of(field)
            yield ValueRow(field, value_words(reading.value), _detail(reading.value), None,
                           find_witnesses(reports, told, words))  # fmt: skip
    yield from _amounts(store, event, reports)
    yield from _speakers(claims, reports)


def origin_tree(event: Event, reports: Reports) -> tuple[OriginBranch, ...]:
    """Known origins first, then those that nobody names, then background."""
    branches: dict[str, tuple[Origin | None, list[Claim]]] = {}
    for claim in _claims(reports, event.claim_ids):
        origin = reports.origin_of(claim.id)
        branches.setdefault(origin.id if origin else "", (origin, []))[1].append(claim)
    found = [_branch(origin, claims, reports) for origin, claims in branches.values()]
    return tuple(sorted(found, key=lambda b: (not b.known, b.origin, [w.document_id for w in b.witnesses])))


def _branch(origin: Origin | None, claims: list[Claim], reports: Reports) -> OriginBranch:
    known = origin is not None and origin.kind != "unattributed" and not all(c.background for c in claims)
    witnesses = find_witnesses(reports, claims, event_words, each_report_once=True)
    if origin is None:
        return OriginBranch("not known", None, False, "", witnesses)
    basis = "" if origin.basis == "none" else origin.basis
    return OriginBranch(origin_words(origin), origin.state, known, basis, witnesses)


def _party_row(field: str, party: Party, claims: list[Claim], reports: Reports) -> ValueRow:
    roles = [word for word, holds in (("called", party.initiator), ("host", party.host)) if holds]
    detail = ", ".join(filter(None, [party.office or "", *roles]))

    def words(claim: Claim) -> Evidence | None:
        same = [p for p in (*claim.actors, *claim.recipients) if (p.actor_id, p.name) == (party.actor_id, party.name)]
        named = next((e for p in same for e in p.evidence), None)
        return named or claim.evidence_for("actor" if field == "who" else "recipient") or event_words(claim)

    return ValueRow(field, party_words(party), detail, key_of(party), find_witnesses(reports, claims, words))


def _others(claims: list[Claim], reports: Reports) -> Iterator[ValueRow]:
    """Who is told beside the sides, by role: present, mediator, host, signatory …"""
    told: dict[tuple[str, str, str | None], list[tuple[Claim, Party]]] = {}
    for claim in claims:
        for party in claim.others:
            told.setdefault((party.role or "named", party.name, party.actor_id), []).append((claim, party))
    for (role, _, _), found in told.items():
        witnesses = (witness_of(reports, c, next(iter(p.evidence), None) or event_words(c)) for c, p in found)
        party = found[0][1]
        yield ValueRow(role, party_words(party), party.office or "", key_of(party), tuple(dict.fromkeys(witnesses)))


def _amounts(store: Store, event: Event, reports: Reports) -> Iterator[ValueRow]:
    told: dict[str, list[Witness]] = {}
    details: dict[str, str] = {}
    for reading in event.amount:
        if not is_telling(reading.value):
            continue
        claims = _claims(reports, reading.claim_ids)
        by_claim: dict[str, list[Quantity]] = {}
        for q in store.catalogue.quantities_of(c.id for c in claims):
            by_claim.setdefault(q.claim_id or "", []).append(q)
        value = amount_words(reading.value)
        details.setdefault(value, ", ".join(filter(None, [reading.value.measure or "", reading.value.period or ""])))
        told.setdefault(value, []).extend(
            witness_of(reports, c, _amount_words_of(by_claim.get(c.id, []), reading.value) or event_words(c))
            for c in claims
        )
    for value, witnesses in told.items():
        yield ValueRow("amount", value, details[value].replace("_", " "), None, tuple(dict.fromkeys(witnesses)))


def _amount_words_of(quantities: list[Quantity], wanted: Quantity) -> Evidence | None:
    fitting = [q for q in quantities if (q.value, q.low, q.high, q.unit) == (wanted.value, wanted.low, wanted.high,
                                                                             wanted.unit)]  # fmt: skip
    return next((q.evidence for q in fitting), None)


def _speakers(claims: list[Claim], reports: Reports) -> Iterator[ValueRow]:
    """Who says so, by the words that name them."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        a = claim.attribution
        if a is not None and a.evidence:
            said.setdefault(party_words(a.speaker) if a.speaker else a.organ or "unnamed speakers", []).append(claim)
    for speaker, told in said.items():
        detail = ", ".join(dict.fromkeys(f"“{c.attribution.cue_text}”" for c in told if c.attribution))
        yield ValueRow("who says so", speaker, detail, None, find_witnesses(reports, told, _attribution_words))


def _words_of(field: str) -> Words:
    def words(claim: Claim) -> Evidence | None:
        if field == "where":
            placed = next(iter(claim.place.evidence), None) if claim.place else None
            return placed or claim.evidence_for("place") or event_words(claim)
        return claim.evidence_for(field) or event_words(claim)

    return words


def _attribution_words(claim: Claim) -> Evidence | None:
    """The words that name the speaker, else the longest of the cue's."""
    said = claim.attribution
    if said is None:
        return None
    named = said.speaker.evidence if said.speaker else ()
    return next(iter(named), None) or max(said.evidence, key=lambda e: e.end - e.start, default=None)


def _claims(reports: Reports, claim_ids: Iterable[str]) -> list[Claim]:
    return reports.claims(islice(claim_ids, MOST_WITNESSES))


def _kind_words(event: Event) -> str:
    kind = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
    return ", ".join([kind, *event.contexts])


def _detail(value: Any) -> str:
    match value:
        case When() if value.text:
            known = "" if value.anchor in ("absolute", "none") else f", counted from: {value.anchor}"
            return f"“{value.text}”{known}"
        case Place():
            return value.country or ""
    return ""


def _promise(commitment: Commitment, reports: Reports) -> PromiseRow:
    claim = next(iter(_claims(reports, commitment.claim_ids)), None)
    words = next(iter(commitment.evidence), None)
    witness = witness_of(reports, claim, words) if claim and words else None
    follow_ups = tuple((i, reports.labels.get(i, i)) for i in commitment.follow_ups)
    return PromiseRow(commitment.text, tuple(map(party_words, commitment.by)), commitment.status, witness, follow_ups)


def _agreements(store: Store, event: Event, reports: Reports) -> tuple[tuple[str, str], ...]:
    found = store.catalogue.agreements_of([event.id]).get(event.id, [])
    return tuple((i, reports.labels.get(i, i)) for i in found)


def _gaps(store: Store, event: Event) -> tuple[str, ...]:
    """What the record does not say of the event: asked of the event and its amounts alone."""
    quantities = store.catalogue.quantities_of(event.claim_ids[:MOST_WITNESSES])
    return tuple(g.missing for g in find_gaps(Record(events=(event,), quantities=quantities)))


def _storyline(store: Store, event: Event) -> tuple[str, str] | None:
    found = store.catalogue.storyline(event.storyline_id) if event.storyline_id else None
    return (found.id, found.label) if found and len(found.event_ids) > 1 else None
