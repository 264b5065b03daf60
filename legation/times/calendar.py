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

BC_SHIFT = 4001  # year n before Christ is reckoned as year 4001 - n: same leap years, same weekdays
_BC = re.compile(r"BC(\d{4})(?=-|T|$)")

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


def holiday(code: str, year: int) -> date:
    """The day of a feast: "12-25", days from Easter ("E-2"), the fourth Thursday of November ("11#4-4"; 5: the last).

    Easter after the anonymous Gregorian algorithm (Meeus 1991).

    Example:
        >>> holiday("E+1", 1916), holiday("11#4-4", 2012)
        (datetime.date(1916, 4, 24), datetime.date(2012, 11, 22))
    """
    if len(code) == 10:
        return date.fromisoformat(code)
    if code.startswith("E"):
        return _easter(year) + timedelta(int(code[1:]))
    if code[2] == "-":
        return date(year, int(code[:2]), int(code[3:]))
    month, count, weekday = int(code[:2]), int(code[3]), int(code[5])
    if count == 5:
        return weekday_near(month_end(year, month), weekday, -1)
    return weekday_near(date(year, month, 1), weekday, 1) + timedelta(7 * (count - 1))


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114
    return date(year, m // 31, m % 31 + 1)


def weekday_near(day: date, weekday: int, way: int, strict: bool = False) -> date:
    """The nearest ``weekday`` (Monday 1) back (-1) or forward (1) from ``day``; ``strict``: never ``day`` itself."""
    gap = (day.isoweekday() - weekday) % 7 if way < 0 else (weekday - day.isoweekday()) % 7
    if strict and gap == 0:
        gap = 7
    return day + timedelta(gap * way)


def reckoned(value: str) -> str:
    """A value before Christ moved to years that ``date`` can count in; others as they are.

    Example:
        >>> reckoned("BC0431-08"), original("3570-08")
        ('3570-08', 'BC0431-08')
    """
    return _BC.sub(lambda m: f"{BC_SHIFT - int(m[1]):04d}", value)


def original(value: str) -> str:
    """The value before Christ behind a ``reckoned`` one."""
    return "/".join(
        f"BC{BC_SHIFT - int(part[:4]):04d}{part[4:]}" if is_reckoned(part) else part for part in value.split("/")
    )


def is_reckoned(value: str) -> bool:
    """Whether a value lies in the years that stand for years before Christ (2100 and later)."""
    return value[:4].isdigit() and len(value[:4]) == 4 and 2100 <= int(value[:4]) < BC_SHIFT
