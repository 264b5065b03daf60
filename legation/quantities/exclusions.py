"""Numbers that are no amounts: days, clock times, years, ordinals, phone numbers, versions, web addresses, names.

Example:
    >>> [(m, n) for m, n in find_excluded("At 10.45pm on May 7, 2025")]
    [(3, 10), (14, 25)]
"""

from __future__ import annotations

import re

from legation.languages.en.calendar import MONTH_NUMBERS
from legation.languages.en.quantities import BREAKS, FALLS, NAME_HEADS, ONES, RISES, TENS, YEAR_CUES
from legation.quantities.pieces import HYPHENS, Pieces, is_kind, low_at
from legation.records import Span

_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b(?![.,:]\d)"
_YEAR = r"(?:1[5-9]|20)\d{2}"
_EXCLUDED = re.compile(
    rf"\b{_YEAR}-\d\d?-\d\d?\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b"
    r"|\b\d{1,2}(?:[:.]\d{2}){0,2}\s?[ap]\.?m\b\.?"
    r"|\b\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?\b"
    rf"|\b{_MONTH}\.?\s+{_DAY}(?:\s?[-–]\s?\d{{1,2}}\b(?!%))?(?:(?:,\s*|\s+){_YEAR}\b)?"
    rf"|\b{_DAY}(?:\s?[-–]\s?{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?"
    rf"|\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d{{2}})\b(?!\s?%)"
    r"|\b\d+(?:st|nd|rd|th)\b"
    r"|\b\d{3,4}-\d{3,4}-\d{3,4}\b|\b\d{4,}-\d{6,}(?:-\d+)?\b|\+\d{1,3}[ -]\d{2,4}[ -]\d{3,}(?:[ -]\d+)?"
    r"|\b[vV]?\d+\.\d+\.\d+(?:\.\d+)*\b|\b[vV]\.?\s?\d+(?:\.\d+)?\b"
    r"|\bhttps?://\S+|\bwww\.\S+|#\w+"
    r"|\b\d{1,2}/(?!(?:2|3|4|5|8|10|16)\b)\d{1,2}\b(?!/)|\b(?:1[5-9]|20)?\d0s\b"
    r"|\b\d{4} (?:GMT|hours local|local time)\b|\(\d{4} GMT\)",
    re.IGNORECASE,
)
_BEGINNING = re.compile(rf"(?i:\b(?:\d|v\.?\s?\d|https?:|www\.|{_MONTH})|[+(]\d|#\w)")


def find_excluded(text: str) -> list[Span]:
    """Spans in text order whose digits are days, times, ordinals, phone numbers or versions.

    The long pattern is tried only where one of its beginnings stands: a third of the time of a search for it.
    """
    found: list[Span] = []
    at = _BEGINNING.search(text)
    while at is not None:
        match = _EXCLUDED.match(text, at.start())
        if match is not None:
            found.append(match.span())
        at = _BEGINNING.search(text, match.end() if match is not None else at.start() + 1)
    return found


def is_year(pieces: Pieces, i: int) -> bool:
    """Whether four digits read as a year, judged without a unit behind them."""
    digits = pieces[i].text
    if len(digits) != 4 or not digits.isdigit() or not 1500 <= int(digits) <= 2100:
        return False
    before, after = low_at(pieces, i - 1).rstrip("."), low_at(pieces, i + 1)
    if before in MONTH_NUMBERS or after in {"'", "’"} or before in {"(", "'", "’"}:
        return True
    return before in YEAR_CUES or before in HYPHENS or int(digits) >= 1800


def is_name_part(pieces: Pieces, i: int) -> bool:
    """Whether digits belong to a name: "Resolution 1701", "F-16", "COP28", "Group of 20" aside."""
    if i == 0:
        return False
    before = pieces[i - 1]
    if pieces[i].glued and before.kind == "word":
        return True
    if pieces[i].glued and before.text in HYPHENS and before.glued and is_kind(pieces, i - 2, "word"):
        return pieces[i - 2].text not in {"minus", "sub"} and pieces[i - 2].low not in ONES
    if before.kind != "word":
        return False
    return before.low in NAME_HEADS or _is_capitalised_name(pieces, i - 1)


def _is_capitalised_name(pieces: Pieces, i: int) -> bool:
    word = pieces[i]
    if not word.text[0].isupper() or word.low in BREAKS | RISES | FALLS or word.low in {**ONES, **TENS}:
        return False
    at_start = i == 0 or pieces[i - 1].text in {".", "!", "?", ":", "“", '"'}
    return not at_start or (len(word.text) > 1 and word.text.isupper())
