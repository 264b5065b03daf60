"""Amounts -> Figure: trade, tariffs, pledges, payments and troops by dyad, measure and period, each with its readings.

Example: "$3.4 billion in 2024, up from $2.9 billion in 2023" makes two figures of one dyad, one a year; they are no
conflict. Two reports that give one year two sums make one figure with a conflict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from legation.agreements.mentions import amount_key, former_values, read_amount
from legation.records import Conflict, Document, Party, Quantity, Reading, Record, When
from legation.text import stable_id

MUTUAL = frozenset({"trade", "trade_goods"})
MEASURES = MUTUAL | frozenset(
    {"trade_balance", "exports", "imports", "tariff_rate", "pledge", "commitment", "disbursement", "aid", "loan"}
    | {"debt", "arms_sale", "troops", "sanction_value"}
)
_ABOUT = Decimal("0.1")  # "around" holds for sums that far apart

Key = tuple[str, tuple[str, ...], tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one dyad and period. ``actors`` hold both sides of what is mutual, else whose it is.

    ``amounts`` are readings of quantity ids in the order of their reports' days; one that a later report replaces
    ("raised from 100 to 150") has ``display`` False.
    """

    id: str
    measure: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    unit: str
    period: str | None = None
    when: When | None = None
    amounts: tuple[Reading[str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def make_figures(record: Record) -> tuple[Figure, ...]:
    """The figures of a record by dyad, measure and days; amounts without two states are none."""
    homes = dict(record.quantity_documents)
    documents = {d.id: d for d in record.documents}
    groups: dict[Key, list[Quantity]] = {}
    for quantity in record.quantities:
        key = _key(quantity)
        document = documents.get(homes.get(quantity.id, ""))
        if key is not None and (document is None or document.copy_of is None):
            groups.setdefault(key, []).append(quantity)
    found = [_make_figure(key, group, homes, documents) for key, group in groups.items()]
    return tuple(sorted(found, key=_order))


def _key(quantity: Quantity) -> Key | None:
    """What an amount is of: measure, the states on each side, unit, and days or words of the period."""
    if quantity.measure not in MEASURES or (quantity.value is None and quantity.low is None):
        return None
    ours, theirs = _codes(quantity.actors), _codes(quantity.recipients)
    sides = len({*ours, *theirs})
    if sides < 2 or (quantity.measure not in MUTUAL and not (ours and theirs)):
        return None
    when = quantity.when
    period = f"{when.first}/{when.last}" if when is not None and when.first else (quantity.period or "")
    return quantity.measure, ours, theirs, quantity.unit or "", period


def _codes(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(sorted({p.state for p in parties if p.state}))


def _make_figure(
    key: Key, group: Sequence[Quantity], homes: Mapping[str, str], documents: Mapping[str, Document]
) -> Figure:
    def day(quantity: Quantity) -> tuple[date, str]:
        document = documents.get(homes.get(quantity.id, ""))
        return (document.published.first if document is not None else None) or date.max, quantity.id

    ordered = sorted(group, key=day)
    first = ordered[0]
    told: dict[object, list[Quantity]] = {}
    for quantity in sorted(ordered, key=lambda q: q.approx):
        told.setdefault(amount_key(quantity), []).append(quantity)
    replaced = {v for q in group for v in former_values(q)}
    levels = sorted(told.values(), key=lambda f: min(map(day, f)))
    readings = [read_amount(found, replaced) for found in levels]
    figure_id = stable_id("figure", *key)
    shown = [found[0] for found, reading in zip(levels, readings, strict=True) if reading.display]
    return Figure(
        figure_id,
        key[0],
        first.actors,
        first.recipients,
        key[3],
        first.period,
        first.when,
        tuple(readings),
        _conflicts(figure_id, key, shown, homes),
    )


def _conflicts(figure_id: str, key: Key, shown: Sequence[Quantity], homes: Mapping[str, str]) -> tuple[Conflict, ...]:
    """Sums of one stated period that differ by more than rounding, from different reports."""
    apart = [
        (a, b)
        for k, a in enumerate(shown)
        for b in shown[k + 1 :]
        if homes.get(a.id) != homes.get(b.id) and not are_compatible(a, b)
    ]
    if not key[4] or not apart:
        return ()
    differing = {q.id: q for pair in apart for q in pair}
    readings = tuple(Reading(q.quote, (q.claim_id,) if q.claim_id else ()) for q in differing.values())
    note = "different sums of one period"
    return (Conflict(stable_id("conflict", figure_id), figure_id, "amount", "value", "contradiction", readings, note),)


def are_compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts can be one: a range holds the other, one is the other rounded, or a bound allows it.

    Example:
        >>> are_compatible(Quantity("a", 0, 1, "", Decimal("7.3")), Quantity("b", 0, 1, "", Decimal("7.26")))
        True
    """
    if a.value is None or b.value is None:
        (low, high), (other_low, other_high) = _ends(a), _ends(b)
        return low <= other_high and other_low <= high
    lesser, greater = sorted((a, b), key=lambda q: q.value or Decimal())
    if lesser.change == ">" or greater.change == "<":
        return True
    x, y = lesser.value or Decimal(), greater.value or Decimal()
    slack = max(_half_step(x), _half_step(y))
    return y - x <= (max(slack, y * _ABOUT) if a.approx or b.approx else slack)


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    low = quantity.low if quantity.low is not None else quantity.value
    high = quantity.high if quantity.high is not None else quantity.value
    return low or Decimal(), high or Decimal()


def _half_step(value: Decimal) -> Decimal:
    """Half of the last digit that is told: 0.05 for 7.3."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1) if isinstance(exponent, int) and value else Decimal()


def _order(figure: Figure) -> tuple[str, ...]:
    first = figure.when.first if figure.when is not None and figure.when.first is not None else date.max
    return (*_codes((*figure.actors, *figure.recipients)), figure.measure, first.isoformat(), figure.id)
