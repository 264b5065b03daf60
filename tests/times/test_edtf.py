"""Every kind of time in EDTF (ISO 8601-2:2019): days, unspecified digits, seasons, quarters, intervals, open ends."""

from __future__ import annotations

from datetime import date

import pytest

from legation.times import find_times

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
        ("They met last week.", "2025-09-01/2025-09-07"),
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
        ("They met on 3 May 2019.", "2019-05-03"),
        ("They met yesterday.", None),
    ],
)
def test_edtf_of_an_undated_text_leaves_open_what_is_not_said(text: str, edtf: str | None) -> None:
    [found] = find_times(text)
    assert (found.when.edtf, found.when.first is None) == (edtf, edtf is None or "X" in edtf)
