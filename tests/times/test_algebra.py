"""Times meet: weekday, bounds, intervals, EDTF."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from legation.records import When
from legation.times import compatible, intersect, order_of, to_edtf

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


def day(value: date) -> When:
    return When(value, value)


def test_a_saturday_is_never_a_monday() -> None:
    assert intersect(When(weekday=6, precision="weekday"), day(date(2025, 8, 4))) is None


def test_a_saturday_in_a_week_is_one_day() -> None:
    met = intersect(When(weekday=6, precision="weekday"), When(date(2025, 9, 8), date(2025, 9, 14), precision="week"))
    assert met is not None
    assert (met.first, met.last, met.precision, met.edtf) == (date(2025, 9, 13),) * 2 + ("day", "2025-09-13")


def test_a_day_before_the_lower_bound_does_not_fit() -> None:
    bound = When(not_before=date(2025, 8, 1), precision="order")
    assert intersect(bound, day(date(2025, 7, 25))) is None
    assert intersect(bound, day(date(2025, 8, 4))) == When(
        date(2025, 8, 4), date(2025, 8, 4), None, date(2025, 8, 1), None, "2025-08-04"
    )


def test_an_undated_june_is_no_july_but_narrows_a_year() -> None:
    june = When(edtf="XXXX-06", precision="month", text="June", anchor="published")
    july = When(date(2025, 7, 1), date(2025, 7, 31), precision="month")
    assert intersect(june, july) is None
    assert not compatible(june, day(date(2025, 7, 25)), tolerance_days=1)
    met = intersect(june, When(date(2025, 1, 1), date(2025, 12, 31), precision="year"))
    assert met is not None
    assert (met.first, met.last, met.edtf) == (date(2025, 6, 1), date(2025, 6, 30), "2025-06")
    assert intersect(june, When(edtf="XXXX-07", precision="month")) is None


def test_bounds_that_cross_do_not_fit() -> None:
    after, before = When(not_before=date(2025, 8, 1)), When(not_after=date(2025, 7, 1))
    assert intersect(after, before) is None


def test_tolerance_moves_the_weekday_too() -> None:
    saturday, friday = When(weekday=6), day(date(2025, 9, 12))
    assert not compatible(saturday, friday)
    assert compatible(saturday, friday, tolerance_days=1)
    assert compatible(None, friday)


def test_edtf_says_months_seasons_and_decades() -> None:
    assert to_edtf(When(date(2025, 7, 1), date(2025, 7, 31), precision="month")) == "2025-07"
    assert to_edtf(When(date(2025, 1, 1), date(2025, 3, 31), precision="quarter")) == "2025-33"
    assert to_edtf(When(date(1970, 1, 1), date(1979, 12, 31), precision="decade")) == "197X"
    assert to_edtf(When(date(2025, 5, 3), date(2025, 5, 5), precision="interval")) == "2025-05-03/2025-05-05"
    assert to_edtf(When(weekday=6)) is None


@given(DAYS, DAYS, DAYS, DAYS)
def test_meeting_is_symmetric_and_inside_both(a: date, b: date, c: date, d: date) -> None:
    one, two = When(min(a, b), max(a, b)), When(min(c, d), max(c, d))
    met, other = intersect(one, two), intersect(two, one)
    assert (met is None) == (other is None)
    if met is not None and other is not None:
        assert (met.first, met.last) == (other.first, other.last)
        assert met.first is not None
        assert met.last is not None
        assert met.first <= met.last


def test_what_lies_after_a_bound_comes_later() -> None:
    since_may, april = When(not_before=date(2025, 5, 1)), When(date(2025, 4, 1), date(2025, 4, 30))
    assert (order_of(since_may, april), order_of(april, since_may)) == (1, -1)
    assert order_of(day(date(2025, 5, 1)), day(date(2025, 5, 1))) == 0
    assert order_of(april, day(date(2025, 4, 3))) is None
    assert order_of(When(weekday=6), april) is None


@given(DAYS, DAYS, DAYS, DAYS)
def test_what_comes_before_or_after_has_no_day_in_common(a: date, b: date, c: date, d: date) -> None:
    one, two = When(min(a, b), max(a, b)), When(min(c, d), max(c, d))
    order = order_of(one, two)
    assert order_of(two, one) == (None if order is None else -order)
    assert (order in (-1, 1)) == (intersect(one, two) is None)
