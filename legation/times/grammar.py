"""Text -> phrases that look like time expressions: one pass over the words, then the rules in runs of time words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.times.guards import Guard
from legation.times.tables import Rule, Tables

_TOKEN = re.compile(r"</?sup>|[^\W\d_]+|\d+|[^\w\s]|\n[^\S\n]*\n")
_GLUE = frozenset("-–—,.:/'’‘`;()½") | {"<sup>", "</sup>"}  # "the 26<sup>th</sup> day of April"
_SIGNS = frozenset("/:.-")
_CUTS = {"dates": ("d", "d2"), "months": ("m", "m2"), "yearspan": ("y", "y2"), "yearbc": ("ybc", "y2")}
LONGEST_RUN = 400  # characters; a longer run is a table of numbers, read piece by piece


@dataclass(frozen=True, slots=True)
class Phrase:
    """A matched phrase: its span, the kind of its rule and the rule's slots in lower case."""

    start: int
    end: int
    kind: str
    slots: dict[str, str]
    cut: tuple[int, int] | None = None  # a range "3 to 5 May": where its first part ends and its second begins

    def with_slots(self, **slots: str) -> Phrase:
        """The phrase with more slots filled."""
        return replace(self, slots=self.slots | slots)

    def get(self, name: str) -> str:
        """The words in a slot, or an empty string."""
        return self.slots.get(name, "")


def find_phrases(text: str, tables: Tables) -> Iterator[Phrase]:
    """Phrases in text order, never overlapping: at each place the longest match that no guard refuses.

    Example:
        >>> from legation.times.tables import load_tables
        >>> [p.kind for p in find_phrases("They met late last night, not on 4 May.", load_tables())]
        ['daypart', 'date']
    """
    guard = Guard(text, tables)
    for starts, end, words in find_runs(text, tables):
        rules = [rule for rule in tables.rules if not rule.needs or not rule.needs.isdisjoint(words)]
        reached = -1
        for start in starts:
            if start < reached:
                continue
            phrase = _best(text, start, end, rules, guard)
            if phrase is not None:
                yield phrase
                reached = phrase.end


def find_runs(text: str, tables: Tables) -> Iterator[tuple[list[int], int, set[str]]]:
    """Stretches of time words with at least one that must stand in a phrase: (starts of their words, end, words)."""
    starts: list[int] = []
    words: set[str] = set()
    end, triggered = 0, False
    for match in _TOKEN.finditer(text):
        token = match.group()
        word = token.lower()
        known = word in tables.lexicon or word in tables.triggers
        digits = not known and token[0].isdigit()
        full = bool(starts) and match.end() - starts[0] > LONGEST_RUN
        if known or digits or (token in _GLUE and starts and not full):
            if token not in _GLUE or token in "'’‘`":
                starts.append(match.start())
                words.add("digits" if digits else word)
            end = match.end()
            triggered = triggered or word in tables.triggers or (digits and _opens(text, token, end))
            if not full:
                continue
        if triggered:
            yield starts, min(end + 8, len(text)), words
        starts, triggered, words = [], False, set()
    if triggered:
        yield starts, min(end + 8, len(text)), words


def _opens(text: str, token: str, end: int) -> bool:
    """Whether digits can begin a date by themselves: a year, or a number before a slash, colon, dot or dash."""
    after = text[end : end + 1]
    decade = token[-1] == "0" and len(token) == 2 and after.isalpha() and not text[end + 1 : end + 2].isalpha()
    return (len(token) == 4 and token[0] in "12") or after in _SIGNS or decade


def _best(text: str, start: int, end: int, rules: Sequence[Rule], guard: Guard) -> Phrase | None:
    """The longest match at ``start`` that no guard refuses; of equal ones the earlier rule."""
    found: list[tuple[int, int, re.Match[str]]] = []
    for order, rule in enumerate(rules):
        match = rule.pattern.match(text, start)
        if match is not None and match.end() <= end and match.end() > start and not _cuts_word(text, match.end()):
            found.append((-match.end(), order, match))
    for _, order, match in sorted(found, key=lambda f: f[:2]):
        slots = {k: " ".join(v.lower().replace("’", "'").split()) for k, v in match.groupdict().items() if v}
        phrase = Phrase(start, match.end(), rules[order].kind, slots, _range_cut(rules[order].kind, match))
        if guard.allows(phrase.kind, slots, start, phrase.end):
            return phrase
    return None


def _range_cut(kind: str, match: re.Match[str]) -> tuple[int, int] | None:
    slots = _CUTS.get(kind)
    if slots is None or match.groupdict().get(slots[1]) is None:
        return None
    return match.end(slots[0]), match.start(slots[1])


def _cuts_word(text: str, end: int) -> bool:
    return end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
