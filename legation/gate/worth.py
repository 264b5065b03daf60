"""Which parts promise a claim: weights over their words, learnt from what the package itself claims of such parts.

The rules of the gate ask for a name and a telling word; these weights tell "met the manager of the French side" from
"met the French minister", and let through what names somebody whom the next part means by "he". They are many
yes-or-no features, hashed, and one sum, so that a part costs less than a thousandth of its parse.
``python -m eval.training.worth`` learns them; ``data/models/gate.md`` tells how the bound was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from legation.gate.parts import Line, Part, lemmas_of
from legation.weights import read_arrays

BUCKETS = 1 << 15
MOST_SIDES = 3  # told apart in a sentence
FIRST_PARTS = 2  # of a report: its lead


def is_promising(part: Part, place: int, sides: int) -> bool | None:
    """Whether a part is worth its parse; None without weights.

    Args:
        place: the part's number in its report, from 0.
        sides: how many sides the whole report names.
    """
    weights, bound = _load_weights()
    if bound is None:
        return None
    return float(weights[sorted(features_of(part, place, sides))].sum(dtype=np.float64)) >= bound


def features_of(part: Part, place: int, sides: int) -> set[int]:
    """The buckets of a part's features; those of ``is_promising`` and of its training."""
    found = {index for line in part.lines for index in _line_features(line)}
    found |= {_bucket(f"sides {min(len(part.sides), 4)}"), _bucket(f"report {min(sides, 8)}")}
    length = sum(len(line.words) for line in part.lines)
    return found | {_bucket(f"length {length.bit_length()}"), _bucket(f"lead {place < FIRST_PARTS}"), _bucket("all")}


def _line_features(line: Line) -> Iterator[int]:
    """Words in small letters, and the triggers with how many sides and whether a role stand beside them."""
    near = 0 if line.sides is None else 1 + min(line.sides, MOST_SIDES)
    told = {lemma for word in line.telling for lemma in lemmas_of(word)}
    for lemma in told:
        yield _bucket(f"tells {lemma}")
        yield _bucket(f"tells {lemma} {near}")
        if line.meant:
            yield _bucket(f"tells {lemma} role")
    yield _bucket(f"line {bool(told)} {near} {line.meant}")
    yield from map(_word, set(filter(str.islower, line.words)))


@lru_cache(maxsize=100_000)
def _word(word: str) -> int:
    return _bucket(f"word {word}")


@lru_cache(maxsize=100_000)
def _bucket(feature: str) -> int:
    return crc32(feature.encode("utf-8")) % BUCKETS


@cache
def _load_weights() -> tuple[NDArray[np.float32], float | None]:
    """A weight a bucket, and the least sum that is let through; None where the package was built without them."""
    arrays = read_arrays("gate.npz")
    if arrays is None:
        return np.zeros(BUCKETS, np.float32), None
    return arrays["weights"].astype(np.float32), float(arrays["bound"])
