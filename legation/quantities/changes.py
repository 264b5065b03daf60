"""Hedges and directions: "around", "up to", "more than" right before an amount, and "rose", "fell by"."""

from __future__ import annotations

from dataclasses import replace

from legation.languages.en.quantities import FALLS, FILLERS, HEDGES, LONGEST_HEDGE, RISES
from legation.quantities.amounts import Amount
from legation.quantities.pieces import HYPHENS, Pieces, low_at

_DIRECTION_STEPS = 4
_TOPIC = ("about",)
"""The hedge that before "the" names a topic instead: "talks about the two states"."""


def with_hedge(pieces: Pieces, amount: Amount, floor: int) -> Amount:
    """The amount with the words before it that round or bound it, inside its span."""
    sign, begin = find_hedge(pieces, amount.begin, floor, money=amount.kind == "money")
    if not sign:
        return amount
    return replace(amount, begin=begin, change=sign, approx=amount.approx or sign == "~")


def find_hedge(pieces: Pieces, begin: int, floor: int, *, money: bool = False) -> tuple[str, int]:
    """The sign of the longest hedge that ends at ``begin`` and where it starts; articles between are passed.

    ``money``: the amount is one, so "about the $5 billion" rounds it."""
    end = begin
    for _ in range(2):
        for length in range(min(LONGEST_HEDGE, end - floor), 0, -1):
            key = tuple(pieces[k].low for k in range(end - length, end))
            topic = key == _TOPIC and not money and low_at(pieces, end) == "the" and end < begin
            if key in HEDGES and not topic and not _is_in_word(pieces, end - length):
                return HEDGES[key], end - length
        if low_at(pieces, end - 1) not in {"a", "an", "the", "as", "between", *HYPHENS}:
            break
        end -= 1
    return "", begin


def _is_in_word(pieces: Pieces, start: int) -> bool:
    """Whether the hedge is the end of a word: "the run-up to the 2016 vote"."""
    return low_at(pieces, start - 1) in HYPHENS and pieces[start].glued


def with_direction(pieces: Pieces, amount: Amount, floor: int) -> Amount:
    """The amount with the way it moved, where a verb or sign right before it says so and no hedge did."""
    if amount.from_to and amount.second is not None and amount.second < amount.value:
        return replace(amount, change="down")
    if amount.change != "=":
        return amount
    if low_at(pieces, amount.begin) == "+":
        return replace(amount, change="up")
    return replace(amount, change=find_direction(pieces, amount.begin, floor))


def find_direction(pieces: Pieces, begin: int, floor: int) -> str:
    """up or down, when a verb or adverb of rise or fall stands right before the amount; else "="."""
    for k in range(begin - 1, max(floor, begin - _DIRECTION_STEPS) - 1, -1):
        word = pieces[k].low
        if word in RISES:
            return "up"
        if word in FALLS:
            return "down"
        if word not in FILLERS:
            return "="
    return "="
