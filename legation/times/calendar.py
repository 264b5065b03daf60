"""The calendar behind TIMEX3 values: a value to its days, a day to the value of its week, month, quarter, …

TIMEX3 is the annotation of times in ISO-TimeML (Pustejovsky et al. 2010): "2013-W12", "2013-Q1", "1998-SU",
"199" (a decade).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from legation.records import Precision

Days = tuple[date, date, Precision]

_FORM = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?:-(?P<e>WE|\d))?|Q(?P<q>[1-4])|H(?P<h>[12])"
    r"|(?P<s>SP|SU|FA|WI)))?(?P<rest>T.*|-?X.*)?$"
)
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
COARSE = {"year": 0, "season": 1, "quarter": 2, "month": 3, "week": 4, "day": 5, "time": 5}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def days_of(value: str) -> Days | None:
    """First day, last day and precision of a TIMEX3 value; None when it fixes no days ("PAST_REF", "XXXX-06", "P3D").

    Example:
        >>> days_of("2025-Q3")
        (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30), 'quarter')
    """
    if value.isdigit() and len(value) == 3 and value[0] != "0":
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31), "decade"
    if value.isdigit() and len(value) == 2 and value[0] != "0":
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31), "interval"
    if "/" in value:
        return _between(*value.split("/", 1))
    match = _FORM.match(value)
    if match is None:
        return None
    try:
        return _days(match)
    except (ValueError, OverflowError):
        return None


def _between(low: str, high: str) -> Days | None:
    first, last = days_of(low), days_of(high)
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1], "interval"


def _days(match: re.Match[str]) -> Days:
    year = int(match["y"])
    if match["d"]:
        day = date(year, int(match["m"]), int(match["d"]))
        return day, day, "time" if (match["rest"] or "").startswith("T") else "day"
    if match["m"]:
        return date(year, int(match["m"]), 1), month_end(year, int(match["m"])), "month"
    if match["w"]:
        return _week_days(year, int(match["w"]), match["e"])
    if match["q"]:
        return date(year, int(match["q"]) * 3 - 2, 1), month_end(year, int(match["q"]) * 3), "quarter"
    if match["h"]:
        return date(year, int(match["h"]) * 6 - 5, 1), month_end(year, int(match["h"]) * 6), "interval"
    if match["s"] in _SEASONS:
        low, high = _SEASONS[match["s"]]
        return date(year, low, 1), month_end(year, high), "season"
    if match["s"]:  # a winter belongs to either of its years
        return date(year - 1, 12, 1), month_end(year + 1, 2), "season"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _week_days(year: int, week: int, tail: str | None) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    if tail == "WE":
        return monday + timedelta(5), monday + timedelta(6), "interval"
    if tail:
        day = monday + timedelta(int(tail) - 1)
        return day, day, "day"
    return monday, monday + timedelta(6), "week"


def unit_value(unit: str, day: date, count: int = 0) -> str:
    """The value of the day, week (W), month (M), quarter (Q), year (Y), decade (E), … ``count`` units from ``day``.

    Example:
        >>> unit_value("M", date(2025, 8, 4), -1)
        '2025-07'
    """
    if unit == "D":
        return (day + timedelta(count)).isoformat()
    if unit in ("W", "WE", "F"):
        year, week, _ = (day + timedelta(count * (14 if unit == "F" else 7))).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        months = day.year * 12 + day.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if unit == "Q":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if unit == "E":
        return f"{day.year // 10 + count:03d}"
    if unit == "C":
        return f"{day.year // 100 + count:02d}"
    return f"{day.year + count:04d}"


def move(day: date, unit: str, count: float) -> date:
    """``day`` moved by ``count`` units, the day of the month clipped to the month's end."""
    if unit in ("D", "W", "F", "WE"):
        return day + timedelta(round(count * {"D": 1, "W": 7, "F": 14, "WE": 7}[unit]))
    if unit.startswith("T"):
        return day + timedelta(round(count * {"TH": 1, "TM": 0, "TS": 0}[unit] / 24))
    months = round(count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_near(day: date, weekday: int, way: int, strict: bool = False) -> date:
    """The nearest ``weekday`` (Monday 1) back (-1) or forward (1) from ``day``; ``strict``: never ``day`` itself."""
    gap = (day.isoweekday() - weekday) % 7 if way < 0 else (weekday - day.isoweekday()) % 7
    if strict and gap == 0:
        gap = 7
    return day + timedelta(gap * way)
