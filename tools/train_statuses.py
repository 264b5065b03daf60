"""Train the factuality head and write legation/data/models/factuality.npz with its card.

python tools/train_statuses.py FOLDER      FOLDER holds input.jsonl and gold.jsonl of the evaluation task ``factuality``

Prints the figures out of fold (five folds of sentences); the weights shipped are trained on all events.
"""

from __future__ import annotations

import json
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, Ridge

from legation.sentences import parse_text
from legation.statuses import read_rules
from legation.statuses.features import SIZE, number_features, number_register
from legation.statuses.scores import Head, blend

FOLDS = 5
TARGET = Path(__file__).resolve().parents[1] / "legation" / "data" / "models" / "factuality.npz"
Row = tuple[list[int], list[int], float, float, str, int]


def read_rows(folder: Path) -> list[Row]:
    """(features, register, the rules' figure, gold score, corpus, fold) of every event."""
    gold = {g["id"]: float(g["score"]) for g in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    rows: list[Row] = []
    last: tuple[str, Any] = ("", ())
    for item in map(json.loads, (folder / "input.jsonl").open(encoding="utf-8")):
        if item["text"] != last[0]:
            last = (item["text"], parse_text(item["text"]))
        sentence = next(s for s in last[1] if s.span_head(item["start"], item["end"]) is not None)
        token = sentence.span_head(item["start"], item["end"])
        rules = read_rules(sentence, token)
        numbers = number_features(sentence, token, rules.status, rules.reasons)
        fold = zlib.crc32(item["text"].encode("utf-8")) % FOLDS
        rows.append((numbers, number_register(sentence), rules.factuality, gold[item["id"]], item["corpus"], fold))
    return rows


def matrix(lists: list[list[int]]) -> csr_matrix:
    """The 0/1 matrix of feature numbers."""
    ends = np.cumsum([0, *(len(x) for x in lists)])
    return csr_matrix((np.ones(ends[-1], dtype=np.float32), np.concatenate(lists), ends), shape=(len(lists), SIZE))


def fit(rows: list[Row]) -> Head:
    """The three parts trained on these rows; weights as they will be stored."""
    parts = []
    biases = []
    for corpus, alpha in (("uw", 30.0), ("uds", 20.0)):
        chosen = [r for r in rows if r[4] == corpus]
        model = Ridge(alpha=alpha, solver="sparse_cg", tol=1e-3)
        model.fit(matrix([r[0] for r in chosen]), np.array([r[3] for r in chosen]))
        parts.append(model.coef_)
        biases.append(float(model.intercept_))
    gate = LogisticRegression(C=0.05, max_iter=200, solver="liblinear", random_state=7)
    gate.fit(matrix([r[1] for r in rows]), np.array([r[4] == "uds" for r in rows]))
    parts.append(gate.coef_[0])
    biases.append(float(gate.intercept_[0]))
    stored = [np.asarray(p, dtype=np.float16).astype(np.float32) for p in parts]
    return Head(stored[0], stored[1], stored[2], (biases[0], biases[1], biases[2]))


def figures(rows: list[Row], predicted: NDArray[np.float64]) -> dict[str, float]:
    """Mean absolute error and correlation of each corpus."""
    found: dict[str, float] = {}
    for corpus in ("uw", "uds"):
        chosen = [i for i, r in enumerate(rows) if r[4] == corpus]
        truth = np.array([rows[i][3] for i in chosen])
        found[f"mae_{corpus}"] = round(float(np.abs(predicted[chosen] - truth).mean()), 3)
        found[f"pearson_r_{corpus}"] = round(float(np.corrcoef(predicted[chosen], truth)[0, 1]), 3)
    return found


def main() -> None:
    rows = read_rows(Path(sys.argv[1]))
    predicted = np.zeros(len(rows))
    for fold in range(FOLDS):
        head = fit([r for r in rows if r[5] != fold])
        for i, row in enumerate(rows):
            if row[5] == fold:
                predicted[i] = blend(head, row[0], row[1], row[2])
    print("rules alone", figures(rows, np.array([r[2] for r in rows])))
    print("out of fold", figures(rows, predicted))
    head = fit(rows)
    halves = {k: getattr(head, k).astype(np.float16) for k in ("report", "talk", "gate")}
    np.savez_compressed(TARGET, biases=np.array(head.biases, dtype=np.float32), **halves)
    print("wrote", TARGET.name, TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
