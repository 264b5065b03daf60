"""Words -> ``When``: finds time expressions in a text and says which days each can mean.

The module stands alone and needs no model; sentences with a parse, where given, only sharpen the choice between the
Monday before and the Monday after. In an undated text relative expressions stay constraints: "Saturday" is weekday 6.

Example:
    >>> from datetime import date
    >>> [found] = find_times("The two ministers met late last Monday.", date(2025, 9, 14))
    >>> found.text, found.type, found.value, found.when.first
    ('late last Monday', 'DATE', '2025-09-08', datetime.date(2025, 9, 8))
    >>> [found] = find_times("The two ministers spoke on Saturday.")
    >>> found.value, found.when.weekday, found.when.first
    ('XXXX-WXX-6', 6, None)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from legation.records import Published, Sentence, TimeExpression, When
from legation.times.algebra import compatible, intersect, order_of, to_edtf
from legation.times.reading import read_times
from legation.times.tables import load_tables
from legation.times.whens import unite

__all__ = ["compatible", "find_times", "intersect", "order_of", "resolve_words", "to_edtf"]


def find_times(
    text: str,
    published: Published | date | None = None,
    *,
    sentences: Sequence[Sentence] | None = None,
    dateline: str | None = None,
    day_first: bool = False,
    language: str | Path = "en",
    history: bool | None = None,
) -> tuple[TimeExpression, ...]:
    """All time expressions of ``text`` in text order, never overlapping, each with TIMEX3 type, value and ``When``.

    Args:
        published: the publication day, or the range of days it lies in; then relative expressions become the union.
        sentences: the parse of ``text`` (``legation.sentences``), for tense; without it tense is read from the words.
        dateline: the report's dateline; a full date in it anchors an undated report.
        day_first: whether "5/3/2013" is 5 March, as outside the United States; "25/3/2013" is March either way.
        language: the folder under ``legation/languages`` whose tables are used, or the path of a folder with its own
            ``times.toml``.
        history: whether the text tells history, so that a bare month or day takes the year that the story has
            reached; None finds out from the years that the text writes.
    """
    tables = load_tables(language)
    first, last = _publication_days(published)
    from_dateline = False
    if first is None and dateline:
        first = last = _dateline_day(dateline)
        from_dateline = first is not None
    found = read_times(text, first, tables, sentences, day_first, history)
    if last is not None and last != first:
        later = read_times(text, last, tables, sentences, day_first, history)
        found = _paired(found, later)
    if from_dateline:
        found = [_reanchored(time) for time in found]
    return tuple(found)


def resolve_words(words: str, published: Published | date | None) -> When | None:
    """One relative expression read again, once a publication day is known; None when the words hold no time.

    Example:
        >>> resolve_words("last month", Published(date(2025, 8, 4), date(2025, 8, 10), "inferred")).edtf
        '2025-07'
    """
    found = find_times(words, published)
    return max(found, key=lambda t: (t.end - t.start, -t.start)).when if found else None


def _publication_days(published: Published | date | None) -> tuple[date | None, date | None]:
    if published is None or isinstance(published, date):
        return published, published
    first, last = published.first or published.last, published.last or published.first
    return (first, last) if first is None or last is None or first <= last else (last, first)


def _dateline_day(dateline: str) -> date | None:
    days = [t.when.first for t in find_times(dateline) if t.when.first is not None and t.when.first == t.when.last]
    return days[0] if days else None


def _paired(early: Sequence[TimeExpression], late: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Both ends' readings by span. What only one end can read stays: "February 29" is a day of a leap year alone."""
    at_end = {(t.start, t.end): t for t in late}
    found = [_united(t, at_end[t.start, t.end]) if (t.start, t.end) in at_end else t for t in early]
    alone = [t for t in late if all(t.end <= kept.start or kept.end <= t.start for kept in early)]
    return sorted([*found, *alone], key=lambda t: t.start)


def _united(low: TimeExpression, high: TimeExpression) -> TimeExpression:
    """One expression read from both ends of the publication range; a value that differs keeps the words' own form."""
    if low == high:
        return low
    value = low.value if low.value == high.value else _bare_value(low)
    return replace(low, value=value, when=unite(low.when, high.when))


def _bare_value(time: TimeExpression) -> str | None:
    bare = find_times(time.text)
    return bare[0].value if len(bare) == 1 else None


def _reanchored(time: TimeExpression) -> TimeExpression:
    return replace(time, when=replace(time.when, anchor="dateline")) if time.when.anchor == "published" else time
