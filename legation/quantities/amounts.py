"""Pieces -> one amount: a number with its sign, currency, measure, counted noun and what it is per.

Units follow the conventions of Almasian et al. 2023 (CQE, EMNLP); the grammar is our own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from legation.languages.en.quantities import ARAB_MONEY, PER_WORDS, SCALES, SHORT_SCALES
from legation.quantities.numbers import Number, read_number, read_scale, short_scale
from legation.quantities.pieces import HYPHENS, Pieces, is_glued, is_kind, low_at, skip_hyphen
from legation.quantities.units import currency_before, is_money, read_currency, read_noun, read_per, read_unit


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in piece indices: ``pieces[begin:behind]``. ``second`` is the other end of a range."""

    begin: int
    behind: int
    value: Decimal
    second: Decimal | None = None
    unit: str | None = None
    kind: str = "bare"
    number: Number | None = None
    change: str = "="
    approx: bool = False
    from_to: bool = False


def read_single(pieces: Pieces, i: int, floor: int) -> Amount | None:
    """The amount whose number begins at piece ``i``; pieces before ``floor`` belong to an earlier one."""
    number = read_number(pieces, i)
    if number is None:
        return None
    begin, negative = _read_sign(pieces, i, floor)
    before = currency_before(pieces, begin, floor)
    if before is None and begin == i and low_at(pieces, i - 1) in HYPHENS and is_glued(pieces, i):
        before = currency_before(pieces, i - 1, floor) if i - 1 > floor and low_at(pieces, i - 2) == "$" else None
    number = replace(number, value=-number.value) if negative else number
    base = Amount(begin, number.next, number.value, number.high, number=number, approx=number.high is not None)
    if before is not None:
        return _money_after_sign(pieces, base, *before)
    if number.digits and is_glued(pieces, number.next) and _is_code(pieces, number.next):
        return replace(base, kind="code")
    return _with_unit(pieces, base)


def _read_sign(pieces: Pieces, i: int, floor: int) -> tuple[int, bool]:
    """Where the amount begins with its sign, and whether that is a minus."""
    sign = low_at(pieces, i - 1)
    if i - 1 < floor or not is_kind(pieces, i, "digits"):
        return i, False
    if sign in HYPHENS and low_at(pieces, i - 2) == "minus":
        return i - 2, True
    if sign == "minus":
        either = (low_at(pieces, i - 3), low_at(pieces, i - 2)) == ("plus", "or")
        return (i - 3, False) if either else (i - 1, True)
    if sign in HYPHENS | {"+"} and is_glued(pieces, i) and not is_glued(pieces, i - 1):
        return i - 1, sign != "+"
    return i, False


def _is_code(pieces: Pieces, i: int) -> bool:
    """Whether letters glued to digits are no unit, scale or currency: "5G" is one by its unit, "9AB8" is not."""
    if not is_kind(pieces, i, "word") or pieces[i].low in SHORT_SCALES:
        return False
    return read_unit(pieces, i) is None and read_currency(pieces, i) is None and _mega_code(pieces, i) is None


def _money_after_sign(pieces: Pieces, amount: Amount, code: str, begin: int) -> Amount:
    assert amount.number is not None
    number = short_scale(pieces, amount.number) or amount.number
    if code in ARAB_MONEY and low_at(pieces, number.next) == "arab":
        number = number.times(SCALES["arab"], number.next + 1)
    behind = number.next
    again = read_currency(pieces, behind)
    if (
        again is not None
        and not is_kind(pieces, again[1], "digits")
        and (again[0] == code or code == "USD" or again[0] == "USD")
    ):
        known = code if again[0] == "USD" else again[0]
        code, behind = known, again[1]
    elif code == "USD" and behind < len(pieces) and pieces[behind].text == "US" and not pieces[behind].glued:
        behind += 1
    done = replace(
        amount,
        begin=begin,
        behind=behind,
        value=number.value,
        second=number.high,
        unit=code,
        kind="money",
        number=number,
    )
    return _with_per(pieces, done)


def _with_unit(pieces: Pieces, amount: Amount) -> Amount:
    """The amount with what stands behind its number: currency, percent, measure, counted noun, or nothing."""
    number = amount.number
    assert number is not None
    at = skip_hyphen(pieces, number.next)
    at = at + 1 if low_at(pieces, at) == "of" and number.high is not None else at
    measure = read_unit(pieces, at)
    found = read_currency(pieces, at) or _mega_code(pieces, at)
    found = None if found and measure and measure[1] > found[1] else found
    if found is None:
        short = short_scale(pieces, number)
        if short is not None and _short_scale_counts(pieces, number.next):
            number, at = short, skip_hyphen(pieces, short.next)
            amount = replace(amount, behind=short.next, value=short.value, number=short)
            found = read_currency(pieces, at)
    if found is not None:
        return _money_before_name(pieces, amount, at, *found)
    measure = read_unit(pieces, at)  # anew: behind a short scale
    if measure is not None:
        return _with_age(pieces, _with_per(pieces, replace(amount, unit=measure[0], behind=measure[1], kind="measure")))
    if number.fraction:
        return replace(amount, unit="fraction", kind="fraction")
    noun = read_noun(pieces, _count_start(pieces, amount)) if not number.fraction else None
    if noun is not None:
        return _with_per(pieces, replace(amount, unit=noun[0], behind=noun[1], kind="count"))
    return amount


def _count_start(pieces: Pieces, amount: Amount) -> int:
    """Where the counted noun phrase begins: "dozens of", "thousands of" and "eight of the" stand before it."""
    at = amount.behind
    number = amount.number
    if number is not None and (number.high is not None or number.scale is not None) and low_at(pieces, at) == "of":
        return at + 2 if low_at(pieces, at + 1) in {"the", "its", "their"} else at + 1
    return at


def _mega_code(pieces: Pieces, i: int) -> tuple[str, int] | None:
    """ "30 MUSD", "120 MEUR": a currency code with a scale before it is read by ``_money_before_name``."""
    word = pieces[i].text if i < len(pieces) else ""
    if len(word) == 4 and word.isupper() and word[0] in "MB" and is_money(word[1:]):
        return word, i + 1
    return None


def _short_scale_counts(pieces: Pieces, i: int) -> bool:
    """Whether a letter behind digits is a scale and not metres: something counted or measured follows it."""
    if pieces[i].low in {"k", "b", "t"}:
        return True
    follows = (
        low_at(pieces, i + 1) == "of"
        or read_unit(pieces, i + 1) is not None
        or read_currency(pieces, i + 1) is not None
    )
    return follows or pieces[i].text == "M" or read_noun(pieces, i + 1) is not None


def _money_before_name(pieces: Pieces, amount: Amount, at: int, code: str, behind: int) -> Amount:
    number = amount.number
    assert number is not None
    if len(code) == 4:
        number = number.times(Decimal(10**6 if code[0] == "M" else 10**9), behind)
        code = code[1:]
    scaled = read_scale(pieces, replace(number, next=behind)) if number.scale is None else None
    if scaled is not None and scaled.scale is not None:
        number, behind = scaled, scaled.next
    value = number.value
    cents = _read_cents(pieces, behind) if number.scale is None and number.high is None else None
    if cents is not None:
        value, behind = value + cents[0] / 100, cents[1]
    money = replace(amount, behind=behind, value=value, second=number.high, unit=code, kind="money", number=number)
    return _with_per(pieces, money)


def _read_cents(pieces: Pieces, i: int) -> tuple[Decimal, int] | None:
    """ "3 dollars 50 cents", "15 dollars 50": the small coin, when two digits or words stand right behind the name."""
    i = i + 1 if low_at(pieces, i) == "and" else i
    number = read_number(pieces, i)
    if number is None or number.scale is not None or number.value >= 100 or number.value != int(number.value):
        return None
    coin = read_unit(pieces, number.next)
    if coin is not None:
        return (number.value, coin[1]) if coin[0] in {"cent", "penny", "sen"} else None
    plain = number.digits and number.value >= 10 and low_at(pieces, i - 1) != "and"
    free = read_currency(pieces, number.next) is None and read_noun(pieces, number.next) is None
    return (
        (number.value, number.next) if plain and free and low_at(pieces, number.next) not in HYPHENS | {"%"} else None
    )


def _with_per(pieces: Pieces, amount: Amount) -> Amount:
    per = read_per(pieces, amount.behind)
    if per is None or amount.unit is None or per[0] == amount.unit:
        return amount
    if amount.kind == "count" and per[0] not in PER_WORDS:
        return amount
    return replace(amount, unit=f"{amount.unit} per {per[0]}", behind=per[1])


def _with_age(pieces: Pieces, amount: Amount) -> Amount:
    """ "18-year-old" and "5 years of age" are years of age."""
    at = skip_hyphen(pieces, amount.behind)
    if amount.unit == "year" and low_at(pieces, at) in {"old", "olds"}:
        return replace(amount, unit="year of age", behind=at + 1)
    if amount.unit == "year" and (low_at(pieces, at), low_at(pieces, at + 1)) == ("of", "age"):
        return replace(amount, unit="year of age", behind=at + 2)
    if amount.unit == "year" and (low_at(pieces, amount.begin - 2), low_at(pieces, amount.begin - 1)) == ("age", "of"):
        return replace(amount, unit="year of age")
    return amount
