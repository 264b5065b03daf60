"""Train the weights that tell a report from page furniture, and print their figures out of fold.

    python -m eval.training.body DATA_FOLDER text|page

``DATA_FOLDER`` holds the development parts ``plaintext`` and ``articles``. Folds are sites (seed below); the figures
printed are those of pages that neither weights nor prices have seen. Only numbers are kept: the weights of all pages in
``legation/data/models/body_*.npz``, those of the folds in ``eval/folds/body_*.npz``.
"""

from __future__ import annotations

import gzip
import re
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from eval.folds import fold_of, write_folds
from eval.score import read_jsonl
from eval.training.checksums import write_checksums
from legation.documents.align import matched_words
from legation.documents.body import Weights, best_sequence, dump_features, page_odds
from legation.documents.features import Matrix, page_features, text_features
from legation.documents.lines import Line, find_lines
from legation.documents.pages import read_page
from legation.readers.encodings import decode_page

SEED, FOLDS = 7, 6
TRAININGS = {"text": 8, "page": 4}
ALPHA, HIDDEN = 1.0, 24
PRICES = [(change, lean) for change in (0.0, 0.25, 0.5, 1.0) for lean in (0.0, 0.5, 1.0)]
MODELS = Path(__file__).resolve().parents[2] / "legation" / "data" / "models"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Page:
    """One page: id, fold, its lines with their numbers, which are body, how many words each has, the true text, and
    of HTML the share of each line that the extractor keeps."""

    id: str
    fold: int
    rows: Matrix
    body: list[bool]
    words: list[int]
    lines: tuple[Line, ...]
    truth: str
    coverage: tuple[float, ...] | None = None


def load_pages(folder: Path, kind: str) -> Iterator[Page]:
    """The pages of a development part in the order of its file."""
    task = folder / ("plaintext" if kind == "text" else "articles")
    sites = {row["id"]: urlsplit(row["url"]).hostname for row in _rows(folder / "articles" / "input.jsonl")}
    truths = {row["id"]: row["text"] for row in _rows(task / "gold.jsonl")}
    for item in _rows(task / "input.jsonl"):
        name = item["id"], fold_of(str(sites[item["id"]]), SEED, FOLDS)
        truth = truths[item["id"]]
        if kind == "text":
            lines = find_lines(item["text"])
            yield _page(name, lines, dump_features(lines), item["text"], truth)
        else:
            page = read_page(decode_page(gzip.decompress((task / item["html"]).read_bytes())), item["url"])
            rows = np.hstack([text_features(page.lines, page.title), page_features(page.marks, page.coverage)])
            yield replace(_page(name, page.lines, rows, page.text, truth), coverage=page.coverage)


def train(pages: Sequence[Page], trainings: int) -> Weights:
    """Weights from ``pages``: so many networks from different starts; no price yet."""
    rows = np.vstack([p.rows for p in pages])
    marks = np.concatenate([np.array(p.body) for p in pages])
    weight = np.concatenate([_line_weights(p) for p in pages])
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.05)
    inputs = np.clip((rows - mean) / scale, -5, 5)
    nets = []
    for k in range(trainings):
        net = MLPClassifier(
            (HIDDEN,), alpha=ALPHA, batch_size=256, max_iter=14, learning_rate_init=2e-3, random_state=SEED + k
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # few passes are meant: more fit the sites
            nets.append(net.fit(inputs, marks, sample_weight=weight))
    return Weights(
        mean,
        scale,
        np.stack([n.coefs_[0] for n in nets]),
        np.stack([n.intercepts_[0] for n in nets]),
        np.stack([n.coefs_[1][:, 0] for n in nets]),
        np.array([n.intercepts_[1][0] for n in nets]),
        change=0.0,
        lean=0.0,
    )


def odds_of(weights: Weights, page: Page) -> Any:
    """The log odds of a page's lines, as ``build`` reckons them."""
    return weights.log_odds(page.rows) if page.coverage is None else page_odds(weights, page.rows, page.coverage)


def choose_price(pages: Sequence[Page], odds: Sequence[Any]) -> tuple[float, float]:
    """The price of a change and the lean towards body that fit these pages best."""
    return max(PRICES, key=lambda price: figures(pages, odds, [price] * len(pages))["f1"])


def figures(pages: Sequence[Page], odds: Sequence[Any], prices: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Shingle precision, recall and F1 as the task defines them."""
    precision, recall = [], []
    for page, scores, (change, lean) in zip(pages, odds, prices, strict=True):
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
    """Train every fold and all pages, print the figures out of fold, write both files."""
    pages = list(load_pages(folder, kind))
    nets = [train([p for p in pages if p.fold != fold], TRAININGS[kind]) for fold in range(FOLDS)]
    odds = [odds_of(nets[p.fold], p) for p in pages]
    others = [[i for i, p in enumerate(pages) if p.fold != fold] for fold in range(FOLDS)]
    prices = [choose_price([pages[i] for i in seen], [odds[i] for i in seen]) for seen in others]
    print("out of fold", figures(pages, odds, [prices[p.fold] for p in pages]), "prices", prices)
    folds = [replace(net, change=change, lean=lean) for net, (change, lean) in zip(nets, prices, strict=True)]
    write_folds(f"body_{kind}", SEED, {p.id: p.fold for p in pages}, [_arrays(w) for w in folds])
    change, lean = choose_price(pages, odds)
    MODELS.mkdir(parents=True, exist_ok=True)
    np.savez(MODELS / f"body_{kind}.npz", **_arrays(replace(train(pages, TRAININGS[kind]), change=change, lean=lean)))
    write_checksums()
    print("shipped with prices", change, lean)


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read_jsonl(str(path))
    return rows


def _arrays(weights: Weights) -> dict[str, Any]:
    return {name: np.asarray(getattr(weights, name), dtype=np.float32) for name in Weights.__slots__}


def _page(name: tuple[str, int], lines: tuple[Line, ...], rows: Matrix, text: str, truth: str) -> Page:
    spans = [(m.start(), m.group(), i) for i, line in enumerate(lines) for m in _WORD.finditer(line.text)]
    found = matched_words([w for _, w, _ in spans], _WORD.findall(truth))
    total, right = Counter(i for _, _, i in spans), Counter(i for (_, _, i), ok in zip(spans, found, strict=True) if ok)
    body = [total[i] > 0 and 2 * right[i] >= total[i] for i in range(len(lines))]
    return Page(*name, rows, body, [total[i] for i in range(len(lines))], lines, truth)


def _line_weights(page: Page) -> Any:
    words = np.array(page.words, dtype=np.float64)
    return 0.2 + np.minimum(words / max(sum(w for w, b in zip(page.words, page.body, strict=True) if b), 50), 0.2) * 40


def _bag(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
