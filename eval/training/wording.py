"""Fit the weights of ``legation/judgements/wording.toml`` on the coreference development part, and say what they reach.

    python -m eval.training.wording FOLDER

Prints the weights as TOML (all topics) and the figures of five folds of topics, each scored by weights of the others.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from eval.adapters.coreference import read_mentions
from eval.score import load_metric, read_jsonl
from legation.judgements import wording
from legation.storylines import group_documents

FOLDS = 5


def main(folder: Path) -> None:
    """Fit, print the weights and the figures out of fold."""
    items, gold = read_jsonl(str(folder / "input.jsonl")), read_jsonl(str(folder / "gold.jsonl"))
    truth = {(g["id"], m): c for g in gold for m, c in g["clusters"].items()}
    stories = dict(zip([i["id"] for i in items], group_documents([i["text"] for i in items]), strict=True))
    told = [(i["id"], key, w) for i in items for key, w in read_mentions(i)]
    topics = {i["id"]: i["topic"] for i in items}
    fold = {t: n % FOLDS for n, t in enumerate(sorted(set(topics.values())))}
    homes = [fold[topics[d]] for d, *_ in told]
    names, x, y, places = features(told, stories, truth)
    folds = np.array([homes[i] for i, _ in places])
    print(toml(names, LogisticRegression(max_iter=500).fit(x, y)))
    clusters: dict[str, dict[str, str]] = defaultdict(dict)
    for n in range(FOLDS):
        use(names, LogisticRegression(max_iter=500).fit(x[folds != n], y[folds != n]))
        events = wording.group_wordings([w for *_, w in told], stories)
        for (document, key, _), event, home in zip(told, events, homes, strict=True):
            if home == n:
                clusters[document][key] = f"{n}-{event}"
    print(load_metric("coreference").score(gold, [{"id": d, "clusters": c} for d, c in clusters.items()]))


def features(told: list[Any], stories: dict[str, int], truth: dict[Any, str]) -> tuple[list[str], Any, Any, Any]:
    """Names, values and truth of all pairs within stories, and which pair each row is."""
    weights = wording.weigh_words([w for *_, w in told])
    blocks: dict[int, list[int]] = defaultdict(list)
    for i, (document, *_) in enumerate(told):
        blocks[stories[document]].append(i)
    places = [pair for block in blocks.values() for pair in combinations(block, 2)]
    found = [wording.find_likeness(told[i][2], told[j][2], weights) for i, j in places]
    same = [truth[told[i][:2]] == truth[told[j][:2]] for i, j in places]
    return list(found[0]), np.array([list(f.values()) for f in found], dtype=np.float32), np.array(same), places


def use(names: list[str], model: Any) -> None:
    """Put a model's weights in place of the shipped ones."""
    table = dict(zip(names, map(float, model.coef_[0]), strict=True))
    wording.load_wording()["weights"] = {**table, "bias": float(model.intercept_[0])}


def toml(names: list[str], model: Any) -> str:
    """The weights as they stand in the table."""
    rows = [("bias", model.intercept_[0]), *zip(names, model.coef_[0], strict=True)]
    return "[weights]\n" + "\n".join(f"{name} = {value:.2f}" for name, value in rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
