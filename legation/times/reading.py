"""One reading of a text from one publication day: phrases in order, each resolved by what was reached before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legation.records import Sentence, TimeExpression
from legation.times.calendar import days_of, is_reckoned, reckoned
from legation.times.context import Context, Reading
from legation.times.grammar import Phrase, find_phrases
from legation.times.merging import CLOCKS, Merger, split_range
from legation.times.narrative import has_year, is_bound, is_history, with_years
from legation.times.resolve import Resolver
from legation.times.tables import Tables
from legation.times.tense import STOP, TenseReader
from legation.times.whens import make_when

_BOUND = re.compile(r"([^\W\d_]+)\s+$")
_TENSED = frozenset({"weekday", "weekdaypart", "date", "dates", "month", "season", "holiday", "quarter"})
NOTHING = Context(None, None, history=False, tense=None)
LEAD = 1000  # characters in which a full date can speak for an undated report
CLOSE = 300  # characters within which a year reached holds for a bare month of an undated report
FAR_DAYS = 180  # before the story's own time: another time that is only mentioned
NEAR = 600  # characters within which a year, month or quarter still holds


def read_times(
    text: str,
    day: date | None,
    tables: Tables,
    sentences: Sequence[Sentence] | None,
    day_first: bool = False,
    history: bool | None = None,
) -> list[TimeExpression]:
    """All time expressions of ``text`` as told on ``day`` (None: unknown)."""
    phrases = with_years(text, list(find_phrases(text, tables)), tables)
    if history is None:
        told = [p for p in phrases if not is_bound(text, p, tables.words["bounds"])]
        history = is_history(told, day, tables)
    reader = _Reader(text, day, tables, TenseReader(text, tables, sentences), history)
    reader.resolver.day_first = day_first
    if reader.history:
        reader.reached = next(((0, _year_value(p)) for p in phrases if has_year(p)), None)
    reader.written = _written_day(phrases, reader) if day is None else None
    readings = [(phrase, reader.read(phrase)) for phrase in phrases]
    kept = [(phrase, reading) for phrase, reading in readings if reading is not None]
    merger = Merger(text, tables.words["glue"], tables.words["units"])
    merged = merger.share_days(merger.merge(kept))
    return [time for p, r in merged for time in split_range(text, p, reader.express(p.start, p.end, r))]


def _year_value(phrase: Phrase) -> str:
    return reckoned(f"BC{int(phrase.get('ybc')):04d}") if phrase.get("ybc") else phrase.get("y")


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
        self.words = tables.words
        self.of_event = re.compile(tables.words["glue"].get("event", "(?!)"), re.IGNORECASE)
        self.first_day: str | None = None
        self.resolver = Resolver(tables)
        self.reached: tuple[int, str] | None = None
        self.quarter: tuple[int, str] | None = None
        self.story: tuple[int, str] | None = None  # the last settled date that writes no year
        self.finer: dict[int, tuple[int, str]] = {}
        self.written: date | None = None

    def read(self, phrase: Phrase) -> Reading | None:
        """The reading of the next phrase; settled dates become the day that the text has reached."""
        near = self.reached if self.reached and (self.history or phrase.start - self.reached[0] < NEAR) else None
        quarter = self.quarter
        tense = self.tenses.tense(phrase.start, phrase.end) if _needs_tense(phrase) else None
        context = Context(
            self.day,
            self._told(phrase, near),
            self.history,
            "future" if tense == "ahead" else tense,
            quarter[1] if quarter else None,
            tuple(value for _, value in sorted(self.finer.values(), reverse=True)) if near else (),
            self.written,
            self._word_before(phrase.start),
            self.reached is not None and phrase.start - self.reached[0] < CLOSE,
            self._day_one(near) if phrase.kind == "nthunit" and self.history else None,
            tense == "ahead",
        )
        reading = self.resolver.read(phrase, context)
        if reading is not None and self._hangs_on_event(phrase, context.before):
            return self._of_event(phrase, reading)
        if reading is not None:
            self._remember(phrase, reading)
        return reading

    def _told(self, phrase: Phrase, near: tuple[int, str] | None) -> str | None:
        """The day reached; for "the following month" that of the sentence before, not of a far year that it mentions.

        "In July he threatened the men held since October 2016. The following month ..." counts from July.
        """
        if near is None or self.story is None or self.history or phrase.kind != "unit":
            return near[1] if near else None
        told, (start, value) = days_of(near[1]), self.story
        days = days_of(value)
        beside = start < near[0] and not STOP.search(self.text, start, near[0])
        far = told and days and (days[0] - told[1]).days > FAR_DAYS
        counted = self.words["units"].get(phrase.get("u")) in ("D", "W", "M")
        return value if beside and far and counted else near[1]

    def _hangs_on_event(self, phrase: Phrase, before: str) -> bool:
        """ "The Monday after the vote", "the night before the raid": counted from what has no day here."""
        lead = {"weekday": before, "daypart": phrase.get("mod")}.get(phrase.kind, "")
        led = lead in self.words["relative"].get("article", ()) and not (phrase.kind == "weekday" and phrase.get("mod"))
        return led and self.of_event.match(self.text, phrase.end) is not None

    def _of_event(self, phrase: Phrase, reading: Reading) -> Reading:
        """The weekday or part of a day alone, which an event's day would settle."""
        number = self.words["weekdays"].get(phrase.get("wd").rstrip("."))
        _, clock, part = (reading.value or "").partition("T")
        value = "XXXX-XX-XX" if number is None else f"XXXX-WXX-{number}"
        return Reading(reading.type, value + clock + part, "event", weekday=number)

    def _day_one(self, near: tuple[int, str] | None) -> str | None:
        """The day from which "the third day" is counted: that of the last plain date, if it is one."""
        if self.first_day is None and near is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", near[1]):
            self.first_day = near[1]
        return self.first_day

    def _word_before(self, start: int) -> str:
        found = _BOUND.search(self.text, max(0, start - 12), start)
        return found.group(1).lower() if found else ""

    def _remember(self, phrase: Phrase, reading: Reading) -> None:
        value = reckoned((reading.value or "").split("/")[0])
        if reading.type not in ("DATE", "TIME") or days_of(value) is None or len(value) < 4:
            return
        if phrase.kind in CLOCKS or (phrase.kind == "iso" and is_reckoned(value)):
            return
        if not self.history and has_year(phrase) and is_bound(self.text, phrase, self.words["bounds"]):
            return
        if not has_year(phrase):
            self.story = (phrase.start, value)
        way = self.words["ways"].get(phrase.get("way"), ("", 0))[1]
        if way < 0 or (phrase.kind == "yearspan" and self.reached):
            return
        if way and self.words["units"].get(phrase.get("u")) in ("Y", "E", "C") and not self._is_soon(phrase):
            return
        if phrase.kind != "nthunit":
            self.first_day = None
        self.reached = (phrase.end, value)
        if len(value) in (7, 10) and "W" not in value and "Q" not in value:
            self.finer[len(value)] = (phrase.end, value)
        if re.fullmatch(r"\d{4}-Q\d", value) and phrase.kind == "quarter" and not _dated(phrase):
            self.quarter = (phrase.end, value)

    def _is_soon(self, phrase: Phrase) -> bool:
        return (self.resolver.number(phrase.get("n")) or 9) <= 2

    def express(self, start: int, end: int, reading: Reading) -> TimeExpression:
        """The record of a reading."""
        words = self.text[start:end]
        word = self._word_before(start) if reading.type == "DATE" else ""
        limit = "" if self.text[end : end + 1] in ("'", "’") else self.words["bounds"].get(word, "")
        when = make_when(reading, words, self.day, limit)
        mark = self.words["doubts"].get(word) or self.words["doubts"].get(words.partition(" ")[0].lower(), "")
        if mark and when.edtf and when.first is not None and "/" not in when.edtf and not limit:
            when = replace(when, edtf=when.edtf + mark)
        return TimeExpression(start, end, words, reading.type, reading.value, when)


def _dated(phrase: Phrase) -> bool:
    return not {"y", "ybc", "y0", "y2", "yrel", "yrel2"}.isdisjoint(phrase.slots)


def _needs_tense(phrase: Phrase) -> bool:
    if phrase.kind in ("duration", "unit", "latestperiod"):
        return True
    return phrase.kind in _TENSED and not (phrase.get("y") or phrase.get("mod"))
