"""When an undated report can have been published, by its own words: an interval with what it rests on, never a day.

Not before what it tells as past: whole days, months with their year, and days that lack the year but name the weekday;
"the lowest since November 2016" compares, and tells nothing that was done then.
A dateline moves that on to its day, in the first year that is left open. Not after the first whole day that it tells as
to come; without such a day the interval has no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legation.documents.lines import find_lines
from legation.documents.noise import lines_outside
from legation.documents.published import find_days, find_yearless_day
from legation.documents.vocabulary import load_vocabulary
from legation.records import Document, Evidence, Published

MonthDay = tuple[int, int]
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]?")
_ED = re.compile(r"(?!indeed|proceed|succeed|exceed)[a-z]{3,}ed")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"\b(?:in|during) ([A-Z][a-z]{2,8}) ((?:18|19|20)\d\d)\b")
_WEEKDAY = re.compile(r"\b([A-Z][a-z]{5,8}),? (?:\()?([A-Z][a-z]{2,8})\.? (\d{1,2})\b(?!,? (?:18|19|20)\d\d)")
_CLAUSE = re.compile(r"[,;:()\"“”—–]|\b(?:which|who|that|when)\b")
_AT = frozenset(["on", "by"])
_YEARS_ON = 4  # years in which a month and day is looked for: its weekday comes again after five at the earliest


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def is_past(self) -> bool:
        """Whether it tells what was done, and nothing that is to come."""
        return _tell_past(self.words) and load_vocabulary().tense["coming"].isdisjoint(self.words)

    @property
    def is_to_come(self) -> bool:
        """Whether it may tell what will be: nothing in it was planned once, or hangs on something."""
        return load_vocabulary().tense["was"].isdisjoint(self.words)


def bound_published(document: Document) -> Document:
    """The document with the interval of its publication, if nothing else dates it and its words tell of a past day.

    Example:
        >>> text = "SEOUL, May 27 - The ministers met on Monday. They signed the accord on April 2, 2019."
        >>> bound = bound_published(Document("d", "d.txt", text, dateline=Evidence.of(text, 0, 15, "dateline")))
        >>> bound.published.first, bound.published.last, [e.quote for e in bound.published.evidence]
        (datetime.date(2019, 5, 27), None, ['April 2, 2019', 'May 27'])
    """
    if document.published.first is not None or document.published.last is not None:
        return document
    sentences = list(_sentences(document))
    latest = max(_past_days(document.text, sentences), key=lambda told: (told[0], -told[1].start), default=None)
    if latest is None:
        return document
    first, evidence = latest[0], [latest[1]]
    for on, weekday, words in (*_weekdays(document.text, sentences), *_of_dateline(document)):
        later = _first_after(first, on, weekday)
        if later is not None and later > first:
            first, evidence = later, [*evidence, words]
    last = min(_coming_days(document.text, sentences, first), key=lambda told: (told[0], told[1].start), default=None)
    if last is not None:
        evidence.append(last[1])
    return replace(document, published=Published(first, last[0] if last else None, "text", tuple(evidence)))


def _sentences(document: Document) -> Iterator[_Sentence]:
    """The sentences outside noise that have a digit: others name no day."""
    noise = [n for n in document.noise if n.kind != "dateline"]
    for line in lines_outside(find_lines(document.text), noise):
        for match in _SENTENCE.finditer(line.text) if _DIGIT.search(line.text) else ():
            if not _DIGIT.search(match.group()):
                continue
            words = tuple(_WORD.findall(match.group()))
            yield _Sentence(line.start + match.start(), line.start + match.end(), words)


def _past_days(text: str, sentences: list[_Sentence]) -> Iterator[tuple[date, Evidence]]:
    """The days told as past, and the first days of months told so, with their words."""
    months = load_vocabulary().months
    for sentence in sentences:
        if sentence.is_past:
            yield from find_days(text, sentence.start, sentence.end)
            for match in _MONTH.finditer(text, sentence.start, sentence.end):
                month = months.get(match[1].lower())
                if month is not None and _tell_past(_clause_before(text, sentence, match.start())):
                    yield date(int(match[2]), month, 1), Evidence.of(text, match.start(1), match.end(), "published")


def _coming_days(text: str, sentences: list[_Sentence], first: date) -> Iterator[tuple[date, Evidence]]:
    """The days from ``first`` on that are told as to come ("will meet in the capital on …")."""
    for sentence in sentences:
        for day, words in find_days(text, sentence.start, sentence.end) if sentence.is_to_come else ():
            clause = _clause_before(text, sentence, words.start)
            sure = not load_vocabulary().tense["sure"].isdisjoint(clause)
            if day >= first and sure and clause[-1] in _AT:
                yield day, words


def _weekdays(text: str, sentences: list[_Sentence]) -> Iterator[tuple[MonthDay, int | None, Evidence]]:
    """Days told as past that lack the year but name the weekday: "on Saturday, July 26"."""
    words = load_vocabulary()
    for sentence in sentences:
        for match in _WEEKDAY.finditer(text, sentence.start, sentence.end) if sentence.is_past else ():
            weekday, month = words.weekdays.get(match[1].lower()), words.months.get(match[2].lower())
            known = weekday is not None and month is not None
            if known and _tell_past(_clause_before(text, sentence, match.start())):
                yield (month or 0, int(match[3])), weekday, Evidence.of(text, match.start(1), match.end(3), "published")


def _tell_past(words: Sequence[str]) -> bool:
    """Whether one of the words tells what was done; as written: "may" is no month, "May" is."""
    return any(w in load_vocabulary().tense["past"] or _ED.fullmatch(w) for w in words)


def _clause_before(text: str, sentence: _Sentence, end: int) -> list[str]:
    """The words of the sentence before ``end``, back to the last comma, bracket, quote or conjunction."""
    return _WORD.findall(_CLAUSE.split(text[sentence.start : end])[-1])


def _of_dateline(document: Document) -> Iterator[tuple[MonthDay, int | None, Evidence]]:
    if document.dateline is not None:
        found = find_yearless_day(document.text, document.dateline.start, document.dateline.end)
        if found is not None:
            yield found[0], None, found[1]


def _first_after(floor: date, on: MonthDay, weekday: int | None) -> date | None:
    """The first such month and day not before ``floor``, on its weekday where that is told."""
    for year in range(floor.year, floor.year + _YEARS_ON):
        try:
            found = date(year, *on)
        except ValueError:
            continue
        if found >= floor and weekday in (None, found.weekday()):
            return found
    return None
