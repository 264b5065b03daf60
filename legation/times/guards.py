"""What is not a time though it looks like one: prices, percentages, scores, names, verbs.

A guard sees the phrase and its neighbours and refuses; then the next longest phrase at that place is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from legation.times.tables import Tables

_BEFORE = re.compile(r"([^\W\d_]+|\d+|[^\w\s])\s*$")
_AFTER = re.compile(r"\s*([^\W\d_]+|\d+|[^\w\s])")
_PERCENT = re.compile(r"(?:\s|-)?(?:%|percent\b|per cent\b|pct\b|pc\b|percentage\b)|,\d{3}\b", re.IGNORECASE)
_PLURAL = re.compile(r"[^\S\n]+[a-z]+s\b(?<!was)(?<!his)(?<!its)(?<!this)(?<!is)(?<!as)")
_SMALL = {"a", "an", "the", "one", "another", "this", "that", ""}

Slots = dict[str, str]


class Guard:
    """The guards of one text."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = text
        self.tables = tables
        self.lists: dict[str, Any] = {k: frozenset(v) for k, v in tables.words["guards"].items()}
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
            "days": lambda slots, start, end: slots["mod"] not in ("the", "the first"),
            "quarter": self._quarter,
            "every": self._every,
            "halfunit": self._half,
            "monthday": self._month_day,
            "then": lambda slots, start, end: self.before(start).lower() in self.lists["before_then"],
        }

    def allows(self, kind: str, slots: Slots, start: int, end: int) -> bool:
        """Whether the phrase at ``start:end`` may be a time."""
        if _PERCENT.match(self.text, end) or self.text[start - 1 : start] in self.lists["money"]:
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
        written = self._spelled(slots["m"], start, end)
        if written[:1].isupper():
            return True
        return len(slots["m"]) > 3 and slots["m"] not in self.lists["short_lower"]

    def _month(self, slots: Slots, start: int, end: int) -> bool:
        if not self._month_word(slots, start, end):
            return False
        if "y" in slots or "yrel" in slots or "part" in slots or "mod" in slots:
            return not (slots.get("mod") in ("that", "this") and slots["m"] in ("may", "march"))
        before, after = self.before(start), self.after(end)
        led = before.lower() in self.lists["before_month"]
        if slots["m"] in ("may", "march"):
            if after.lower() in self.lists["modal_after"] and not (
                before.lower() in ("in", "since", "last") or after == "on"
            ):
                return False
            return led or (before.lower() == "the" and after.islower())
        if slots["m"] in self.lists["name_months"] and not led:
            return not after[:1].isupper() and not (before[:1].isupper() and before.lower() not in ("the", "a"))
        return len(slots["m"]) > 3 or led or after.isdigit()

    def _weekday(self, slots: Slots, start: int, end: int) -> bool:
        before, word = self.before(start), slots["wd"]
        written = self._spelled(word, start, end)
        if "day" not in word:
            return written[:1].isupper() and before.lower() in self.lists["short_before"]
        if before.lower() in self.lists["before_weekday"] and before[:1].isupper():
            return False
        after = self.after(end)
        return not (after[:1].isupper() and after.lower() in self.lists["after_weekday"])

    def _season(self, slots: Slots, start: int, end: int) -> bool:
        if "y" in slots or "yrel" in slots or "n" in slots:
            return True
        before = self.before(start).lower()
        mod = slots.get("mod", "")
        if mod and mod != "the":
            return self.after(end).lower() != "of"
        written = self._spelled(slots["s"], start, end)
        if before in self.lists["before_season"] and written.islower():
            return mod == "the" or slots["s"] not in ("fall", "spring")
        return mod == "the" and slots["s"] not in ("fall", "spring", "winter") and self.after(end) != "of"

    def _year(self, slots: Slots, start: int, end: int) -> bool:
        if not slots["y"].isdigit():
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
        if _PLURAL.match(self.text, end) and (slots["y"].endswith("00") or before not in self.lists["year_listed"]):
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
            return before in ("at", "until", "by", "for", "up") and after not in ("of",)
        if word in self.lists["noun_refs"] or word in ("the near term", "the short term"):
            return not after.isalpha() or (after in self.lists["stop_after"] and after != "of")
        if word == "soon":
            return before not in ("as", "too", "how") and after not in ("as", "after")
        if word in ("current", "recent"):
            return self.text[start].islower()
        return True

    def _set(self, slots: Slots, start: int, end: int) -> bool:
        return self.text[start].islower()

    def _duration(self, slots: Slots, start: int, end: int) -> bool:
        number, unit = slots["n"], slots["u"]
        after = self.after(end).lower()
        if unit.startswith("year") and (self.text[end - 3 : end].lower() == "old" or self._is_age(end)):
            return False
        if unit.startswith("quarter") and (slots["sep"] != " " or (after == "of" and number.endswith("three"))):
            return False
        if self.text[end : end + 1] == "-" and after == "-" and self.text[end + 1 : end + 4].lower() in ("ago", "ear"):
            return False
        if number in ("a", "an") and unit in ("day", "week", "month", "year", "hour") and self.text[start] in "aA":
            return self.before(start).lower() in self.lists["before_single"]
        if unit == "second" and (number in _SMALL or not number.isdigit()):
            return False
        if unit in ("weekend", "quarter", "second", "minute") and number in _SMALL | {"half"}:
            return unit == "minute"
        return not (self.before(start) in ("-", "/", ".") and self.text[start - 1 : start] in "-/.")

    def _is_age(self, end: int) -> bool:
        return self.text[end : end + 4].lower() in (" old", "-old", "\nold")

    def _ago(self, slots: Slots, start: int, end: int) -> bool:
        if slots["u"] == "second" and slots["n"] in _SMALL:
            return False
        if slots["way"] in ("after", "before", "back", "since"):
            return not self.after(end)[:1].isalnum()
        return True

    def _vague_units(self, slots: Slots, start: int, end: int) -> bool:
        if self.after(end).lower() == "old" and "u2" not in slots:
            return False
        if end - start > len(slots["u"]) and "u2" not in slots:
            return self.text[start : start + 3].lower() != "the"
        return self.before(start).lower() in self.lists["before_span"]

    def _unit(self, slots: Slots, start: int, end: int) -> bool:
        mod, unit = slots["mod"], slots["u"]
        if self.text[end : end + 1] == "-":
            return False
        if mod in ("the", "same", "current", "following") and "part" not in slots:
            return unit in ("quarter", "weekend") or (
                unit in ("week", "year", "month") and self.after(end).lower() not in ("of", "'", "before", "after")
            )
        if mod in ("last", "the last") and unit != "hour" and self.after(end).lower() == "of":
            return False
        if unit == "hour":
            return mod in ("last", "past", "the past", "the last", "the next", "next")
        return not (unit == "quarter" and self.after(end).lower() == "century")

    def _quarter(self, slots: Slots, start: int, end: int) -> bool:
        what = slots.get("what", "")
        dated = any(k in slots for k in ("y", "y0", "yrel", "yrel2", "c", "y2"))
        if what == "half":
            return dated
        if slots["q"] in ("final", "last") and not dated:
            return False
        return what != "" or dated or self.text[start].isupper()

    def _every(self, slots: Slots, start: int, end: int) -> bool:
        return slots["u"] not in ("second", "may", "march", "sun", "sat", "fall")

    def _month_day(self, slots: Slots, start: int, end: int) -> bool:
        after = self.after(end)
        free = not after.isalnum() and after not in ("-", "'", "’")
        return self.before(start).lower() in self.lists["before_monthday"] and (
            free or (after in self.lists["stop_after"] and after != "of")
        )

    def _half(self, slots: Slots, start: int, end: int) -> bool:
        return self.before(start).lower() not in ("a", "and")
