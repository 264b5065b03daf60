"""Reports -> stories: which reports tell of one thing that happened, by their texts alone.

Method: agglomeration by weighted average link (McQuitty 1966) along chains of nearest neighbours (Murtagh 1983), so
that n reports take n x n steps; the result does not depend on the order of the reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from legation.origins.likeness import Matrix, measure_likeness

APART = 0.82  # 1 minus likeness from which two groups of reports tell other stories


def group_documents(texts: Sequence[str]) -> tuple[int, ...]:
    """The number of each text's story, counted from 0 in the order of the texts.

    Example:
        >>> group_documents(["A quake shook Alphaville.", "Alphaville quake: 3 dead.", "Betaland votes on Sunday."])
        (0, 0, 1)
    """
    order = sorted(range(len(texts)), key=lambda i: texts[i])
    homes = link(1 - measure_likeness([texts[i] for i in order]), APART)
    stories = {order[k]: home for k, home in enumerate(homes)}
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(stories[i], len(numbers)) for i in range(len(texts)))


def link(distances: Matrix, cut: float) -> list[int]:
    """The least member of each row's cluster: all merges of the weighted average link up to ``cut``."""
    homes = list(range(len(distances)))
    for one, two, height in _merges(distances.copy()):
        if height <= cut:
            homes[_root(homes, max(one, two))] = _root(homes, min(one, two))
    return [_root(homes, i) for i in range(len(homes))]


def _root(homes: list[int], member: int) -> int:
    while homes[member] != member:
        member = homes[member]
    return member


def _merges(space: Matrix) -> Iterator[tuple[int, int, float]]:
    """Pairs that merge, with their distance; the first of a pair stands for both from then on."""
    np.fill_diagonal(space, np.inf)
    alive = set(range(len(space)))
    chain: list[int] = []
    while len(alive) > 1:
        if not chain:
            chain.append(min(alive))
        last = chain[-1]
        near = int(np.argmin(space[last]))
        if len(chain) > 1 and space[last, chain[-2]] <= space[last, near]:
            near = chain[-2]
            keep, gone = sorted((last, near))
            yield keep, gone, float(space[keep, gone])
            row = (space[keep] + space[gone]) / 2
            space[keep], space[:, keep] = row, row
            space[gone], space[:, gone], space[keep, keep] = np.inf, np.inf, np.inf
            alive.discard(gone)
            del chain[-2:]
        else:
            chain.append(near)
