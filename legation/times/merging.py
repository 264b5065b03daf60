"""Neighbouring readings that are one expression: "10 p.m. Wednesday", "three years and two months", "3 to 5 May"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from legation.records import TimeExpression
from legation.times.context import Reading
from legation.times.grammar import Phrase

CLOCKS = frozenset({"clock", "clock24", "oclock", "noon"})
_DAYS = frozenset({"dates", "date", "days", "daysame", "monthday", "weekday", "deictic", "iso", "holiday", "daypart"})
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):\d\d(Z?)")
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])")
_ORDERS = {"": "YMWD", "T": "HMS"}


class Merger:
    """Merges the readings of one text, by one language's words between them (table ``glue``)."""

    def __init__(self, text: str, glue: Mapping[str, str], days: Mapping[str, str]) -> None:
        self.text = text
        self.gaps = {
            name: re.compile(glue.get(name, "(?!)"), re.IGNORECASE)
            for name in ("date", "clock", "part", "and", "also", "after_also")
        }
        self.closely = re.compile(glue.get("closely", "(?!)"), re.IGNORECASE)
        self.units = days

    def merge(self, readings: list[tuple[Phrase, Reading]]) -> list[tuple[Phrase, Reading]]:
        """ "10 p.m. Wednesday", "Friday at noon", "the morning of 22 June": one TIME."""
        found: list[tuple[Phrase, Reading]] = []
        for phrase, reading in readings:
            one = self._joined(*found[-1], phrase, reading) if found else None
            if one is not None:
                found[-1] = one
            else:
                found.append((phrase, reading))
        return found

    def share_days(self, readings: list[tuple[Phrase, Reading]]) -> list[tuple[Phrase, Reading]]:
        """ "9:15 a.m. local time (0515 GMT) Monday": one moment told by two clocks; both take the day told beside."""
        found = list(readings)
        for place in range(1, len(found)):
            (a, first), (b, second) = found[place - 1], found[place]
            if (
                second.type != "TIME"
                or b.kind not in CLOCKS
                or not self.gaps["also"].fullmatch(self.text[a.end : b.start])
            ):
                continue
            if first.type == "TIME" and a.kind in CLOCKS and place + 1 < len(found):
                c, third = found[place + 1]
                if third.type != "DATE" or not self._is_day(c) or not self._follows(b, c):
                    continue
                first = _on_day(first, third)
                found[place - 1] = a, first
            elif a.kind != "merged" or "T" not in (first.value or ""):
                continue
            found[place] = b, _same_moment(first, second)
        return found

    def _follows(self, b: Phrase, c: Phrase) -> bool:
        return bool(self.gaps["after_also"].fullmatch(self.text[b.end : c.start]))

    def _joined(self, a: Phrase, first: Reading, b: Phrase, second: Reading) -> tuple[Phrase, Reading] | None:
        gap = self.text[a.end : b.start]
        if len(gap) > 20:
            return None
        if a.kind == b.kind == "duration":
            return _sum(a, first, b, second) if self.gaps["and"].fullmatch(gap) else None
        whole = Phrase(a.start, b.end, "merged", a.slots | b.slots)
        if first.type == "TIME" and second.type == "DATE" and self._is_day(b) and self.gaps["date"].fullmatch(gap):
            at_once = a.kind in CLOCKS or (a.kind == "daypart" and "w" in a.slots)
            if not at_once and not self.closely.fullmatch(gap.strip()):
                return None
            clock = (first.value or "").partition("T")[2]
            day = (second.value or "").split("/")[0]
            return whole, Reading("TIME", f"{day}T{clock}", second.anchor, weekday=second.weekday)
        late = b.kind in ("merged", "daypart")
        if a.kind in CLOCKS and second.type == "TIME" and late and self.gaps["part"].fullmatch(gap):
            return whole, Reading("TIME", _clock_of_part(first.value or "", second.value or ""), second.anchor)
        if a.kind in _DAYS and first.type == "DATE" and b.kind in CLOCKS and self.gaps["clock"].fullmatch(gap):
            clock = (second.value or "").partition("T")[2]
            return whole, Reading("TIME", f"{first.value}T{clock}", first.anchor, weekday=first.weekday)
        return None

    def _is_day(self, phrase: Phrase) -> bool:
        return phrase.kind in _DAYS or (phrase.kind == "unit" and self.units.get(phrase.get("u")) == "D")


def _on_day(time: Reading, day: Reading) -> Reading:
    """A clock time on another day."""
    value = f"{(day.value or '').split('/')[0]}T{(time.value or '').partition('T')[2]}"
    return Reading("TIME", value, day.anchor, weekday=day.weekday)


def _same_moment(local: Reading, other: Reading) -> Reading:
    """The second clock's time on the day of the first; in Greenwich it may be the day before or after."""
    moved = _on_day(other, replace(local, value=(local.value or "").partition("T")[0]))
    here, there = _CLOCK.fullmatch(local.value or ""), _CLOCK.fullmatch(moved.value or "")
    if here is None or there is None or not there[3] or here[3]:
        return moved
    hours = int(here[2]) - int(there[2])
    shift = -1 if hours < -12 else 1 if hours > 14 else 0
    return replace(moved, value=f"{date.fromisoformat(there[1]) + timedelta(shift)}T{(moved.value or '')[11:]}")


def split_range(text: str, phrase: Phrase, time: TimeExpression) -> list[TimeExpression]:
    """A range as two expressions with a value each and the days of the whole; "2012-13", one season, stays one."""
    low, _, high = (time.value or "").partition("/")
    near = phrase.kind == "yearspan" and int(high or 0) - int(low or 0) == 1
    if not high or phrase.cut is None or near:
        return [time]
    end, start = phrase.cut
    first = replace(time, end=end, text=text[time.start : end], value=low)
    return [first, replace(time, start=start, text=text[start : time.end], value=high)]


def _sum(a: Phrase, first: Reading, b: Phrase, second: Reading) -> tuple[Phrase, Reading] | None:
    """ "Three years and two months": one length."""
    long, short = _LENGTH.fullmatch(first.value or ""), _LENGTH.fullmatch(second.value or "")
    if long is None or short is None or not long[1] <= short[1] or (long[1], long[3]) == (short[1], short[3]):
        return None
    if long[1] == short[1] and _ORDERS[long[1]].index(long[3]) >= _ORDERS[long[1]].index(short[3]):
        return None
    tail = f"{short[2]}{short[3]}" if long[1] == short[1] else f"T{short[2]}{short[3]}"
    return Phrase(a.start, b.end, "merged", a.slots | b.slots), replace(first, value=f"{first.value}{tail}", span=None)


def _clock_of_part(clock: str, part: str) -> str:
    """ "4:15" and "the afternoon of 9 April": 16:15 of that day."""
    day, _, name = part.partition("T")
    hour, _, rest = clock.partition("T")[2].partition(":")
    late = name in ("AF", "EV", "NI") and hour.isdigit() and 3 < int(hour) < 12
    return f"{day}T{int(hour) + 12 if late else hour}:{rest}"
