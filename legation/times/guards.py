"""What is not a time though it looks like one: prices, percentages, scores, names, verbs.

A guard sees the phrase and its neighbours and refuses; then the next longest phrase at that place is tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from legation.times.tables import Tables

_BEFORE = re.compile(r"([^\W\d_]+|\d+|[^\w\s])\s*$")
_AFTER = re.compile(r"\s*([^\W\d_]+|\d+|[^\w\s])")

_LINKS = frozenset("-/_")  # both sides: a piece of an address or of a file name
_OPENING = frozenset('“‘"')
Slots = dict[str, str]


class Guard:
    """The guards of one text."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = text
        self.tables = tables
        guards = tables.words["guards"]
        self.lists: dict[str, Any] = defaultdict(frozenset, {k: frozenset(v) for k, v in guards.items()})
        glue = tables.words["glue"]
        self.unit_after = re.compile(glue.get("percent", "%"), re.IGNORECASE)
        self.plural_after = re.compile(glue.get("plural", "(?!)"))
        self.age_after = re.compile(glue.get("age", "(?!)"), re.IGNORECASE)
        self.glued_after = re.compile(glue.get("glued", "(?!)"), re.IGNORECASE)
        self.idiom = re.compile(glue.get("idiom", "(?!)"), re.IGNORECASE)
        self.units: dict[str, str] = tables.words["units"]
        self.by_kind: dict[str, Callable[[Slots, int, int], bool]] = {
            "month": self._month,
            "date": self._month_word,
            "dates": self._month_word,
            "weekday": self._weekday,
            "season": self._season,
            "year": self._year,
            "yearspan": self._year_span,
            "clock24": self._clock,
            "slashed": self._plain_number,
            "dotted": self._plain_number,
            "ref": self._ref,
            "set": self._set,
            "duration": self._duration,
            "ago": self._ago,
            "vagueunits": self._vague_units,
            "unit": self._unit,
            "days": lambda slots, start, end: slots["mod"] not in self.lists["articles"],
            "quarter": self._quarter,
            "every": self._every,
            "halfunit": self._half,
            "monthday": self._month_day,
            "nthunit": self._nth_unit,
            "past": self._past,
            "deictic": self._deictic,
            "beside": lambda slots, start, end: not self.after(end)[:1].isalnum(),
            "holiday": self._holiday,
            "then": lambda slots, start, end: (
                self.before(start).lower() in self.lists["before_then"] and self.text[end : end + 1] != "-"
            ),
            "daypart": self._deictic,
            "nthmonth": self._part_of_unit,
        }

    def allows(self, kind: str, slots: Slots, start: int, end: int) -> bool:
        """Whether the phrase at ``start:end`` may be a time."""
        if self.unit_after.match(self.text, end) or self.text[start - 1 : start] in self.lists["money"]:
            return False
        if (
            self.text[start - 1 : start] in _LINKS
            and self.text[end : end + 1] in _LINKS
            and start
            and end < len(self.text)
        ):
            return False
        check = self.by_kind.get(kind)
        return check is None or check(slots, start, end)

    def before(self, start: int) -> str:
        """The word or sign before ``start``, as written; empty at the beginning of the text."""
        match = _BEFORE.search(self.text, max(0, start - 40), start)
        return match.group(1) if match else ""

    def after(self, end: int) -> str:
        """The word or sign after ``end``, as written."""
        match = _AFTER.match(self.text, end, end + 40)
        return match.group(1) if match else ""

    def _spelled(self, word: str, start: int, end: int) -> str:
        """``word`` of the phrase as the text writes it."""
        low = self.text[start:end].lower().find(word)
        return self.text[start + low : start + low + len(word)] if low >= 0 else word

    def _month_word(self, slots: Slots, start: int, end: int) -> bool:
        written, after = self._spelled(slots["m"], start, end), self.after(end)
        if self._is_part_of_name(slots, end):
            return False
        if after[:1].isupper() and after.lower() in self.lists["named_after"] and "y" not in slots:
            return False
        if written[:1].isupper():
            return True
        return len(slots["m"]) > 3 and slots["m"] not in self.lists["short_lower"]

    def _is_part_of_name(self, slots: Slots, end: int) -> bool:
        """ "Mar-a-Lago" is a place; "April-June" are months."""
        if "y" in slots or self.text[end : end + 1] != "-" or not self.text[end + 1 : end + 2].isalpha():
            return False
        return self.after(end + 1).lower() not in self.tables.words["months"]

    def _month(self, slots: Slots, start: int, end: int) -> bool:
        if not self._month_word(slots, start, end):
            return False
        if "y" in slots or "yrel" in slots or "part" in slots or "mod" in slots:
            return not (slots.get("mod") in self.lists["pointing"] and slots["m"] in self.lists["verb_months"])
        before, after = self.before(start), self.after(end)
        led = before.lower() in self.lists["before_month"]
        if before.lower() in self.lists["joining"] and slots["m"] in self.lists["name_months"]:
            led = self._before_joining(start, before) in self.tables.words["months"]
        if after[:1].isupper() and after.lower() in self.lists["named_after"]:
            return False
        if slots["m"] in self.lists["verb_months"]:
            sure = before.lower() in self.lists["sure_before_month"] or after in self.lists["sure_after_month"]
            if after.lower() in self.lists["modal_after"] and not sure:
                return False
            return led or (before.lower() in self.lists["articles"] and after.islower())
        if slots["m"] in self.lists["name_months"] and not led:
            return not after[:1].isupper() and not (
                before[:1].isupper() and before.lower() not in self.lists["articles"]
            )
        return len(slots["m"]) > 3 or led or after.isdigit()

    def _before_joining(self, start: int, joint: str) -> str:
        """The word before "and": "April and May" are months, "they and May" are not."""
        return self.before(self.text.rindex(joint, 0, start)).lower()

    def _weekday(self, slots: Slots, start: int, end: int) -> bool:
        before, word = self.before(start), slots["wd"]
        written = self._spelled(word, start, end)
        if self._is_short(word.rstrip(".")):
            return written[:1].isupper() and before.lower() in self.lists["short_before"]
        if before.lower() in self.lists["before_weekday"] and before[:1].isupper():
            return False
        after = self.after(end)
        if "dp" in slots and after[:1].isupper() and self._spelled(slots["dp"], start, end)[:1].isupper():
            return False
        return not (after[:1].isupper() and after.lower() in self.lists["after_weekday"])

    def _is_short(self, word: str) -> bool:
        """Whether a weekday is written short: "Sun" is one only after "on", "last" and the like."""
        days = self.tables.words["weekdays"]
        return any(w != word and w.startswith(word) and days[w] == days[word] for w in days)

    def _season(self, slots: Slots, start: int, end: int) -> bool:
        if not {"y", "ybc", "yrel", "n", "sets"}.isdisjoint(slots):
            return True
        before, after = self.before(start).lower(), self.after(end)
        mod = slots.get("mod", "")
        the = mod in self.lists["articles"]
        if after[:1].isupper() and after.lower() in self.lists["named_after"]:
            return False
        if mod and not the:
            return after.lower() not in self.lists["owning"]
        written = self._spelled(slots["s"], start, end)
        if before in self.lists["before_season"] and written[:1].islower():
            return the or "early" in slots or slots["s"] not in self.lists["verb_seasons"]
        return the and slots["s"] not in self.lists["doubtful_seasons"] and after not in self.lists["owning"]

    def _year(self, slots: Slots, start: int, end: int) -> bool:
        if not slots.get("y", "").isdigit():
            return True
        before, after = self.before(start).lower(), self.after(end).lower()
        if (
            self.text[start - 1 : start] in ("-", "/", ".", ":", "–", "_")
            and self.text[start - 2 : start - 1].isalnum()
        ):
            return False
        if "part" in slots or end - start > 4 or before in self.lists["year_strong"]:
            return True
        if before in self.lists["not_year_before"] or after in self.lists["not_year_after"] or before.isdigit():
            return False
        if self.plural_after.match(self.text, end) and (
            slots["y"].endswith("00") or before not in self.lists["year_listed"]
        ):
            return False
        return int(slots["y"]) >= 1600 or before in self.lists["year_weak"] or before in ("(", ",")

    def _year_span(self, slots: Slots, start: int, end: int) -> bool:
        first, last = slots["y"], slots["y2"]
        last = last if len(last) == 4 else first[: 4 - len(last)] + last
        return first < last and int(last) - int(first) < 200 and self._plain_number(slots, start, end)

    def _plain_number(self, slots: Slots, start: int, end: int) -> bool:
        glued = self.text[start - 1 : start] in ("-", "/", ".", ":") if start else False
        return not glued and self.before(start).lower() not in self.lists["not_before"]

    def _clock(self, slots: Slots, start: int, end: int) -> bool:
        if not self._plain_number(slots, start, end):
            return False
        if "tz" in slots or "tz2" in slots or not self.text[start:end].replace(":", "").isdigit():
            return "." not in self.text[start:end] or "tz" in slots
        return self.before(start).lower() in self.lists["before_clock"] and ":" in self.text[start:end]

    def _ref(self, slots: Slots, start: int, end: int) -> bool:
        word, before, after = slots["w"], self.before(start).lower(), self.after(end).lower()
        if word in self.lists["needs_before_ref"]:
            return before in self.lists["before_needy_ref"] and after not in self.lists["owning"]
        if word in self.lists["noun_refs"]:
            return not after.isalpha() or (after in self.lists["stop_after"] - self.lists["owning"])
        if word in self.lists["compared_refs"]:
            return before not in self.lists["before_compared"] and after not in self.lists["after_compared"]
        if word in self.lists["adjective_refs"]:
            return self.text[start].islower()
        return True

    def _set(self, slots: Slots, start: int, end: int) -> bool:
        return self.text[start].islower()

    def _duration(self, slots: Slots, start: int, end: int) -> bool:
        number, unit = slots["n"], slots["u"]
        code, alone = self.units[unit], unit not in self.tables.words["relative"].get("plural", ())
        after = self.after(end).lower()
        if code == "Y" and ("age" in slots or self.age_after.match(self.text, end)):
            return False
        if number in self.lists["indefinite"] and not alone:
            return False  # "a decades-long conflict"
        if self._is_named(slots, start, end) or (number in self.lists["some"] and alone and not slots["sep"]):
            return False
        if code == "Y" and number.isdigit() and 1900 <= int(number) <= 2100:
            return False
        if code == "Q" and (
            slots["sep"] != " " or (after in self.lists["owning"] and number.split()[-1] in self.lists["fractions"])
        ):
            return False
        if self.glued_after.match(self.text, end):
            return False
        bare = self.text[start : start + len(number)].lower() == number
        if bare and number in self.lists["indefinite"] and alone and code in ("D", "W", "M", "Y", "TH"):
            return self.before(start).lower() in self.lists["before_single"]
        if code == "TS" and alone and (number in self.lists["small"] or not number.isdigit()):
            return False
        if code in ("WE", "Q", "TS", "TM") and alone and number in self.lists["small"]:
            return code == "TM"
        return not (self.before(start) in ("-", "/", ".") and self.text[start - 1 : start] in "-/.")

    def _is_named(self, slots: Slots, start: int, end: int) -> bool:
        """ "The Seven Years' War", "the Six-Day War": a name, not a length."""
        unit = self._spelled(slots["u"], start, end)
        after = self.after(end + 1) if self.text[end : end + 1] in ("'", "’") else self.after(end)
        return unit[:1].isupper() and after[:1].isupper() and not self.text[start:end].isupper()

    def _part_of_unit(self, slots: Slots, start: int, end: int) -> bool:
        """ "At the end of the day" is a way of speaking."""
        return self.units[slots["u"]] != "D" or not self.idiom.search(self.text, max(0, start - 10), start)

    def _deictic(self, slots: Slots, start: int, end: int) -> bool:
        """ "USA Today" and "CBS This Morning" are names."""
        before = self.before(start)
        return not (self.text[start].isupper() and before.isalpha() and before.isupper() and len(before) > 1)

    def _nth_unit(self, slots: Slots, start: int, end: int) -> bool:
        return self.before(start).lower() not in self.lists["before_no_nth"] and not self.after(end)[:1].isupper()

    def _holiday(self, slots: Slots, start: int, end: int) -> bool:
        """ "The Easter Egg Roll" is a name; "on Easter Pope Leo spoke" tells a day."""
        led = "mod" in slots or self.before(start).lower() in self.lists["before_holiday"]
        after = self.after(end)
        return not after[:1].isupper() or (led and after.lower() not in self.lists["named_after"])

    def _ago(self, slots: Slots, start: int, end: int) -> bool:
        if self.units[slots["u"]] == "TS" and slots["n"] in self.lists["small"]:
            return False
        if slots["way"] in self.lists["event_ways"]:
            return not self.after(end)[:1].isalnum()
        return True

    def _vague_units(self, slots: Slots, start: int, end: int) -> bool:
        if self.age_after.match(self.text, end) and "u2" not in slots:
            return False
        if end - start > len(slots["u"]) and "u2" not in slots:
            return self.text[start:end].lower().split()[0] not in self.lists["articles"]
        return self.before(start).lower() in self.lists["before_span"]

    def _unit(self, slots: Slots, start: int, end: int) -> bool:
        mod, unit = slots["mod"], slots["u"]
        if self.text[end : end + 1] == "-" or ("part" in slots and not self._part_of_unit(slots, start, end)):
            return False
        if self.text[start - 1 : start] in _OPENING and self.text[start:end].istitle():
            return False  # “This Week” is a name
        code = self.units[unit]
        if mod in self.lists["weak_mods"] and "part" not in slots:
            after = self.after(end).lower()
            return code in ("Q", "WE") or (code in ("W", "Y", "M") and after not in self.lists["after_unit"])
        if mod in self.lists["final_mods"] and code != "TH" and self.after(end).lower() in self.lists["owning"]:
            return False
        if code == "TH":
            return mod in self.lists["hour_mods"]
        return not (code == "Q" and self.units.get(self.after(end).lower()) == "C")

    def _quarter(self, slots: Slots, start: int, end: int) -> bool:
        what = slots.get("what", "")
        dated = any(k in slots for k in ("y", "y0", "yrel", "yrel2", "c", "y2"))
        if what in self.lists["halves"]:
            return dated
        if slots["q"] in self.lists["last_quarters"] and not dated:
            return False
        return what != "" or dated or self.text[start].isupper()

    def _every(self, slots: Slots, start: int, end: int) -> bool:
        return slots["u"] not in self.lists["not_every"]

    def _month_day(self, slots: Slots, start: int, end: int) -> bool:
        if "of" in slots:
            return True
        after = self.after(end)
        free = not after.isalnum() and after not in ("-", "'", "’")
        return self.before(start).lower() in self.lists["before_monthday"] and (
            free or after in self.lists["stop_after"] - self.lists["owning"]
        )

    def _past(self, slots: Slots, start: int, end: int) -> bool:
        """Not in "to last two years", where the length alone is a time."""
        verb = self.text[start:end].lower().startswith(tuple(self.lists["verb_lasts"])) and "mod" in slots
        return not (verb and self.before(start).lower() in self.lists["before_verb_last"])

    def _half(self, slots: Slots, start: int, end: int) -> bool:
        return self.before(start).lower() not in self.lists["before_half"]
