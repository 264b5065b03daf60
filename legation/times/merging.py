"""Neighbouring readings that are one expression: "10 p.m. Wednesday", "three years and two months", "3 to 5 May"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from legation.records import TimeExpression
from legation.times.context import Reading
from legation.times.grammar import Phrase

CLOCKS = frozenset({"clock", "clock24", "oclock", "noon"})
_DAYS = frozenset({"dates", "date", "days", "daysame", "monthday", "weekday", "deictic", "iso", "holiday", "daypart"})
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])")
_ORDERS = {"": "YMWD", "T": "HMS"}


class Merger:
    """Merges the readings of one text, by one language's words between them (table ``glue``)."""

    def __init__(self, text: str, glue: Mapping[str, str], days: Mapping[str, str]) -> None:
        self.text = text
        self.gaps = {
            name: re.compile(glue.get(name, "(?!)"), re.IGNORECASE) for name in ("date", "clock", "part", "and")
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
