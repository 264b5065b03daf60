"""Train the weights that tell a report from page furniture, and print their figures out of fold.

    python -m eval.training.body DATA_FOLDER [text|page]

``DATA_FOLDER`` holds the development parts ``plaintext`` and ``articles``. Folds are pages (seed below); the figures
printed are those of pages that no weight has seen. Only numbers are kept: ``legation/data/models/body_*.npz``.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.neural_network import MLPClassifier

from legation.documents.align import matched_words
from legation.documents.body import Weights, best_sequence
from legation.documents.features import Matrix, page_features, text_features
from legation.documents.lines import Line, find_lines
from legation.documents.pages import read_page
from legation.documents.vocabulary import load_vocabulary
from legation.readers.encodings import decode_page

SEED, FOLDS, TRAININGS = 7, 6, 4
MODELS = Path(__file__).resolve().parents[2] / "legation" / "data" / "models"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Page:
    """One page: its lines with their numbers, which are body, how many words each has, and the true text."""

    rows: Matrix
    body: list[bool]
    words: list[int]
    lines: tuple[Line, ...]
    truth: str


def load_pages(folder: Path, kind: str) -> Iterator[Page]:
    """The pages of a development part in the order of its file."""
    task = folder / ("plaintext" if kind == "text" else "articles")
    truths = {row["id"]: row["text"] for row in _rows(task / "gold.jsonl")}
    for item in _rows(task / "input.jsonl"):
        truth = truths[item["id"]]
        if kind == "text":
            lines = find_lines(item["text"])
            yield _page(lines, text_features(lines, load_vocabulary()), item["text"], truth)
        else:
            page = read_page(decode_page(gzip.decompress((task / item["html"]).read_bytes())), item["url"])
            rows = np.hstack(
                [text_features(page.lines, load_vocabulary(), page.title), page_features(page.marks, page.coverage)]
            )
            yield _page(page.lines, rows, page.text, truth)


def train(
    pages: Sequence[Page], alpha: float = 1.0, hidden: int = 16, change: float = 1.0, lean: float = 0.0
) -> Weights:
    """Weights from ``pages``: TRAININGS networks from different starts."""
    rows = np.vstack([p.rows for p in pages])
    marks = np.concatenate([np.array(p.body) for p in pages])
    weight = np.concatenate([_line_weights(p) for p in pages])
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.05)
    inputs = np.clip((rows - mean) / scale, -5, 5)
    nets = []
    for k in range(TRAININGS):
        net = MLPClassifier(
            (hidden,), alpha=alpha, batch_size=256, max_iter=14, learning_rate_init=2e-3, random_state=SEED + k
        )
        nets.append(net.fit(inputs, marks, sample_weight=weight))
    return Weights(
        mean,
        scale,
        np.stack([n.coefs_[0] for n in nets]),
        np.stack([n.intercepts_[0] for n in nets]),
        np.stack([n.coefs_[1][:, 0] for n in nets]),
        np.array([n.intercepts_[1][0] for n in nets]),
        change,
        lean,
    )


def out_of_fold(pages: Sequence[Page], alpha: float, hidden: int) -> list[Any]:
    """The log odds of every page's lines by weights that have not seen the page."""
    order = list(range(len(pages)))
    random.Random(SEED).shuffle(order)
    found: list[Any] = [None] * len(pages)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        weights = train([p for i, p in enumerate(pages) if i not in held], alpha, hidden)
        for i in held:
            found[i] = weights.log_odds(pages[i].rows)
    return found


def figures(pages: Sequence[Page], odds: Sequence[Any], change: float, lean: float) -> dict[str, float]:
    """Shingle precision, recall and F1 as the task defines them."""
    precision, recall = [], []
    for page, scores in zip(pages, odds, strict=True):
        kept = best_sequence(scores + lean, change)
        answer = "\n".join(line.text for line, keep in zip(page.lines, kept, strict=True) if keep)
        gold, pred = _bag(page.truth), _bag(answer)
        shared = sum((gold & pred).values())
        if pred:
            precision.append(shared / pred.total())
        recall.append(shared / max(gold.total(), 1))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return {"f1": round(2 * p * r / (p + r), 4), "precision": round(p, 4), "recall": round(r, 4)}


def main(folder: Path, kind: str) -> None:
    """Search prices out of fold, print, train on all pages, write weights and card."""
    pages = list(load_pages(folder, kind))
    alpha, hidden = 1.0, 24
    odds = out_of_fold(pages, alpha, hidden)
    grid = [(figures(pages, odds, c, b), c, b) for c in (0.0, 0.25, 0.5, 1.0) for b in (0.0, 0.5, 1.0)]
    for found, change, lean in grid:
        print(change, lean, found)
    best, change, lean = max(grid, key=lambda g: g[0]["f1"])
    weights = train(pages, alpha, hidden, change, lean)
    MODELS.mkdir(parents=True, exist_ok=True)
    arrays = {name: np.asarray(getattr(weights, name), dtype=np.float32) for name in Weights.__slots__}
    np.savez(MODELS / f"body_{kind}.npz", allow_pickle=False, **arrays)
    print("chosen", change, lean, best)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def _page(lines: tuple[Line, ...], rows: Matrix, text: str, truth: str) -> Page:
    spans = [(m.start(), m.group(), i) for i, line in enumerate(lines) for m in _WORD.finditer(line.text)]
    found = matched_words([w for _, w, _ in spans], _WORD.findall(truth))
    total, right = Counter(i for _, _, i in spans), Counter(i for (_, _, i), ok in zip(spans, found, strict=True) if ok)
    body = [total[i] > 0 and 2 * right[i] >= total[i] for i in range(len(lines))]
    return Page(rows, body, [total[i] for i in range(len(lines))], lines, truth)


def _line_weights(page: Page) -> Any:
    words = np.array(page.words, dtype=np.float64)
    return 0.2 + np.minimum(words / max(sum(w for w, b in zip(page.words, page.body, strict=True) if b), 50), 0.2) * 40


def _bag(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
