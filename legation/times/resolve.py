"""Phrase -> TIMEX3 type and value, counted from the publication day or from the day that the text has reached.

Every kind of phrase has one small function; a value that cannot be settled keeps X for what is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from legation.records import Anchor, TimeType
from legation.times.calendar import days_of, unit_value, weekday_near
from legation.times.grammar import Phrase
from legation.times.numbers import duration_value, number_of
from legation.times.tables import Tables
from legation.times.tense import Tense

_LETTERS = {"quarter": "Q", "half": "H"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: TIMEX3 type and value, what it was counted from, and what narrows it."""

    type: TimeType
    value: str | None
    anchor: Anchor = "absolute"
    part: str = ""
    weekday: int | None = None
    span: tuple[float, str, int] | None = None  # count, unit, way: a stretch that ends or begins at the anchor


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where a phrase stands. ``reached`` is the last settled date of the text; ``history``: told far
    from the publication day, so bare months and days take the year that the text has reached. ``finer`` are the last
    day and month reached, ``written`` the last full date of an undated text, ``before`` the word before the phrase."""

    published: date | None
    reached: str | None
    history: bool
    tense: Tense
    quarter: str | None = None
    finer: tuple[str, ...] = ()
    written: date | None = None
    before: str = ""

    def base(self, anchor: str) -> str | None:
        """The value that an anchor stands for: an ISO day, or coarser for the day the text has reached."""
        if anchor == "narrative" and self.reached is not None:
            return self.reached
        if self.published is not None and not (anchor == "narrative" and self.history):
            return self.published.isoformat()
        return self.reached if self.history else None

    def anchor_of(self, anchor: str) -> Anchor:
        """The anchor that ``base`` really used."""
        return "narrative" if anchor == "narrative" and self.reached is not None else "published"


class Resolver:
    """The resolving functions over one language's tables."""

    def __init__(self, tables: Tables) -> None:
        self.words = tables.words
        self.by_kind: dict[str, Callable[[Phrase, Context], Reading | None]] = {
            "iso": self._date, "dotted": self._date, "date": self._date, "dates": self._dates, "slashed": self._slashed,
            "month": self._month, "months": self._months, "nthmonth": self._part_of_unit, "weekday": self._weekday,
            "weekdaypart": self._weekday, "weekdays": self._weekdays, "deictic": self._deictic, "daypart": self._daypart,
            "unit": self._unit, "days": self._unit, "daysame": self._same, "nthunit": self._nth_unit, "ago": self._ago,
            "vagueago": self._vague_ago, "year-earlier": self._year_earlier, "sameperiod": self._same_period,
            "past": self._past, "unitsahead": self._vague, "duration": self._duration, "andhalf": self._duration,
            "halfunit": self._duration, "wholeunit": self._whole, "vagueunits": self._vague, "while": self._while,
            "year": self._year, "yearbc": self._year_bc, "yearspan": self._year_span, "decade": self._decade,
            "century": self._century, "season": self._season, "quarter": self._quarter, "periodof": self._period_of,
            "lastyears": self._last_years, "long": self._long, "monthday": self._month_day, "then": self._then, "latestperiod": self._latest_period, "yearend": self._year_end, "every": self._every, "rate": self._rate,
            "set": self._set, "clock": self._clock, "clock24": self._clock, "oclock": self._clock, "noon": self._noon,
            "holiday": self._holiday, "ref": self._ref,
        }  # fmt: skip

    def read(self, phrase: Phrase, context: Context) -> Reading | None:
        """The meaning of a phrase, or None when its numbers are no date (31 June, week 60, year 0)."""
        try:
            found = self.by_kind[phrase.kind](phrase, context)
        except (ValueError, OverflowError):
            return None
        if found is None or found.part or not phrase.get("part"):
            return found
        return replace(found, part=phrase.get("part").replace("-", " ").strip())

    # -- calendar dates ---------------------------------------------------------------------------------------------

    def _date(self, p: Phrase, c: Context) -> Reading | None:
        month, day = self._month_number(p.get("m")), self._day_number(p.get("d"))
        year, anchor = self._year_of(p, c, month, day)
        value = f"{year}-{month:02d}-{day:02d}"
        date.fromisoformat(value.replace("XXXX", "2024"))
        weekday = self.words["weekdays"].get(p.get("wd").rstrip("."))
        if p.get("h"):
            return Reading("TIME", f"{value}T{p.get('h')}:{p.get('mi')}", anchor)
        return Reading("DATE", value, anchor, weekday=weekday if "X" in value else None)

    def _dates(self, p: Phrase, c: Context) -> Reading | None:
        month, low, high = self._month_number(p.get("m")), self._day_number(p.get("d")), self._day_number(p.get("d2"))
        year, anchor = self._year_of(p, c, month, low)
        for day in (low, high):
            date.fromisoformat(f"{year}-{month:02d}-{day:02d}".replace("XXXX", "2024"))
        if low >= high:
            return None
        return Reading("DATE", f"{year}-{month:02d}-{low:02d}/{year}-{month:02d}-{high:02d}", anchor)

    def _slashed(self, p: Phrase, c: Context) -> Reading | None:
        month, day = int(p.get("a")), int(p.get("b"))
        if month > 12:
            month, day = day, month
        year = p.get("y")
        if len(year) == 2:
            year = ("20" if int(year) < 50 else "19") + year
        return Reading("DATE", date(int(year), month, day).isoformat())

    def _month(self, p: Phrase, c: Context) -> Reading | None:
        month = self._month_number(p.get("m"))
        if p.get("mod") and not p.get("y"):
            return self._moved_month(month, p.get("mod"), c)
        year, anchor = self._year_of(p, c, month)
        return Reading("DATE", f"{year}-{month:02d}", anchor)

    def _moved_month(self, month: int, mod: str, c: Context) -> Reading:
        kind = "narrative" if mod in ("that", "the following", "the previous") else "published"
        base = c.base(kind)
        reach = days_of(base) if base else None
        if reach is None:
            return Reading("DATE", f"XXXX-{month:02d}", "published")
        now = reach[0]
        year = now.year
        if mod in ("last", "past", "this past", "the previous"):
            year -= month >= now.month
        elif mod in ("next", "coming", "this coming", "the following"):
            year += month <= now.month
        return Reading("DATE", f"{year}-{month:02d}", c.anchor_of(kind))

    def _months(self, p: Phrase, c: Context) -> Reading | None:
        low, high = self._month_number(p.get("m")), self._month_number(p.get("m2"))
        return Reading("DATE", f"{p.get('y')}-{low:02d}/{p.get('y')}-{high:02d}") if low < high else None

    def _month_number(self, word: str) -> int:
        number = int(word) if word.isdigit() else int(self.words["months"][word.rstrip(".")])
        return number

    def _day_number(self, word: str) -> int:
        digits = re.match(r"\d+", word)
        return int(digits.group()) if digits else int(self.words["ordinals"][word])

    def _year_of(self, p: Phrase, c: Context, month: int, day: int | None = None) -> tuple[str, Anchor]:
        """The year as written, else counted from the anchor that the text suggests."""
        if p.get("y"):
            return self._year_digits(p.get("y")), "absolute"
        if p.get("yrel"):
            return self._relative_year(p.get("yrel"), c)
        if c.written is not None and not c.history:
            return f"{_nearest_year(c.written, month, day, c.tense):04d}", "narrative"
        if c.reached is not None and (c.history or c.published is None):
            return _narrative_year(c.reached, month), "narrative"
        if c.published is None:
            return "XXXX", "published"
        return f"{_nearest_year(c.published, month, day, c.tense):04d}", "published"

    def _year_digits(self, words: str) -> str:
        if words.isdigit():
            return words
        words = words.replace("the year ", "").replace("-", " ")
        if words.startswith("two thousand"):
            return str(round(number_of(words, self.words["numbers"]) or 2000))
        head, _, tail = words.partition(" ")
        century = self.words["numbers"][head] * 100
        return str(century + round(number_of(tail, self.words["numbers"]) or 0))

    def _relative_year(self, words: str, c: Context) -> tuple[str, Anchor]:
        ahead = {"last": -1, "previous": -1, "next": 1, "following": 1}
        shift = next((n for word, n in ahead.items() if word in words), 0)
        kind = "narrative" if words.startswith(("that", "the ")) else "published"
        base = c.base(kind)
        reach = days_of(base) if base else None
        return (f"{reach[0].year + shift:04d}" if reach else "XXXX"), c.anchor_of(kind)

    # -- days and their parts ---------------------------------------------------------------------------------------

    def _weekday(self, p: Phrase, c: Context) -> Reading | None:
        weekday = int(self.words["weekdays"][p.get("wd")])
        mod, kind = p.get("mod"), "published"
        if mod.startswith(("the", "that")) or (c.history and not mod):
            kind = "narrative"
        base = c.base(kind)
        reach = days_of(base) if base else None
        if reach is None or reach[0] != reach[1]:
            value = f"XXXX-WXX-{weekday}"
        else:
            value = self._weekday_day(reach[0], weekday, p, c).isoformat()
        part = "TMO" if p.get("small") else self._part_code(p.get("dp"))
        anchor = c.anchor_of(kind)
        return Reading("TIME" if part else "DATE", value + part, anchor, weekday=weekday if "X" in value else None)

    def _weekday_day(self, base: date, weekday: int, p: Phrase, c: Context) -> date:
        mod, week = p.get("mod"), p.get("wrel")
        if week:
            shift = -1 if "last" in week or "ago" in week else "next" in week
            year, number, _ = (base + timedelta(7 * shift)).isocalendar()
            return date.fromisocalendar(year, number, weekday)
        if mod in ("last", "past", "this past", "the previous"):
            return weekday_near(base, weekday, -1, strict=True)
        if mod in ("next", "coming", "this coming", "the following", "the next"):
            return weekday_near(base, weekday, 1, strict=True)
        way = 1 if c.tense == "future" or (c.history and not mod) else -1
        return weekday_near(base, weekday, way)

    def _part_code(self, words: str) -> str:
        """"late night" -> "TNI"."""
        last = re.split(r"[ -]", words)[-1] if words else ""
        last = last.removeprefix("mid")
        code = self.words["dayparts"].get(last)
        return f"T{code}" if code else ""

    def _weekdays(self, p: Phrase, c: Context) -> Reading | None:
        weekday = self.words["weekdays"][p.get("wd").rstrip(".").removesuffix("s")]
        return Reading("SET", f"XXXX-WXX-{weekday}" + self._part_code(p.get("dp").removesuffix("s")), "none")

    def _deictic(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("w")
        shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
        value = unit_value("D", c.published, shift) if c.published else "XXXX-XX-XX"
        part = "TNI" if word == "tonight" else self._part_code(p.get("dp"))
        return Reading("TIME" if part else "DATE", value + part, "published")

    def _daypart(self, p: Phrase, c: Context) -> Reading | None:
        mod, part = p.get("mod"), self._part_code(p.get("dp") or p.get("w"))
        if mod in ("every", "each"):
            return Reading("SET", "XXXX-XX-XX" + part, "none")
        if not part:
            return None
        kind = "narrative" if mod in ("that", "the same", "the next", "the following", "the previous", "one", "the", "that same") else "published"
        base = c.base("narrative" if c.history else kind)
        reach = days_of(base) if base else None
        if reach is None or reach[0] != reach[1]:
            return Reading("TIME", "XXXX-XX-XX" + part, c.anchor_of(kind))
        shift = {"last": -1, "the previous": -1, "the next": 1, "the following": 1}.get(mod, 0)
        shift = {"yesterday": -1, "tomorrow": 1}.get(p.get("day"), shift)
        return Reading("TIME", unit_value("D", reach[0], shift) + part, c.anchor_of(kind))

    def _clock(self, p: Phrase, c: Context) -> Reading | None:
        hour = int(p.get("h") or number_of(p.get("n"), self.words["numbers"]) or 0)
        if p.get("ap") == "p" or p.get("dp") in ("afternoon", "evening", "night"):
            hour = hour % 12 + 12
        elif p.get("ap") == "a":
            hour %= 12
        minute = p.get("mi") or "00"
        if hour > 24:
            return None
        zone = "Z" if (p.get("tz") or p.get("tz2")) in ("gmt", "utc", "z") else ""
        return self._at(f"T{hour:02d}:{minute}{zone}", c)

    def _noon(self, p: Phrase, c: Context) -> Reading | None:
        return self._at("T12:00" if p.get("w") == "noon" else "T24:00", c)

    def _at(self, clock: str, c: Context) -> Reading:
        base = c.base("narrative" if c.history else "published")
        if base is None or not re.match(r"\d{4}-\d\d-\d\d", base):
            return Reading("TIME", "XXXX-XX-XX" + clock, "published")
        return Reading("TIME", base[:10] + clock, "narrative" if c.history else "published")

    def _holiday(self, p: Phrase, c: Context) -> Reading | None:
        month, day = (int(n) for n in self.words["holidays"][p.get("w")].split("-"))
        if p.get("y") or not p.get("mod"):
            year, anchor = self._year_of(p, c, month, day)
            return Reading("DATE", f"{year}-{month:02d}-{day:02d}", anchor)
        found = self._moved_month(month, p.get("mod"), c)
        return replace(found, value=f"{found.value}-{day:02d}")

    # -- weeks, months, years and their neighbours --------------------------------------------------------------------

    def _unit(self, p: Phrase, c: Context) -> Reading | None:
        mod = p.get("mod")
        unit = self.words["units"][p.get("u")]
        kind, shift = self.words["mods"].get(mod, ("narrative", 0))
        if mod in ("past", "the past", "this past", "the last") and unit not in ("WE",):
            return Reading("DURATION", duration_value(1, unit), "published", span=(1, unit, -1))
        if mod in ("the coming", "the next") and unit == "TH":
            return Reading("DURATION", duration_value(1, unit), "published", span=(1, unit, 1))
        if mod in ("the", "the latest", "latest") and unit != "Q" and not c.history:
            kind = "published"
        if mod == "the" and unit == "WE" and c.published and not c.history:
            shift = -1 if c.tense != "future" and c.published.isoweekday() < 6 else 0
            return self._counted("WE", shift, "published", c)
        if mod == "the" and unit == "Q":
            return self._latest_period(p, c)
        if unit.startswith("T"):
            return Reading("DURATION", duration_value(1, unit), "none")
        return self._counted(unit, shift, kind, c)

    def _counted(self, unit: str, shift: int, kind: str, c: Context) -> Reading:
        base = c.base(kind)
        reach = days_of(base) if base else None
        anchor = c.anchor_of(kind)
        if reach is None:
            return Reading("DATE", _unknown(unit), anchor)
        if _too_coarse(unit, reach):
            base = next((v for v in c.finer if _within(v, reach) and not _too_coarse(unit, days_of(v) or reach)), base)
            reach = days_of(base or "") or reach
        if _too_coarse(unit, reach):
            return Reading("DATE", f"{base}-XX" if unit in ("D", "M", "W") else base, anchor)
        return Reading("DATE", unit_value(unit, reach[0], shift), anchor)

    def _part_of_unit(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative" if c.history else "published", c)

    def _same(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative", c)

    def _month_day(self, p: Phrase, c: Context) -> Reading | None:
        """"On the 20th": of the month that the text has reached."""
        base = c.base("narrative") or ""
        if not re.match(r"\d{4}-\d\d", base):
            return None
        value = f"{base[:7]}-{self._day_number(p.get('d')):02d}"
        return Reading("DATE", date.fromisoformat(value).isoformat(), c.anchor_of("narrative"))

    def _then(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", c.reached, "narrative") if c.reached else None

    def _nth_unit(self, p: Phrase, c: Context) -> Reading | None:
        return None

    def _ago(self, p: Phrase, c: Context) -> Reading | None:
        unit, count = self.words["units"][p.get("u")], number_of(p.get("n"), self.words["numbers"])
        way = p.get("way")
        back = way in ("ago", "earlier", "before", "back", "since")
        kind = "published" if way in ("ago", "back", "from now", "from today", "hence") else "narrative"
        if unit == "F":
            unit, count = "W", (count or 1) * 2
        if count is None:
            return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", "none")
        if unit.startswith("T"):
            return self._hours_off(count if not back else -count, unit, kind, c)
        if unit == "Y" and back and count == 1 and c.quarter:
            return Reading("DATE", f"{int(c.quarter[:4]) - 1}{c.quarter[4:]}", "narrative")
        if count != int(count):
            unit, count = ("M", count * 12) if unit == "Y" else (unit, count)
        return self._counted(unit, round(-count if back else count), kind, c)

    def _hours_off(self, count: float, unit: str, kind: str, c: Context) -> Reading:
        if kind == "narrative" or c.published is None:
            return Reading("DURATION", duration_value(abs(count), unit), c.anchor_of(kind))
        days = int(abs(count) // 24) if unit == "TH" else 0
        if days:
            return Reading("DATE", unit_value("D", c.published, days if count > 0 else -days), "published")
        return Reading("TIME", c.published.isoformat(), "published")

    def _vague_ago(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", "FUTURE_REF" if p.get("way") == "later" else "PAST_REF", "none")

    def _year_earlier(self, p: Phrase, c: Context) -> Reading | None:
        if p.get("q") and c.base("published"):
            year = int((c.base("published") or "")[:4]) - 1
            return Reading("DATE", f"{year}-Q{self.words['ordinals'][p.get('q')]}", "published")
        if c.quarter:
            return Reading("DATE", f"{int(c.quarter[:4]) - 1}{c.quarter[4:]}", "narrative")
        return self._counted("Y", -1, "published", c)

    def _same_period(self, p: Phrase, c: Context) -> Reading | None:
        if p.get("y"):
            return Reading("DATE", p.get("y") + (c.quarter[4:] if c.quarter else ""))
        return self._year_earlier(p, c)

    def _year(self, p: Phrase, c: Context) -> Reading | None:
        if p.get("era") in ("bc", "bce"):
            return Reading("DATE", f"BC{int(p.get('y')):04d}")
        return Reading("DATE", self._year_digits(p.get("y")))

    def _year_bc(self, p: Phrase, c: Context) -> Reading | None:
        era = "" if p.get("era").replace(".", "") == "ad" else "BC"
        return Reading("DATE", f"{era}{int(p.get('y')):04d}") if int(p.get("y")) else None

    def _year_span(self, p: Phrase, c: Context) -> Reading | None:
        first, last = p.get("y"), p.get("y2")
        return Reading("DATE", f"{first}/{last if len(last) == 4 else first[: 4 - len(last)] + last}")

    def _decade(self, p: Phrase, c: Context) -> Reading | None:
        year = p.get("y")
        if len(year) == 4:
            return Reading("DATE", year[:3])
        digit = int(year[0]) if year else int(self.words["decades"][p.get("w")])
        now = c.published.year if c.published else 2000
        century = now // 100 if now % 100 // 10 >= digit else now // 100 - 1
        return Reading("DATE", f"{century}{digit}")

    def _century(self, p: Phrase, c: Context) -> Reading | None:
        number = self._day_number(p.get("c"))
        return Reading("DATE", f"{number - 1:02d}") if number else None

    def _season(self, p: Phrase, c: Context) -> Reading | None:
        words = p.get("s")
        if words.endswith("s"):
            return Reading("SET", f"XXXX-{self.words['seasons'][words.removesuffix('s')]}", "none")
        code = self.words["seasons"][words]
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code]
        part = p.get("part") or p.get("early")
        if p.get("mod") and p.get("mod") not in ("the", "this", "the same", "that") and not p.get("y"):
            found = self._moved_month(middle, p.get("mod"), c)
            year, anchor = (found.value or "XXXX")[:4], found.anchor
        elif p.get("mod") in ("this",) and c.published and not p.get("y"):
            year, anchor = str(c.published.year), "published"
        else:
            year, anchor = self._year_of(p, c, middle)
        return Reading("DATE", f"{year}-{code}", anchor, part=part.strip())

    def _quarter(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("q")
        letter = word[0].upper() if word[1:].isdigit() else _LETTERS[p.get("what")]
        order = int(word[1]) if word[1:].isdigit() else int(word[0]) if word[0].isdigit() else 0
        order = order or int(self.words["ordinals"].get(word, 2 if letter == "H" else 4))
        if order > (4 if letter == "Q" else 2):
            return None
        year, anchor = p.get("y0") or p.get("y"), "absolute"
        if p.get("c"):
            return Reading("DATE", f"{int(p.get('c')) - 1}")
        if p.get("yrel") or p.get("yrel2"):
            year, anchor = self._relative_year(p.get("yrel") or p.get("yrel2"), c)
        elif p.get("y2"):
            year = f"20{p.get('y2')}"
        elif not year and c.published and not c.history:
            year, anchor = str(_quarter_year(c.published, order * (3 if letter == "Q" else 6) - 2, c.tense)), "published"
        elif not year:
            year, anchor = self._year_of(p, c, order * (3 if letter == "Q" else 6) - 1)
        return Reading("DATE", f"{year}-{letter}{order}", anchor)  # type: ignore[arg-type]

    def _period_of(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", p.get("y") + (c.quarter[4:] if c.quarter else ""))

    def _latest_period(self, p: Phrase, c: Context) -> Reading | None:
        """The quarter that the report is about, else the last one that had ended."""
        if c.quarter:
            return Reading("DATE", c.quarter, "narrative")
        return self._counted("Q", 0 if c.tense == "future" else -1, "published", c)

    def _last_years(self, p: Phrase, c: Context) -> Reading | None:
        shift = {"last": -1, "next": 1}.get(p.get("yrel"), 0)
        if c.quarter and c.published and p.get("u") == "year":
            return Reading("DATE", f"{c.published.year + shift}{c.quarter[4:]}", "published")
        return self._counted(self.words["units"][p.get("u")], shift, "published", c)

    def _year_end(self, p: Phrase, c: Context) -> Reading | None:
        base = c.base("published")
        return Reading("DATE", (base[:4] if base else "XXXX") + ("-12-31" if "-" in p.get("w") else ""), "published")

    # -- lengths and repetitions --------------------------------------------------------------------------------------

    def _duration(self, p: Phrase, c: Context) -> Reading | None:
        count = number_of(p.get("n"), self.words["numbers"])
        if p.kind == "andhalf" or p.get("half"):
            count = (count or 0) + 0.5
        unit = self.words["units"][p.get("u")]
        value = duration_value(count, unit)
        if count is None or c.before not in ("within", "in") or c.history or p.get("sep") == "-":
            return Reading("DURATION", value, "none")
        return Reading("DURATION", value, "published", span=(count, unit, 1 if c.tense == "future" else -1))

    def _past(self, p: Phrase, c: Context) -> Reading | None:
        words, unit = p.get("n"), self.words["units"][p.get("u")]
        count = number_of(words, self.words["numbers"]) if words else None
        mod = p.get("mod")
        way = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1, "recent": -1}.get(mod, 0)
        if not words and way and mod not in ("last", "next"):
            return Reading("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", "published")
        span = (count, unit, way) if count is not None and way and not c.history else None
        return Reading("DURATION", duration_value(count, unit), "published" if span else "none", span=span)

    def _whole(self, p: Phrase, c: Context) -> Reading | None:
        unit = self.words["units"].get(p.get("u"))
        return Reading("DURATION", duration_value(1, unit) if unit else "PTXH", "none")

    def _vague(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DURATION", duration_value(None, self.words["units"][p.get("u")]), "none")

    def _long(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("u")
        return Reading("DURATION", duration_value(None if word.endswith("s") else 1, self.words["units"][word]), "none")

    def _while(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DURATION", "PXX", "none")

    def _every(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("u")
        if word in self.words["months"]:
            return Reading("SET", f"XXXX-{self.words['months'][word]:02d}", "none")
        if word in self.words["seasons"]:
            return Reading("SET", f"XXXX-{self.words['seasons'][word]}", "none")
        if word in self.words["dayparts"]:
            return Reading("SET", "XXXX-XX-XX" + self._part_code(word), "none")
        number = 2.0 if p.get("n") == "other" else number_of(p.get("n"), self.words["numbers"]) if p.get("n") else 1
        return Reading("SET", duration_value(number, self.words["units"][word]), "none")

    def _rate(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", duration_value(1, self.words["units"][p.get("u")]), "none")

    def _set(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", self.words["sets"][p.get("w")], "none")

    def _ref(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", self.words["refs"][p.get("w")], "published")


def _narrative_year(reached: str, month: int) -> str:
    """The year that the text has reached, or the next when a month late in it is followed by an early one."""
    found: Any = re.match(r"(\d{4})(?:-(\d\d))?(?!\d)", reached)
    if found is None:
        return "XXXX"
    before = int(found[2]) if found[2] else None
    return f"{int(found[1]) + (before is not None and before - month >= 9):04d}"


def _nearest_year(published: date, month: int, day: int | None, tense: Tense) -> int:
    """The year that puts a bare month or day nearest to the publication day, on the side that the tense says."""
    gap = month - published.month
    if tense == "told":
        return published.year - (gap > 0 or (gap == 0 and day is not None and day > published.day))
    if day is not None and gap == 0 and tense is not None:
        return published.year
    if tense == "past" and gap > 0:
        return published.year - 1 if gap > 2 else published.year
    if tense == "future" and gap < 0:
        return published.year + 1 if gap < -2 else published.year
    if gap > 6 and tense != "future":
        return published.year - 1
    if gap < -6 and tense != "past":
        return published.year + 1
    return published.year


def _quarter_year(published: date, month: int, tense: Tense) -> int:
    """The year of a bare quarter or half that begins in ``month``: the latest begun, or the next where it is ahead."""
    if month > published.month:
        return published.year if tense == "future" or month - published.month < 3 else published.year - 1
    return published.year + (tense == "future" and published.month - month > 8)


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _within(value: str, reach: tuple[date, date, str]) -> bool:
    days = days_of(value)
    return days is not None and reach[0] <= days[0] and days[1] <= reach[1]


def _too_coarse(unit: str, reach: tuple[date, date, str]) -> bool:
    """Whether the anchor spans more than the unit that is counted: "two days later" after "in May"."""
    length = (reach[1] - reach[0]).days
    return length >= {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 93}.get(unit, 4000)
