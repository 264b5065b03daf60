"""How sure it is that an event happened: the rules' figure and a trained head, weighed.

The head (``data/models/factuality.npz``, numbers only, with its card beside it) is two ridge regressions over hashed
features, one for reports and one for talk, and a logistic gate between them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.records import Sentence, Token
from legation.statuses.features import number_features, number_register
from legation.weights import read_arrays

RULE_SHARE = 0.5  # of the report's head: half the rules' figure, half the regression's
LEAST, MOST = -3.0, 3.0


@dataclass(frozen=True, slots=True)
class Head:
    """Weights by feature number, with the bias of each of the three parts."""

    report: NDArray[np.float32]
    talk: NDArray[np.float32]
    gate: NDArray[np.float32]
    biases: tuple[float, float, float]


@cache
def load_head() -> Head | None:
    """The trained head, or None where the package was built without it (the rules' figure then stands alone)."""
    found = read_arrays("factuality.npz")
    return make_head(found) if found is not None else None


def make_head(arrays: Mapping[str, NDArray[Any]]) -> Head:
    """The head whose fields ``arrays`` holds by name."""
    report, talk, gate = (arrays[name].astype(np.float32) for name in ("report", "talk", "gate"))
    biases = [float(b) for b in arrays["biases"]]
    return Head(report, talk, gate, (biases[0], biases[1], biases[2]))


def score(
    sentence: Sentence, token: Token, status: str, reasons: tuple[str, ...], by_rule: float, head: Head | None = None
) -> float:
    """The factuality between -3 and 3 by ``head`` (default: the package's), rounded so that every machine agrees."""
    head = head or load_head()
    if head is None:
        return by_rule
    numbers = number_features(sentence, token, status, reasons)
    return round(blend(head, numbers, number_register(sentence), by_rule), 2)


def blend(head: Head, numbers: list[int], register: list[int], by_rule: float) -> float:
    """The gate's mixture of the report's figure (half of it the rules') and the talk's."""
    report = RULE_SHARE * by_rule + (1 - RULE_SHARE) * _limit(float(head.report[numbers].sum()) + head.biases[0])
    talk = _limit(float(head.talk[numbers].sum()) + head.biases[1])
    logit = float(head.gate[register].sum()) + head.biases[2]
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
    return _limit((1 - share) * report + share * talk)


def _limit(value: float) -> float:
    return max(LEAST, min(MOST, value))
