"""Fit the weights of ``legation/data/claims/score.toml`` on claims that were read against their sentences.

    python -m eval.training.certainty

``readings.tsv`` beside this file holds one claim a line: its report, where it begins, its type and status, whether a
reader found type, sides, direction and status right in all, and the features that ``legation/claims/certainty.py`` saw
then, so that the fit repeats to the last digit while claims go on changing. Statements in quotation have no features.
Nothing is drawn: no seed. The script prints how well claims left out of the fit are told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

READINGS = Path(__file__).resolve().parent / "readings.tsv"
TARGET = Path(__file__).resolve().parents[2] / "legation" / "data" / "claims" / "score.toml"
EASE = 0.1  # C of the regression: of .05, .1, .3 and 1 that with the best AUC, by little
FOLDS = 10
LEAST = 0.02  # weights nearer to zero are left out

HEADER = """\
# How likely a claim is right in all: type, sides and direction, status, day. Read by legation/claims/certainty.py.
# A logistic regression (C = {ease}) over {count} claims of American and British news and of White House releases, drawn
# at random and each read against its sentence in November 2026; {right} % were right. Ten-fold AUC {auc:.2f}: a hint,
# no verdict. Each feature is 0 or 1. comment_share: of {comments} statements in quotation, the share that was right.
# Made by: python -m eval.training.certainty, from eval/training/readings.tsv.
"""


@dataclass(frozen=True)
class Reading:
    """What a reader said of one claim, and the names of its features; none for a statement in quotation."""

    right: bool
    features: tuple[str, ...]


def load_readings(path: Path = READINGS) -> list[Reading]:
    """The readings in the order of the file."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Reading(row[5] == "yes", tuple(row[6].split())) for row in rows[1:]]


def fit(readings: Sequence[Reading]) -> tuple[dict[str, float], float]:
    """The weights by name, the bias and the share of comments among them, and the AUC of claims left out."""
    claims = [r for r in readings if r.features]
    comments = [r.right for r in readings if not r.features]
    names = sorted({name for r in claims for name in r.features})
    seen = np.array([[float(name in r.features) for name in names] for r in claims])
    right = np.array([r.right for r in claims])
    left_out = cross_val_predict(_regression(), seen, right, cv=FOLDS, method="predict_proba")[:, 1]
    model = _regression().fit(seen, right)
    weights = {name: float(w) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= LEAST}
    bias = {"bias": float(model.intercept_[0]), "comment_share": sum(comments) / len(comments)}
    return {**bias, **weights}, float(roc_auc_score(right, left_out))


def toml(readings: Sequence[Reading], weights: dict[str, float], auc: float) -> str:
    """The table as it is shipped."""
    claims = [r.right for r in readings if r.features]
    share = round(100 * sum(claims) / len(claims))
    header = HEADER.format(ease=EASE, count=len(claims), right=share, auc=auc, comments=len(readings) - len(claims))
    return header + "\n[weights]\n" + "".join(f"{name} = {value:.2f}\n" for name, value in weights.items())


def main() -> None:
    """Fit, print the figures and write the table."""
    readings = load_readings()
    weights, auc = fit(readings)
    TARGET.write_text(toml(readings, weights, auc), encoding="utf-8")
    print(f"{len(readings)} readings, AUC of claims left out {auc:.3f}, written to {TARGET.name}")


def _regression() -> Any:
    return LogisticRegression(C=EASE, max_iter=1000)


if __name__ == "__main__":
    main()
