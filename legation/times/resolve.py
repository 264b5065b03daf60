"""Phrase -> TIMEX3 type and value, counted from the publication day or from the day that the text has reached.

Every kind of phrase has one small function; a value that cannot be settled keeps X for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from legation.times.calendar import is_reckoned, original
from legation.times.context import Context, Reading
from legation.times.dated import Dates
from legation.times.grammar import Phrase
from legation.times.lengths import Lengths
from legation.times.periods import Periods
from legation.times.tables import Tables


class Resolver(Dates, Periods, Lengths):
    """The resolving functions by kind of phrase, over one language's tables."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.by_kind: dict[str, Callable[[Phrase, Context], Reading | None]] = {
            "iso": self._date,
            "dotted": self._date,
            "date": self._date,
            "dates": self._dates,
            "weekof": self._week_of,
            "slashed": self._slashed,
            "month": self._month,
            "months": self._months,
            "nthmonth": self._part_of_unit,
            "weekday": self._weekday,
            "weekdaypart": self._weekday,
            "weekdays": self._weekdays,
            "nthweekday": self._nth_weekday,
            "deictic": self._deictic,
            "daypart": self._daypart,
            "unit": self._unit,
            "days": self._unit,
            "daysame": self._same,
            "nthunit": self._nth_unit,
            "period": self._period,
            "beside": self._beside,
            "ago": self._ago,
            "vagueago": self._vague_ago,
            "prioryear": self._year_earlier,
            "sameperiod": self._same_period,
            "past": self._past,
            "unitsahead": self._vague,
            "duration": self._duration,
            "andhalf": self._duration,
            "halfunit": self._duration,
            "wholeunit": self._whole,
            "vagueunits": self._vague,
            "while": self._while,
            "year": self._year,
            "yearbc": self._year_bc,
            "yearspan": self._year_span,
            "decade": self._decade,
            "century": self._century,
            "season": self._season,
            "quarter": self._quarter,
            "periodof": self._period_of,
            "lastyears": self._last_years,
            "long": self._long,
            "monthday": self._month_day,
            "then": self._then,
            "latestperiod": self._latest_period,
            "yearend": self._year_end,
            "every": self._every,
            "rate": self._rate,
            "set": self._set,
            **dict.fromkeys(("clock", "clock24", "oclock"), self._clock),
            "noon": self._noon,
            "holiday": self._holiday,
            "ref": self._ref,
        }

    def read(self, phrase: Phrase, context: Context) -> Reading | None:
        """The meaning of a phrase, or None when its numbers are no date (31 June, week 60, year 0)."""
        try:
            found = self.by_kind[phrase.kind](phrase, context)
        except (ValueError, OverflowError):
            return None
        if found is None:
            return None
        if found.anchor == "narrative" and found.value and is_reckoned(context.reached or ""):
            found = replace(found, value=original(found.value))
        if phrase.get("fiscal") or phrase.get("fiscal2"):
            return replace(found, part="FISCAL")
        if found.part.isupper() or not (found.part or phrase.get("part")):
            return found
        return replace(found, part=self._part_of(found.part or phrase.get("part")))

    def _part_of(self, words: str) -> str:
        """Which part of a stretch words tell: "the very end of" -> "END"."""
        parts: dict[str, str] = self.words["parts"]
        return next((parts[word] for word in words.replace("-", " ").split() if word in parts), "")
