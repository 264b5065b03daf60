"""Weeks, months, quarters, seasons, years, decades and their neighbours -> values."""

from __future__ import annotations

from datetime import date

from legation.times.calendar import unit_value
from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase
from legation.times.numbers import duration_value, number_of
from legation.times.tense import Tense

_LETTERS = {"quarter": "Q", "half": "H"}


class Periods(Counting):
    """Phrases that name a stretch of the calendar."""

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

    def _part_of_unit(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative" if c.history else "published", c)

    def _same(self, p: Phrase, c: Context) -> Reading | None:
        return self._counted(self.words["units"][p.get("u")], 0, "narrative", c)

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
        shift = {"last": -1, "next": 1}.get(p.get("yrel"), 0)
        if c.quarter and c.published and p.get("u") == "year":
            return Reading("DATE", f"{c.published.year + shift}{c.quarter[4:]}", "published")
        return self._counted(self.words["units"][p.get("u")], shift, "published", c)

    def _year_end(self, p: Phrase, c: Context) -> Reading | None:
        base = c.base("published")
        return Reading("DATE", (base[:4] if base else "XXXX") + ("-12-31" if "-" in p.get("w") else ""), "published")


def _quarter_year(published: date, month: int, tense: Tense) -> int:
    """The year of a bare quarter or half that begins in ``month``: the latest begun, or the next where it is ahead."""
    if month > published.month:
        return published.year if tense == "future" or month - published.month < 3 else published.year - 1
    return published.year + (tense == "future" and published.month - month > 8)
