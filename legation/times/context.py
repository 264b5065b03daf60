"""What a phrase is resolved against, what comes out, and the counting that all kinds of phrases share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.records import Anchor, TimeType
from legation.times.calendar import days_of, unit_value
from legation.times.grammar import Phrase
from legation.times.numbers import number_of
from legation.times.tables import Tables
from legation.times.tense import Tense


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
    day and month reached, ``written`` the last full date of an undated text, ``before`` the word before the phrase,
    ``close`` whether the reached date stands next to it, ``first_day`` the day from which "the third day" is counted,
    ``ahead`` whether it follows what its sentence tells ("arrived on Sunday ahead of Tuesday's talks").
    Years before Christ are ``calendar.reckoned``."""

    published: date | None
    reached: str | None
    history: bool
    tense: Tense
    quarter: str | None = None
    finer: tuple[str, ...] = ()
    written: date | None = None
    before: str = ""
    close: bool = False
    first_day: str | None = None
    ahead: bool = False

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


class Counting:
    """Counts years, months and other units from the anchor that a phrase suggests, with one language's words."""

    def __init__(self, tables: Tables) -> None:
        self.words = tables.words
        self.day_first = False

    def _moved_month(self, month: int, mod: str, c: Context) -> Reading:
        kind, shift = self._mod(mod)
        kind = "narrative" if c.history else kind
        base = c.base(kind)
        reach = days_of(base) if base else None
        if reach is None:
            return Reading("DATE", f"XXXX-{month:02d}", "published")
        now = reach[0]
        year = now.year
        if shift < 0:
            year -= month >= now.month
        elif shift > 0:
            year += month <= now.month
        return Reading("DATE", f"{year}-{month:02d}", c.anchor_of(kind))

    def _mod(self, words: str, default: str = "narrative") -> tuple[str, int]:
        """What a modifier counts from, and which way: "the previous" -> narrative, -1."""
        kind, shift = self.words["mods"].get(words, (default, 0))
        return kind, shift

    def _month_number(self, word: str) -> int:
        return int(word) if word.isdigit() else int(self.words["months"][word.rstrip(".")])

    def _day_number(self, word: str) -> int:
        digits = re.match(r"\d+", word)
        return int(digits.group()) if digits else int(self.words["ordinals"][word])

    def _year_of(self, p: Phrase, c: Context, month: int, day: int | None = None) -> tuple[str, Anchor]:
        """The year as written, else counted from the anchor that the text suggests."""
        if p.get("ybc"):
            return f"BC{int(p.get('ybc')):04d}", "absolute"
        if p.get("y"):
            return self._year_digits(p.get("y")), "absolute"
        if p.get("yrel"):
            return self._relative_year(p.get("yrel"), c)
        if c.written is not None and not c.history:
            return f"{_nearest_year(c.written, month, day, c.tense):04d}", "narrative"
        if c.reached is not None and (c.history or (c.published is None and c.close and _goes_on(c.reached, month))):
            return _narrative_year(c.reached, month), "narrative"
        if c.published is None:
            return "XXXX", "published"
        return f"{_nearest_year(c.published, month, day, c.tense):04d}", "published"

    def _year_digits(self, words: str) -> str:
        if words.isdigit():
            return words
        if words[1:].isdigit():  # '98
            return ("19" if int(words[1:]) > 29 else "20") + words[1:]
        numbers = self.words["numbers"]
        told = [word for word in re.split(r"[ -]+", words) if word in numbers]
        if 12 < numbers[told[0]] < 21:
            return str(numbers[told[0]] * 100 + round(self.number(" ".join(told[1:])) or 0))
        return f"{round(self.number(' '.join(told)) or 0):04d}"

    def number(self, words: str) -> float | None:
        """The number that digits or words say, by the language's number words."""
        return number_of(words, self.words["numbers"], self.words["number_words"])

    def _relative_year(self, words: str, c: Context) -> tuple[str, Anchor]:
        kind, shift = self.words["year_words"].get(words, ("narrative", 0))
        base = c.base(kind)
        reach = days_of(base) if base else None
        return (f"{reach[0].year + shift:04d}" if reach else "XXXX"), c.anchor_of(kind)

    def _part_code(self, words: str) -> str:
        """ "late night" -> "TNI"."""
        codes = self.words["dayparts"] | self.words["daypart_sets"]
        found = [codes[word] for word in (words, *reversed(re.split(r"[ -]", words))) if word in codes]
        return f"T{found[0]}" if found else ""

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
            return Reading("DATE", _open_value(unit, base or ""), anchor)
        return Reading("DATE", unit_value(unit, reach[0], shift), anchor)


def _goes_on(reached: str, month: int) -> bool:
    """Whether a bare month can carry on from the month that an undated text has reached."""
    return reached[4:5] == "-" and reached[5:7].isdigit() and month >= int(reached[5:7])


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
        return published.year + 1 if gap < -1 else published.year
    if gap > 4 and tense != "future":
        return published.year - 1
    if gap < -6 and tense != "past":
        return published.year + 1
    return published.year


def _unknown(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _open_value(unit: str, base: str) -> str:
    """The value of a day, week or month that is only known to lie in the year or month ``base``."""
    if unit == "D":
        month = base[5:7] if len(base) == 7 and base[5:].isdigit() else ""
        return f"{base}-XX" if month or len(base) == 4 else f"{base[:4]}-XX-XX"
    return f"{base[:4]}-XX" if unit in ("M", "W") else base[:4]


def _within(value: str, reach: tuple[date, date, str]) -> bool:
    days = days_of(value)
    return days is not None and reach[0] <= days[0] and days[1] <= reach[1]


def _too_coarse(unit: str, reach: tuple[date, date, str]) -> bool:
    """Whether the anchor spans more than the unit that is counted: "two days later" after "in May"."""
    length = (reach[1] - reach[0]).days
    return length >= {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 93}.get(unit, 4000)
