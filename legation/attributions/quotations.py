"""Quotation marks -> what is quoted, over sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.records import Span

_MARK = re.compile(r"“|”|\"|``|''|«|»")
_PARAGRAPH = re.compile(r"\n+")
_WORD = re.compile(r"\w+")
_CLAUSE_ENDS = (",", ".", "?", "!")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included. ``open``: its paragraph ends without a closing mark."""

    start: int
    end: int
    open: bool
    words: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in text order; marks are paired within a paragraph; one that a cut opened begins with it.

    Example:
        >>> [(q.start, q.end) for q in find_quotations('He said: "We agree." Then he left.')]
        [(9, 20)]
    """
    found: list[Quotation] = []
    for start, end in _paragraphs(text):
        found.extend(_pair_marks(text, start, end))
    return tuple(found)


def _paragraphs(text: str) -> list[Span]:
    spans, low = [], 0
    for match in _PARAGRAPH.finditer(text):
        spans.append((low, match.start()))
        low = match.end()
    return [*spans, (low, len(text))]


def _pair_marks(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text, start, end))
    opened = start if marks and _was_cut(text, marks, start) else None
    for match in marks:
        if opened is None:
            if _opens(text, match, start, end):
                opened = match.start()
        elif not _only_opens(match.group()):
            found.append(_quotation(text, opened, match.end(), False))
            opened = None
    if opened is not None and opened < end:
        found.append(_quotation(text, opened, end, True))
    return found


def _was_cut(text: str, marks: list[re.Match[str]], start: int) -> bool:
    """Whether the first mark closes what nothing opened: "... at war," he said. "We are not.", begun before the cut."""
    ambiguous = not any(_only_opens(m.group()) for m in marks)
    before = text[start : marks[0].start()].rstrip()
    closes = not _opens(text, marks[0], start, len(text))
    return ambiguous and closes and len(marks) % 2 == 1 and before.endswith(_CLAUSE_ENDS)


def _quotation(text: str, start: int, end: int, is_open: bool) -> Quotation:
    return Quotation(start, end, is_open, len(_WORD.findall(text, start, end)))


def _only_opens(mark: str) -> bool:
    return mark in ("“", "``", "«")


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """A curly mark says so itself; a straight one opens unless it leans on a word to its left."""
    mark = match.group()
    if mark in ("”", "»"):
        return False
    if _only_opens(mark):
        return True
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return before.isspace() or before in "([-–—" or after.isalnum()
