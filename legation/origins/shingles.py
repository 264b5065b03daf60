"""Bodies as sets of five-word shingles, and the pairs of them that may share so many that one holds the other.

A shingle is a checksum of five words in a row, so it does not depend on what else is read. A fixed sample of them,
sorted, brings together the reports that share some; how many a pair shares bounds what it can share in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from legation.origins.bodies import Bodies, distinct
from legation.records import Document

WORDS_PER_SHINGLE = 5
CONTAINED = 0.8  # share of the shorter text's shingles that stand in the longer
FEWEST_SHINGLES = 15  # shorter bodies prove nothing unless they are the same to the word
SAMPLE = 4  # one shingle in four makes candidate pairs; of bodies of few shingles all do
COMMON = 50  # a shingle of more documents makes pairs of neighbours only: a text that often printed is one chain
MOST_AT_ONCE = 1_000_000  # holders, or pairs of them, laid out together: a bound on memory
FURNITURE, FURNITURE_SHARE = 5, 0.05  # reports, and share of an outlet's, in which a shingle is the page's own
_REST = 0.1  # share of a body's shingles below which what is left without furniture is nothing
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD)
_STIR = np.uint64(0xC4CEB9FE1A85EC53)

Shingles = NDArray[np.uint32]
Places = NDArray[np.int64]


def make_shingles(documents: Sequence[Document], bodies: Bodies) -> dict[str, Shingles]:
    """The different shingles of every document, sorted, without the furniture of its outlet."""
    codes = np.array([crc32(word.encode("utf-8")) for word in bodies.vocabulary], dtype=np.uint64)
    found = {d.id: hash_runs(codes[bodies.words[d.id]]) for d in documents}
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.outlet:
            by_outlet[document.outlet].append(document.id)
    for ids in by_outlet.values():
        furniture = find_furniture([found[i] for i in ids])
        for key in ids if len(furniture) else ():
            rest = np.setdiff1d(found[key], furniture, assume_unique=True)
            if len(rest) >= _REST * len(found[key]):
                found[key] = rest
    return found


def hash_runs(codes: NDArray[np.uint64]) -> Shingles:
    """Checksums of all runs of five words, given those of the words; each once, sorted."""
    size = max(0, len(codes) - WORDS_PER_SHINGLE + 1)
    mixed = np.zeros(size, dtype=np.uint64)
    for at, odd in enumerate(_ODD):
        mixed += codes[at : at + size] * np.uint64(odd)
    mixed ^= mixed >> np.uint64(29)
    return distinct((mixed * _STIR >> np.uint64(32)).astype(np.uint32))


def find_furniture(bodies: Sequence[Shingles]) -> Shingles:
    """Shingles that so many of an outlet's reports hold that they are its pages' own.

    Example:
        >>> find_furniture([np.array([1, n], dtype=np.uint32) for n in range(10, 16)]).tolist()
        [1]
    """
    if len(bodies) < FURNITURE:
        return np.empty(0, dtype=np.uint32)
    marks, counts = np.unique(np.concatenate(bodies), return_counts=True)
    return marks[counts >= max(FURNITURE, FURNITURE_SHARE * len(bodies))]


def find_alike(bodies: Sequence[Shingles], twins: Sequence[Sequence[bytes | str | None]] = ()) -> list[tuple[int, int]]:
    """Pairs of places whose bodies may be contained one in the other, each once, in order.

    Args:
        twins: rows of marks, one a body; two that have one mark are kept, if they share anything at all.
    """
    pairs, shared, common = _count_shared(bodies)
    sizes = np.array([len(b) for b in bodies], dtype=np.int64)
    sampled = np.array([int(np.count_nonzero(b % SAMPLE == 0)) for b in bodies], dtype=np.int64)
    one, two = np.divmod(pairs, max(1, len(bodies)))
    small = np.where(sizes[one] <= sizes[two], one, two)
    # of a contained body at most a fifth is wanting, so at least so many of its sampled shingles are shared
    enough = shared + common[small] >= sampled[small] - (1 - CONTAINED) * sizes[small] - 1e-6
    enough &= sizes[small] >= FEWEST_SHINGLES
    kept = zip(one.tolist(), two.tolist(), enough.tolist(), strict=True)
    return [(i, j) for i, j, sure in kept if sure or any(row[i] and row[i] == row[j] for row in twins)]


def _count_shared(bodies: Sequence[Shingles]) -> tuple[Places, Places, Places]:
    """Pairs as one number each (place * bodies + place), the sampled marks they share, and each body's common marks."""
    taken = [b if len(b) < SAMPLE * FEWEST_SHINGLES else b[b % SAMPLE == 0] for b in bodies]
    owners = np.repeat(np.arange(len(bodies)), [len(b) for b in taken])
    marks = np.concatenate([*taken, np.empty(0, dtype=np.uint32)])
    order = np.argsort(marks, kind="stable")
    marks, owners = marks[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1])))[: len(marks)]
    sizes = np.diff(np.concatenate((starts, [len(marks)])))
    found = list(_pairs_of_runs(owners, starts, sizes, len(bodies)))
    in_common = np.repeat(sizes > COMMON, sizes)
    beside = np.flatnonzero(in_common[1:] & (marks[1:] == marks[:-1]))
    neighbours = np.unique(owners[beside] * len(bodies) + owners[beside + 1])
    found.append((neighbours, np.zeros_like(neighbours)))
    pairs, where = np.unique(np.concatenate([p for p, _ in found]), return_inverse=True)
    shared = np.bincount(where, np.concatenate([n for _, n in found]), len(pairs)).astype(np.int64)
    return pairs, shared, np.bincount(owners[in_common], minlength=len(bodies))


def _pairs_of_runs(owners: Places, starts: Places, sizes: Places, base: int) -> Iterator[tuple[Places, Places]]:
    """All pairs of the holders of each mark that is not common, with how often they meet; a part of them at a time."""
    for size in range(2, COMMON + 1):
        one, two = np.triu_indices(size, 1)
        for begins in _parts(starts[sizes == size], MOST_AT_ONCE // size):
            holders, times = _count_rows(owners[begins[:, None] + np.arange(size)])
            for places in _parts(np.arange(len(holders)), MOST_AT_ONCE // len(one)):
                met = (holders[places][:, one] * base + holders[places][:, two]).ravel()
                pairs, where = np.unique(met, return_inverse=True)
                yield pairs, np.bincount(where, np.repeat(times[places], len(one))).astype(np.int64)


def _parts(places: Places, length: int) -> Iterator[Places]:
    return (places[at : at + length] for at in range(0, len(places), length))


def _count_rows(rows: Places) -> tuple[Places, Places]:
    """The different rows and how often each stands there: the marks of a text and its copies have the same holders."""
    whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.itemsize * rows.shape[1]))).ravel()
    _, first, times = np.unique(whole, return_index=True, return_counts=True)
    return rows[first], times
