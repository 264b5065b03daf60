"""Every kind of time in EDTF (ISO 8601-2:2019): days, unspecified digits, seasons, quarters, intervals, open ends."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.records import Published, When
from legation.times import find_times, intersect
from tests.times.test_invariants import SOUP

SUNDAY = date(2025, 9, 14)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 3 May 2019.", "2019-05-03"),
        ("They met in May 2019.", "2019-05"),
        ("They met in 2019.", "2019"),
        ("The pact of the 1970s held.", "197X"),
        ("It was kept in the 19th century.", "1800/1899"),
        ("They met last summer.", "2025-22"),
        ("They met in the winter of 2012.", "2012-24"),
        ("Trade grew in the first quarter.", "2025-33"),
        ("Trade grew in the first half of 2019.", "2019-01/2019-06"),
        ("They met last week.", "2025-09-01/2025-09-13"),
        ("They met in late May 2019.", "2019-05-16/2019-05-31"),
        ("Ties have warmed since May 2025.", "2025-05-01/2025-09-14"),
        ("A deal is due by December.", "../2025-12-31"),
        ("Ships passed over the past two months.", "2025-07-14/2025-09-14"),
        ("Exports fell in fiscal 2024.", "2023-07/2025-03"),
        ("Exports fell in fiscal 2024-25.", "2024-04/2025-09"),
        ("The fort was built around 1850.", "1850~"),
        ("It was signed probably 3 May 2019.", "2019-05-03?"),
        ("Ties have improved recently.", None),
    ],
)
def test_edtf_of_a_dated_text(text: str, edtf: str | None) -> None:
    [found] = find_times(text, SUNDAY)
    assert found.when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met in June.", "XXXX-06"),
        ("They met on June 5.", "XXXX-06-05"),
        ("They met on Saturday.", None),
        ("They met in 66 AD.", "0066"),
        ("They met on 3 May 2019.", "2019-05-03"),
        ("They met yesterday.", None),
    ],
)
def test_edtf_of_an_undated_text_leaves_open_what_is_not_said(text: str, edtf: str | None) -> None:
    [found] = find_times(text)
    assert (found.when.edtf, found.when.first is None) == (edtf, edtf is None or "X" in edtf)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def is_edtf(value: str) -> bool:
    try:
        parse_edtf(value)
    except EDTFParseException:
        return False
    return True


@settings(max_examples=200, deadline=None)
@given(SOUP, st.none() | DAYS, st.integers(0, 40))
def test_what_any_text_gives_is_edtf(text: str, day: date | None, width: int) -> None:
    last = None if day is None else date.fromordinal(min(day.toordinal() + width, date.max.toordinal()))
    for found in find_times(text, Published(day, last)):
        assert found.when.edtf is None or is_edtf(found.when.edtf), (found.text, found.when.edtf)


@settings(max_examples=200, deadline=None)
@given(
    DAYS, DAYS, st.none() | st.integers(1, 7), st.none() | DAYS, st.none() | st.sampled_from(["XXXX-06", "XXXX-02-29"])
)
def test_what_two_times_have_in_common_is_edtf(
    a: date, b: date, weekday: int | None, bound: date | None, month: str | None
) -> None:
    for when in (When(weekday=weekday, not_before=bound, edtf=month), When(not_after=bound)):
        met = intersect(When(min(a, b), max(a, b)), when)
        assert met is None or met.edtf is None or is_edtf(met.edtf)


@pytest.mark.parametrize("value", ["2025-13", "2025-02-30x", "last May", "2025-45", "XXXX-WXX-6", "199"])
def test_what_is_no_edtf_is_told_apart(value: str) -> None:
    assert not is_edtf(value)
