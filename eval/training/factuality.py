"""Train the head that says how sure it is that an event happened, and print its figures out of fold.

    python -m eval.training.factuality DATA_FOLDER

``DATA_FOLDER`` holds the development part ``factuality``. Folds are sentences (seed below), so no sentence stands in
two. Only numbers are kept: the head of all events in ``legation/data/models/factuality.npz``, those of the folds in
``eval/folds/factuality.npz``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, Ridge

from eval.folds import fold_of, write_folds
from eval.score import read_jsonl
from eval.training.checksums import write_checksums
from legation.sentences import parse_text
from legation.statuses import read_rules
from legation.statuses.features import SIZE, number_features, number_register
from legation.statuses.scores import Head, blend

SEED, FOLDS = 7, 5
TARGET = Path(__file__).resolve().parents[2] / "legation" / "data" / "models" / "factuality.npz"


@dataclass(frozen=True)
class Event:
    """One event: its sentence and fold, the numbers of its features, the rules' figure, the truth, the corpus."""

    sentence: str
    fold: int
    features: list[int]
    register: list[int]
    by_rule: float
    truth: float
    corpus: str


def load_events(folder: Path) -> list[Event]:
    """The events of the development part in the order of its file."""
    truths = {row["id"]: float(row["score"]) for row in read_jsonl(str(folder / "factuality" / "gold.jsonl"))}
    events: list[Event] = []
    last: tuple[str, Any] = ("", ())
    for item in read_jsonl(str(folder / "factuality" / "input.jsonl")):
        if item["text"] != last[0]:
            last = (item["text"], parse_text(item["text"]))
        found = ((s, s.span_head(item["start"], item["end"])) for s in last[1])
        sentence, token = next((s, t) for s, t in found if t is not None)
        rules = read_rules(sentence, token)
        events.append(
            Event(
                sentence=item["text"],
                fold=fold_of(item["text"], SEED, FOLDS),
                features=number_features(sentence, token, rules.status, rules.reasons),
                register=number_register(sentence),
                by_rule=rules.factuality,
                truth=truths[item["id"]],
                corpus=item["corpus"],
            )
        )
    return events


def train(events: Sequence[Event]) -> Head:
    """The three parts trained on these events; weights as they will be stored."""
    parts = []
    biases = []
    for corpus, alpha in (("uw", 30.0), ("uds", 20.0)):
        chosen = [e for e in events if e.corpus == corpus]
        model = Ridge(alpha=alpha, solver="sparse_cg", tol=1e-3)
        model.fit(_matrix([e.features for e in chosen]), np.array([e.truth for e in chosen]))
        parts.append(model.coef_)
        biases.append(float(model.intercept_))
    gate = LogisticRegression(C=0.05, max_iter=200, solver="liblinear", random_state=SEED)
    gate.fit(_matrix([e.register for e in events]), np.array([e.corpus == "uds" for e in events]))
    parts.append(gate.coef_[0])
    biases.append(float(gate.intercept_[0]))
    stored = [np.asarray(p, dtype=np.float16).astype(np.float32) for p in parts]
    return Head(stored[0], stored[1], stored[2], (biases[0], biases[1], biases[2]))


def figures(events: Sequence[Event], predicted: NDArray[np.float64]) -> dict[str, float]:
    """Mean absolute error and correlation of each corpus."""
    found: dict[str, float] = {}
    for corpus in ("uw", "uds"):
        chosen = [i for i, e in enumerate(events) if e.corpus == corpus]
        truth = np.array([events[i].truth for i in chosen])
        found[f"mae_{corpus}"] = round(float(np.abs(predicted[chosen] - truth).mean()), 3)
        found[f"pearson_r_{corpus}"] = round(float(np.corrcoef(predicted[chosen], truth)[0, 1]), 3)
    return found


def main(folder: Path) -> None:
    """Train every fold and all events, print the figures out of fold, write both files."""
    events = load_events(folder)
    heads = [train([e for e in events if e.fold != fold]) for fold in range(FOLDS)]
    predicted = np.array([blend(heads[e.fold], e.features, e.register, e.by_rule) for e in events])
    print("rules alone", figures(events, np.array([e.by_rule for e in events])))
    print("out of fold", figures(events, predicted))
    write_folds("factuality", SEED, {e.sentence: e.fold for e in events}, [_arrays(h) for h in heads])
    np.savez_compressed(TARGET, **_arrays(train(events)))
    write_checksums()


def _matrix(lists: Sequence[list[int]]) -> csr_matrix:
    ends = np.cumsum([0, *(len(x) for x in lists)])
    return csr_matrix((np.ones(ends[-1], dtype=np.float32), np.concatenate(lists), ends), shape=(len(lists), SIZE))


def _arrays(head: Head) -> dict[str, Any]:
    halves = {name: getattr(head, name).astype(np.float16) for name in ("report", "talk", "gate")}
    return {"biases": np.array(head.biases, dtype=np.float32), **halves}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
