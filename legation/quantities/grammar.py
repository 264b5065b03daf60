"""Pieces -> amounts: one pass from left to right, and which numbers say how much of something."""

from __future__ import annotations

from collections.abc import Iterator

from legation.languages.en.quantities import BARE_CUES, NAME_HEADS
from legation.quantities.amounts import Amount, read_single
from legation.quantities.changes import find_direction, find_hedge, with_direction, with_hedge
from legation.quantities.exclusions import is_name_part, is_year
from legation.quantities.numbers import begins_number
from legation.quantities.pieces import HYPHENS, Pieces, is_glued, is_kind, low_at
from legation.quantities.ranges import read_range


def read_amounts(pieces: Pieces, excluded: frozenset[int]) -> Iterator[Amount]:
    """All amounts of the text in order; piece indices in ``excluded`` never begin one."""
    i = floor = 0
    while i < len(pieces):
        begins = begins_number(pieces[i]) and i not in excluded
        amount = read_single(pieces, i, floor) if begins else None
        if amount is None:
            i += 1
            continue
        amount = read_range(pieces, amount, excluded)
        if is_kept(pieces, amount):
            yield with_direction(pieces, with_hedge(pieces, amount, floor), floor)
            floor = amount.behind
        i = max(amount.behind, i + 1)


def is_kept(pieces: Pieces, amount: Amount) -> bool:
    """Whether the amount says how much of something: no year, name, score, list number, pronoun "one" or code."""
    if amount.kind == "code":
        return False
    first = _number_index(pieces, amount)
    number = amount.number
    if amount.kind in {"money", "fraction"} or (
        amount.kind == "measure" and amount.unit in {"percent", "percentage point"}
    ):
        return True
    if is_kind(pieces, first, "digits") and is_name_part(pieces, first) and not _is_sure(pieces, amount, first):
        return False
    if amount.kind == "measure":
        return not _is_dated(pieces, amount, first)
    if amount.kind == "count":
        return _counts(pieces, amount, first)
    return number is not None and _bare_counts(pieces, amount, first)


def _number_index(pieces: Pieces, amount: Amount) -> int:
    for k in range(amount.begin, amount.behind):
        if is_kind(pieces, k, "digits"):
            return k
    return amount.begin


def _is_sure(pieces: Pieces, amount: Amount, first: int) -> bool:
    """A noun or measure right behind digits outweighs the capital before them: "In Gaza 300 people"."""
    if pieces[first].glued or low_at(pieces, first - 1) in NAME_HEADS:
        return False
    return amount.kind in {"measure", "count"} and amount.behind - first <= 3


def _is_dated(pieces: Pieces, amount: Amount, first: int) -> bool:
    """Whether a measure is really a year or a lone letter: "2019 A"."""
    return is_kind(pieces, first, "digits") and is_year(pieces, first) and not pieces[first].text.endswith("00")


def _counts(pieces: Pieces, amount: Amount, first: int) -> bool:
    one = low_at(pieces, first) == "one" and amount.value == 1
    if amount.value < 0 or (one and amount.behind - amount.begin > 2):
        return False
    if one and low_at(pieces, amount.behind - 1).endswith("s"):
        return False  # "no one believes it"
    if is_kind(pieces, first, "digits") and is_year(pieces, first):
        return pieces[first].text.endswith("000") and amount.behind - first == 2
    return True


def _bare_counts(pieces: Pieces, amount: Amount, first: int) -> bool:
    """Whether a number without unit is an amount: scaled, with decimals or groups, or hedged; never a year or score."""
    number = amount.number
    assert number is not None
    if is_kind(pieces, first, "digits"):
        if is_year(pieces, first) and not find_hedge(pieces, amount.begin, 0)[0]:
            return False
        written = pieces[first].text
        follows_name = is_kind(pieces, first + 1, "word") and is_glued(pieces, first + 1) and number.scale is None
        if not follows_name and ("," in written or "." in written or number.value != int(number.value)):
            return True
        if low_at(pieces, first - 1) in BARE_CUES and number.value >= 1000 and not follows_name:
            return True
    if number.scale is not None and number.scale >= 100:
        return True
    if amount.second is not None:
        return False
    hedged = find_hedge(pieces, amount.begin, 0)[0] not in {"", "<"} or find_direction(pieces, amount.begin, 0) != "="
    return hedged and number.digits and low_at(pieces, amount.behind) not in HYPHENS | {":", "/"}
