from __future__ import annotations

from decimal import Decimal

import pytest

from legation.quantities import describe, find_quantities
from legation.records import Quantity


def tell(text: str) -> list[Quantity]:
    return [describe(text, q) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("They agreed on a flat tariff of 12 percent for its exports.", "tariff_rate"),
        ("Duties on steel rose to 25 percent.", "tariff_rate"),
        ("Goods trade reached $8.1 billion.", "trade_goods"),
        ("The ministry signed a $500 million memorandum of understanding.", "pledge"),
        ("Japan pledged $200 million at the conference.", "pledge"),
        ("The bank disbursed $1.1 billion on Friday.", "disbursement"),
        ("It sent $40 million in humanitarian assistance.", "aid"),
        ("The fund approved a $7 billion loan.", "loan"),
        ("A $3.4 billion arms sale was notified to the legislature.", "arms_sale"),
        ("At least 26 people were killed in the attack.", "casualties"),
        ("It sent 3,000 troops to the border.", "troops"),
        ("12 soldiers died in the clash.", "casualties"),
        ("They exchanged 300 prisoners.", "detained"),
        ("Output fell by 325,000 barrels a day.", "production"),
        ("uranium enriched to 60 percent", "enrichment"),
        ("They discussed 40 proposals.", None),
    ],
)
def test_the_words_around_say_what_is_measured(text: str, measure: str | None) -> None:
    assert [q.measure for q in tell(text)] == [measure]


def test_two_periods_are_kept_apart_and_the_earlier_is_the_baseline() -> None:
    now, then = tell("Goods trade hit $8.1 billion in 2024, up from $7.4 billion a year earlier.")
    assert (now.period, now.baseline, now.measure) == ("2024", "$7.4 billion", "trade_goods")
    assert (then.period, then.baseline, then.measure) == ("2023", None, "trade_goods")


def test_a_cut_rate_has_its_old_level_as_baseline() -> None:
    (rate,) = tell("The tariff was cut from 29 percent to 19 percent.")
    assert (rate.value, rate.baseline, rate.change) == (Decimal(19), "29 percent", "down")


def test_a_changed_rate_is_found_as_a_range_with_its_old_level() -> None:
    (rate,) = find_quantities("Norway raised its duties from 10 percent to 25 percent.")
    assert (rate.low, rate.high, rate.baseline) == (Decimal(10), Decimal(25), "10 percent")


def test_a_plain_range_stays_a_range() -> None:
    (rate,) = tell("Tariffs from 10 to 15 percent apply.")
    assert (rate.low, rate.high, rate.baseline) == (Decimal(10), Decimal(15), None)


def test_the_previous_year_stays_in_words_when_no_year_is_told() -> None:
    (amount,) = tell("Exports were $2 billion the previous year.")
    assert amount.period == "the previous year"


def test_a_share_of_goods_is_no_rate() -> None:
    text = "Chile will drop tariffs on 99 percent of the goods and keep a tariff of 5 percent on wine."
    assert [q.measure == "tariff_rate" for q in find_quantities(text)] == [False, True]
