"""Names of money that several states share: "Rs 3 crore" is Indian, Pakistani, Nepalese … by who gives or gets it.

Example:
    >>> from legation.quantities import find_quantities
    >>> shared = shared_money(find_quantities("a grant of Rs 3 crore")[0])
    >>> shared.name, shared.codes[:2] if shared else None
    ('rupee', (('INR', 'IND'), ('PKR', 'PAK')))
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.quantities.pieces import cut_low
from legation.quantities.units import currency_tables, read_rows, shared_names
from legation.records import Quantity


@dataclass(frozen=True, slots=True)
class SharedMoney:
    """A bare name of money, the code that it has by default, and (code, state) of all that share it."""

    name: str
    words: frozenset[str]
    default: str | None
    codes: tuple[tuple[str, str], ...]

    def rename(self, unit: str | None, code: str) -> str:
        """The unit with another money: "INR per year" -> "PKR per year"."""
        _, per, rest = (unit or "").partition(" per ")
        return f"{code}{per}{rest}"


@cache
def _shared() -> tuple[SharedMoney, ...]:
    return tuple(
        SharedMoney(name, frozenset(words.split("|")), default or None, _pairs(codes))
        for name, words, default, codes in read_rows("shared_money.tsv", 4)
    )


def _pairs(codes: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.split(":") for pair in codes.split("|"))
    return tuple((code, state) for code, state in pairs)


def shared_money(quantity: Quantity) -> SharedMoney | None:
    """The shared name by which the quote tells its money; None for "Pakistani rupees", "₹" or "PKR"."""
    code = (quantity.unit or "").split(" per ")[0]
    if code in shared_names():
        return next(s for s in _shared() if s.name == code)
    words = cut_low(quantity.quote)
    names = {key for key, known in currency_tables()[1].items() if known == code and len(key) > 1}
    full = any(tuple(words[k : k + len(name)]) == name for name in names for k in range(len(words)))
    if full or code.lower() in words:
        return None
    return next((s for s in _shared() if code in {c for c, _ in s.codes} and s.words & set(words)), None)
