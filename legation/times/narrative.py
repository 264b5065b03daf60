"""History told later: is a text one, and which year do its bare months and days belong to?

After the narrative mode of HeidelTime (Strötgen and Gertz 2013) and the WikiWars corpus (Mazur and Dale 2010), where
next to nothing hangs on the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from legation.times.grammar import Phrase
from legation.times.tables import Tables

WRITTEN_YEARS = frozenset({"date", "dates", "month", "year", "iso", "yearspan", "yearbc", "season"})
_OPEN = frozenset({"date", "dates", "month", "season"})
_TODAY = frozenset({"weekday", "weekdaypart", "deictic"})
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
MANY_YEARS = 6  # written years from which a text may also hold words of the present
FEW_YEARS = 2  # written years below which no text counts as history
FAR_YEARS = 2  # a year that far from publication is history


def has_year(phrase: Phrase) -> bool:
    """Whether a date writes its year in four digits, or before Christ."""
    year = phrase.get("y")
    return phrase.kind in WRITTEN_YEARS and ((len(year) == 4 and year.isdigit()) or bool(phrase.get("ybc")))


def year_written(phrase: Phrase) -> int:
    """The year that a date writes, negative before Christ."""
    return -int(phrase.get("ybc")) if phrase.get("ybc") else int(phrase.get("y"))


def is_history(phrases: Sequence[Phrase], day: date | None, tables: Tables) -> bool:
    """Whether most years that the text writes are far from the publication day: history told later."""
    years = [year_written(p) for p in phrases if has_year(p)]
    told = sum(_presence(p, tables) for p in phrases)
    if len(years) < FEW_YEARS or 5 * told > len(years) * (2 if day is None else 1) or not _opens_dated(phrases):
        return False
    if day is None:
        return len(years) >= MANY_YEARS and (max(years) - min(years) < 30 or len(years) > 10)
    far = sum(day.year - year >= FAR_YEARS for year in years)
    past = sum(day.year > year for year in years)
    return far > 0.7 * len(years) or (past > 0.8 * len(years) and len(years) > 10 and 6 * told < len(years))


def is_bound(text: str, phrase: Phrase, bounds: Mapping[str, str]) -> bool:
    """Whether a date only says since when a state or a comparison holds: "the lowest since November 2016"."""
    before = _LAST_WORD.search(text, max(0, phrase.start - 12), phrase.start)
    return before is not None and bounds.get(before[1].lower()) == "SINCE"


def _opens_dated(phrases: Sequence[Phrase]) -> bool:
    """Whether the first date of the text writes its year, as a story told far from its days must."""
    first = next((p for p in phrases if p.kind in WRITTEN_YEARS or p.kind in _TODAY), None)
    return first is not None and has_year(first)


def _presence(phrase: Phrase, tables: Tables) -> float:
    """How surely a phrase speaks of the day of publication: "on Monday" 1, "now" a half, "that week" not at all."""
    kind, mod = phrase.kind, phrase.get("mod")
    if kind == "unit" or (kind == "weekday" and mod):
        return float(tables.words["mods"].get(mod, ("narrative", 0))[0] == "published")
    if kind == "ago":
        return float(tables.words["ways"][phrase.get("way")][0] == "published")
    if kind == "ref" and phrase.get("w") in tables.words["relative"]["told"]:
        return 0.0
    if kind == "deictic":
        return 1.0 if tables.words["deictics"][phrase.get("w")][0] else 0.5
    return {"weekday": 1.0, "ref": 0.5}.get(kind, 0.0)


def with_years(text: str, phrases: Sequence[Phrase], tables: Tables) -> list[Phrase]:
    """ "From 1 April to 14 June 1982": the first date takes the year of the second."""
    joint = re.compile(tables.words["glue"].get("range", "(?!)"), re.IGNORECASE)
    found = list(phrases)
    for place in range(len(found) - 2, -1, -1):
        a, b = found[place], found[place + 1]
        year = "ybc" if b.get("ybc") else "y"
        open_year = a.kind in _OPEN and b.kind in _OPEN and not {"y", "ybc", "yrel", "mod"} & a.slots.keys()
        if open_year and b.get(year).isdigit() and joint.fullmatch(text[a.end : b.start]):
            later = _month(a, tables.words) > _month(b, tables.words)
            shift = 0 if not later else 1 if year == "ybc" else -1
            found[place] = a.with_slots(**{year: str(int(b.get(year)) + shift)})
    return found


def _month(phrase: Phrase, words: Mapping[str, Mapping[str, int | str]]) -> int:
    word = phrase.get("m").rstrip(".")
    if phrase.kind == "season":
        return {"SP": 4, "SU": 7, "FA": 10, "WI": 12}.get(str(words["seasons"].get(phrase.get("s"))), 0)
    return int(word) if word.isdigit() else int(words["months"].get(word, 0))
