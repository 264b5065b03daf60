"""Hedges and directions: "around", "up to", "more than" right before an amount, and "rose", "fell by"."""

from __future__ import annotations

from dataclasses import replace

from legation.languages.en.quantities import FALLS, FILLERS, HEDGES, LONGEST_HEDGE, RISES
from legation.quantities.amounts import Amount
from legation.quantities.pieces import HYPHENS, Pieces, low_at

_DIRECTION_STEPS = 4


def with_hedge(pieces: Pieces, amount: Amount, floor: int) -> Amount:
    """The amount with the words before it that round or bound it, inside its span."""
    sign, begin = find_hedge(pieces, amount.begin, floor)
    if not sign:
        return amount
    return replace(amount, begin=begin, change=sign, approx=amount.approx or sign == "~")


def find_hedge(pieces: Pieces, begin: int, floor: int) -> tuple[str, int]:
    """The sign of the longest hedge that ends at ``begin`` and where it starts; articles between are passed."""
    end = begin
    for _ in range(2):
        for length in range(min(LONGEST_HEDGE, end - floor), 0, -1):
            key = tuple(pieces[k].low for k in range(end - length, end))
            if key in HEDGES and not _is_other_word(pieces, end - length, end, begin):
                return HEDGES[key], end - length
        if low_at(pieces, end - 1) not in {"a", "an", "the", "as", "between", *HYPHENS}:
            break
        end -= 1
    return "", begin


def _is_other_word(pieces: Pieces, start: int, end: int, begin: int) -> bool:
    """ "The run-up to the 2016 vote", "talks about the two states" round and bound nothing."""
    in_word = low_at(pieces, start - 1) in HYPHENS and pieces[start].glued
    definite = end < begin and pieces[end].low == "the"
    return in_word or (definite and HEDGES[tuple(p.low for p in pieces[start:end])] == "~")


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
