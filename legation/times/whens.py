"""Readings -> ``When``: the days that a value leaves open, narrowed by "early", "since", "earlier this month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from legation.records import Precision, When
from legation.times.algebra import to_edtf
from legation.times.calendar import Days, days_of, move
from legation.times.context import Reading

_BC_PRECISION: dict[int, Precision] = {4: "interval", 6: "year", 9: "month"}
_UNKNOWN: dict[str, Precision] = {
    "XXXX-WXX-WE": "interval",
    "XXXX-WXX": "week",
    "XXXX-XX": "month",
    "XXXX-QX": "quarter",
    "XXXX": "year",
}


def make_when(reading: Reading, words: str, day: date | None, bound: str = "") -> When:
    """The days that a reading can mean. ``day`` is the publication day, ``bound`` a word such as "since" before it."""
    value = reading.value or ""
    if reading.span is not None:
        return _stretch(reading, words, day)
    if reading.type in ("DURATION", "SET") and not value.startswith(("1", "2")):
        return When(precision="interval", text=words, anchor=reading.anchor)
    days = days_of(value) if "X" not in value[:4] else None
    if days is None:
        return _unsettled(reading, words, day)
    if reading.part == "UNTOLD":  # "the same day" where no day was told before
        return When(precision="day", text=words, anchor="event")
    if reading.part == "ABOUT":
        return When(not_after=day, precision="order", text=words, anchor=reading.anchor)
    first, last, precision = _fiscal(days) if reading.part == "FISCAL" else days
    if reading.part == "SUNDAY" and day is not None:  # "last week" in a Sunday paper: the one before, or these six days
        last, precision = day - timedelta(1), "interval"
    first, last = _narrow(first, last, precision, reading.part, day)
    when = When(first, last, None, precision=precision, text=words, anchor=reading.anchor)
    when = _bounded(when, bound, day)
    return _with_edtf(when)


def _fiscal(days: Days) -> Days:
    """All days that "fiscal 2024" or "fiscal 2024-25" can hold: states begin it in April, July or October.

    A single year names the one in which it ends (October 2023, July 2023) or begins (April 2024).
    """
    first, last, precision = days
    if precision == "year":
        return date(first.year - 1, 7, 1), date(last.year + 1, 3, 31), "interval"
    if precision == "interval":
        return date(first.year, 4, 1), date(last.year, 9, 30), "interval"
    return days


def unite(low: When, high: When) -> When:
    """One ``When`` for a relative expression read from the first and from the last possible publication day."""
    firsts = [w.first for w in (low, high) if w.first is not None]
    lasts = [w.last for w in (low, high) if w.last is not None]
    same = low == high
    if same or len(firsts) < 2:
        return low
    weekday = low.first.isoweekday() if low.first and low.first == low.last and _same_weekday(low, high) else None
    precision: Precision = low.precision if (low.first, low.last) == (high.first, high.last) else "interval"
    if weekday is not None and low.first != high.first:
        precision = "weekday"
    return _with_edtf(
        When(min(firsts), max(lasts), weekday, _least(low.not_before, high.not_before),
             _most(low.not_after, high.not_after), None, precision, low.text, low.anchor)
    )  # fmt: skip


def _same_weekday(low: When, high: When) -> bool:
    if high.first is None or high.first != high.last or low.first is None:
        return False
    return low.first.isoweekday() == high.first.isoweekday()


def _least(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else min(a, b)


def _most(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else max(a, b)


def _with_edtf(when: When) -> When:
    return When(when.first, when.last, when.weekday, when.not_before, when.not_after, to_edtf(when), when.precision,
                when.text, when.anchor)  # fmt: skip


def _stretch(reading: Reading, words: str, day: date | None) -> When:
    """ "The past two months": from two months before the publication day to it."""
    count, unit, way = reading.span or (0, "D", 0)
    if day is None:
        return When(precision="interval", text=words, anchor="published")
    try:
        other = move(day, unit, count * way)
    except (ValueError, OverflowError):
        return When(precision="interval", text=words, anchor="published")
    first, last = min(day, other), max(day, other)
    return _with_edtf(When(first, last, precision="interval", text=words, anchor="published"))


def _unsettled(reading: Reading, words: str, day: date | None) -> When:
    """No day is known: a weekday, a month without year, or a vague time before or after the publication day."""
    value = reading.value or ""
    if value == "PAST_REF":
        return When(not_after=day, precision="order", text=words, anchor=reading.anchor)
    if value == "FUTURE_REF":  # "a few days later" in a story is later than that, not than its report
        limit = day if reading.anchor == "published" else None
        return When(not_before=limit, precision="order", text=words, anchor=reading.anchor)
    if value == "PRESENT_REF":
        return When(precision="order", text=words, anchor=reading.anchor)
    if reading.weekday is not None:
        return When(weekday=reading.weekday, precision="weekday", text=words, anchor=reading.anchor)
    if value.startswith("XXXX-") and value[5:7].isdigit():
        edtf = value if "T" not in value and "/" not in value else None
        return When(edtf=edtf, precision="month" if len(value) == 7 else "day", text=words, anchor=reading.anchor)
    if value.startswith("BC"):
        edtf = "/".join(_bc_edtf(part) for part in value.split("/"))
        return When(edtf=edtf, precision=_BC_PRECISION.get(len(value), "day"), text=words, anchor=reading.anchor)
    precision: Precision = "time" if "T" in value and reading.type == "TIME" else _UNKNOWN.get(value, "day")
    return When(precision=precision, text=words, anchor=reading.anchor)


def _bc_edtf(value: str) -> str:
    """ "0431-08" -> "-0430-08": the year 1 BC is the year 0 of ISO 8601; a century is an interval."""
    year, _, rest = value.removeprefix("BC").partition("T")[0].partition("-")
    if len(year) == 2:
        return f"-{int(year) * 100 + 99:04d}/-{int(year) * 100:04d}"
    number = int(year) - 1
    rest = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}.get(rest, rest)
    return f"{'-' if number else ''}{number:04d}" + (f"-{rest}" if re.fullmatch(r"\d\d(-\d\d)?", rest) else "")


def _narrow(first: date, last: date, precision: str, part: str, day: date | None) -> tuple[date, date]:
    """ "Early", "late", "mid-", "the end of": wide thirds; "earlier this month": up to the publication day."""
    length = (last - first).days
    if not part or length < 6:
        return first, last
    if day is not None and first <= day <= last and part in ("BEFORE", "AFTER"):
        return (first, day) if part == "BEFORE" else (day, last)
    if part == "START":
        return first, first + timedelta(length // 2)
    if part == "END":
        return first + timedelta(length // 2), last
    if part == "MID":
        return first + timedelta(length // 4), last - timedelta(length // 4)
    return first, last


def _bounded(when: When, bound: str, day: date | None) -> When:
    """ "Since May 2025" runs to the publication day; "before", "by", "until", "after" only set limits."""
    first, last = when.first, when.last
    if not bound or first is None or last is None:
        return when
    if bound == "SINCE":
        if day is not None and day >= first:
            return When(first, day, precision="interval", text=when.text, anchor=when.anchor)
        return When(not_before=first, precision="order", text=when.text, anchor=when.anchor)
    if bound == "AFTER":
        return When(not_before=first, precision="order", text=when.text, anchor=when.anchor)
    limit = first - timedelta(1) if bound == "BEFORE" and first > date.min else last
    return When(not_after=limit, precision="order", text=when.text, anchor=when.anchor)
