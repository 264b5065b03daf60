"""Whether two times can be one, months without a year included: "June" is no day of July, whatever the year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from legation.records import When
from legation.times import compatible, intersect

_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
LONGEST_SPAN = timedelta(days=366)


def days_clash(a: When, b: When, slack_days: int = 0) -> bool:
    """Whether two times exclude each other by more than ``slack_days``."""
    if (gap := _gap(a, b)) is not None:
        return gap > slack_days
    if slack_days:
        return not compatible(a, b, slack_days) or months_clash(a, b, slack_days)
    return intersect(a, b) is None or months_clash(a, b, 0)


def _gap(a: When, b: When) -> int | None:
    """Days between two plain stretches of days, 0 where they meet; None where more than their days must be asked."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    if a.weekday or b.weekday or a.not_before or b.not_before or a.not_after or b.not_after:
        return None
    return max((a.first - b.last).days, (b.first - a.last).days, 0)


def months_clash(a: When, b: When, slack_days: int) -> bool:
    """Whether a month or day told without a year cannot lie in the other time.

    Example:
        "June" and 1 to 31 July 2031 clash; "July" and 25 July 2031 do not.
    """
    one, two = _yearless(a), _yearless(b)
    if one and two:
        return one[0] != two[0] or bool(one[1] and two[1] and one[1] != two[1])
    if one:
        return _misses(one, b, slack_days)
    return _misses(two, a, slack_days) if two else False


def are_neighbour_months(a: When, b: When) -> bool:
    """Whether both are told to a month only, and the months follow each other."""
    if a.precision != "month" or b.precision != "month":
        return False
    one, two = _month(a), _month(b)
    if one is None or two is None or (one - two) % 12 not in (1, 11):
        return False
    return a.first is None or b.first is None or abs(a.first - b.first) <= timedelta(days=31)


def _month(when: When) -> int | None:
    yearless = _yearless(when)
    if yearless:
        return yearless[0]
    return when.first.month if when.first else None


def _yearless(when: When) -> tuple[int, int | None] | None:
    match = _YEARLESS.fullmatch(when.edtf or "") if when.first is None else None
    if match is None or not 1 <= int(match[1]) <= 12:
        return None
    return int(match[1]), int(match[2]) if match[2] else None


def _misses(told: tuple[int, int | None], other: When, slack_days: int) -> bool:
    if other.first is None or other.last is None or other.last - other.first >= LONGEST_SPAN:
        return False
    low, high = other.first - timedelta(days=slack_days), other.last + timedelta(days=slack_days)
    return not any(
        _span(year, *told)[0] <= high and low <= _span(year, *told)[1] for year in range(low.year, high.year + 1)
    )


def _span(year: int, month: int, day: int | None) -> tuple[date, date]:
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return date(year, month, min(day, last)), date(year, month, min(day, last))
