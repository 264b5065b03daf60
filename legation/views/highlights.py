"""A report's text in nested pieces: what is noise, and which words carry which fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.records import Claim, Document, Quantity
from legation.store import Store

FIELDS = ("event", "actor", "recipient", "when", "place", "status", "attribution", "quantity", "found")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text. ``anchor`` names the span that begins here, ``w12-20``; ``fields`` say what its words carry.

    ``noise`` is the rule that leaves the words out. A piece with ``parts`` has no words of its own.
    """

    words: str = ""
    parts: tuple[Piece, ...] = ()
    fields: tuple[str, ...] = ()
    anchor: str | None = None
    noise: str | None = None


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    fields: tuple[str, ...] = ()
    noise: str | None = None
    is_rest: bool = False


def anchor_of(start: int, end: int) -> str:
    """The name by which a link finds words: ``w12-20``."""
    return f"w{start}-{end}"


def highlight(
    store: Store,
    document: Document,
    claims: Iterable[Claim],
    found_at: tuple[int, int] | None = None,
    amounts: Iterable[Quantity] = (),
) -> tuple[Piece, ...]:
    """The text with the words of the claims' evidence and of their amounts marked by field, and noise told apart.

    ``found_at`` are words that somebody searched for; ``amounts`` are marked too, whether a claim has them or not.
    """
    claims = list(claims)
    found: dict[tuple[int, int], set[str]] = {}
    for claim in claims:
        for field, start, end in evidence_spans(claim):
            found.setdefault((start, end), set()).add(field)
    for quantity in (*store.catalogue.quantities_of(c.id for c in claims), *amounts):
        found.setdefault((quantity.start, quantity.end), set()).add("quantity")
    if found_at and found_at[0] < found_at[1] <= len(document.text):
        found.setdefault(found_at, set()).add("found")
    spans = [_Span(a, b, tuple(f for f in FIELDS if f in fields)) for (a, b), fields in found.items()]
    return cut_text(document, spans)


def evidence_spans(claim: Claim) -> Iterable[tuple[str, int, int]]:
    """(field, start, end) of all words that the claim rests on: its own, its parties', place's and attribution's."""
    yield from ((e.field, e.start, e.end) for e in claim.evidence)
    for party in (*claim.actors, *claim.recipients, *claim.others):
        yield from (("recipient" if e.field == "recipient" else "actor", e.start, e.end) for e in party.evidence)
    for e in claim.place.evidence if claim.place else ():
        yield "place", e.start, e.end
    for e in claim.attribution.evidence if claim.attribution else ():
        yield "attribution", e.start, e.end


def cut_text(document: Document, spans: Sequence[_Span]) -> tuple[Piece, ...]:
    """The text as a tree: longer spans around shorter ones; one that crosses another is cut in two."""
    noise = [_Span(n.start, n.end, (), n.rule) for n in document.noise]
    waiting = sorted([*noise, *spans], key=_order, reverse=True)
    return _within(document.text, 0, len(document.text), waiting, set())


def _order(span: _Span) -> tuple[int, int, bool]:
    return span.start, -span.end, span.noise is None


def _within(text: str, start: int, end: int, waiting: list[_Span], named: set[str]) -> tuple[Piece, ...]:
    """The pieces of ``text[start:end]``; takes from ``waiting``, the next span last, those that begin here."""
    pieces: list[Piece] = []
    at = start
    while waiting and waiting[-1].start < end:
        span = waiting.pop()
        if span.end > end:  # it crosses the span around it: the rest comes after that one
            _insert(waiting, _Span(end, span.end, span.fields, span.noise, True))
        first, last = max(span.start, at), min(span.end, end)
        if first > at:
            pieces.append(Piece(text[at:first]))
        name = anchor_of(span.start, span.end) if span.noise is None and not span.is_rest else None
        anchor = name if name not in named else None
        named |= {name} if name else set()
        parts = _within(text, first, last, waiting, named)
        pieces.append(Piece("", parts, span.fields, anchor, span.noise))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end]))
    return tuple(pieces)


def _insert(waiting: list[_Span], span: _Span) -> None:
    """Put the span where its order wants it, from the end: it begins soon."""
    at = len(waiting)
    while at and _order(waiting[at - 1]) < _order(span):
        at -= 1
    waiting.insert(at, span)
