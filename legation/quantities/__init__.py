"""Words -> Quantity: money, percent, measures and counts, exact and verbatim; and what each of them measures.

Example:
    >>> [(q.quote, q.value, q.unit) for q in find_quantities("It signed a US$1.2bn deal on 4 May 2024.")]
    [('US$1.2bn', Decimal('1200000000.0'), 'USD')]
"""

from __future__ import annotations

from legation.quantities.finding import read_quantities
from legation.quantities.measures import describe, measure_of, with_measures
from legation.quantities.money import SharedMoney, shared_money
from legation.records import Quantity

__all__ = ["SharedMoney", "describe", "find_quantities", "measure_of", "shared_money"]


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All amounts of ``text`` in order, with offsets into it, what they measure, and ``id`` empty.

    A range keeps both ends (``low``, ``high``); a bound or rounding word stands in the quote and sets ``change``.
    Values are never converted: "19 cents" is 19 cent, "$5" is 5 USD, "3 crore rupees" 30000000 INR.
    ``measure``, ``period`` and ``baseline`` are what the words of the same sentence tell, else None.

    Example:
        >>> [(q.quote, q.measure) for q in find_quantities("Tariffs of 19 percent took effect on August 7.")]
        [('19 percent', 'tariff_rate')]
    """
    return with_measures(text, read_quantities(text))
