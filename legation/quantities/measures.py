"""What an amount measures, over which period and against which earlier level: told by the words around it.

Example:
    >>> from legation.quantities import find_quantities
    >>> text = "Goods trade reached $7.3 billion in 2024, up from $6.9 billion the previous year."
    >>> [(q.measure, q.period, q.baseline) for q in find_quantities(text)]
    [('trade_goods', '2024', '$6.9 billion'), ('trade_goods', '2023', None)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from legation.quantities.finding import read_quantities
from legation.quantities.pieces import cut_pieces
from legation.quantities.units import is_money
from legation.records import Quantity, Sentence, Span

FARTHEST_CUE = 14  # words between an amount and the word that says what it measures
_LONGEST_SENTENCE = 600
_FARTHEST_PERIOD = 7
_FARTHEST_BASELINE = 12
_ENDS = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(]?[A-Z])|\n")
_PERIOD = re.compile(
    r"\b(?:(?:fiscal|financial|calendar) (?:year )?)?(?:FY ?)?(?:1[89]|20)\d{2}(?:[-–/]\d{2,4})?\b"
    r"|\b(?:the |a )?(?:(?:previous|prior|preceding|past|last|same|current|next|coming) (?:fiscal |financial )?"
    r"(?:year|quarter|month|decade)|year (?:before|earlier|ago)|this (?:fiscal )?(?:year|month|quarter))\b"
    r"|\b(?:first|second|third|fourth) (?:quarter|half)"
    r"(?: of (?:the )?(?:fiscal year )?(?:(?:1[89]|20)\d{2}(?:[-–/]\d{2})?|year))?"
    r"|\b(?:over|for|in|within|during) (?:the )?(?:next |past |last |coming |first )?"
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|several) (?:months|years|decades|weeks)\b"
    r"|\b(?:annually|a year|per year|per annum|each year|every year|by 20\d{2})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """One row of the table: amounts of ``kinds`` (and ``units``) near one of ``cues`` measure ``measure``."""

    measure: str
    kinds: frozenset[str]
    cues: tuple[tuple[str, ...], ...]
    units: frozenset[str]


@cache
def _table() -> dict[str, object]:
    path = files("legation") / "languages" / "en" / "quantities_measures.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def measure_rules() -> tuple[MeasureRule, ...]:
    """The rules in their order."""
    rows = _table()["rule"]
    assert isinstance(rows, list)
    return tuple(_make_rule(row) for row in rows)


def _make_rule(row: dict[str, Any]) -> MeasureRule:
    units = frozenset(_split(row.get("units", "")))
    return MeasureRule(row["measure"], frozenset(row["kinds"]), _phrases(row["cues"]), units)


@cache
def _words(name: str) -> tuple[tuple[str, ...], ...]:
    rows = _table()["words"]
    assert isinstance(rows, dict)
    return _phrases(rows[name])


def _split(cues: str) -> tuple[str, ...]:
    return tuple(c for c in cues.split("|") if c)


def _phrases(cues: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.low for p in cut_pieces(c)) for c in _split(cues))


def describe(text: str, quantity: Quantity, sentence: Sentence | None = None) -> Quantity:
    """The quantity with ``measure``, ``period`` and ``baseline``, and a changed level told as the new one.

    "cut from 29 to 19 percent" becomes 19 percent with the baseline "29"; without a word of change it stays a range.

    Args:
        text: the document's text, in which the quantity's offsets count.
        sentence: where to look; without it, the stretch between sentence ends around the quantity.
    """
    span = (sentence.start, sentence.end) if sentence is not None else _sentence_around(text, quantity)
    siblings = [replace(q, start=q.start + span[0], end=q.end + span[0]) for q in read_quantities(text[slice(*span)])]
    return _as_level(text, _with_words(text, quantity, siblings, span), span)


def with_measures(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """All quantities of a text with measure, period and baseline; ranges stay ranges."""
    spans = [_sentence_around(text, q) for q in quantities]
    groups: dict[Span, list[Quantity]] = {}
    for span, quantity in zip(spans, quantities, strict=True):
        groups.setdefault(span, []).append(quantity)
    return tuple(_with_words(text, q, groups[span], span) for span, q in zip(spans, quantities, strict=True))


def _with_words(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> Quantity:
    return replace(
        quantity,
        measure=measure_of(text, quantity, span),
        period=period_of(text, quantity, siblings, span),
        baseline=baseline_of(text, quantity, siblings, span),
    )


def _sentence_around(text: str, quantity: Quantity) -> Span:
    """The stretch between sentence ends around the quantity, at most ``_LONGEST_SENTENCE`` characters to each side."""
    start = low = max(0, quantity.start - _LONGEST_SENTENCE)
    high = min(len(text), quantity.end + _LONGEST_SENTENCE)
    for match in _ENDS.finditer(text, low, high):
        if match.start() >= quantity.end:
            return start, match.start() + 1
        if match.end() <= quantity.start:
            start = match.end()
    return start, high


def kind_of(quantity: Quantity) -> str:
    """money, percent, measure (of a unit table) or count."""
    unit = quantity.unit or ""
    if is_money(unit):
        return "money"
    return "percent" if unit in {"percent", "percentage point"} else "count"


def measure_of(text: str, quantity: Quantity, span: Span) -> str | None:
    """The measure whose cue stands nearest in ``span``; None when no word of it tells."""
    kind = kind_of(quantity)
    before = [p.low for p in cut_pieces(text[span[0] : quantity.start])]
    inside = [p.low for p in cut_pieces(quantity.quote)]
    after = [p.low for p in cut_pieces(text[quantity.end : span[1]])]
    best: tuple[int, int, str] | None = None
    for order, rule in enumerate(measure_rules()):
        if kind not in rule.kinds and not (kind == "count" and "measure" in rule.kinds):
            continue
        if rule.units and quantity.unit not in rule.units:
            continue
        distance = FARTHEST_CUE if rule.units and not rule.cues else _distance(rule.cues, before, inside, after)
        if distance is not None and (best is None or (distance, order) < best[:2]):
            best = (distance, order, rule.measure)
    return best[2] if best else None


def _distance(cues: Sequence[tuple[str, ...]], before: list[str], inside: list[str], after: list[str]) -> int | None:
    """Words between the amount and the nearest cue; a clause between counts three more, each word of a cue one less."""
    found = [_steps(cue, before[::-1], backward=True) for cue in cues]
    found += [_steps(cue, after, backward=False) for cue in cues]
    found += [0 for cue in cues if _holds(cue, inside)]
    return min((d for d in found if d is not None and d <= FARTHEST_CUE), default=None)


def _holds(cue: tuple[str, ...], words: list[str]) -> bool:
    return any(tuple(words[k : k + len(cue)]) == cue for k in range(len(words) - len(cue) + 1))


def _steps(cue: tuple[str, ...], words: list[str], *, backward: bool) -> int | None:
    key = cue[::-1] if backward else cue
    distance = 0
    for k in range(min(len(words) - len(key) + 1, FARTHEST_CUE + 1)):
        if tuple(words[k : k + len(key)]) == key:
            return max(0, distance - (len(key) - 1))
        distance += 4 if words[k] in {",", ";", "and", "while", "but"} else 1
    return None


def period_of(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> str | None:
    """The stretch of time the amount is of: "2024"; "the previous year" is a year where a sibling's year is told."""
    words = _period_words(text, quantity, siblings, span)
    if words is None or not any(tuple(p.low for p in cut_pieces(words))[-len(c) :] == c for c in _words("previous")):
        return words
    for other in siblings:
        told = (
            _period_words(text, other, siblings, span)
            if other.unit == quantity.unit and other.start != quantity.start
            else None
        )
        if told is not None and _YEAR.fullmatch(told):
            return str(int(told) - 1)
    return words


def _period_words(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> str | None:
    """The period's words between the amount and the next, else the last one and it, else at the sentence's start."""
    following = min((q.start for q in siblings if q.start >= quantity.end), default=span[1])
    match = _PERIOD.search(text, quantity.end, following)
    if match is not None and len(text[quantity.end : match.start()].split()) <= _FARTHEST_PERIOD:
        return match.group()
    preceding = max((q.end for q in siblings if q.end <= quantity.start), default=span[0])
    matches = list(_PERIOD.finditer(text, preceding, quantity.start))
    if matches and len(text[matches[-1].end() : quantity.start].split()) <= _FARTHEST_PERIOD:
        return matches[-1].group()
    opening = _PERIOD.search(text, span[0], min(span[0] + 40, quantity.start))
    return opening.group() if opening is not None and len(siblings) == 1 else None


def baseline_of(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> str | None:
    """The quote of the earlier level that the sentence sets beside the amount ("up from $6.9 billion")."""
    for other in siblings:
        between = [p.low for p in cut_pieces(text[quantity.end : other.start])]
        if other.start < quantity.end or len(between) > _FARTHEST_BASELINE or kind_of(other) != kind_of(quantity):
            continue
        if any(tuple(between[-len(cue) :]) == cue for cue in _words("baseline")):
            return other.quote
    return None


def _as_level(text: str, quantity: Quantity, span: Span) -> Quantity:
    """ "cut from 29 to 19 percent" as the new level with the old one for baseline; other ranges as they are."""
    if quantity.low is None or quantity.high is None or quantity.change not in {"up", "down", "="}:
        return quantity
    before = tuple(p.low for p in cut_pieces(text[span[0] : quantity.start]))
    pair = [part.strip() for part in re.split(r"\bto\b", quantity.quote, maxsplit=1)]
    moved = any(_holds(c, list(before[-14:])) for c in _words("cut"))
    if len(pair) != 2 or "from" not in before[-3:] or not moved:
        return quantity
    new = quantity.low if quantity.change == "down" else quantity.high
    change = "down" if quantity.change == "down" else "up"
    return replace(quantity, value=new, low=None, high=None, change=change, baseline=pair[0])
