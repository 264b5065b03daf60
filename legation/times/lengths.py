"""Lengths, repetitions and vague times -> values."""

from __future__ import annotations

from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase
from legation.times.numbers import duration_value, number_of


class Lengths(Counting):
    """Phrases that say how long or how often, and "recently"."""

    def _duration(self, p: Phrase, c: Context) -> Reading | None:
        count = number_of(p.get("n"), self.words["numbers"])
        if p.kind == "andhalf" or p.get("half"):
            count = (count or 0) + 0.5
        unit = self.words["units"][p.get("u")]
        value = duration_value(count, unit)
        if count is None or c.before not in ("within", "in") or c.history or p.get("sep") == "-":
            return Reading("DURATION", value, "none")
        return Reading("DURATION", value, "published", span=(count, unit, 1 if c.tense == "future" else -1))

    def _past(self, p: Phrase, c: Context) -> Reading | None:
        words, unit = p.get("n"), self.words["units"][p.get("u")]
        count = number_of(words, self.words["numbers"]) if words else None
        mod = p.get("mod")
        way = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1, "recent": -1}.get(mod, 0)
        if not words and way and mod not in ("last", "next"):
            return Reading("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", "published")
        span = (count, unit, way) if count is not None and way and not c.history else None
        return Reading("DURATION", duration_value(count, unit), "published" if span else "none", span=span)

    def _whole(self, p: Phrase, c: Context) -> Reading | None:
        unit = self.words["units"].get(p.get("u"))
        return Reading("DURATION", duration_value(1, unit) if unit else "PTXH", "none")

    def _vague(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DURATION", duration_value(None, self.words["units"][p.get("u")]), "none")

    def _while(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DURATION", "PXX", "none")

    def _long(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("u")
        return Reading("DURATION", duration_value(None if word.endswith("s") else 1, self.words["units"][word]), "none")

    def _every(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("u")
        if word in self.words["months"]:
            return Reading("SET", f"XXXX-{self.words['months'][word]:02d}", "none")
        if word in self.words["seasons"]:
            return Reading("SET", f"XXXX-{self.words['seasons'][word]}", "none")
        if word in self.words["dayparts"]:
            return Reading("SET", "XXXX-XX-XX" + self._part_code(word), "none")
        number = 2.0 if p.get("n") == "other" else number_of(p.get("n"), self.words["numbers"]) if p.get("n") else 1
        return Reading("SET", duration_value(number, self.words["units"][word]), "none")

    def _rate(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", duration_value(1, self.words["units"][p.get("u")]), "none")

    def _set(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", self.words["sets"][p.get("w")], "none")

    def _ref(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("DATE", self.words["refs"][p.get("w")], "published")
