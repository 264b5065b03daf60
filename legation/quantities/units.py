"""Pieces -> unit: currencies before or behind a number, measures, and what is counted; from the tables in data/units.

Example:
    >>> from legation.quantities.pieces import cut_pieces
    >>> read_unit(cut_pieces("barrels a day of crude"), 0)
    ('barrel per day', 3)
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from legation.languages.en.quantities import (
    AGO,
    BREAKS,
    CODES_LIKE_WORDS,
    IRREGULAR,
    NAME_NO_SIGN,
    NOT_COUNTED,
    ONES,
    PER_NAMES,
    PER_WORDS,
    SCALES,
)
from legation.quantities.pieces import HYPHENS, Pieces, cut_low, cut_pieces, is_glued, is_kind, low_at, skip_hyphen

Table = dict[tuple[str, ...], str]
_LONGEST_NOUN_PHRASE = 6


def read_rows(name: str, width: int = 3) -> list[list[str]]:
    """The rows of a table of data/units below its head, each with ``width`` fields."""
    lines = (files("legation") / "data" / "units" / name).read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row + [""] * (width - len(row)) for row in kept[1:]]


@cache
def currency_tables() -> tuple[frozenset[str], Table, Table]:
    """(ISO codes, lower-case names -> code, symbols as written -> code), names and symbols cut into pieces."""
    codes, names, symbols = set[str](), Table(), Table()
    for code, words, signs in read_rows("currencies.tsv"):
        codes.add(code)
        names.update({_key(w): code for w in words.split("|") if w})
        symbols.update({tuple(p.text for p in cut_pieces(s)): code for s in signs.split("|") if s})
    for name, words, _, _ in read_rows("shared_money.tsv", 4):
        bare = [_key(w) for w in words.split("|") if w.startswith(name)]
        names.update({key: name for key in bare if key not in names})  # "dinars", whosesoever
    return frozenset(codes), names, symbols


@cache
def shared_names() -> frozenset[str]:
    """The names that an amount of open money has for its unit: "dinar", "rupee"."""
    return frozenset(row[0] for row in read_rows("shared_money.tsv", 4))


@cache
def unit_tables() -> tuple[Table, Table]:
    """(lower-case words -> unit, abbreviations as written -> unit), both cut into pieces."""
    words, short = Table(), Table()
    for unit, names, signs in read_rows("units.tsv"):
        words.update({_key(w): unit for w in names.split("|") if w})
        short.update({tuple(p.text for p in cut_pieces(s)): unit for s in signs.split("|") if s})
    return words, short


def _key(words: str) -> tuple[str, ...]:
    return tuple(cut_low(words))


@cache
def _longest(table: str) -> int:
    tables = {
        "names": currency_tables()[1],
        "symbols": currency_tables()[2],
        "words": unit_tables()[0],
        "short": unit_tables()[1],
    }
    return max(len(key) for key in tables[table])


def is_money(unit: str | None) -> bool:
    """Whether the unit is a currency code or a name that several currencies share, alone or per something."""
    money = (unit or "").split(" per ")[0]
    return money in currency_tables()[0] or money in shared_names()


def currency_before(pieces: Pieces, i: int, floor: int = 0) -> tuple[str, int] | None:
    """The currency whose sign, code or name ends right before piece ``i``, and where it begins."""
    codes, names, symbols = currency_tables()
    for length in range(min(_longest("symbols"), i - floor), 0, -1):
        key = tuple(p.text for p in pieces[i - length : i])
        if length > 1 and key[0] in {"hk", "us", "c", "nz", "nt"}:
            key = (key[0].upper(), *key[1:])
        if key in symbols and _holds_together(pieces, i - length, i):
            return symbols[key], i - length
    at = i - 1
    word = pieces[at].text if at >= floor else ""
    if _is_code(word, codes) and not (word.lower() in CODES_LIKE_WORDS and _is_small(pieces, i)):
        return word.upper(), at
    if (
        (word.lower(),) in names
        and word.lower() not in NAME_NO_SIGN
        and not _is_year_like(pieces, i)
        and not word.lower().endswith("s")
        and is_kind(pieces, at, "word")
    ):
        return names[(word.lower(),)], at
    return None


def _is_code(word: str, codes: frozenset[str]) -> bool:
    return word in codes or (word.upper() in codes and word.islower() and word not in CODES_LIKE_WORDS)


def _is_small(pieces: Pieces, i: int) -> bool:
    """Whether "ALL 5" and "TOP 10" are words and no Albanian or Tongan money."""
    small = is_kind(pieces, i, "digits") and len(pieces[i].text) < 4
    return small and low_at(pieces, i + 1) not in SCALES


def _is_year_like(pieces: Pieces, i: int) -> bool:
    return is_kind(pieces, i, "digits") and len(pieces[i].text) == 4 and pieces[i].text[:2] in {"19", "20"}


def _holds_together(pieces: Pieces, start: int, end: int) -> bool:
    """Whether a sign of several pieces is written as one; the blank of "HK $" is forgiven, that of "a $" is not."""
    for k in range(start + 1, end):
        if not pieces[k].glued and not (len(pieces[start].text) > 1 or pieces[start].text in "CSc"):
            return False
    first = pieces[start]
    return not (first.kind == "word" and first.glued and start and pieces[start - 1].kind != "sign")


def read_currency(pieces: Pieces, i: int) -> tuple[str, int] | None:
    """The currency that begins at piece ``i`` ("Chinese yuan", "USD", "€"), and the index behind it."""
    codes, names, symbols = currency_tables()
    for length in range(min(_longest("names"), len(pieces) - i), 0, -1):
        key = tuple(p.low for p in pieces[i : i + length])
        if key in names:
            return names[key], i + length
        sign = tuple(p.text for p in pieces[i : i + length])
        if sign in symbols and (sign[0] not in {"LE", "LL", "DM", "SR", "TL", "RM", "PS", "Y"} or is_glued(pieces, i)):
            behind = i + length
            return None if is_glued(pieces, behind) and is_kind(pieces, behind, "digits") else (symbols[sign], behind)
    word = pieces[i].text if i < len(pieces) else ""
    return (word.upper(), i + 1) if _is_code(word, codes) else None


def read_unit(pieces: Pieces, i: int) -> tuple[str, int] | None:
    """The measure that begins at piece ``i``, longest name first, and the index behind it."""
    words, short = unit_tables()
    for length in range(min(max(_longest("words"), _longest("short")), len(pieces) - i), 0, -1):
        window = pieces[i : i + length]
        key = tuple(p.low for p in window)
        if key in words:
            return words[key], i + length
        sign = tuple(p.text for p in window)
        if sign in short and (length == 1 or all(p.glued for p in window[1:])) and _stands_alone(pieces, i, i + length):
            return short[sign], i + length
    return None


def _stands_alone(pieces: Pieces, i: int, behind: int) -> bool:
    """One-letter signs count only right against the number, or as a capital that nothing follows up ("12 C")."""
    if is_glued(pieces, behind) and pieces[behind].kind != "sign":
        return False
    sign = pieces[i].text
    if behind - i > 1 or len(sign) > 1 or pieces[i].kind == "sign":
        return True
    return pieces[i].glued or (sign in "CFVA" and not is_kind(pieces, behind, "sign")) or sign == "p"


def read_per(pieces: Pieces, i: int) -> tuple[str, int] | None:
    """What a rate is per ("per barrel", "a month", "/share"), and the index behind it."""
    j = skip_hyphen(pieces, i)
    word = low_at(pieces, j)
    if word in {"a", "an", "each", "every"} or word == "/":
        k = skip_hyphen(pieces, j + 1)
        noun = singular(low_at(pieces, k))
        rate = noun in PER_WORDS and low_at(pieces, k + 1) not in AGO
        return (PER_NAMES.get(noun, noun), k + 1) if rate else None
    if word != "per":
        return None
    measure = read_unit(pieces, j + 1)
    if measure is not None and low_at(pieces, j + 1) != "cent":
        return measure
    noun = singular(low_at(pieces, j + 1))
    return (PER_NAMES.get(noun, noun), j + 2) if noun.isalpha() else None


def read_noun(pieces: Pieces, i: int, *, one: bool = False) -> tuple[str, int] | None:
    """The head of the noun phrase at piece ``i`` in its singular, and the index behind it; None when none is counted.

    The first plural is the head ("fighter jets" counts jets); after "one" or a hyphen the first noun is.
    """
    j, hyphen = i, low_at(pieces, i) in HYPHENS
    if hyphen:
        j = i + 1
    seen = 0
    while j < len(pieces) and seen < _LONGEST_NOUN_PHRASE:
        piece = pieces[j]
        if piece.kind == "sign":
            if piece.text in HYPHENS and piece.glued and is_glued(pieces, j + 1):
                j += 1
                continue
            return None
        after_hyphen = j > i and pieces[j - 1].text in HYPHENS
        if (
            (piece.kind == "digits" and not seen)
            or (piece.low in BREAKS and not after_hyphen)
            or (piece.low in ONES and seen)
        ):
            return None
        if piece.kind == "word":
            noun = _plural(pieces, j)
            if noun is not None:
                return noun, j + 1
        seen, j = seen + 1, j + 1
    return None


def _plural(pieces: Pieces, j: int) -> str | None:
    word = pieces[j].low
    if word in IRREGULAR:
        return IRREGULAR[word]
    plural = (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in NOT_COUNTED
    )
    if not plural or (low_at(pieces, j + 1) in {"'", "’"} and is_glued(pieces, j + 1)):
        return None
    return singular(word)


def singular(word: str) -> str:
    """The singular of an English noun by suffix and a table of exceptions.

    Example:
        >>> singular("categories"), singular("people"), singular("batches")
        ('category', 'person', 'batch')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
