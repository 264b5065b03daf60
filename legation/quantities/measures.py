"""What an amount measures, over which period and against which earlier level: told by the words around it.

Example:
    >>> from legation.quantities import find_quantities
    >>> text = "Goods trade rose to $8.1 billion in 2024 from $7.4 billion the previous year."
    >>> [(q.measure, q.period, q.baseline) for q in find_quantities(text)]
    [('trade_goods', '2024', '$7.4 billion'), ('trade_goods', '2023', None)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from legation.quantities.finding import read_quantities
from legation.quantities.pieces import cut_low
from legation.quantities.units import is_money
from legation.records import Quantity, Sentence, Span

FARTHEST_CUE = 14  # words between an amount and the word that says what it measures
_LONGEST_SENTENCE = 600
_CUE_WINDOW = 140
_LONGEST_CUE = 4
_NEIGHBOURS = 4  # amounts of one sentence that are compared with each other, to each side
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
_RATE = "tariff_rate"  # "lifts tariffs on 99 percent of the goods" is a share and no rate
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")
_read_stretch = lru_cache(maxsize=64)(read_quantities)  # the amounts of one sentence are described one by one


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
    return tuple(tuple(cut_low(c)) for c in _split(cues))


def describe(text: str, quantity: Quantity, sentence: Sentence | None = None) -> Quantity:
    """The quantity with ``measure``, ``period`` and ``baseline``, and a changed level told as the new one.

    "cut from 29 to 19 percent" becomes 19 percent with the baseline "29"; without a word of change it stays a range.

    Args:
        text: the document's text, in which the quantity's offsets count.
        sentence: where to look; without it, the stretch between sentence ends around the quantity.
    """
    span = (sentence.start, sentence.end) if sentence is not None else _sentence_around(text, quantity)
    siblings = [replace(q, start=q.start + span[0], end=q.end + span[0]) for q in _read_stretch(text[slice(*span)])]
    return _as_level(text, _with_words(text, quantity, siblings, span), span)


def with_measures(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """All quantities of a text with measure, period and baseline; ranges stay ranges."""
    found: list[Quantity] = []
    for k, quantity in enumerate(quantities):
        span = _sentence_around(text, quantity)
        near = quantities[max(0, k - _NEIGHBOURS) : k + _NEIGHBOURS + 1]
        siblings = [q for q in near if span[0] <= q.start and q.end <= span[1]]
        found.append(_with_words(text, quantity, siblings, span))
    return tuple(found)


def _with_words(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> Quantity:
    return replace(
        quantity,
        measure=measure_of(text, quantity, span),
        period=period_of(text, quantity, siblings, span),
        baseline=baseline_of(text, quantity, siblings, span) or _as_level(text, quantity, span).baseline,
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
    kind, unit = kind_of(quantity), quantity.unit
    before = cut_low(text[max(span[0], quantity.start - _CUE_WINDOW) : quantity.start])
    after = cut_low(text[quantity.end : min(span[1], quantity.end + _CUE_WINDOW)])
    inside = cut_low(quantity.quote[-_CUE_WINDOW:])
    found = [(0, rule) for rule, _, _ in _cues_in(inside)]
    found += [(_steps(before[end:]) + start - end + 1, rule) for rule, start, end in _cues_in(before)]
    found += [(_steps(after[:start]) + start - end + 1, rule) for rule, start, end in _cues_in(after)]
    found += [(FARTHEST_CUE, order) for order, rule in enumerate(measure_rules()) if not rule.cues]
    rules = measure_rules()
    fit = [
        (max(0, distance), order)
        for distance, order in found
        if distance <= FARTHEST_CUE
        and kind in rules[order].kinds
        and (not rules[order].units or unit in rules[order].units)
        and not (rules[order].measure == _RATE and after[:1] == ["of"])
    ]
    return rules[min(fit)[1]].measure if fit else None


@cache
def _cue_index() -> dict[tuple[str, ...], tuple[int, ...]]:
    """Cue -> the indices of the rules that have it."""
    found: dict[tuple[str, ...], list[int]] = {}
    for order, rule in enumerate(measure_rules()):
        for cue in rule.cues:
            found.setdefault(cue, []).append(order)
    return {cue: tuple(orders) for cue, orders in found.items()}


def _cues_in(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """(rule, start, end) of every cue among ``words``."""
    index = _cue_index()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_CUE, len(words)) + 1):
            for order in index.get(tuple(words[start:end]), ()):
                yield order, start, end


def _steps(words: list[str]) -> int:
    """The distance that ``words`` make between an amount and a cue: a clause's end counts four words."""
    return sum(4 if w in {",", ";", "and", "while", "but"} else 1 for w in words)


def _holds(cue: tuple[str, ...], words: list[str]) -> bool:
    return any(tuple(words[k : k + len(cue)]) == cue for k in range(len(words) - len(cue) + 1))


def period_of(text: str, quantity: Quantity, siblings: Sequence[Quantity], span: Span) -> str | None:
    """The stretch of time the amount is of: "2024"; "the previous year" is a year where a sibling's year is told."""
    words = _period_words(text, quantity, siblings, span)
    if words is None or not any(tuple(cut_low(words))[-len(c) :] == c for c in _words("previous")):
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
    """The quote of the earlier level that the sentence sets beside the amount ("up from $7 billion")."""
    for other in siblings:
        between = cut_low(text[quantity.end : other.start])
        if other.start < quantity.end or len(between) > _FARTHEST_BASELINE or kind_of(other) != kind_of(quantity):
            continue
        if any(tuple(between[-len(cue) :]) == cue for cue in _words("baseline")):
            return other.quote
    return None


def _as_level(text: str, quantity: Quantity, span: Span) -> Quantity:
    """ "cut from 29 to 19 percent" as the new level with the old one for baseline; other ranges as they are."""
    if quantity.low is None or quantity.high is None or quantity.change not in {"up", "down", "="}:
        return quantity
    before = tuple(cut_low(text[span[0] : quantity.start]))
    pair = [part.strip() for part in re.split(r"\bto\b", quantity.quote, maxsplit=1)]
    moved = any(_holds(c, list(before[-14:])) for c in _words("cut"))
    if len(pair) != 2 or "from" not in before[-3:] or not moved:
        return quantity
    new = quantity.low if quantity.change == "down" else quantity.high
    change = "down" if quantity.change == "down" else "up"
    return replace(quantity, value=new, low=None, high=None, change=change, baseline=pair[0])
