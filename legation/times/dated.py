"""Calendar dates, weekdays, parts of days and clock times -> values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from legation.times.calendar import days_of, holiday, reckoned, unit_value, weekday_near
from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase

_OFFSET = re.compile(r"([+−–-])\s*(\d{1,2})(?::?(\d\d))?$")
_FRESH_DAYS = 21


class Dates(Counting):
    """Phrases that name a day, a month or a time of day."""

    def _date(self, p: Phrase, c: Context) -> Reading | None:
        month, day = self._month_number(p.get("m")), self._day_number(p.get("d"))
        year, anchor = self._year_of(p, c, month, day)
        value = f"{year}-{month:02d}-{day:02d}"
        _check(value)
        weekday = self.words["weekdays"].get(p.get("wd").rstrip("."))
        if p.get("h"):
            return Reading("TIME", f"{value}T{p.get('h')}:{p.get('mi')}", anchor)
        return Reading("DATE", value, anchor, weekday=weekday if "X" in value else None)

    def _dates(self, p: Phrase, c: Context) -> Reading | None:
        month, low, high = self._month_number(p.get("m")), self._day_number(p.get("d")), self._day_number(p.get("d2"))
        year, anchor = self._year_of(p, c, month, low)
        for day in (low, high):
            _check(f"{year}-{month:02d}-{day:02d}")
        if low >= high:
            return None
        return Reading("DATE", f"{year}-{month:02d}-{low:02d}/{year}-{month:02d}-{high:02d}", anchor)

    def _week_of(self, p: Phrase, c: Context) -> Reading | None:
        """ "The week of March 4": the week in which that day lies."""
        found = self._date(p, c)
        days = days_of(found.value or "") if found is not None else None
        if found is None or days is None:
            return None
        return replace(found, value=unit_value("W", days[0]), weekday=None)

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
        year, anchor = self._year_of(p, c, low)
        return Reading("DATE", f"{year}-{low:02d}/{year}-{high:02d}", anchor) if low < high else None

    def _nth_weekday(self, p: Phrase, c: Context) -> Reading | None:
        """ "The first Monday in May", "the last Sunday of October"."""
        month, weekday = self._month_number(p.get("m")), self.words["weekdays"][p.get("wd").rstrip(".")]
        word = p.get("q")
        count = int(word[0]) if word[0].isdigit() else int(self.words["ordinals"].get(word, 5))
        year, anchor = self._year_of(p, c, month)
        if not year.isdigit() or count > 5:
            return Reading("DATE", f"{year}-{month:02d}", anchor)
        return Reading("DATE", holiday(f"{month:02d}#{count}-{weekday}", int(year)).isoformat(), anchor)

    def _month_day(self, p: Phrase, c: Context) -> Reading | None:
        """ "On the 20th": of the month that the text has reached; "the 12th of this month": of the report's own."""
        kind, shift = self._mod(p.get("mod"))
        kind = "narrative" if c.history else kind
        month = self._counted("M", shift, kind, c)
        if not re.fullmatch(r"\d{4}-\d\d", month.value or ""):
            return None
        value = f"{month.value}-{self._day_number(p.get('d')):02d}"
        return Reading("DATE", date.fromisoformat(value).isoformat(), month.anchor)

    def _weekday(self, p: Phrase, c: Context) -> Reading | None:
        weekday = int(self.words["weekdays"][p.get("wd").rstrip(".")])
        kind = self._mod(p.get("mod"), "published")[0]
        kind = "narrative" if c.history else kind
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
            year, number, _ = (base + timedelta(7 * self.words["week_words"][week])).isocalendar()
            return date.fromisocalendar(year, number, weekday)
        shift = self._mod(mod)[1] if mod else 0
        if shift:
            return weekday_near(base, weekday, shift, strict=True)
        if mod and not c.history:
            return _day_of_this_week(base, weekday, c)
        if c.ahead:
            base = _last_told(base, c)
        way = 1 if c.tense == "future" or (c.history and not mod) else -1
        return weekday_near(base, weekday, way)

    def _weekdays(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("wd").rstrip(".")
        weekday = self.words["weekday_sets"].get(word) or self.words["weekdays"][word]
        return Reading("SET", f"XXXX-WXX-{weekday}" + self._part_code(p.get("dp")), "none")

    def _deictic(self, p: Phrase, c: Context) -> Reading | None:
        shift, daypart = self.words["deictics"][p.get("w")]
        part = f"T{daypart}" if daypart else self._part_code(p.get("dp"))
        if c.history and not shift and not part:
            return Reading("DATE", "PRESENT_REF", "published")
        value = unit_value("D", c.published, shift) if c.published else "XXXX-XX-XX"
        return Reading("TIME" if part else "DATE", value + part, "published")

    def _daypart(self, p: Phrase, c: Context) -> Reading | None:
        mod, part = p.get("mod"), self._part_code(p.get("dp") or p.get("w"))
        if p.get("every"):
            return Reading("SET", "XXXX-XX-XX" + part, "none")
        if not part:
            return None
        kind, shift = self._mod(mod) if mod else ("published", 0)
        kind = "narrative" if c.history else kind
        base = c.base(kind)
        reach = days_of(base) if base else None
        if reach is None or reach[0] != reach[1]:
            return Reading("TIME", "XXXX-XX-XX" + part, c.anchor_of(kind))
        if p.get("day"):
            shift = self.words["deictics"][p.get("day")][0]
        return Reading("TIME", unit_value("D", reach[0], shift) + part, c.anchor_of(kind))

    def _clock(self, p: Phrase, c: Context) -> Reading | None:
        hour = int(p.get("h") or self.number(p.get("n")) or 0)
        if p.get("pm") or self._part_code(p.get("dp")) in ("TAF", "TEV", "TNI"):
            hour = hour % 12 + 12
        elif p.get("am"):
            hour %= 12
        minute = p.get("mi") or "00"
        if hour > 24:
            return None
        return self._at(f"T{hour:02d}:{minute}{self._zone((p.get('tz') or p.get('tz2')).strip('()'))}", c)

    def _zone(self, words: str) -> str:
        """ "GMT" -> "Z", "UTC+3" -> "+03:00"; nothing for a zone that a value does not carry."""
        offset = _OFFSET.search(words)
        if offset is None:
            return str(self.words["zones"].get(words, ""))
        return f"{'+' if offset[1] == '+' else '-'}{int(offset[2]):02d}:{offset[3] or '00'}"

    def _noon(self, p: Phrase, c: Context) -> Reading | None:
        return self._at(self.words["clock_names"][p.get("w")], c)

    def _at(self, clock: str, c: Context) -> Reading:
        base = c.base("narrative" if c.history else "published")
        if base is None or not re.match(r"\d{4}-\d\d-\d\d", base):
            return Reading("TIME", "XXXX-XX-XX" + clock, "published")
        return Reading("TIME", base[:10] + clock, "narrative" if c.history else "published")

    def _holiday(self, p: Phrase, c: Context) -> Reading | None:
        code = self.words["holidays"][p.get("w")]
        typical = holiday(code, 2024)
        if p.get("m") and _may_be_fresh(typical, c.published):
            return self._date(p, c)
        if p.get("y") or not p.get("mod"):
            year, anchor = self._year_of(p, c, typical.month, typical.day)
        else:
            found = self._moved_month(typical.month, p.get("mod"), c)
            year, anchor = (found.value or "XXXX")[:4], found.anchor
        if year.isdigit() or len(code) == 10:
            return Reading("DATE", holiday(code, int(year) if year.isdigit() else 2000).isoformat(), anchor)
        fixed = code[2:3] == "-"
        return Reading("DATE", f"{year}-{typical.month:02d}-{typical.day:02d}" if fixed else year, anchor)

    def _beside(self, p: Phrase, c: Context) -> Reading | None:
        """ "The year before", "the night after": one from the day that the text has reached."""
        shift = self.words["ways"][p.get("way")][1]
        part = self._part_code(p.get("dp"))
        found = self._counted(self.words["units"].get(p.get("u"), "D"), shift, "narrative", c)
        return replace(found, type="TIME", value=f"{found.value}{part}") if part else found

    def _then(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", c.reached, "narrative") if c.reached else None


def _check(value: str) -> None:
    """Raises ValueError for a day that no month has; an open year counts as a leap year."""
    date.fromisoformat(reckoned(value).replace("XXXX", "2024"))


def _may_be_fresh(day: date, published: date | None) -> bool:
    """Whether a report that names a famous day without its year may mean the same day of its own year."""
    if published is None:
        return False
    return published < day or 0 <= (published - day.replace(year=published.year)).days <= _FRESH_DAYS


def _last_told(base: date, c: Context) -> date:
    """The day just told, if it is one of the week before ``base``: "arrived on Sunday ahead of Tuesday's talks"."""
    told = days_of(c.reached) if c.reached is not None and c.close else None
    return told[0] if told and told[0] == told[1] and 0 <= (base - told[0]).days < 7 else base


def _day_of_this_week(base: date, weekday: int, c: Context) -> date:
    """ "This Friday": the Friday of the week of ``base``, unless the tense puts it a week on or back."""
    day = date.fromisocalendar(*base.isocalendar()[:2], weekday)
    if c.tense == "future" and day < base:
        return day + timedelta(7)
    return day - timedelta(7) if c.tense == "told" and day > base else day
