"""The head of a question: one linear layer over words, dependency paths and waves of the encoder's vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from legation.scoring.features import SIZE, Pair, number_words
from legation.scoring.vectors import load_encoder, pair_vectors
from legation.scoring.waves import make_waves
from legation.weights import read_arrays

Question = Literal["types", "relevance"]
CLASSES: dict[Question, tuple[str, ...]] = {
    "types": (
        *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE"),
        *("PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
    ),
    "relevance": ("M-CONF", "M-COOP", "NONE", "V-CONF", "V-COOP"),
}
"""What each question may be answered with, in the order of the weights. YIELD joins CONCEDE and RETREAT."""

_DECIMALS = 3  # so that every machine agrees
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights by feature number and by wave; ``rarity`` weighs a feature by how few sentences have it."""

    rarity: Numbers
    words: Numbers
    waves: Numbers
    bias: Numbers


@cache
def load_heads(question: Question) -> Heads | None:
    """The shipped head of a question; None where the package was built without it."""
    found = read_arrays(f"event_{question}.npz")
    return make_heads(found) if found is not None else None


def make_heads(arrays: Mapping[str, NDArray[Any]]) -> Heads:
    """The head whose fields ``arrays`` holds by name."""
    return Heads(*(arrays[name].astype(np.float32) for name in Heads.__slots__))


def score_pairs(pairs: Sequence[Pair], question: Question, heads: Heads | None = None) -> list[dict[str, float]]:
    """How likely each answer is, for each pair; empty dicts where the package has no head or no encoder.

    Args:
        heads: other weights than the package's.
    """
    heads, encoder = heads or load_heads(question), load_encoder()
    if heads is None or encoder is None or not pairs:
        return [{} for _ in pairs]
    logits = make_waves(pair_vectors(pairs, encoder)) @ heads.waves.T + heads.bias
    for row, pair in zip(logits, pairs, strict=True):
        numbers, values = weigh_words(number_words(pair), heads.rarity)
        row += heads.words[:, numbers] @ values
    shares = _shares(logits).astype(np.float64).round(_DECIMALS)
    return [dict(zip(CLASSES[question], row, strict=True)) for row in shares.tolist()]


def weigh_words(found: Sequence[int], rarity: Numbers) -> tuple[NDArray[np.int64], Numbers]:
    """The distinct numbers of a pair's words and their values, of length one together."""
    numbers, counts = np.unique(np.array(found, np.int64), return_counts=True)
    values = (1 + np.log(counts)) * rarity[numbers]
    length = float(np.linalg.norm(values))
    return numbers, np.asarray(values / (length or 1.0), np.float32)


def count_rarity(found: Sequence[Sequence[int]]) -> Numbers:
    """The weight of each feature by how many pairs have it; zero for those that only one has."""
    counts = np.zeros(SIZE)
    for numbers in found:
        counts[np.unique(np.array(numbers, np.int64))] += 1
    rarity = np.log((1 + len(found)) / (1 + counts)) + 1
    return np.asarray(np.where(counts > 1, rarity, 0), np.float32)


def _shares(logits: Numbers) -> Numbers:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float32)
