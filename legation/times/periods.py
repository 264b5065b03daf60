"""Weeks, months, quarters, seasons, years, decades and their neighbours -> values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from legation.times.calendar import days_of, unit_value
from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase
from legation.times.numbers import duration_value
from legation.times.tense import Tense

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


class Periods(Counting):
    """Phrases that name a stretch of the calendar."""

    def _unit(self, p: Phrase, c: Context) -> Reading | None:
        mod, relative = p.get("mod"), self.words["relative"]
        unit = self.words["units"][p.get("u")]
        kind, shift = self._mod(mod)
        if mod in relative["past_stretch"] and unit != "WE" and not (c.history and mod in relative["final"]):
            return Reading("DURATION", duration_value(1, unit), "published", span=None if c.history else (1, unit, -1))
        if mod in relative["next_stretch"] and unit == "TH":
            return Reading("DURATION", duration_value(1, unit), "published", span=None if c.history else (1, unit, 1))
        if mod in relative["article"] and unit == "Q" and not c.history:
            return self._latest_period(p, c)
        if mod in relative["current"] and unit != "Q" and not c.history:
            kind = "published"
        if mod in relative["article"] and unit == "WE" and c.published and not c.history:
            shift = -1 if c.tense != "future" and c.published.isoweekday() < 6 else 0
            return self._counted("WE", shift, "published", c)
        if (unit, kind, shift) == ("WE", "published", 0) and _is_over(c):
            return self._counted("WE", -1, kind, c)
        if unit.startswith("T"):
            return Reading("DURATION", duration_value(1, unit), "none")
        if c.history and unit == "D" and (kind, shift) == ("published", 0):
            return Reading("DATE", "PRESENT_REF", "published")
        found = self._counted(unit, shift, kind, c)
        if (unit, kind, shift) == ("W", "published", -1) and not p.get("part") and _is_on_sunday(c):
            return replace(found, part="SUNDAY")
        untold = unit == "D" and kind == "narrative" and mod not in relative["current"] and not (c.reached or c.history)
        return replace(found, part="UNTOLD") if untold else found

    def _part_of_unit(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative" if c.history else "published", c)

    def _same(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative", c)

    def _nth_unit(self, p: Phrase, c: Context) -> Reading | None:
        """ "The third day of talks": counted from the first day where the story tells it, else left open."""
        order = self._order(p.get("q") or p.get("n"))
        if c.first_day is not None and days_of(c.first_day) is not None:
            return Reading("DATE", unit_value("D", date.fromisoformat(c.first_day), order - 1), "narrative")
        if c.published is None or c.history:
            return Reading("DATE", "XXXX-XX-XX", "none") if c.history else None
        return Reading("DATE", c.published.isoformat(), "published", part="ABOUT")

    def _order(self, word: str) -> int:
        """The number of "third", "3rd", "three" or "3"."""
        if word[:1].isdigit():
            return self._day_number(word)
        found = self.words["ordinals"].get(word) or self.number(word)
        return int(found or 0)

    def _ago(self, p: Phrase, c: Context) -> Reading | None:
        unit, count = self.words["units"][p.get("u")], self.number(p.get("n"))
        kind, way = self.words["ways"][p.get("way")]
        back = way < 0
        kind = "narrative" if c.history else kind
        if unit == "F":
            unit, count = "W", (count or 1) * 2
        if p.get("half"):
            count = (count or 1) + 0.5
        if count is None:
            return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", "published" if kind == "published" else "none")
        if unit.startswith("T"):
            return self._hours_off(count if not back else -count, unit, kind, c)
        if unit == "Y" and back and count == 1 and c.quarter:
            return Reading("DATE", f"{int(c.quarter[:4]) - 1}{c.quarter[4:]}", "narrative")
        if count != int(count):
            unit, count = ("M", count * 12) if unit == "Y" else (unit, count)
        return self._counted(unit, round(-count if back else count), kind, c)

    def _hours_off(self, count: float, unit: str, kind: str, c: Context) -> Reading:
        clock = _CLOCK.fullmatch(c.reached or "") if c.history else None
        if clock is not None:
            minutes = count * {"TH": 60, "TM": 1, "TS": 1 / 60}[unit]
            when = datetime.fromisoformat(clock[0].replace("T24:", "T00:")) + timedelta(
                days=clock[0].count("T24:"), minutes=minutes
            )
            return Reading("TIME", when.isoformat(timespec="minutes"), "narrative")
        if kind == "narrative" or c.published is None:
            return Reading("DURATION", duration_value(abs(count), unit), c.anchor_of(kind))
        days = int(abs(count) // 24) if unit == "TH" else 0
        if days:
            return Reading("DATE", unit_value("D", c.published, days if count > 0 else -days), "published")
        return Reading("TIME", c.published.isoformat(), "published")

    def _vague_ago(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", "FUTURE_REF" if self.words["ways"][p.get("way")][1] > 0 else "PAST_REF", "none")

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
        if p.get("ybc"):
            return Reading("DATE", f"BC{int(p.get('ybc')):04d}")
        return Reading("DATE", self._year_digits(p.get("y")))

    def _year_bc(self, p: Phrase, c: Context) -> Reading | None:
        year = p.get("ybc") or p.get("y")
        if not int(year):
            return None
        if p.get("y2"):
            return (
                Reading("DATE", f"BC{int(year):04d}/BC{int(p.get('y2')):04d}") if int(year) > int(p.get("y2")) else None
            )
        return Reading("DATE", f"{'BC' if p.get('ybc') else ''}{int(year):04d}")

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
        if p.get("bc"):
            return Reading("DATE", f"BC{number - 1:02d}") if number else None
        return Reading("DATE", f"{number - 1:02d}") if number else None

    def _season(self, p: Phrase, c: Context) -> Reading | None:
        if p.get("sets"):
            return Reading("SET", f"XXXX-{self.words['season_sets'][p.get('sets')]}", "none")
        code = self.words["seasons"][p.get("s")]
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code]
        part = p.get("part") or p.get("early")
        kind, shift = self._mod(p.get("mod"))
        if shift and not p.get("y"):
            found = self._moved_month(middle, p.get("mod"), c)
            year, anchor = (found.value or "XXXX")[:4], found.anchor
        elif kind == "published" and c.published and not p.get("y") and not c.history:
            year, anchor = str(c.published.year), "published"
        else:
            year, anchor = self._year_of(p, c, middle)
        return Reading("DATE", f"{year}-{code}", anchor, part=part.strip())

    def _quarter(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("q")
        letter = word[0].upper() if word[1:].isdigit() else self.words["relative"]["letters"][p.get("what")]
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
            year, anchor = (
                str(_quarter_year(c.published, order * (3 if letter == "Q" else 6) - 2, c.tense)),
                "published",
            )
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
        shift, unit = self._mod(p.get("yrel"))[1], self.words["units"][p.get("u")]
        if c.quarter and c.published and unit == "Y":
            return Reading("DATE", f"{c.published.year + shift}{c.quarter[4:]}", "published")
        return self._counted(unit, shift, "published", c)

    def _year_end(self, p: Phrase, c: Context) -> Reading | None:
        base = c.base("narrative" if c.history else "published")
        return Reading("DATE", (base[:4] if base else "XXXX") + ("-12-31" if "-" in p.get("w") else ""), "published")


def _is_on_sunday(c: Context) -> bool:
    """Whether "last week" may be the week that ends on the day of publication."""
    return c.published is not None and not c.history and c.published.isoweekday() == 7


def _is_over(c: Context) -> bool:
    """Whether "this weekend" is the last one: told as past in the first days of a week."""
    return c.published is not None and not c.history and c.tense in ("past", "told") and c.published.isoweekday() < 5


def _quarter_year(published: date, month: int, tense: Tense) -> int:
    """The year of a bare quarter or half that begins in ``month``: the latest begun, or the next where it is ahead."""
    if month > published.month:
        return published.year if tense == "future" or month - published.month < 3 else published.year - 1
    return published.year + (tense == "future" and published.month - month > 8)
