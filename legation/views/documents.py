"""A report as it stands, with the words that carry the record marked; and the reports of one event side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.records import Claim, Document, Quantity
from legation.store import Store
from legation.views.highlights import Piece, anchor_of, highlight
from legation.views.words import amount_words, claim_notes, party_words, published_words, when_words

MOST_BESIDE = 12


@dataclass(frozen=True, slots=True)
class ToldRow:
    """An event that a report tells, and where its first words stand."""

    event_id: str
    label: str
    anchor: str
    quote: str
    status: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What is known of a report but its text."""

    id: str
    outlet: str
    name: str
    title: str | None
    url: str | None
    author: str | None
    published: str
    first: str | None


@dataclass(frozen=True, slots=True)
class AmountRow:
    """An amount that a report gives: what it measures, of whom, for which time, and its words in the text."""

    amount: str
    measure: str
    sides: str
    period: str
    quote: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A report: its text in pieces, the events that it tells, its noise by kind, its copies, and its amounts."""

    head: DocumentHead
    copy_of: DocumentHead | None
    copy_kind: str | None
    copies: tuple[DocumentHead, ...]
    pieces: tuple[Piece, ...]
    told: tuple[ToldRow, ...]
    noise: tuple[tuple[str, int], ...]
    amounts: tuple[AmountRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The reports of one event, each with only that event's words marked."""

    event_id: str
    label: str
    reports: tuple[DocumentPage, ...]
    left_out: int


def document_page(store: Store, document_id: str, found_at: tuple[int, int] | None = None) -> DocumentPage | None:
    """A report with all its claims' words marked; None where the record has none of that id."""
    with store.snapshot():
        document = store.document(document_id)
        if document is None:
            return None
        amounts = store.catalogue.amounts_in(document_id)
        return _page(store, document, store.claims_of(document_id), found_at, amounts)


def side_by_side(store: Store, event_id: str) -> SideBySide | None:
    """The reports of an event in the order of their days."""
    with store.snapshot():
        event = store.event(event_id)
        if event is None:
            return None
        claims: dict[str, list[Claim]] = {}
        for claim in store.catalogue.claims(event.claim_ids):
            claims.setdefault(claim.document_id, []).append(claim)
        shown = [d for d in (store.document(i) for i in list(claims)[:MOST_BESIDE]) if d is not None]
        shown.sort(key=lambda d: (str(d.published.first or "9999"), d.id))
        pages = tuple(_page(store, d, tuple(claims[d.id])) for d in shown)
        return SideBySide(event.id, event.label, pages, len(claims) - len(shown))


def document_head(document: Document) -> DocumentHead:
    """A report's fields."""
    d = document
    first = d.published.first.isoformat() if d.published.first else None
    return DocumentHead(d.id, d.printed_by, d.name, d.title, d.url, d.author, published_words(d.published), first)


def document_list(store: Store, limit: int, offset: int) -> tuple[DocumentHead, ...]:
    """Reports by day, the newest first."""
    with store.snapshot():
        found = (store.document(i) for i in store.catalogue.document_ids(limit, offset))
        return tuple(document_head(d) for d in found if d is not None)


def _page(
    store: Store,
    d: Document,
    claims: tuple[Claim, ...],
    found_at: tuple[int, int] | None = None,
    amounts: Sequence[Quantity] = (),
) -> DocumentPage:
    homes = store.catalogue.homes(c.id for c in claims)
    labels = store.catalogue.labels(homes.values())
    told = tuple(_told(c, homes[c.id], labels) for c in claims if c.id in homes)
    original = store.document(d.copy_of) if d.copy_of else None
    copies = (store.document(i) for i in store.catalogue.copies_of(d.id))
    noise: dict[str, int] = {}
    for n in d.noise:
        noise[n.kind] = noise.get(n.kind, 0) + 1
    return DocumentPage(
        document_head(d),
        document_head(original) if original else None,
        d.copy_kind,
        tuple(document_head(c) for c in copies if c is not None),
        highlight(store, d, claims, found_at, amounts),
        told,
        tuple(sorted(noise.items())),
        tuple(map(_amount, amounts)),
    )


def _amount(q: Quantity) -> AmountRow:
    sides = [", ".join(dict.fromkeys(map(party_words, side))) for side in (q.actors, q.recipients) if side]
    period = when_words(q.when) if q.when is not None else (q.period or "")
    return AmountRow(amount_words(q), q.measure or "", " → ".join(sides), period, q.quote, anchor_of(q.start, q.end))


def _told(claim: Claim, event_id: str, labels: dict[str, str]) -> ToldRow:
    words = claim.evidence_for("event")
    anchor = anchor_of(words.start, words.end) if words else ""
    label = labels.get(event_id, event_id)
    return ToldRow(event_id, label, anchor, words.quote if words else "", claim.status, claim_notes(claim))
