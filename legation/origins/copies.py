"""Documents that print another document's text: exact, near, excerpt, and later versions of one address.

Method: containment of five-word shingles (Broder 1997), on the body without noise and without what repeats across an
outlet's reports. Every pair that shares enough of a fixed sample of shingles is compared in full. Which of a group
counts as the text that the others copy depends on its day and id alone, never on the order of input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, islice, pairwise
from urllib.parse import urlsplit
from zlib import crc32

from legation.records import Document
from legation.text import fold, list_words

WORDS_PER_SHINGLE = 5
CONTAINED = 0.8  # share of the shorter text's shingles that stand in the longer
NEAR_SIZE = 0.6  # shorter / longer from which a contained text is a near copy, not an excerpt
FEWEST_SHINGLES = 15  # shorter bodies prove nothing unless they are the same to the word
LONGEST_ECHO = timedelta(days=30)  # the same words months later are a form letter, not a copy
REPRINT = timedelta(days=3)  # within which an outlet may print its own text again; later likeness is a form letter
SAMPLE = 4  # one shingle in four makes candidate pairs; of bodies of few shingles all do
COMMON = 50  # a shingle of more documents makes pairs of neighbours only: a text that often printed is one chain
FURNITURE, FURNITURE_SHARE = 5, 0.05  # reports, and share of an outlet's, in which a shingle is the page's own
OTHER_FIGURES = 2  # that each of two texts has and the other has not: one may be a correction, more fill in a form
_REST = 0.1  # share of a body's shingles below which what is left without furniture is nothing


@dataclass(frozen=True, slots=True)
class Body:
    """What of a document is compared: its words, its shingles without furniture, its address where it has a page's."""

    words: str
    shingles: frozenset[int]
    address: str | None
    title: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def find_copies(documents: Sequence[Document]) -> dict[str, tuple[str, str]]:
    """Document id -> (id of the document it copies, ``exact`` | ``near`` | ``excerpt`` | ``version``).

    The one that is copied is the earliest published, then the least id; it is no copy itself, so there are no chains.
    """
    ordered = sorted(documents, key=_precedence)
    bodies = make_bodies(ordered)
    found: dict[str, tuple[str, str]] = {}
    place = {d.id: i for i, d in enumerate(ordered)}
    by_id = {d.id: d for d in ordered}
    best: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for one, two in _candidates(bodies):
        first, later = sorted((one, two), key=place.__getitem__)
        kind = _kind(by_id[first], by_id[later], bodies[first], bodies[later])
        if kind == "excerpt" and len(bodies[first].shingles) < len(bodies[later].shingles):
            first, later = later, first
        if kind is not None:
            best[later].append((place[first], first, kind))
    for later in sorted(best, key=place.__getitem__):
        found[later] = _root(later, best, bodies)
    return {key: value for key, value in found.items() if value[0] != key}


def make_bodies(documents: Sequence[Document]) -> dict[str, Body]:
    """The bodies of documents by id, each without the furniture of its outlet."""
    words = {d.id: body_words(d) for d in documents}
    shingles = {key: shingle(found) for key, found in words.items()}
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.outlet:
            by_outlet[document.outlet].append(document.id)
    for ids in by_outlet.values():
        furniture = find_furniture([shingles[i] for i in ids])
        for key in ids if furniture else ():
            rest = shingles[key] - furniture
            if len(rest) >= _REST * len(shingles[key]):
                shingles[key] = rest
    return {
        d.id: Body(" ".join(words[d.id]), shingles[d.id], _address(d), _title(d), _figures(words[d.id]))
        for d in documents
    }


def find_furniture(bodies: Sequence[frozenset[int]]) -> frozenset[int]:
    """Shingles that so many of an outlet's reports hold that they are its pages' own.

    Example:
        >>> sorted(find_furniture([frozenset({1, n}) for n in range(10, 16)]))
        [1]
    """
    if len(bodies) < FURNITURE:
        return frozenset()
    counts: Counter[int] = Counter()
    for body in bodies:
        counts.update(body)
    fewest = max(FURNITURE, FURNITURE_SHARE * len(bodies))
    return frozenset(mark for mark, count in counts.items() if count >= fewest)


def _root(later: str, best: Mapping[str, list[tuple[int, str, str]]], bodies: Mapping[str, Body]) -> tuple[str, str]:
    """The first text of the chain that ``later`` hangs on; what is exact to a link need not be so to the first."""
    _, first, kind = min(best[later])
    seen = {later}
    while first in best and first not in seen:
        seen.add(first)
        first = min(best[first])[1]
    if kind == "exact" and bodies[first].words != bodies[later].words:
        kind = "near"
    return first, kind


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
    words, at = list[str](), 0
    for start, end in sorted((n.start, n.end) for n in document.noise):
        words += list_words(document.text, at, start)
        at = max(at, end)
    return [_folded(word) for word in (*words, *list_words(document.text, at))]


def shingle(words: Sequence[str]) -> frozenset[int]:
    """Checksums of all runs of five words."""
    coded = [word.encode("utf-8") for word in words]
    runs = zip(*(islice(coded, at, None) for at in range(WORDS_PER_SHINGLE)), strict=False)
    return frozenset(map(crc32, map(b" ".join, runs)))


@lru_cache(maxsize=50_000)  # a corpus says most of its words over and over
def _folded(word: str) -> str:
    return fold(word)


def _precedence(document: Document) -> tuple[date, str]:
    return document.published.first or date.max, document.id


def _title(document: Document) -> frozenset[str]:
    return frozenset(map(fold, list_words(document.title or "")))


def _figures(words: Sequence[str]) -> frozenset[str]:
    return frozenset(w for w in words if w[:1].isdigit())


def _address(document: Document) -> str | None:
    """The address of a page of its own: not that of a whole site, which careless metadata give to all its reports."""
    try:
        parts = urlsplit(document.url or "")
    except ValueError:
        return None
    if parts.path in ("", "/") and not parts.query:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _candidates(bodies: Mapping[str, Body]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing, each once, in a fixed order."""
    keys = sorted(bodies)
    same: dict[str, list[int]] = defaultdict(list)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        body = bodies[key]
        same[body.words].append(place)
        if body.address is not None:
            same[body.address].append(place)
        few = len(body.shingles) < SAMPLE * FEWEST_SHINGLES
        for mark in body.shingles:
            if few or mark % SAMPLE == 0:
                holders[mark].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in same.values():
        pairs.update((places[0], other) for other in places[1:])
    for group in {tuple(places) for places in holders.values() if len(places) > 1}:  # copies share hundreds of marks
        pairs.update(combinations(group, 2) if len(group) <= COMMON else pairwise(group))
    for one, two in sorted(pairs):
        yield keys[one], keys[two]


def _kind(one: Document, two: Document, first: Body, later: Body) -> str | None:
    same_outlet = one.outlet is not None and one.outlet == two.outlet
    if first.words == later.words:
        again = same_outlet and None not in (first.address, later.address) and first.address != later.address
        is_form = again and _time_between(one, two) > REPRINT
        return "exact" if first.words and not is_form else None
    if first.address is not None and first.address == later.address:
        return "version"
    small, large = sorted((first.shingles, later.shingles), key=len)
    if len(small) < FEWEST_SHINGLES or len(small & large) < CONTAINED * len(small):
        return None
    kind = "near" if len(small) >= NEAR_SIZE * len(large) else "excerpt"
    apart = _time_between(one, two)
    if apart > LONGEST_ECHO or (same_outlet and _is_form(kind, apart, first, later)):
        return None
    return kind


def _time_between(one: Document, two: Document) -> timedelta:
    """Days between two publications, none where one is not known."""
    days = one.published.first, two.published.first
    return abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else timedelta(0)


def _is_form(kind: str, apart: timedelta, first: Body, later: Body) -> bool:
    """Whether likeness within one outlet is a form's: declarations for two provinces, the records of two months.

    An outlet that prints its own report again does so soon, and under its title, to which it may add a word; it does
    not change the figures: permits for two pipelines have dates and widths of their own.
    """
    own = len(first.figures - later.figures), len(later.figures - first.figures)
    if kind == "near" and min(own) >= OTHER_FIGURES:
        return True
    same_title = first.title <= later.title or later.title <= first.title
    return apart > REPRINT or (kind == "near" and not same_title)
