"""Two amounts that are the ends of one range, and a part that is in the money of its whole."""

from __future__ import annotations

from dataclasses import replace

from legation.quantities.amounts import Amount, read_single
from legation.quantities.changes import find_direction
from legation.quantities.exclusions import is_year
from legation.quantities.pieces import HYPHENS, Pieces, is_glued, is_kind, low_at

_FROM_TO_PIECES = 9


def read_range(pieces: Pieces, first: Amount, excluded: frozenset[int]) -> Amount:
    """The amount joined with its second end: "6,000-7,000", "$12 to $14 billion", "from 29 to 19 percent"."""
    if first.second is not None or first.kind in {"code", "fraction"} or _is_bare_year(pieces, first):
        return first
    joined = _adjacent_end(pieces, first)
    if joined is None and _cue_before(pieces, first.begin, "from"):
        joined = _distant_end(pieces, first, excluded)
    return joined or _shared_currency(pieces, first)


def _shared_currency(pieces: Pieces, first: Amount) -> Amount:
    """ "40 million of the 2.5 billion kroner": the part is in the money of the whole."""
    scaled = first.number is not None and first.number.scale is not None
    if first.kind != "bare" or not scaled or low_at(pieces, first.behind) != "of":
        return first
    at = first.behind + 2 if low_at(pieces, first.behind + 1) in {"the", "its", "their"} else first.behind + 1
    whole = _second_amount(pieces, at, first.behind)
    return replace(first, unit=whole.unit, kind="money") if whole is not None and whole.kind == "money" else first


def _is_bare_year(pieces: Pieces, amount: Amount) -> bool:
    return amount.kind == "bare" and is_kind(pieces, amount.begin, "digits") and is_year(pieces, amount.begin)


def _cue_before(pieces: Pieces, begin: int, cue: str) -> bool:
    return cue in {low_at(pieces, k) for k in range(max(0, begin - 4), begin)}


def _adjacent_end(pieces: Pieces, first: Amount) -> Amount | None:
    word = low_at(pieces, first.behind)
    hyphen = word in HYPHENS and pieces[first.behind].glued == is_glued(pieces, first.behind + 1)
    joins = hyphen or word == "to" or (word == "and" and _cue_before(pieces, first.begin, "between"))
    if not joins:
        return None
    return _join(pieces, first, first.behind + 1, tight=word == "to" and not _cue_before(pieces, first.begin, "from"))


def _distant_end(pieces: Pieces, first: Amount, excluded: frozenset[int]) -> Amount | None:
    """The "to 29 mpg" of "from 20 mpg in 2008 to 29 mpg"."""
    for k in range(first.behind, min(first.behind + _FROM_TO_PIECES, len(pieces))):
        if pieces[k].text in {";", "."}:
            return None
        if pieces[k].low == "to":
            return _join(pieces, first, k + 1, tight=False)
        if k not in excluded and is_kind(pieces, k, "digits") and not is_year(pieces, k):
            return None
    return None


def _join(pieces: Pieces, first: Amount, at: int, *, tight: bool) -> Amount | None:
    """Both ends as one range when their units agree; ``tight``: "rose 5% to 10%" is no range, "5% to 10%" is."""
    second = _second_amount(pieces, at, first.behind)
    if second is None or second.second is not None or second.number is None or first.number is None:
        return None
    if first.unit not in {None, second.unit} and not (second.unit is None and first.kind == "money"):
        same_base = second.unit is not None and first.unit is not None and second.unit.startswith(first.unit + " per ")
        if not same_base:
            return None
    if tight and first.unit is not None and (find_direction(pieces, first.begin, 0) != "=" or not first.number.digits):
        return None
    value = first.value
    if first.number.scale is None and second.number.scale is not None and abs(value) < second.number.scale:
        value *= second.number.scale
    unit = second.unit or first.unit
    kind = second.kind if second.unit else first.kind
    from_to = low_at(pieces, at - 1) == "to" and _cue_before(pieces, first.begin, "from")
    falls = second.value < value and not from_to
    if falls and (kind in {"bare", "count"} or (unit == "percent" and _is_score(pieces, first, second))):
        return None
    joined = replace(
        first, behind=second.behind, value=value, second=second.value, unit=unit, kind=kind, from_to=from_to
    )
    return replace(joined, number=second.number)


def _is_score(pieces: Pieces, first: Amount, second: Amount) -> bool:
    """Whether two percentages share most of one whole, as in "leads 46%-38%"; "between 60% and 40%" is a range."""
    return (
        first.unit is not None
        and 50 < first.value + second.value <= 100
        and not _cue_before(pieces, first.begin, "between")
    )


def _second_amount(pieces: Pieces, at: int, floor: int) -> Amount | None:
    """The amount that begins at or up to three pieces (a currency sign) behind ``at``."""
    for k in range(at, min(at + 4, len(pieces))):
        amount = read_single(pieces, k, at) if is_kind(pieces, k, "digits") or k == at else None
        if amount is not None:
            return amount if amount.begin == at and amount.kind != "code" else None
    return None
