"""The two heads of a question and their joint answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from legation.scoring.features import SIZE, Pair, number, number_words
from legation.scoring.vectors import load_encoder, pair_vectors

Question = Literal["types", "relevance"]
CLASSES: dict[Question, tuple[str, ...]] = {
    "types": (
        *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE"),
        *("PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
    ),
    "relevance": ("M-CONF", "M-COOP", "NONE", "V-CONF", "V-COOP"),
}
"""What each question may be answered with, in the order of the weights. YIELD joins CONCEDE and RETREAT."""

CUE_SHARE = 0.8  # weight of the patterns' cues beside the words
_DECIMALS = 3  # so that every machine agrees
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights by feature number and by vector; ``rarity`` weighs a feature by how few sentences have it."""

    rarity: Numbers
    words: Numbers
    words_bias: Numbers
    vectors: Numbers
    vectors_bias: Numbers


@cache
def load_heads(question: Question) -> Heads | None:
    """The shipped heads of a question; None where the package was built without them."""
    path = files("legation").joinpath("data", "models", f"event_{question}.npz")
    if not path.is_file():
        return None
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as parts:
        return make_heads(dict(parts))


def make_heads(arrays: Mapping[str, NDArray[Any]]) -> Heads:
    """The heads whose fields ``arrays`` holds by name."""
    return Heads(*(arrays[name].astype(np.float32) for name in Heads.__slots__))


def score_pairs(
    pairs: Sequence[Pair], question: Question, heads: Heads | None = None, *, with_vectors: bool = True
) -> list[dict[str, float]]:
    """How likely each answer is, for each pair; empty dicts where the package has no heads.

    Args:
        heads: other weights than the package's.
        with_vectors: False leaves the encoder out.
    """
    heads = heads or load_heads(question)
    if heads is None or not pairs:
        return [{} for _ in pairs]
    logits = word_logits(pairs, heads)
    encoder = load_encoder() if with_vectors else None
    if encoder is not None:
        dense = pair_vectors(pairs, encoder) @ heads.vectors.T + heads.vectors_bias
        logits = join_logits(logits, dense)
    shares = _shares(logits).astype(np.float64).round(_DECIMALS)
    return [dict(zip(CLASSES[question], row, strict=True)) for row in shares.tolist()]


def word_logits(pairs: Sequence[Pair], heads: Heads) -> Numbers:
    """The answer of the head over words and cues."""
    rows = []
    for pair in pairs:
        row = np.zeros(len(heads.words_bias), np.float32) + heads.words_bias
        for numbers, values in weigh_features(pair, heads.rarity):
            row = row + heads.words[:, numbers] @ values
        rows.append(row)
    return np.stack(rows)


def weigh_features(pair: Pair, rarity: Numbers) -> list[tuple[NDArray[np.int64], Numbers]]:
    """Numbers and values of a pair's words and of its cues, each block of length one (cues: ``CUE_SHARE``)."""
    blocks = []
    for numbers, share in ((number_words(pair), 1.0), ([number(f"cue {c}") for c in pair.cues], CUE_SHARE)):
        found, counts = np.unique(np.array(numbers, np.int64), return_counts=True)
        values = (1 + np.log(counts)) * rarity[found]
        length = float(np.linalg.norm(values))
        blocks.append((found, np.asarray(share * values / (length or 1.0), np.float32)))
    return blocks


def count_rarity(pairs: Sequence[Pair]) -> Numbers:
    """The weight of each feature by how many pairs have it; zero for those that only one has."""
    counts = np.zeros(SIZE)
    for pair in pairs:
        counts[np.unique(np.array(number_words(pair) + [number(f"cue {c}") for c in pair.cues], np.int64))] += 1
    rarity = np.log((1 + len(pairs)) / (1 + counts)) + 1
    return np.asarray(np.where(counts > 1, rarity, 0), np.float32)


def join_logits(words: Numbers, vectors: Numbers) -> Numbers:
    """Both heads' answers in one: the mean of their log shares."""
    return np.asarray((np.log(_shares(words) + 1e-4) + np.log(_shares(vectors) + 1e-4)) / 2, np.float32)


def _shares(logits: Numbers) -> Numbers:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float32)
