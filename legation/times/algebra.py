"""What two times have in common, and how one is written in EDTF (Extended Date/Time Format, ISO 8601-2:2019).

Example:
    >>> from datetime import date
    >>> from legation.records import When
    >>> intersect(When(weekday=6), When(date(2025, 8, 4), date(2025, 8, 4))) is None
    True
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from legation.records import Precision, When
from legation.times.calendar import month_end, weekday_near

_OPEN_MONTH = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_FINE: tuple[Precision, ...] = (
    "time", "day", "weekday", "week", "month", "quarter", "season", "interval", "year", "decade", "order",
)  # fmt: skip


def intersect(a: When, b: When) -> When | None:
    """The days that both can mean; None when they cannot be the same day or days.

    A weekday narrows an interval to its first and last such day; ``not_before`` and ``not_after`` clip it; a month
    without a year ("In June" undated, EDTF "XXXX-06") narrows it to that month.
    """
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return None
    weekday = a.weekday if a.weekday is not None else b.weekday
    first, last = _later(a.first, b.first), _earlier(a.last, b.last)
    low, high = _later(a.not_before, b.not_before), _earlier(a.not_after, b.not_after)
    if first is None or last is None:
        if (low is not None and high is not None and low > high) or _months_differ(a, b):
            return None
        return _joined(a, b, None, None, weekday, low, high)
    first, last = _later(first, low) or first, _earlier(last, high) or last
    for when in (a, b):
        first, last = _to_open_month(first, last, when) or (date.max, date.min)
    if weekday is not None:
        first, last = _to_weekday(first, last, weekday)
    if first > last:
        return None
    return _joined(a, b, first, last, weekday, low, high)


def compatible(a: When | None, b: When | None, tolerance_days: int = 0) -> bool:
    """Whether both can mean the same day, give or take ``tolerance_days``; unknown times fit everything."""
    if a is None or b is None:
        return True
    if tolerance_days <= 0:
        return intersect(a, b) is not None
    if a.first is None:  # only days can be moved, a month without a year stays
        a, b = b, a
    return any(intersect(_shifted(a, n), b) is not None for n in range(-tolerance_days, tolerance_days + 1))


def order_of(a: When, b: When) -> int | None:
    """-1 when ``a`` surely lies before ``b``, 1 when after it, 0 when both are the same one day, None when unknown.

    Bounds count: "since May 2025" lies after all of April 2025.

    Example:
        >>> order_of(When(not_before=date(2025, 5, 1)), When(date(2025, 4, 1), date(2025, 4, 30)))
        1
    """
    low, high = _later(a.first, a.not_before), _earlier(a.last, a.not_after)
    other_low, other_high = _later(b.first, b.not_before), _earlier(b.last, b.not_after)
    if high is not None and other_low is not None and high < other_low:
        return -1
    if low is not None and other_high is not None and low > other_high:
        return 1
    return 0 if low is not None and low == high == other_low == other_high else None


def to_edtf(when: When) -> str | None:
    """The time in EDTF: a day, month, year, season, decade or interval; None when only a weekday is known.

    Example:
        >>> to_edtf(When(date(2025, 7, 1), date(2025, 7, 31), precision="month"))
        '2025-07'
    """
    first, last = when.first, when.last
    if first is None or last is None:
        return when.edtf or _open_ended(when)
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == month_end(last.year, last.month):
        return _whole_months(first, last, when.precision) or f"{first.isoformat()}/{last.isoformat()}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _open_ended(when: When) -> str | None:
    if when.not_before is None and when.not_after is None:
        return None
    low = when.not_before.isoformat() if when.not_before else ".."
    high = when.not_after.isoformat() if when.not_after else ".."
    return f"{low}/{high}"


def _whole_months(first: date, last: date, precision: str) -> str | None:
    year = f"{first.year:04d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{year}-{first.month:02d}"
    if first.month == 1 and last.month == 12:
        if first.year == last.year:
            return year
        if precision == "decade":
            return year[:3] + "X"
        return f"{year}/{last.year:04d}"
    if precision == "quarter" and first.month % 3 == 1:
        return f"{year}-{33 + first.month // 3}"
    if precision == "season" and first.year == last.year:
        return f"{year}-{21 + (first.month - 3) // 3}"
    if precision == "season":
        return f"{first.year + 1:04d}-24"
    return f"{year}-{first.month:02d}/{last.year:04d}-{last.month:02d}"


def _later(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else max(a, b)


def _earlier(a: date | None, b: date | None) -> date | None:
    return b if a is None else a if b is None else min(a, b)


def _months_differ(a: When, b: When) -> bool:
    """Whether both are months without a year, and not the same."""
    one, two = _open_month(a), _open_month(b)
    return one is not None and two is not None and (one[0] != two[0] or (None not in (one[1], two[1]) and one != two))


def _open_month(when: When) -> tuple[int, int | None] | None:
    """The month, and day if told, of a time whose year is not known."""
    found = _OPEN_MONTH.fullmatch(when.edtf or "") if when.first is None else None
    return None if found is None else (int(found[1]), int(found[2]) if found[2] else None)


def _to_open_month(first: date, last: date, when: When) -> tuple[date, date] | None:
    """From the first to the last time that the month (and day) of ``when`` comes in ``first`` … ``last``."""
    open_month = _open_month(when)
    if open_month is None or last.year - first.year > 100:
        return first, last
    month, day = open_month
    found: list[tuple[date, date]] = []
    for year in range(first.year, last.year + 1):
        if day is not None and day > month_end(year, month).day:
            continue
        low, high = date(year, month, day or 1), date(year, month, day) if day else month_end(year, month)
        if low <= last and high >= first:
            found.append((max(low, first), min(high, last)))
    return (found[0][0], found[-1][1]) if found else None


def _to_weekday(first: date, last: date, weekday: int) -> tuple[date, date]:
    try:
        return weekday_near(first, weekday, 1), weekday_near(last, weekday, -1)
    except OverflowError:
        return first, last


def _joined(
    a: When, b: When, first: date | None, last: date | None, weekday: int | None, low: date | None, high: date | None
) -> When:
    finer, other = (a, b) if _FINE.index(a.precision) <= _FINE.index(b.precision) else (b, a)
    known = finer if finer.first is not None or other.first is None else other
    precision: Precision = finer.precision
    if first is not None and first == last and precision != "time":
        precision = "day"
    elif weekday is not None and precision == "day":
        precision = "weekday"
    edtf = a.edtf if a.edtf == b.edtf and first is None else None
    bare = When(first, last, weekday, low, high, edtf, precision, finer.text or other.text, known.anchor,
                a.inferred or b.inferred, tuple(dict.fromkeys(a.chain + b.chain)))  # fmt: skip
    return When(
        first, last, weekday, low, high, to_edtf(bare), precision, bare.text, bare.anchor, bare.inferred, bare.chain
    )


def _shifted(when: When, days: int) -> When:
    """``when`` moved by ``days``; its weekday too; a month without a year stays."""
    return replace(
        when,
        first=_plus(when.first, days),
        last=_plus(when.last, days),
        weekday=None if when.weekday is None else (when.weekday - 1 + days) % 7 + 1,
        not_before=_plus(when.not_before, days),
        not_after=_plus(when.not_after, days),
        edtf=when.edtf if when.first is None else None,
    )


def _plus(day: date | None, days: int) -> date | None:
    try:
        return None if day is None else day + timedelta(days)
    except OverflowError:
        return day
