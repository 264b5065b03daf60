"""Which words of a text an extracted text is made of.

Example:
    >>> matched_words(["menu", "the", "two", "ministers", "met", "share"], ["the", "two", "ministers", "met"])
    [False, True, True, True, True, False]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

SIZE = 4  # words: shorter runs occur by chance
_TRIED = 30  # places looked at for one run


def matched_words(words: Sequence[str], extracted: Sequence[str]) -> list[bool]:
    """For each of ``words`` whether it belongs to ``extracted``: greedy runs of SIZE words, in order where possible."""
    asked = set(_runs(extracted))
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, shingle in enumerate(_runs(words)):
        if shingle in asked:
            places[shingle].append(i)
    found, cursor, i = [False] * len(words), 0, 0
    while i < len(extracted):
        run = _best_run(words, extracted, i, places.get(tuple(extracted[i : i + SIZE]), ()), found, cursor)
        if run is None:
            i += 1
            continue
        start, length = run
        found[start : start + length] = [True] * length
        cursor, i = start + length, i + length
    return found


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All runs of SIZE words."""
    return zip(*(islice(words, at, None) for at in range(SIZE)), strict=False)


def _best_run(
    words: Sequence[str], extracted: Sequence[str], i: int, starts: Sequence[int], found: Sequence[bool], cursor: int
) -> tuple[int, int] | None:
    """(start, length) of the longest free run; of equals that nearest after ``cursor``."""
    best: tuple[int, bool, int, int] | None = None
    for start in starts[:_TRIED]:
        if found[start]:
            continue
        length = 0
        while (
            start + length < len(words)
            and i + length < len(extracted)
            and words[start + length] == extracted[i + length]
            and not found[start + length]
        ):
            length += 1
        rank = (length, start >= cursor, -abs(start - cursor), start)
        best = rank if best is None or rank > best else best
    return None if best is None else (best[3], best[0])
