"""Trade, tariffs, pledges, payments and troops by dyad, measure and period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from legation.agreements import Figure, make_figures
from legation.records import Document, Party, Quantity
from legation.store import Store
from legation.text import shorten
from legation.views.filters import Filters
from legation.views.sides import find_parties
from legation.views.words import amount_words, party_words, published_words, value_words, when_words

_AROUND = 90  # characters of the report to each side of an amount


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One amount of a figure: who printed it and when, and its words; ``revised``: a later one takes its place."""

    amount: str
    outlet: str
    published: str
    before: str
    words: str
    after: str
    revised: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One measure of one dyad and period; of what is mutual, both sides are in ``actors``."""

    id: str
    measure: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    period: str
    levels: tuple[LevelRow, ...]
    conflicts: tuple[str, ...]


def figures(store: Store, filters: Filters | None = None, dyad: Sequence[str] = ()) -> list[FigureRow]:
    """Figures by dyad, measure and period; ``dyad`` holds two names of states, ``filters.types`` measures.

    ``since`` and ``until`` bound the period, or where none is told the report's day.
    """
    filters = filters or Filters()
    with store.snapshot():
        record = store.record_of_figures()
        amounts = {q.id: q for q in record.quantities}
        homes, printed = dict(record.quantity_documents), cache(store.document)
        kept = (f for f in make_figures(record) if filters.keeps_kind(f.measure, None) and is_between(f, dyad))
        told = (f for f in kept if f.when is None or filters.keeps_days([f.when]))
        return [_row(f, amounts, homes, printed) for f in told]


def is_between(figure: Figure, dyad: Sequence[str]) -> bool:
    """Whether each name of ``dyad`` is a side of the figure."""
    return of_sides((*figure.actors, *figure.recipients), dyad)


def of_sides(parties: Iterable[Party], names: Sequence[str]) -> bool:
    """Whether each of ``names`` means one of ``parties``."""
    told = list(parties)
    return all(find_parties(told, name) for name in names)


def _row(
    figure: Figure,
    amounts: dict[str, Quantity],
    homes: dict[str, str],
    printed: Callable[[str], Document | None],
) -> FigureRow:
    levels = []
    for reading in figure.amounts:
        quantity = amounts[reading.value]
        levels.append(_level(quantity, printed(homes.get(quantity.id, "")), revised=not reading.display))
    period = when_words(figure.when) if figure.when is not None else (figure.period or "")
    conflicts = tuple(
        f"{c.note}: {' | '.join(dict.fromkeys(value_words(r.value) for r in c.readings))}" for c in figure.conflicts
    )
    names = tuple(map(party_words, figure.actors)), tuple(map(party_words, figure.recipients))
    return FigureRow(figure.id, figure.measure, *names, period, tuple(levels), conflicts)


def _level(quantity: Quantity, document: Document | None, *, revised: bool) -> LevelRow:
    """The amount with its words as the report has them."""
    text = document.text if document is not None else ""
    before = text[max(0, quantity.start - _AROUND) : quantity.start].rpartition("\n")[2]
    after = text[quantity.end : quantity.end + _AROUND].partition("\n")[0]
    outlet = document.printed_by if document is not None else ""
    published = published_words(document.published) if document is not None else ""
    return LevelRow(amount_words(quantity), shorten(outlet), published, before, quantity.quote, after, revised)
