"""Amounts written in any of the usual ways are read back: every currency of ISO 4217, every scale word, exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import get_territory_currencies
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.languages.en.quantities import GROUPS, SCALES
from legation.quantities import find_quantities
from legation.quantities.units import currency_tables

CODES = sorted(currency_tables()[0])
NAMES = sorted((" ".join(name), code) for name, code in currency_tables()[1].items() if len(name) > 1)
POWERS = {
    "hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "lac": 5, "million": 6, "millions": 6, "mil": 6, "mln": 6,
    "mn": 6, "crore": 7, "crores": 7, "billion": 9, "billions": 9, "bln": 9, "bn": 9, "arab": 9, "trillion": 12,
    "tn": 12, "trn": 12,
}  # fmt: skip
SCALE_WORDS = sorted(set(POWERS) - {"arab"})  # which is money's only behind Rs and the like
values = st.decimals(min_value="0.01", max_value="9999", places=2, allow_nan=False)


def read_one(words: str) -> tuple[Decimal | None, str | None]:
    (found,) = find_quantities(f"The bank lent {words} on Monday.")
    return found.value, found.unit


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(CODES), st.sampled_from(SCALE_WORDS), values, st.booleans())
def test_a_formatted_amount_is_read_back(code: str, scale: str, value: Decimal, before: bool) -> None:
    words = f"{code} {value:,} {scale}" if before else f"{value:,} {scale} {code}"
    assert read_one(words) == (value.scaleb(POWERS[scale]), code)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CODES), st.integers(1000, 10**12))
def test_grouped_digits_are_read_back(code: str, value: int) -> None:
    assert read_one(f"{code} {value:,}") == (Decimal(value), code)


@pytest.mark.parametrize("scale", SCALE_WORDS)
def test_every_scale_word_is_read_with_every_currency(scale: str) -> None:
    wrong = [c for c in CODES if read_one(f"{c} 2.5 {scale}") != (Decimal("2.5").scaleb(POWERS[scale]), c)]
    assert not wrong


def test_every_currency_is_read_by_its_name() -> None:
    wrong = [(name, code) for name, code in NAMES if read_one(f"7 million {name}") != (Decimal(7_000_000), code)]
    assert not wrong


def test_every_scale_word_of_the_language_is_tried_here() -> None:
    assert set(POWERS) == set(SCALES) - set(GROUPS)
    assert read_one("Rs 3 arab") == (Decimal(3).scaleb(9), "INR")


def test_every_money_that_a_territory_uses_is_known() -> None:
    territories = [code for code in Locale("en").territories if len(code) == 2]
    used = {str(code) for territory in territories for code in get_territory_currencies(territory)}
    assert len(used) > 150
    assert used <= set(CODES)
