"""Documents that print another document's text: exact, near and excerpt.

Method: containment of five-word shingles (Broder 1997), on the body without noise. Which of a group counts as the
text that the others copy depends on its day and id alone, never on the order of input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from zlib import crc32

from legation.records import Document
from legation.text import find_words, fold

WORDS_PER_SHINGLE = 5
CONTAINED = 0.8  # share of the shorter text's shingles that stand in the longer
NEAR_SIZE = 0.6  # shorter / longer from which a contained text is a near copy, not an excerpt
FEWEST_SHINGLES = 15  # shorter bodies prove nothing unless they are the same to the word
LONGEST_ECHO = timedelta(days=30)  # the same words months later are a form letter, not a copy
SAMPLE = 4  # one shingle in four makes candidate pairs
COMMON = 50  # a shingle of more documents is a phrase of the trade


def find_copies(documents: Sequence[Document]) -> dict[str, tuple[str, str]]:
    """Document id -> (id of the document it copies, ``exact`` | ``near`` | ``excerpt``).

    The one that is copied is the earliest published, then the least id; it is no copy itself, so there are no chains.
    """
    ordered = sorted(documents, key=_precedence)
    shingles = {d.id: shingle(body_words(d)) for d in ordered}
    bodies = {d.id: " ".join(body_words(d)) for d in ordered}
    found: dict[str, tuple[str, str]] = {}
    place = {d.id: i for i, d in enumerate(ordered)}
    by_id = {d.id: d for d in ordered}
    pairs = sorted(_candidates(shingles, bodies), key=lambda p: sorted((place[p[0]], place[p[1]]), reverse=True))
    best: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for one, two in pairs:
        first, later = sorted((one, two), key=place.__getitem__)
        kind = _kind(by_id[first], by_id[later], bodies, shingles)
        if kind == "excerpt" and len(shingles[first]) < len(shingles[later]):
            first, later = later, first
        if kind is not None:
            best[later].append((place[first], first, kind))
    for later in sorted(best, key=place.__getitem__):
        found[later] = _root(later, best, found)
    return {key: value for key, value in found.items() if value[0] != key}


def _root(
    later: str, best: Mapping[str, list[tuple[int, str, str]]], found: Mapping[str, tuple[str, str]]
) -> tuple[str, str]:
    _, first, kind = min(best[later])
    seen = {later}
    while first in best and first not in seen:
        seen.add(first)
        first = min(best[first])[1]
    return (later, kind) if first == later else (first, kind)


def mark_copies(documents: Sequence[Document], copies: Mapping[str, tuple[str, str]]) -> tuple[Document, ...]:
    """The documents with ``copy_of`` and ``copy_kind`` set; a version marked by the reader stays one."""
    marked = []
    for document in documents:
        if document.id in copies and document.copy_kind != "version":
            document = replace(document, copy_of=copies[document.id][0], copy_kind=copies[document.id][1])
        marked.append(document)
    return tuple(marked)


def body_words(document: Document) -> list[str]:
    """The folded words of the document outside its noise, in order."""
    noise = sorted((n.start, n.end) for n in document.noise)
    words, at = [], 0
    for start, end, word in find_words(document.text):
        while at < len(noise) and noise[at][1] <= start:
            at += 1
        if at == len(noise) or end <= noise[at][0]:
            words.append(fold(word))
    return words


def shingle(words: Sequence[str]) -> frozenset[int]:
    """Checksums of all runs of five words."""
    runs = (" ".join(words[i : i + WORDS_PER_SHINGLE]) for i in range(len(words) - WORDS_PER_SHINGLE + 1))
    return frozenset(crc32(run.encode("utf-8")) for run in runs)


def _precedence(document: Document) -> tuple[date, str]:
    return document.published.first or date.max, document.id


def _candidates(shingles: Mapping[str, frozenset[int]], bodies: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    bodied: dict[str, list[str]] = defaultdict(list)
    holders: dict[int, list[str]] = defaultdict(list)
    for key in sorted(shingles):
        bodied[bodies[key]].append(key)
        for mark in shingles[key]:
            if mark % SAMPLE == 0:
                holders[mark].append(key)
    counts: Counter[tuple[str, str]] = Counter()
    for keys in bodied.values():
        counts.update({(keys[0], other): 1 for other in keys[1:]})
    for keys in holders.values():
        if 1 < len(keys) <= COMMON:
            counts.update(combinations(keys, 2))
    yield from sorted(counts)


def _kind(
    one: Document, two: Document, bodies: Mapping[str, str], shingles: Mapping[str, frozenset[int]]
) -> str | None:
    if bodies[one.id] == bodies[two.id]:
        return "exact" if bodies[one.id] else None
    small, large = sorted((shingles[one.id], shingles[two.id]), key=len)
    if len(small) < FEWEST_SHINGLES or len(small & large) < CONTAINED * len(small):
        return None
    days = one.published.first, two.published.first
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > LONGEST_ECHO:
        return None
    return "near" if len(small) >= NEAR_SIZE * len(large) else "excerpt"
