"""Distances -> clusters, by nearest-neighbour chains: n x n steps for n rows, whatever their order.

Method: agglomeration by average link (Sokal and Michener 1958) or weighted average link (McQuitty 1966) along chains
of nearest neighbours (Murtagh 1983).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


def link(distances: Matrix, cut: float, *, weighted: bool = False) -> list[int]:
    """The least member of each row's cluster after all merges up to ``cut``.

    Args:
        weighted: two groups count alike, whatever their sizes.
    """
    homes = list(range(len(distances)))
    for one, two, height in _merges(distances.copy(), weighted):
        if height <= cut:
            homes[_root(homes, max(one, two))] = _root(homes, min(one, two))
    return [_root(homes, i) for i in range(len(homes))]


def _root(homes: list[int], member: int) -> int:
    while homes[member] != member:
        member = homes[member]
    return member


def _merges(space: Matrix, weighted: bool) -> Iterator[tuple[int, int, float]]:
    """Pairs that merge, with their distance; the first of a pair stands for both from then on."""
    np.fill_diagonal(space, np.inf)
    sizes = dict.fromkeys(range(len(space)), 1)
    chain: list[int] = []
    while len(sizes) > 1:
        if not chain:
            chain.append(min(sizes))
        last = chain[-1]
        near = int(np.argmin(space[last]))
        if len(chain) < 2 or space[last, chain[-2]] > space[last, near]:
            chain.append(near)
            continue
        keep, gone = sorted((last, chain[-2]))
        yield keep, gone, float(space[keep, gone])
        one, two = (1, 1) if weighted else (sizes[keep], sizes[gone])
        row = (one * space[keep] + two * space[gone]) / (one + two)
        space[keep], space[:, keep] = row, row
        space[gone], space[:, gone], space[keep, keep] = np.inf, np.inf, np.inf
        sizes[keep] += sizes.pop(gone)
        del chain[-2:]
