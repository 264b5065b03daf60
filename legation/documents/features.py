"""Numbers about the lines of a scraped page, from which ``body`` tells the report from the furniture.

Each line has its own numbers, those of its neighbours (three each way) and those of its place. Pages that came
as HTML have, beside them, what the mark-up and the extractor say.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from legation.documents.dump import PageLine
from legation.documents.lines import Line
from legation.documents.vocabulary import first_word, load_vocabulary, tokens_of

Matrix = NDArray[np.float64]
_Opening = tuple[int, re.Pattern[str]]

_REPEATED, _FIRST = 8, 9  # columns of a line's numbers that its page fills in
_PLAIN = 26  # columns before those of the phrases
_OPENERS = (("starts", "comments"), ("whole", "heading"), ("starts", "share"))
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_DAY_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_ADDRESS, _DIVIDERS = ("://", "www.", "@", ".com"), ("|", "›", "»", "•", "·", ">", " / ")
_ADDRESSED = re.compile(r"https?://|www\.|@|\.com\b")
_QUOTES = frozenset("\"“‘'«")
_DIGIT = re.compile(r"\d")
_MONEY = re.compile(r"[$€£₹]\s?\d|\d\s?%")
_SAYS = frozenset(["said", "says", "told", "added", "according"])
_YOU = frozenset(["you", "your", "us", "our", "we"])
_FARTHEST = 30  # lines from the last prose; farther is as far
_LOGARITHMS = np.log1p(np.arange(_FARTHEST + 1)) / 3
_BOXES = (
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figure",
    "figcaption",
    "ul",
    "ol",
    "table",
    "article",
    "main",
    "blockquote",
    "section",
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NAMES = (
    re.compile(r"related|recommend|more-|read-?more|trending|popular|latest|promo|teaser|also"),
    re.compile(r"comment|disqus|respond"),
    re.compile(r"share|social|follow|newsletter|subscri|signup|sign-up|paywall"),
    re.compile(r"caption|credit|image|photo|gallery|video|media"),
    re.compile(r"byline|author|meta|date|time|tag|categor|breadcrumb|bio"),
    re.compile(r"menu|nav|sidebar|widget|footer|header|banner|cookie|popup|modal|\bad-|\bads?\b|sponsor"),
    re.compile(r"article|story|content|body|entry|post|text"),
)


def text_features(lines: Sequence[Line], title: str = "") -> Matrix:
    """One row a line: own, neighbours', place's numbers; ``title`` is the page's (default its first line)."""
    counts = Counter(line.text.casefold() for line in lines)
    own = np.array(
        [_of_line(line.text, line.words, line.ends_sentence, line.is_prose) for line in lines], dtype=np.float64
    )
    own[:, _REPEATED] = [counts[line.text.casefold()] > 1 for line in lines]
    own[:, _FIRST] = [line.index == 0 for line in lines]
    return np.hstack(
        [
            own,
            *(_shifted(own[:, :14], by) for by in NEIGHBOURS),
            _places(lines, own),
            _headlines(lines, title),
            _cues(lines, own),
        ]
    )


def page_features(page: Sequence[PageLine], coverage: Sequence[float]) -> Matrix:
    """One row a line: tags, names, links, and the share of its words that the extractor kept, with neighbours."""
    marks = np.array([_marks(line.tags, line.names) for line in page], dtype=np.float64)
    marks[:, 1] = [line.link_share for line in page]
    covered = np.array(coverage, dtype=np.float64)[:, None]
    return np.hstack([marks, covered, *(_shifted(np.hstack([marks[:, :4], covered]), by) for by in NEIGHBOURS)])


@lru_cache(maxsize=4096)  # the menus and boxes of an outlet stand on all its pages
def _of_line(text: str, words: tuple[str, ...], ends: bool, prose: bool) -> tuple[float, ...]:
    """The numbers of a line by its words alone; what depends on its page stands in ``text_features``."""
    vocabulary = load_vocabulary()
    n = max(len(words), 1)
    small, tokens = vocabulary.function_words, tokens_of(text)
    phrases = _phrases_in(text)
    holds = _held(text, frozenset(tokens))
    digits = len(_DIGIT.findall(text))
    return (
        float(prose),
        math.log1p(len(text)) / 6,
        float(ends),
        sum([w.lower() in small for w in words]) / n,
        sum([w[0].isupper() for w in words]) / n,
        float(1.0 in phrases),
        float(len(text) < 25),
        float(len(text) >= 120),
        0.0,  # stands on the page more than once
        0.0,  # its first line
        digits / max(len(text), 1),
        float(text[0] in _QUOTES),
        float(not _SAYS.isdisjoint(tokens)),
        max(holds),
        math.log1p(n) / 4,
        float(len(text) >= 300),
        float(text.isupper()),
        float(text.endswith(("...", "…"))),
        float(text.endswith((":", "?"))),
        float(digits > 0 and _DAY_OR_TIME.search(text) is not None),
        float(any(mark in text for mark in _ADDRESS) and _ADDRESSED.search(text) is not None),
        float(any(mark in text for mark in _DIVIDERS)),
        float(digits > 0 and _MONEY.search(text) is not None),
        min(sum([t in _YOU for t in tokens]) / n * 5, 1.0),
        float(not text[0].isalnum()),
        float(text[0].islower()),
        *phrases,
        *holds,
    )


def _phrases_in(text: str) -> list[float]:
    """By kind whether the line begins with a phrase, then whether it is one; only those of its first word are tried."""
    kinds, by_word, always = _openings()
    found = [0.0] * kinds
    for at, pattern in (*by_word.get(first_word(text), ()), *always):
        if pattern.match(text):
            found[at] = 1.0
    return found


@cache
def _openings() -> tuple[int, Mapping[str, Sequence[_Opening]], Sequence[_Opening]]:
    """How many kinds there are; the patterns by a phrase's first word, and those that no word opens, by column."""
    vocabulary = load_vocabulary()
    kinds = [*vocabulary.starts.values(), *vocabulary.whole.values()]
    by_word: dict[str, list[_Opening]] = defaultdict(list)
    for at, phrases in enumerate(kinds):
        for word in sorted(phrases.firsts or ()):
            by_word[word].append((at, phrases.pattern))
    return len(kinds), by_word, [(at, p.pattern) for at, p in enumerate(kinds) if p.firsts is None]


def _held(text: str, words: frozenset[str]) -> list[float]:
    """By kind how many phrases stand in the line, three counting as many."""
    kinds = load_vocabulary().holds.values()
    return [min(len(p.pattern.findall(text)), 3) / 3 if p.may_stand_in(words) else 0.0 for p in kinds]


def _places(lines: Sequence[Line], own: Matrix) -> Matrix:
    """Where each line stands: prose before, after and around it, distance to prose, position, size of its block."""
    n = len(lines)
    length = np.array([len(line.text) for line in lines], dtype=np.float64)
    prose = own[:, 0] * length * (1 - own[:, 13])
    total = max(prose.sum(), 1.0)
    before = np.concatenate([[0.0], np.cumsum(prose)[:-1]]) / total
    columns = [before, 1 - before - prose / total, np.arange(n) / max(n - 1, 1)]
    for width in (3, 8, 20):
        near, all_near = window_sums(prose, width), window_sums(length, width)
        columns += [near / np.maximum(all_near, 1), np.log1p(near) / 8]
    is_prose = own[:, 0] > 0
    columns += [_distance(is_prose), _distance(is_prose[::-1])[::-1], _in_best_run(own[:, 0], length)]
    sizes = Counter(line.block for line in lines)
    columns.append(np.array([math.log1p(sizes[line.block]) / 3 for line in lines]))
    columns.append(np.full(n, is_prose.mean()))
    columns.append(np.full(n, math.log1p(total) / 10))
    columns.append((prose == prose.max()).astype(np.float64))
    return np.stack(columns, axis=1)


def _headlines(lines: Sequence[Line], title: str) -> Matrix:
    """How far each line's words are the title's, and how far above it the last line is that repeats the title."""
    words = {w.lower() for w in _WORD.findall(title or lines[0].text)}
    likeness = np.array([_likeness(line, words) for line in lines])
    repeats = likeness >= 0.5
    repeats[0] = False
    last = len(lines) - 1 - int(np.argmax(repeats[::-1])) if repeats.any() else 0
    at = np.arange(len(lines))
    first = int(np.argmax(repeats)) if repeats.any() else 0
    return np.stack([likeness, _distance(repeats), (at <= first).astype(float), (at <= last).astype(float)], axis=1)


def _cues(lines: Sequence[Line], own: Matrix) -> Matrix:
    """How far above each line a comment form, a box's heading or a sharing bar opened."""
    short = np.array([len(line.words) <= 6 for line in lines])
    comments, boxes, shares = (own[:, _column(*place)] > 0 for place in _OPENERS)
    comments &= short
    columns = [_distance(marks) for marks in (comments, boxes, shares)]
    columns.append(np.minimum(np.cumsum(comments), 3) / 3)
    return np.stack(columns, axis=1)


@cache
def _column(table: str, kind: str) -> int:
    """The column of a line's numbers that says whether a phrase of that kind stands there."""
    words = load_vocabulary()
    names = [*(("starts", k) for k in words.starts), *(("whole", k) for k in words.whole)]
    return _PLAIN + names.index((table, kind))


def _likeness(line: Line, title: set[str]) -> float:
    words = {w.lower() for w in line.words}
    shared = len(words & title)
    return shared / (len(words) + len(title) - shared) if shared else 0.0


def window_sums(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The sum of ``values`` over each line and those within ``width`` lines of it.

    Example:
        >>> window_sums(np.array([1.0, 2.0, 4.0]), 1).tolist()
        [3.0, 7.0, 6.0]
    """
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    window: NDArray[np.float64] = sums[np.minimum(at + width + 1, len(values))] - sums[np.maximum(at - width, 0)]
    return window


def _distance(prose: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Lines since the last line of prose, as a logarithm."""
    at = np.arange(len(prose))
    since = at - np.maximum.accumulate(np.where(prose, at, -_FARTHEST))
    found: NDArray[np.float64] = _LOGARITHMS[np.minimum(since, _FARTHEST)]
    return found


def _in_best_run(prose: NDArray[np.float64], length: NDArray[np.float64], cost: float = 25.0) -> NDArray[np.float64]:
    """1 for the lines of the run with the greatest sum, prose counting its length, others ``-cost`` (Kadane's rule)."""
    best, here, start, span = 0.0, 0.0, 0, (0, 0)
    for i, gain in enumerate(np.where(prose > 0, length, -cost)):
        if here <= 0:
            here, start = 0.0, i
        here += gain
        if here > best:
            best, span = here, (start, i + 1)
    marks = np.zeros(len(prose))
    marks[span[0] : span[1]] = 1.0
    return marks


def _shifted(values: Matrix, by: int) -> Matrix:
    """``values`` of the line ``by`` places on; zeros beyond the ends."""
    moved = np.zeros_like(values)
    if abs(by) >= len(values):
        return moved
    if by > 0:
        moved[:-by] = values[by:]
    else:
        moved[-by:] = values[:by]
    return moved


@lru_cache(maxsize=4096)  # lines of one list share theirs, and so do the pages of an outlet
def _marks(tags: tuple[str, ...], names: str) -> tuple[float, ...]:
    """What the tags and names around a line say."""
    tag = tags[0] if tags else ""
    return (
        float(tag == "p"),
        0.0,  # the share of links: set for each line
        float(any(t in _HEADINGS for t in tags[:2])),
        float("li" in tags[:3]),
        float(tag == "div"),
        float("p" in tags[:2]),
        *(float(box in tags) for box in _BOXES),
        *(float(pattern.search(names) is not None) for pattern in _NAMES),
    )
