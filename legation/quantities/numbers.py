"""Pieces -> one number: digits, number words, fractions, scales and vague tens and hundreds, as exact decimals.

Example:
    >>> from legation.quantities.pieces import cut_pieces
    >>> read_number(cut_pieces("half a billion dollars"), 0).value
    Decimal('500000000.0')
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from legation.languages.en.quantities import GROUPS, HALF_OF_TIME, ONES, PARTS, SCALES, SHORT_SCALES, TENS, VAGUE
from legation.quantities.pieces import HYPHENS, Piece, Pieces, is_glued, is_kind, low_at

_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅛": "0.125"}
_SLASHES = frozenset("/⁄∕")
_FIRST = frozenset({*_VULGAR, ".", "tens", "half", "quarter", "a", "an", *VAGUE, *ONES, *TENS})
LARGEST_DIGITS = 20  # beyond that it is no amount, and decimals would round


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the index behind it. ``high`` is set for a vague order of magnitude."""

    value: Decimal
    next: int
    high: Decimal | None = None
    scale: Decimal | None = None
    digits: bool = True
    fraction: bool = False

    def times(self, factor: Decimal, behind: int) -> Number:
        """The number on a scale ("1.2" "bn")."""
        high = self.high * factor if self.high is not None else None
        scale = factor * (self.scale or 1)
        return replace(self, value=self.value * factor, high=high, scale=scale, next=behind, fraction=False)


def read_number(pieces: Pieces, i: int) -> Number | None:
    """The number that begins at piece ``i``, scale words included, or None."""
    if i >= len(pieces) or not begins_number(pieces[i]):
        return None
    number = (
        _read_digits(pieces, i)
        or _read_vague(pieces, i)
        or _read_part(pieces, i)
        or _read_words(pieces, i)
        or _read_article(pieces, i)
    )
    return read_scale(pieces, number) if number else None


def begins_number(piece: Piece) -> bool:
    """Whether a number can begin with the piece: digits, a number word, or an article before one."""
    return piece.kind == "digits" or piece.low in _FIRST


def read_scale(pieces: Pieces, number: Number) -> Number:
    """The number with the scale words behind it ("lakh crore", "-million") multiplied in."""
    j = number.next
    while True:
        at = j + 1 if low_at(pieces, j) in HYPHENS and low_at(pieces, j + 1) in SCALES else j
        word = low_at(pieces, at)
        if word == "arab" or word not in SCALES or (number.high is not None and word.endswith("s")):
            return number
        number = number.times(SCALES[word], at + 1)
        j = at + 1


def short_scale(pieces: Pieces, number: Number) -> Number | None:
    """The number with a glued one-letter scale ("$5m", "10k"), or None where no such letter stands."""
    j = number.next
    word = low_at(pieces, j)
    if number.scale is None and word in SHORT_SCALES and (is_glued(pieces, j) or pieces[j].text in "BMT"):
        return number.times(SHORT_SCALES[word], j + 1)
    return None


def _read_digits(pieces: Pieces, i: int) -> Number | None:
    if is_kind(pieces, i, "digits"):
        value = _decimal(pieces[i].text)
        number = Number(value, i + 1) if value is not None else None
        return _read_fraction(pieces, i, number) if number else None
    if low_at(pieces, i) in _VULGAR:
        return Number(_vulgar(pieces[i].text), i + 1)
    if (
        low_at(pieces, i) == "."
        and is_glued(pieces, i + 1)
        and is_kind(pieces, i + 1, "digits")
        and not is_glued(pieces, i)
    ):
        value = _decimal("0." + pieces[i + 1].text) if pieces[i + 1].text.isdigit() else None
        return Number(value, i + 2) if value is not None else None
    return None


def _read_fraction(pieces: Pieces, i: int, number: Number) -> Number:
    """ "1/4", "7 3/4" and "2½" as one number."""
    if low_at(pieces, i + 1) in _VULGAR and is_glued(pieces, i + 1):
        return Number(number.value + _vulgar(pieces[i + 1].text), i + 2)
    part = _slash_fraction(pieces, i)
    if part is not None:
        return Number(part, i + 3)
    if is_kind(pieces, i + 1, "digits") and not is_glued(pieces, i + 1):
        part = _slash_fraction(pieces, i + 1)
        if part is not None and part < 1:
            return Number(number.value + part, i + 4)
    return number


def _slash_fraction(pieces: Pieces, i: int) -> Decimal | None:
    if not (is_kind(pieces, i, "digits") and low_at(pieces, i + 1) in _SLASHES and is_kind(pieces, i + 2, "digits")):
        return None
    above, below = pieces[i].text, pieces[i + 2].text
    glued = pieces[i + 1].glued and pieces[i + 2].glued and low_at(pieces, i + 3) not in _SLASHES
    if not glued or not (above.isdigit() and below in {"2", "3", "4", "5", "8", "10", "16", "32", "64", "128"}):
        return None
    return Decimal(above) / Decimal(below)


def _vulgar(sign: str) -> Decimal:
    above, _, below = _VULGAR[sign].partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)


def _decimal(digits: str) -> Decimal | None:
    """The exact decimal; None for more digits than any amount has. ASCII digits only are read."""
    plain = digits.replace(",", "")
    return Decimal(plain) if len(plain) <= LARGEST_DIGITS and plain.isascii() else None


def _read_vague(pieces: Pieces, i: int) -> Number | None:
    """ "tens of thousands", "hundreds of billions", "dozens": the ends of an order of magnitude."""
    word = low_at(pieces, i)
    tens = word == "tens"
    if not tens and word not in VAGUE:
        return None
    if low_at(pieces, i + 1) == "of" and low_at(pieces, i + 2) in VAGUE and low_at(pieces, i + 2) != "dozens":
        factor = Decimal(10) if tens else VAGUE[word][0]
        low, high = VAGUE[low_at(pieces, i + 2)]
        return Number(low * factor, i + 3, high=high * factor, digits=False)
    if tens or (low_at(pieces, i + 1) != "of" and word in {"scores", "millions", "billions"}):
        return None
    low, high = VAGUE[word]
    return Number(low, i + 1, high=high, digits=False)


def _read_part(pieces: Pieces, i: int) -> Number | None:
    """ "half a million", "two-thirds", "a third of", "one in four"."""
    word = low_at(pieces, i)
    if word in {"half", "quarter"}:
        return _half(pieces, i, word) if low_at(pieces, i - 1) not in HALF_OF_TIME else None
    if word in {"a", "an"} and low_at(pieces, i + 1) in PARTS and low_at(pieces, i + 2) == "of":
        inner = _half(pieces, i + 1, low_at(pieces, i + 1))
        return inner or Number(1 / PARTS[low_at(pieces, i + 1)], i + 2, digits=False, fraction=True)
    if word not in ONES or not ONES[word]:
        return None
    j = i + 2 if low_at(pieces, i + 1) in HYPHENS else i + 1
    part = low_at(pieces, j)
    if part in PARTS and (part != "half") and (part.endswith("s") == (word != "one")):
        return Number(ONES[word] / PARTS[part], j + 1, digits=False, fraction=True)
    if low_at(pieces, i + 1) in {"in", "of", "out"}:
        return _one_of(pieces, i)
    return None


def _half(pieces: Pieces, i: int, word: str) -> Number | None:
    """ "half a billion", "a quarter of a million", "half of"."""
    j = i + 2 if low_at(pieces, i + 1) == "of" else i + 1
    if low_at(pieces, j) in {"a", "an"} and low_at(pieces, j + 1) in {**SCALES, **GROUPS}:
        share = Decimal("0.5") if word == "half" else Decimal("0.25")
        scale = SCALES.get(low_at(pieces, j + 1)) or GROUPS[low_at(pieces, j + 1)]
        return Number(share * scale, j + 2, digits=False, scale=scale)
    if low_at(pieces, i + 1) == "of":
        return Number(1 / PARTS[word], i + 1, digits=False, fraction=True)
    return None


def _one_of(pieces: Pieces, i: int) -> Number | None:
    """ "one in five", "one of four": a share, when a number follows."""
    j = i + 3 if (low_at(pieces, i + 1), low_at(pieces, i + 2)) == ("out", "of") else i + 2
    whole = ONES.get(low_at(pieces, j)) or TENS.get(low_at(pieces, j))
    part = ONES[low_at(pieces, i)]
    if not whole or whole < 2 or part >= whole or low_at(pieces, j + 1) in SCALES:
        return None
    if low_at(pieces, i + 1) == "in" and low_at(pieces, j + 1) in {"days", "weeks", "months", "years"}:
        return None
    return Number(part / whole, j + 1, digits=False, fraction=True)


def _read_words(pieces: Pieces, i: int) -> Number | None:
    """ "two hundred and fifty thousand", "twenty-five", "two and a half"."""
    first = _small(pieces, i)
    if first is None:
        return None
    total, current, j = Decimal(0), first[0], first[1]
    scaled, scale = False, None
    while True:
        word, at = low_at(pieces, j), j
        if word in HYPHENS and low_at(pieces, j + 1) in SCALES:
            word, at = low_at(pieces, j + 1), j + 1
        if word in SCALES and word != "arab" and not word.endswith("s"):
            scaled, scale, j = True, SCALES[word], at + 1
            if SCALES[word] == 100:
                current *= 100
            else:
                total, current = total + (current or 1) * SCALES[word], Decimal(0)
            continue
        j = j + 1 if word == "and" and scaled else j
        following = _small(pieces, j) if scaled else None
        if following is None or (j and low_at(pieces, j - 1) == "and" and following[0] >= 100):
            break
        current, j = current + following[0], following[1]
        scaled, scale = False, None
    if j and low_at(pieces, j - 1) == "and":
        j -= 1
    total += current
    if (low_at(pieces, j), low_at(pieces, j + 1), low_at(pieces, j + 2)) == ("and", "a", "half"):
        total, j = total + Decimal("0.5"), j + 3
    return Number(total, j, digits=False, scale=scale)


def _small(pieces: Pieces, i: int) -> tuple[Decimal, int] | None:
    """A number word below a hundred and the index behind it."""
    word = low_at(pieces, i)
    if word in TENS:
        j = i + 2 if low_at(pieces, i + 1) in HYPHENS else i + 1
        unit = ONES.get(low_at(pieces, j), Decimal(0))
        return (TENS[word] + unit, j + 1) if 0 < unit < 10 else (TENS[word], i + 1)
    return (ONES[word], i + 1) if word in ONES else None


def _read_article(pieces: Pieces, i: int) -> Number | None:
    """ "a hundred", "a million", "a dozen"; "several hundred" says no number."""
    if low_at(pieces, i) not in {"a", "an"}:
        return None
    word = low_at(pieces, i + 1)
    if word in GROUPS:
        return Number(GROUPS[word], i + 2, digits=False)
    if word in {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}:
        return Number(Decimal(1), i + 1, digits=False)
    return None
