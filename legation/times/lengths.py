"""Lengths, repetitions and vague times -> values."""

from __future__ import annotations

from legation.times.context import Context, Counting, Reading
from legation.times.grammar import Phrase
from legation.times.numbers import duration_value


class Lengths(Counting):
    """Phrases that say how long or how often, and "recently"."""

    def _duration(self, p: Phrase, c: Context) -> Reading | None:
        count = self.number(p.get("n"))
        if p.kind == "andhalf" or p.get("half"):
            count = (count or 0) + 0.5
        unit = self.words["units"][p.get("u")]
        value = duration_value(count, unit)
        if count is None or c.before not in self.words["relative"]["within"] or c.history or p.get("sep") == "-":
            return Reading("DURATION", value, "none")
        return Reading("DURATION", value, "published", span=(count, unit, 1 if c.tense == "future" else -1))

    def _past(self, p: Phrase, c: Context) -> Reading | None:
        words, unit = p.get("n"), self.words["units"][p.get("u")]
        count = self.number(words) if words else None
        mod = p.get("mod")
        way = self.words["relative"]["stretches"].get(mod, 0)
        if not words and way and mod not in self.words["relative"]["counted"]:
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
        plural = word in self.words["relative"]["plural"]
        return Reading("DURATION", duration_value(None if plural else 1, self.words["units"][word]), "none")

    def _every(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("u")
        if word in self.words["months"]:
            return Reading("SET", f"XXXX-{self.words['months'][word]:02d}", "none")
        if word in self.words["seasons"]:
            return Reading("SET", f"XXXX-{self.words['seasons'][word]}", "none")
        if word in self.words["dayparts"]:
            return Reading("SET", "XXXX-XX-XX" + self._part_code(word), "none")
        number: float | None = 1
        if p.get("n"):
            number = self.words["relative"]["second"].get(p.get("n")) or self.number(p.get("n"))
        return Reading("SET", duration_value(number, self.words["units"][word]), "none")

    def _rate(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", duration_value(1, self.words["units"][p.get("u")]), "none")

    def _set(self, p: Phrase, c: Context) -> Reading | None:
        return Reading("SET", self.words["sets"][p.get("w")], "none")

    def _ref(self, p: Phrase, c: Context) -> Reading | None:
        word = p.get("w")
        if c.history and c.reached and word in self.words["relative"]["told"]:
            return Reading("DATE", c.reached.partition("T")[0], "narrative")
        return Reading("DATE", self.words["refs"][word], "published")

    def _period(self, p: Phrase, c: Context) -> Reading | None:
        """ "During this period": a time of which nothing can be said."""
        return Reading("DATE", None, "none")
