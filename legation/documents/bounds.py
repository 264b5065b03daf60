"""How early an undated report can have been published, by its own words: not before what it tells as past.

Only whole days with their year bound it, and the day of its dateline in the first year that they leave open. An upper
bound has no words: the interval stays open, and no day is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from legation.documents.lines import find_lines
from legation.documents.noise import lines_outside
from legation.documents.published import find_days, find_yearless_day
from legation.documents.vocabulary import load_vocabulary
from legation.records import Document, Evidence, Published

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]?")
_ED = re.compile(r"(?!indeed|proceed|succeed|exceed)[a-z]{3,}ed")
_WORD = re.compile(r"[^\W\d_]+")


def bound_published(document: Document) -> Document:
    """The document with a lower bound of its publication, if nothing else dates it and its words give one.

    Example:
        >>> text = "SEOUL, May 27 - The ministers met on Monday. They signed the accord on April 2, 2019."
        >>> bound = bound_published(Document("d", "d.txt", text, dateline=Evidence.of(text, 0, 15, "dateline")))
        >>> bound.published.first, bound.published.last, [e.quote for e in bound.published.evidence]
        (datetime.date(2019, 5, 27), None, ['April 2, 2019', 'May 27'])
    """
    if document.published.first is not None or document.published.last is not None:
        return document
    latest = max(_past_days(document), key=lambda found: (found[0], -found[1].start), default=None)
    if latest is None:
        return document
    first: date = latest[0]
    evidence: tuple[Evidence, ...] = (latest[1],)
    if document.dateline is not None:
        line = find_yearless_day(document.text, document.dateline.start, document.dateline.end)
        later = _first_after(first, line[0]) if line else None
        if line is not None and later is not None:
            first, evidence = later, (*evidence, line[1])
    return replace(document, published=Published(first, None, "text", evidence))


def _past_days(document: Document) -> Iterator[tuple[date, Evidence]]:
    """The whole days that the body's sentences tell as past, with their words."""
    noise = [n for n in document.noise if n.kind != "dateline"]
    for line in lines_outside(find_lines(document.text), noise):
        for match in _SENTENCE.finditer(line.text):
            if _is_past(match.group()):
                yield from find_days(document.text, line.start + match.start(), line.start + match.end())


def _is_past(sentence: str) -> bool:
    """Whether a sentence tells what was done, and nothing that is to come."""
    words, tense = _WORD.findall(sentence), load_vocabulary().tense  # as written: "may" is no month, "May" is
    return not tense["coming"].intersection(words) and any(w in tense["past"] or _ED.fullmatch(w) for w in words)


def _first_after(floor: date, day: tuple[int, int]) -> date | None:
    """The first such month and day not before ``floor``."""
    for year in range(floor.year, floor.year + 5):
        try:
            found = date(year, *day)
        except ValueError:
            continue
        if found >= floor:
            return found
    return None
