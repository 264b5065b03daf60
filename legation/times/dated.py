"""Calendar dates, weekdays, parts of days and clock times -> values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from legation.times.calendar import days_of, unit_value, weekday_near
from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase
from legation.times.numbers import number_of


class Dates(Counting):
    """Phrases that name a day, a month or a time of day."""

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
        if month > 12 or (self.day_first and day <= 12):
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

    def _months(self, p: Phrase, c: Context) -> Reading | None:
        low, high = self._month_number(p.get("m")), self._month_number(p.get("m2"))
        return Reading("DATE", f"{p.get('y')}-{low:02d}/{p.get('y')}-{high:02d}") if low < high else None

    def _month_day(self, p: Phrase, c: Context) -> Reading | None:
        """ "On the 20th": of the month that the text has reached."""
        base = c.base("narrative") or ""
        if not re.match(r"\d{4}-\d\d", base):
            return None
        value = f"{base[:7]}-{self._day_number(p.get('d')):02d}"
        return Reading("DATE", date.fromisoformat(value).isoformat(), c.anchor_of("narrative"))

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

    def _weekdays(self, p: Phrase, c: Context) -> Reading | None:
        weekday = self.words["weekdays"][p.get("wd").rstrip(".").removesuffix("s")]
        return Reading("SET", f"XXXX-WXX-{weekday}" + self._part_code(p.get("dp").removesuffix("s")), "none")

    def _deictic(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("w")
        shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(
            word, 0
        )
        value = unit_value("D", c.published, shift) if c.published else "XXXX-XX-XX"
        part = "TNI" if word == "tonight" else self._part_code(p.get("dp"))
        return Reading("TIME" if part else "DATE", value + part, "published")

    def _daypart(self, p: Phrase, c: Context) -> Reading | None:
        mod, part = p.get("mod"), self._part_code(p.get("dp") or p.get("w"))
        if mod in ("every", "each"):
            return Reading("SET", "XXXX-XX-XX" + part, "none")
        if not part:
            return None
        kind = (
            "narrative"
            if mod in ("that", "the same", "the next", "the following", "the previous", "one", "the", "that same")
            else "published"
        )
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
        zone = "Z" if (p.get("tz") or p.get("tz2")).strip("()") in ("gmt", "utc", "z") else ""
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

    def _then(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", c.reached, "narrative") if c.reached else None
