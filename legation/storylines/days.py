"""Dated reports of one matter -> a timeline: the days that matter most, and the sentences that tell them best.

A day counts by the reports that name it, one told of again on later days the more, and by the reports printed on it
(PUBCOUNT and the date mentions of Tran et al. 2015); its sentences are those nearest to what all say of it.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from legation.origins.likeness import make_vectors, words_of
from legation.records import Document
from legation.times import find_times

PRINTED = 0.3  # what a report printed on a day counts beside one that names the day
AGAIN = 0.5  # what a further publication day on which a day is named adds
ON_MATTER = 2.0  # weight of a sentence that holds one of the matter's words
FEWEST_WORDS, MOST_WORDS = 6, 45
FIRST_LINES = 3  # sentences of a report that tell the news of its own day
MOST_CANDIDATES = 150
LIKE = 0.5  # cosine from which a sentence repeats one that was taken
_NAMES = [*calendar.month_name[1:], *calendar.day_name, *(m + r"\." for m in calendar.month_abbr[1:])]
_HINT = re.compile(rf"\b(?:{'|'.join(_NAMES)}|[Tt]oday|[Yy]esterday|[Tt]onight|last night)", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence that tells of a day; ``named`` if its words name the day, else it heads a report of that day."""

    day: date
    document_id: str
    published: date
    start: int
    end: int
    text: str
    named: bool
    weight: float = 1.0


def find_tellings(documents: Iterable[Document], matter: Iterable[str] = ()) -> Iterator[Telling]:
    """The sentences (lines) of dated reports with the single days that they tell of, in text order.

    Args:
        matter: words of the matter; a sentence that holds one weighs more.
    """
    words = re.compile("|".join(sorted(map(re.escape, matter))) or r"(?!)", re.IGNORECASE)
    for document in documents:
        published = document.published.day
        if published is None:
            continue
        for n, match in enumerate(re.finditer(r"[^\n]+", document.text)):
            line, start = match.group(), match.start()
            weight = ON_MATTER if words.search(line) else 1.0
            days = set(_named_days(line, published)) if _HINT.search(line) else set()
            for day in sorted(days):
                yield Telling(day, document.id, published, start, match.end(), line, True, weight)
            if not days and n < FIRST_LINES:
                yield Telling(published, document.id, published, start, match.end(), line, False, weight)


def _named_days(line: str, published: date) -> Iterator[date]:
    for time in find_times(line, published):
        when = time.when
        if when is not None and when.first is not None and when.first == when.last:
            yield when.first


def weigh_days(tellings: Iterable[Telling]) -> dict[date, float]:
    """How much each day matters."""
    named: dict[date, dict[str, float]] = defaultdict(dict)
    printed: dict[date, set[str]] = defaultdict(set)
    later: dict[date, set[date]] = defaultdict(set)
    for telling in tellings:
        if telling.named:
            told = named[telling.day]
            told[telling.document_id] = max(told.get(telling.document_id, 0.0), telling.weight)
            later[telling.day].add(telling.published)
        else:
            printed[telling.day].add(telling.document_id)
    return {
        day: sum(named[day].values()) + AGAIN * len(later[day]) + PRINTED * len(printed[day])
        for day in sorted(named.keys() | printed.keys())
    }


def select_days(tellings: Iterable[Telling], first: date, last: date, most: int) -> tuple[date, ...]:
    """The days between ``first`` and ``last`` that matter most, at most ``most``, in order."""
    weights = {day: w for day, w in weigh_days(tellings).items() if first <= day <= last}
    return tuple(sorted(sorted(weights, key=lambda d: (-weights[d], d))[:most]))


def tell_days(tellings: Sequence[Telling], days: Sequence[date], most: int) -> Mapping[date, tuple[Telling, ...]]:
    """At most ``most`` sentences for each day: the nearest to the middle of all that tell it, none twice.

    A report printed on the day or the day after tells it too, in its first sentences.
    """
    by_day: dict[date, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if FEWEST_WORDS <= len(telling.text.split()) <= MOST_WORDS:
            by_day[telling.day].append(telling)
    found = {}
    for day in days:
        next_day = [t for t in by_day[day + timedelta(days=1)] if not t.named]
        named = sorted((t for t in by_day[day] if t.named), key=lambda t: (abs((t.published - day).days), -t.weight))
        heads = [t for t in by_day[day] if not t.named]
        found[day] = _pick([*named, *heads, *next_day][:MOST_CANDIDATES], most)
    return found


def _pick(candidates: Sequence[Telling], most: int) -> tuple[Telling, ...]:
    if not candidates:
        return ()
    vectors = make_vectors([words_of(t.text) for t in candidates])
    weights = np.array([t.weight * (1.0 if t.named else 0.7) for t in candidates], dtype=np.float32)
    middle = (vectors * weights[:, None]).sum(axis=0)
    scores = vectors @ middle * weights**0.5
    taken: list[int] = []
    for i in sorted(range(len(candidates)), key=lambda i: (-scores[i], i)):
        if len(taken) < most and all(float(vectors[i] @ vectors[k]) < LIKE for k in taken):
            taken.append(i)
    return tuple(candidates[i] for i in taken)
