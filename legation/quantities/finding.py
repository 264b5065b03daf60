"""Text -> Quantity records: the pieces, what is excluded, the amounts, and their verbatim words."""

from __future__ import annotations

from legation.quantities.amounts import Amount
from legation.quantities.exclusions import find_excluded
from legation.quantities.grammar import read_amounts
from legation.quantities.pieces import Pieces, cut_pieces
from legation.records import Quantity, Span


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All amounts of ``text`` in order, without what they measure."""
    pieces = cut_pieces(text)
    excluded = _pieces_in(pieces, find_excluded(text))
    return tuple(_make_quantity(text, pieces, amount) for amount in read_amounts(pieces, excluded))


def _pieces_in(pieces: Pieces, spans: list[Span]) -> frozenset[int]:
    """Indices of the pieces inside ``spans``; both are in text order."""
    found: set[int] = set()
    waiting = iter(spans)
    span = next(waiting, None)
    for index, piece in enumerate(pieces):
        while span is not None and span[1] <= piece.start:
            span = next(waiting, None)
        if span is not None and span[0] <= piece.start:
            found.add(index)
    return frozenset(found)


def _make_quantity(text: str, pieces: Pieces, amount: Amount) -> Quantity:
    start, end = pieces[amount.begin].start, pieces[amount.behind - 1].end
    low = high = None
    if amount.second is not None:
        low, high = sorted((amount.value, amount.second))
    return Quantity(
        id="",
        start=start,
        end=end,
        quote=text[start:end],
        value=amount.value if amount.second is None else None,
        low=low,
        high=high,
        unit=amount.unit,
        approx=amount.approx,
        change=amount.change,
    )
