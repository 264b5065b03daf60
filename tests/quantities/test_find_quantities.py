from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.quantities import find_quantities
from legation.quantities.units import currency_tables


def read(text: str) -> list[tuple[object, str | None]]:
    return [(q.value if q.value is not None else (q.low, q.high), q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a US$1.2bn loan", Decimal("1.2E9"), "USD"),
        ("half a billion dollars", Decimal("5E8"), "USD"),
        ("Rs 3.5 crore", Decimal("35000000"), "INR"),
        ("PKR 50 billion", Decimal("5E10"), "PKR"),
        ("35 lakh rupees", Decimal("3500000"), "INR"),
        ("€750m", Decimal("7.5E8"), "EUR"),
        ("2 trillion yen", Decimal("2E12"), "JPY"),
        ("one and a half million euros", Decimal("1.5E6"), "EUR"),
        ("HK$5.4m", Decimal("5.4E6"), "HKD"),
        ("$76 US a barrel", Decimal(76), "USD per barrel"),
        ("1,00,000 Pakistani rupees", Decimal(100000), "PKR"),
        ("19 per cent", Decimal(19), "percent"),
        ("2.5 percentage points", Decimal("2.5"), "percentage point"),
        ("325,000 barrels a day", Decimal(325000), "barrel per day"),
        ("3,000 more troops", Decimal(3000), "troop"),
        ("twenty-one people", Decimal(21), "person"),
        ("400,000 tonnes of wheat", Decimal(400000), "tonne"),
        ("36 F-16 fighter jets", Decimal(36), "jet"),
        ("a third of the tariff lines", Decimal(1) / 3, "fraction"),
        ("15 dollars 50 cents", Decimal("15.5"), "USD"),
        ("four dozen envoys", Decimal(48), "envoy"),
        ("One hundred ships", Decimal(100), "ship"),
        ("one dozen ships", Decimal(12), "ship"),
        ("plus or minus 3.8 points", Decimal("3.8"), "point"),
    ],
)
def test_an_amount_is_read_exactly(text: str, value: Decimal, unit: str) -> None:
    assert read(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("6,000-7,000 soldiers", 6000, 7000, "soldier"),
        ("$12 to $14 billion", 12 * 10**9, 14 * 10**9, "USD"),
        ("between 8% and 9%", 8, 9, "percent"),
        ("between 60% and 40%", 40, 60, "percent"),
        ("2.5%-1.5%", Decimal("1.5"), Decimal("2.5"), "percent"),
        ("$3bn to $2bn", 2 * 10**9, 3 * 10**9, "USD"),
        ("six to seven thousand people", 6000, 7000, "person"),
        ("hundreds of thousands of refugees", 10**5, 10**6, "refugee"),
    ],
)
def test_a_range_stays_a_range(text: str, low: int, high: int, unit: str) -> None:
    assert read(text) == [((Decimal(low), Decimal(high)), unit)]


@pytest.mark.parametrize(
    ("text", "change", "approx"),
    [
        ("around $500 million", "~", True),
        ("up to 5,000 troops", "<", False),
        ("more than 40 percent", ">", False),
        ("exports rose 4.1 percent", "up", False),
        ("was cut from 29 percent to 19 percent", "down", False),
        ("an estimated 300 people", "~", True),
    ],
)
def test_hedges_and_direction_are_kept(text: str, change: str, approx: bool) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.change, quantity.approx) == (change, approx)


def test_talks_about_the_two_states_are_about_two() -> None:
    (quantity,) = find_quantities("They spoke about the two states.")
    assert (quantity.change, quantity.approx) == ("=", False)


@pytest.mark.parametrize(
    "text",
    ["It repaid roughly the $5bn that it owes.", "It sent around the 2,000 troops.", "It is about the $5bn loan."],
)
def test_an_article_behind_a_hedge_does_not_unsay_it(text: str) -> None:
    assert [q.approx for q in find_quantities(text)] == [True]


def test_a_hedge_stands_in_the_quote() -> None:
    assert [q.quote for q in find_quantities("It secured around $500 million in pledges.")] == ["around $500 million"]


@pytest.mark.parametrize(
    "text",
    [
        "On May 7, 2025 they met.",
        "The 2019 elections and the 2021 withdrawal",
        "at 10.45pm, or 22:45",
        "Article 370 and Resolution 1701",
        "the 47th president",
        "one of the ministers",
        "call +92 51 920 1234",
        "version 3.8.0",
        "the F-16, the S-400 and COP28",
        "won 2-1",
        "from 1999 to 2003",
        "the Group of 20",
        "24/7",
        "the 9/11 attacks",
        "in the '80s",
        "no one believes it",
        "in the run-up to the 2016 vote",
    ],
)
def test_days_names_and_ordinals_are_no_amounts(text: str) -> None:
    assert read(text) == []


def test_a_rise_to_a_level_is_two_amounts() -> None:
    assert read("Exports grew 3.4 % to $2.15 billion.") == [(Decimal("3.4"), "percent"), (Decimal("2.15E9"), "USD")]


def test_a_score_of_two_is_no_range() -> None:
    assert [v for v, _ in read("She leads 46%-38%, or 49 percent to 40 percent.")] == [46, 38, 49, 40]


def test_a_part_is_in_the_money_of_its_whole() -> None:
    assert [u for _, u in read("It has 40 million of the 2.5 billion kroner so far.")] == ["NOK", "NOK"]


@pytest.mark.parametrize("scale", ["million", "billion", "trillion", "crore", "lakh", "bn"])
def test_every_currency_is_read_back_on_every_scale(scale: str) -> None:
    for code in sorted(currency_tables()[0]):
        assert [unit for _, unit in read(f"It lent {code} 3 {scale}.")] == [code]
        assert [unit for _, unit in read(f"It lent 3 {scale} {code}.")] == [code]


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("0123456789 .,-–/$€%half a of to million one two and from between US Rs kmbn½'()\n"),
        max_size=60,
    )
)
def test_quotes_are_verbatim_for_any_text(text: str) -> None:
    found = find_quantities(text)
    assert all(text[q.start : q.end] == q.quote for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all((q.value is None) == (q.low is not None) for q in found)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["", " 5 million", "$3bn", " from 29 to 19 percent"]))
def test_no_text_raises_and_every_quote_is_verbatim(text: str, amount: str) -> None:
    whole = text + amount + text
    assert all(whole[q.start : q.end] == q.quote for q in find_quantities(whole))


@pytest.mark.parametrize(
    "piece", ["1-", "one of ", "1,000", "from $5 ", "9.9 to ", "a half ", "two hundred and ", "1 1/2 "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    start = time.process_time()
    find_quantities(piece * 600)
    assert time.process_time() - start < 5
