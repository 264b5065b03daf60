"""Which lines of a scraped page are the report: a score for each line, then the likeliest sequence.

The weights are a small network (``data/models/body_text.npz``, ``body_page.npz``; cards beside them say what they were
trained on). Runs of lines are found by the Viterbi algorithm (1967) with one price for each change.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.documents.cohesion import cohesion_features
from legation.documents.dump import PageLine
from legation.documents.features import Matrix, page_features, text_features
from legation.documents.lines import Line
from legation.errors import ModelError
from legation.weights import read_arrays

Vector = NDArray[np.float64]
EXTRACTOR_SAYS = 2.0  # log odds between all and none of a line's words kept by the extractor, beside what was learnt
_ROWS = 40  # multiplied at a time: of more, the algebra's threads would spend ten times the processor time waiting


@dataclass(frozen=True, slots=True)
class Weights:
    """A network of one hidden layer, averaged over its trainings: scale of the inputs, layers, price of a change."""

    mean: Vector
    scale: Vector
    hidden: NDArray[np.float64]
    hidden_bias: NDArray[np.float64]
    out: NDArray[np.float64]
    out_bias: NDArray[np.float64]
    change: float
    lean: float

    def log_odds(self, rows: Matrix) -> Vector:
        """The log odds of each line to be body, mean of the trainings."""
        inputs = np.clip((rows - self.mean) / self.scale, -5, 5)
        parts = (inputs[at : at + _ROWS] @ self.hidden for at in range(0, len(inputs), _ROWS))
        layer = np.maximum(np.concatenate(list(parts), axis=1) + self.hidden_bias[:, None, :], 0)
        found: Vector = (np.einsum("knh,kh->kn", layer, self.out) + self.out_bias[:, None]).mean(axis=0) + self.lean
        return found


@dataclass(frozen=True, slots=True)
class BodyWeights:
    """The weights for pages that came as text and for those that came as HTML."""

    text: Weights
    page: Weights


@cache
def load_weights() -> BodyWeights:
    """The weights of the package: ``data/models/body_text.npz`` and ``body_page.npz``."""
    found = []
    for name in ("body_text", "body_page"):
        arrays = read_arrays(f"{name}.npz")
        if arrays is None:
            raise ModelError(f"legation/data/models/{name}.npz is missing", "install the package anew")
        found.append(make_weights(arrays))
    return BodyWeights(*found)


def make_weights(arrays: Mapping[str, NDArray[Any]]) -> Weights:
    """The weights whose fields ``arrays`` holds by name."""
    numbers = {name: arrays[name].astype(np.float64) for name in Weights.__slots__}
    change, lean = float(numbers.pop("change")), float(numbers.pop("lean"))
    return Weights(change=change, lean=lean, **numbers)


def body_of_text(lines: Sequence[Line], weights: Weights) -> list[bool]:
    """For each line of a dumped page whether it is body."""
    if not lines:
        return []
    return best_sequence(weights.log_odds(dump_features(lines)), weights.change)


def dump_features(lines: Sequence[Line]) -> Matrix:
    """The numbers of a dumped page's lines: their form and place, and what they speak of."""
    return np.hstack([text_features(lines), cohesion_features(lines)])


def body_of_page(
    lines: Sequence[Line],
    page: Sequence[PageLine],
    coverage: Sequence[float],
    title: str,
    weights: Weights,
) -> list[bool]:
    """The same with what the mark-up and the extractor say of each line."""
    if not lines:
        return []
    rows = np.hstack([text_features(lines, title), page_features(page, coverage)])
    return best_sequence(page_odds(weights, rows, coverage), weights.change)


def page_odds(weights: Weights, rows: Matrix, coverage: Sequence[float]) -> Vector:
    """The log odds of a page's lines: those learnt from few sites, held to what the extractor says of any site."""
    found: Vector = weights.log_odds(rows) + EXTRACTOR_SAYS * (np.array(coverage) - 0.5)
    return found


def best_sequence(log_odds: Sequence[float] | Vector, change: float) -> list[bool]:
    """The sequence of marks with the greatest sum of log odds (negated for furniture), less ``change`` for each change.

    Example:
        >>> best_sequence([-2.0, 3.0, -0.5, 4.0, -3.0], 1.0)
        [False, True, True, True, False]
    """
    scores, steps = (0.0, -math.inf), []
    for odds in log_odds:
        steps.append((scores[1] - change > scores[0], scores[0] - change > scores[1]))
        off = max(scores[0], scores[1] - change) - odds / 2
        on = max(scores[1], scores[0] - change) + odds / 2
        scores = (off, on)
    state = scores[1] > scores[0]
    found: list[bool] = []
    for from_on, from_off in reversed(steps):
        found.append(state)
        state = (not from_off) if state else from_on
    return found[::-1]
