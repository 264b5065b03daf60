"""Vectors as waves, so that a linear head over them sees how near two sentences are, part by part.

Cosines and sines along orthogonal random directions stand for a Gaussian kernel (Rahimi and Recht, NIPS 2007; Yu et
al., NIPS 2016); the kernel of a pair is the sum of those of its parts.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from legation.errors import ModelError
from legation.scoring.vectors import PARTS, WIDTH
from legation.weights import read_arrays

DIRECTIONS = 1152  # of each part; three blocks of WIDTH
BREADTH = 0.8  # squared distance over which two vectors count as alike


def make_waves(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """One row a pair: the waves of each of its parts, zero where a part is missing.

    Args:
        vectors: rows of ``pair_vectors``.
    """
    parts = vectors.reshape(-1, PARTS, WIDTH)
    there = np.abs(parts).sum(axis=2, keepdims=True) > 0
    angles = parts @ load_directions()
    waves = np.concatenate([np.cos(angles), np.sin(angles)], axis=2) * there / np.sqrt(DIRECTIONS)
    return np.asarray(waves.reshape(len(vectors), -1), np.float32)


@cache
def load_directions() -> NDArray[np.float32]:
    """The shipped directions: a file rather than a seed, so that every machine has the same."""
    found = read_arrays("waves.npz")
    if found is None:
        raise ModelError("legation/data/models/waves.npz is missing", "install the package anew")
    return np.asarray(found["directions"], np.float32)


def draw_directions(seed: int) -> NDArray[np.float16]:
    """Random directions, orthogonal within each block, as they are stored."""
    random = np.random.default_rng(seed)
    blocks = []
    for _ in range(DIRECTIONS // WIDTH):
        turned, _ = np.linalg.qr(random.standard_normal((WIDTH, WIDTH)))
        blocks.append(turned * np.sqrt(random.chisquare(WIDTH, WIDTH)))
    return np.asarray(np.concatenate(blocks, axis=1) * np.sqrt(2 / BREADTH), np.float16)
