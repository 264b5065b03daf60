"""One reading of a text from one publication day: phrases in order, each resolved by what was reached before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legation.records import Sentence, TimeExpression
from legation.times.calendar import days_of
from legation.times.context import Context, Reading
from legation.times.grammar import Phrase, find_phrases
from legation.times.resolve import Resolver
from legation.times.tables import Tables
from legation.times.tense import TenseReader
from legation.times.whens import make_when

_CLOCKS = frozenset({"clock", "clock24", "oclock", "noon"})
_DAYS = frozenset({"dates", "date", "days", "daysame", "monthday", "weekday", "deictic", "iso", "holiday", "daypart"})
_TO_DATE = re.compile(r",?\s+(?:(?:on|of)\s+)?(?:the\s+)?")
_TO_CLOCK = re.compile(r",?\s+(?:at\s+)?")
_AND = re.compile(r",?\s+and\s+")
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])")
_ORDERS = {"": "YMWD", "T": "HMS"}
_TO_PART = re.compile(r",?\s+(?:(?:on|in|at)\s+)?")
_BOUND = re.compile(r"([A-Za-z]+)\s+$")
_TENSED = frozenset({"weekday", "weekdaypart", "date", "dates", "month", "season", "holiday", "quarter"})
_WRITTEN_YEARS = frozenset({"date", "dates", "month", "year", "iso", "yearspan"})
NOTHING = Context(None, None, history=False, tense=None)
_SOON = frozenset({"a", "one", "two", "1", "2"})
LEAD = 1000  # characters in which a full date can speak for an undated report
CLOSE = 300  # characters within which a year reached holds for a bare month of an undated report
NEAR = 600  # characters within which a year, month or quarter still holds
MANY_YEARS = 6  # written years below which no text counts as history
FAR_YEARS = 2  # a year that far from publication is history


def read_times(
    text: str, day: date | None, tables: Tables, sentences: Sequence[Sentence] | None, day_first: bool = False
) -> list[TimeExpression]:
    """All time expressions of ``text`` as told on ``day`` (None: unknown)."""
    phrases = list(find_phrases(text, tables))
    reader = _Reader(text, day, tables, TenseReader(text, tables, sentences), is_history(phrases, day))
    reader.resolver.day_first = day_first
    if reader.history:
        reader.reached = next(((0, p.get("y")) for p in phrases if _has_year(p)), None)
    reader.written = _written_day(phrases, reader) if day is None else None
    readings = [(phrase, reader.read(phrase)) for phrase in phrases]
    kept = [(phrase, reading) for phrase, reading in readings if reading is not None]
    return [time for p, r in _merged(text, kept) for time in _parts(text, p, reader.express(p.start, p.end, r))]


def _has_year(phrase: Phrase) -> bool:
    """Whether a date writes its year in four digits."""
    return phrase.kind in _WRITTEN_YEARS and len(phrase.get("y")) == 4 and phrase.get("y").isdigit()


def is_history(phrases: Sequence[Phrase], day: date | None) -> bool:
    """Whether most years that the text writes are far from the publication day: history told later."""
    years = [int(p.get("y")) for p in phrases if _has_year(p)]
    told = sum(p.kind in ("deictic", "weekday", "ref") or p.get("way") == "ago" for p in phrases)
    if len(years) < MANY_YEARS or 2 * told > len(years):
        return False
    if day is None:
        return max(years) - min(years) < 30 or len(years) > 10
    return sum(day.year - year >= FAR_YEARS for year in years) > 0.7 * len(years)


def _written_day(phrases: Sequence[Phrase], reader: _Reader) -> date | None:
    """The last of the full dates that an undated text writes, if all are of one year and its lead has one.

    A date of the background ("the attack of 7 October 2023") says nothing about the report's own year.
    """
    full = [p for p in phrases if p.kind in ("date", "iso", "dotted") and p.get("y")]
    found = [reading for p in full if (reading := reader.resolver.read(p, NOTHING)) is not None]
    days = sorted(days[0] for reading in found if (days := days_of((reading.value or "")[:10])) is not None)
    if not full or full[0].start > LEAD:
        return None
    return days[-1] if days and days[0].year == days[-1].year else None


class _Reader:
    """Walks through a text and remembers the last settled date and the last quarter."""

    def __init__(self, text: str, day: date | None, tables: Tables, tenses: TenseReader, history: bool) -> None:
        self.text, self.day, self.tenses, self.history = text, day, tenses, history
        self.bounds = tables.words["bounds"]
        self.resolver = Resolver(tables)
        self.reached: tuple[int, str] | None = None
        self.quarter: tuple[int, str] | None = None
        self.finer: dict[int, tuple[int, str]] = {}
        self.written: date | None = None

    def read(self, phrase: Phrase) -> Reading | None:
        """The reading of the next phrase; settled dates become the day that the text has reached."""
        near = self.reached if self.reached and (self.history or phrase.start - self.reached[0] < NEAR) else None
        quarter = self.quarter
        context = Context(
            self.day,
            near[1] if near else None,
            self.history,
            self.tenses.tense(phrase.start, phrase.end) if _needs_tense(phrase) else None,
            quarter[1] if quarter else None,
            tuple(value for _, value in sorted(self.finer.values(), reverse=True)) if near else (),
            self.written,
            self._word_before(phrase.start),
            self.reached is not None and phrase.start - self.reached[0] < CLOSE,
        )
        reading = self.resolver.read(phrase, context)
        if reading is not None:
            self._remember(phrase, reading)
        return reading

    def _word_before(self, start: int) -> str:
        found = _BOUND.search(self.text, max(0, start - 12), start)
        return found.group(1).lower() if found else ""

    def _remember(self, phrase: Phrase, reading: Reading) -> None:
        value = (reading.value or "").split("/")[0]
        if reading.type not in ("DATE", "TIME") or days_of(value) is None or len(value) < 4:
            return
        if phrase.kind in _CLOCKS:
            return
        if phrase.get("way") in ("ago", "earlier", "before") or (phrase.kind == "yearspan" and self.reached):
            return
        if phrase.get("way") and phrase.get("u").startswith(("year", "decade")) and phrase.get("n") not in _SOON:
            return
        self.reached = (phrase.end, value)
        if len(value) in (7, 10) and "W" not in value and "Q" not in value:
            self.finer[len(value)] = (phrase.end, value)
        if re.fullmatch(r"\d{4}-Q\d", value) and phrase.kind == "quarter" and not _dated(phrase):
            self.quarter = (phrase.end, value)

    def express(self, start: int, end: int, reading: Reading) -> TimeExpression:
        """The record of a reading."""
        words = self.text[start:end]
        word = self._word_before(start) if reading.type == "DATE" else ""
        limit = "" if self.text[end : end + 2] in ("'s", "’s") else self.bounds.get(word, "")
        return TimeExpression(
            start, end, words, reading.type, reading.value, make_when(reading, words, self.day, limit)
        )


def _dated(phrase: Phrase) -> bool:
    return any(phrase.get(slot) for slot in ("y", "y0", "y2", "yrel", "yrel2"))


def _is_day(phrase: Phrase) -> bool:
    return phrase.kind in _DAYS or (phrase.kind == "unit" and phrase.get("u") == "day")


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


def _parts(text: str, phrase: Phrase, time: TimeExpression) -> list[TimeExpression]:
    """A range as two expressions with a value each and the days of the whole; "2012-13", one season, stays one."""
    low, _, high = (time.value or "").partition("/")
    near = phrase.kind == "yearspan" and int(high or 0) - int(low or 0) == 1
    if not high or phrase.cut is None or near:
        return [time]
    end, start = phrase.cut
    first = replace(time, end=end, text=text[time.start : end], value=low)
    return [first, replace(time, start=start, text=text[start : time.end], value=high)]


def _needs_tense(phrase: Phrase) -> bool:
    if phrase.kind == "duration":
        return True
    if phrase.kind in ("unit", "latestperiod"):
        return phrase.get("u") in ("weekend", "quarter") or phrase.kind == "latestperiod"
    return phrase.kind in _TENSED and not (phrase.get("y") or phrase.get("mod"))


def _merged(text: str, readings: list[tuple[Phrase, Reading]]) -> list[tuple[Phrase, Reading]]:
    """ "10 p.m. Wednesday", "Friday at noon", "the morning of 22 June": one TIME."""
    found: list[tuple[Phrase, Reading]] = []
    for phrase, reading in readings:
        one = _joined(text, *found[-1], phrase, reading) if found else None
        if one is not None:
            found[-1] = one
        else:
            found.append((phrase, reading))
    return found


def _joined(text: str, a: Phrase, first: Reading, b: Phrase, second: Reading) -> tuple[Phrase, Reading] | None:
    gap = text[a.end : b.start]
    if a.kind == b.kind == "duration":
        return _sum(a, first, b, second) if _AND.fullmatch(gap) else None
    whole = Phrase(a.start, b.end, "merged", a.slots | b.slots)
    if first.type == "TIME" and second.type == "DATE" and _is_day(b) and _TO_DATE.fullmatch(gap):
        if a.kind not in _CLOCKS and gap.strip() not in ("of", "on"):
            return None
        if a.kind == "merged" and gap.strip() != "of":
            return None
        clock = (first.value or "").partition("T")[2]
        return whole, Reading(
            "TIME", f"{(second.value or '').split('/')[0]}T{clock}", second.anchor, weekday=second.weekday
        )
    if a.kind in _CLOCKS and second.type == "TIME" and b.kind in ("merged", "daypart") and _TO_PART.fullmatch(gap):
        return whole, Reading("TIME", _clock_of_part(first.value or "", second.value or ""), second.anchor)
    if a.kind in _DAYS and first.type == "DATE" and b.kind in _CLOCKS and _TO_CLOCK.fullmatch(gap):
        clock = (second.value or "").partition("T")[2]
        return whole, Reading("TIME", f"{first.value}T{clock}", first.anchor, weekday=first.weekday)
    return None
