"""The sentence around words of a report, told by its stops: an abbreviation's stop ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.languages.en.abbreviations import BEFORE_NAMES, BEFORE_NUMBERS, MAY_END, STARTERS
from legation.records import Document
from legation.sentences.blocks import is_wrapped

AROUND = 240
_STOP = re.compile(r"[.!?…][”\"’')\]]{0,3}(?=\s|$)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_WORD_BEFORE = re.compile(r"[\w.&-]{1,20}$")
_LETTERS = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")
_NEXT = re.compile(r"\s+[“\"‘'(\[]{0,3}(\w+)")


def passage(document: Document, start: int, end: int) -> tuple[str, str, bool, bool]:
    """What stands before and after ``start:end`` in its sentence, at most ``AROUND`` characters each and no noise.

    Then whether the sentence goes on before it and after it.
    """
    low, high = _bounds(document, start, end)
    text = document.text
    near_low, near_high = max(low, start - AROUND), min(high, end + AROUND)
    ends = [near_low + e for e in find_ends(text[near_low : min(high, near_high + 20)])]
    first = max((e for e in ends if e <= start), default=None)
    last = min((e for e in ends if end <= e <= near_high), default=None)
    cut_before, cut_after = first is None and near_low > low, last is None and near_high < high
    if first is None:
        first = text.find(" ", near_low, start) + 1 or near_low if cut_before else near_low
    if last is None:
        last = text.rfind(" ", end, near_high) if cut_after else near_high
    while first < start and text[first].isspace():
        first += 1
    after = text[end : max(last, end)]
    return text[first:start], after.rstrip() if cut_after or after.endswith("\n") else after, cut_before, cut_after


def find_ends(text: str) -> Iterator[int]:
    """Where sentences of a paragraph end, after the closing quotes.

    Example:
        >>> list(find_ends("The U.S. envoy met Gen. Kral. They spoke."))
        [29, 41]
    """
    for stop in _STOP.finditer(text):
        if _is_end(text, stop):
            yield stop.end()


def _is_end(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop before a blank ends its sentence."""
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    after = following.group(1)
    if after[0].islower():
        return False
    found = _WORD_BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    if found is None or text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return True
    word = found.group()
    if word in BEFORE_NAMES or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    if word in BEFORE_NUMBERS:
        return not after.isdigit()
    return not (word in MAY_END or _LETTERS.fullmatch(word)) or after in STARTERS


def _bounds(document: Document, start: int, end: int) -> tuple[int, int]:
    """The paragraph of ``start:end``, or its line where lines are not hard-wrapped, without noise."""
    text = document.text
    low = max((m.end() for m in _BLANK_LINE.finditer(text, 0, start)), default=0)
    blank = _BLANK_LINE.search(text, end)
    high = blank.start() if blank else len(text)
    if not is_wrapped(text[low:high]):
        low = max(low, text.rfind("\n", low, start) + 1)
        line = text.find("\n", end, high)
        high = line if line >= 0 else high
    for noise in document.noise:
        low = max(low, noise.end) if noise.end <= start else low
        high = min(high, noise.start) if noise.start >= end else high
    return low, high
