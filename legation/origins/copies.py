"""Documents that print another document's text: exact, near, excerpt, and later versions of one address.

Method: containment of five-word shingles (Broder 1997), on the body without noise and without what repeats across an
outlet's reports. Every pair that shares enough of a fixed sample of shingles is compared in full. Which of a group
counts as the text that the others copy depends on its day and id alone, never on the order of input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from urllib.parse import urlsplit

import numpy as np

from legation.origins.bodies import Bodies, Numbers, distinct, read_bodies
from legation.origins.shingles import CONTAINED, FEWEST_SHINGLES, Shingles, find_alike, make_shingles
from legation.records import Document
from legation.text import fold, list_words

NEAR_SIZE = 0.6  # shorter / longer from which a contained text is a near copy, not an excerpt
LONGEST_ECHO = timedelta(days=30)  # the same words months later are a form letter, not a copy
REPRINT = timedelta(days=3)  # within which an outlet may print its own text again; later likeness is a form letter
OTHER_FIGURES = 2  # that each of two texts has and the other has not: one may be a correction, more fill in a form


@dataclass(frozen=True, slots=True)
class Body:
    """What of a document is compared: a sum of its words, its shingles without furniture, its page's own address."""

    words: bytes
    shingles: Shingles
    address: str | None
    title: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def find_copies(documents: Sequence[Document], bodies: Bodies | None = None) -> dict[str, tuple[str, str]]:
    """Document id -> (id of the document it copies, ``exact`` | ``near`` | ``excerpt`` | ``version``).

    The one that is copied is the earliest published, then the least id; it is no copy itself, so there are no chains.

    Args:
        bodies: those of the documents, where they have been read already.
    """
    ordered = sorted(documents, key=_precedence)
    place = {d.id: i for i, d in enumerate(ordered)}
    best: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    pairs, compared = _find_pairs(ordered, bodies if bodies is not None else read_bodies(ordered))
    for one, two in pairs:
        first, later = sorted((one, two), key=place.__getitem__)
        kind = _kind(ordered[place[first]], ordered[place[later]], compared[first], compared[later])
        if kind == "excerpt" and len(compared[first].shingles) < len(compared[later].shingles):
            first, later = later, first
        if kind is not None:
            best[later].append((place[first], first, kind))
    found = {later: _root(later, best, compared) for later in sorted(best, key=place.__getitem__)}
    return {key: value for key, value in found.items() if value[0] != key}


def _find_pairs(documents: Sequence[Document], bodies: Bodies) -> tuple[list[tuple[str, str]], dict[str, Body]]:
    """Ids of documents worth comparing, each pair once, and the bodies of those that stand in one."""
    by_id = {d.id: d for d in documents}
    keys = sorted(by_id)
    shingles = make_shingles(documents, bodies)
    sums = {key: _sum(bodies.words[key]) for key in keys}
    addresses = {key: _address(by_id[key]) for key in keys}
    twins = [[marks[key] for key in keys] for marks in (sums, addresses)]
    pairs = set(find_alike([shingles[key] for key in keys], twins))
    for marks in twins:
        pairs.update(_pair_twins(marks))
    named = [(keys[one], keys[two]) for one, two in sorted(pairs)]
    compared = {
        key: Body(sums[key], shingles[key], addresses[key], _title(by_id[key]), _figures(key, bodies))
        for key in {key for pair in named for key in pair}
    }
    return named, compared


def _sum(words: Numbers) -> bytes:
    """A checksum of a body's words, empty where it has none."""
    return blake2b(words.tobytes(), digest_size=16).digest() if len(words) else b""


def _pair_twins(marks: Sequence[bytes | str | None]) -> Iterable[tuple[int, int]]:
    """The first place of each mark with every later place that has it; no mark is none."""
    first: dict[bytes | str, int] = {}
    for place, mark in enumerate(marks):
        if mark and first.setdefault(mark, place) != place:
            yield first[mark], place


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


def _precedence(document: Document) -> tuple[date, str]:
    return document.published.first or date.max, document.id


def _title(document: Document) -> frozenset[str]:
    return frozenset(map(fold, list_words(document.title or "")))


def _figures(document_id: str, bodies: Bodies) -> frozenset[str]:
    words = bodies.words[document_id]
    return frozenset(bodies.vocabulary[i] for i in distinct(words[bodies.is_figure[words]]).tolist())


def _address(document: Document) -> str | None:
    """The address of a page of its own: not that of a whole site, which careless metadata give to all its reports."""
    try:
        parts = urlsplit(document.url or "")
    except ValueError:
        return None
    if parts.path in ("", "/") and not parts.query:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _kind(one: Document, two: Document, first: Body, later: Body) -> str | None:
    same_outlet = one.outlet is not None and one.outlet == two.outlet
    if first.words == later.words:
        again = same_outlet and None not in (first.address, later.address) and first.address != later.address
        is_form = again and _time_between(one, two) > REPRINT
        return "exact" if first.words and not is_form else None
    if first.address is not None and first.address == later.address:
        return "version"
    small, large = sorted((first.shingles, later.shingles), key=len)
    shared = len(np.intersect1d(small, large, assume_unique=True))
    if len(small) < FEWEST_SHINGLES or shared < CONTAINED * len(small):
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
