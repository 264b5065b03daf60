"""Train the heads of the type scorer and print their figures out of fold, with and without the encoder.

    python -m eval.training.types DATA_FOLDER [types|relevance]

``DATA_FOLDER`` holds the development parts ``event_types`` and ``event_relevance``. They are joined by the sentences
of our own writing beside this file. Folds are sentences (seed below): a sentence and all that share half of its
six-word runs are in one fold, in both parts. Only numbers are kept: the heads of all items in
``legation/data/models/event_*.npz``, those of the folds in ``eval/folds/event_*.npz``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from eval.folds import fold_of, write_folds
from eval.score import load_metric, read_jsonl
from eval.training.written import read_sentences
from legation.claims.pairs import make_pair
from legation.event_types import load_event_types
from legation.scoring.features import SIZE, Pair
from legation.scoring.heads import CLASSES, Heads, Question, count_rarity, join_logits, weigh_features, word_logits
from legation.scoring.vectors import load_encoder, pair_vectors

SEED, FOLDS = 7, 5
WORDS_C, VECTORS_C = 10.0, 5.0
OWN, OTHER = 0.5, 0.5  # weight of a sentence of our own, of a sentence of the other part
NEVER = -1  # the fold of what is in no development part of the question: trained on always, never scored
MODELS = Path(__file__).resolve().parents[2] / "legation" / "data" / "models"


@dataclass(frozen=True)
class Item:
    """One pair: id, its fold, whether it is scored, its weight, its answer."""

    id: str
    fold: int
    scored: bool
    weight: float
    answer: str
    pair: Pair
    row: Any = None


def load_items(folder: Path, question: Question) -> list[Item]:
    """The items of a question: its development part, then the other's sentences, then our own."""
    quads = dict(load_event_types().quads)
    parts = [_join(folder / "event_types", "root"), _join(folder / "event_relevance", "class")]
    groups = group_alike([row["text"] for rows in parts for row in rows])
    own = [
        Item("", NEVER, False, OWN, _answer(w.event_type, question, quads), make_pair(w.text, w.actor, w.recipient))
        for w in read_sentences()
    ]
    if question == "types":
        rows = parts[0]
        return [_item(r, groups, make_pair(r["text"], *_sides(r))) for r in rows] + [i for i in own if i.answer]
    rows = parts[1]
    known = {r["text"] for r in rows}
    others = [_item(r, groups, make_pair(r["text"], None, None)) for r in _join(folder / "event_types", "quad")]
    others = [replace(i, scored=False, weight=OTHER) for i in others if i.pair.text not in known]
    own = [replace(i, pair=make_pair(i.pair.text, None, None)) for i in own if i.answer]
    return [_item(r, groups, make_pair(r["text"], None, None)) for r in rows] + others + own


def train(items: Sequence[Item]) -> Heads:
    """Both heads from ``items``."""
    answers, weights = np.array([i.answer for i in items]), np.array([i.weight for i in items])
    rarity = count_rarity([i.pair for i in items])
    found = [[], [], []]  # type: list[list[Any]]
    for n, item in enumerate(items):
        for numbers, values in weigh_features(item.pair, rarity):
            found[0] += [n] * len(numbers)
            found[1] += numbers.tolist()
            found[2] += values.tolist()
    table = csr_matrix((found[2], (found[0], found[1])), shape=(len(items), SIZE))
    words = _regress(WORDS_C).fit(table, answers, weights)
    vectors = _regress(VECTORS_C).fit(np.stack([i.row for i in items]), answers, weights)
    return Heads(rarity, *_numbers(words), *_numbers(vectors))


def main(folder: Path, questions: Sequence[Question] = ("types", "relevance")) -> None:
    """Train every fold and all items of both questions, print the figures out of fold, write the files."""
    encoder = load_encoder()
    assert encoder is not None, "build the encoder first: tools/build_vectors.py"
    for question in questions:
        items = load_items(folder, question)
        rows = pair_vectors([i.pair for i in items], encoder)
        items = [replace(i, row=row) for i, row in zip(items, rows, strict=True)]
        heads = [train([i for i in items if i.fold != fold]) for fold in range(FOLDS)]
        scored = [i for i in items if i.scored]
        words = np.concatenate([word_logits([i.pair], heads[i.fold]) for i in scored])
        vectors = np.stack([heads[i.fold].vectors @ i.row + heads[i.fold].vectors_bias for i in scored])
        for name, logits in (("words", words), ("vectors", vectors), ("both", join_logits(words, vectors))):
            print(question, name, _figures(folder, question, scored, logits), flush=True)
        seen = {i.pair.text: i.fold for i in items if i.fold != NEVER}
        write_folds(f"event_{question}", SEED, seen, [_arrays(h) for h in heads])
        np.savez_compressed(MODELS / f"event_{question}.npz", allow_pickle=False, **_arrays(train(items), np.float16))


def group_alike(texts: Sequence[str]) -> dict[str, str]:
    """For each text the first of those that are told in half the same words: cut and reworded copies are one group."""
    runs = {text: _runs(text) for text in texts}
    holders: dict[str, list[str]] = {}
    group = {text: text for text in texts}
    for text, own in runs.items():
        shared = Counter(other for run in sorted(own) for other in holders.get(run, ()))
        for other, count in shared.items():
            if 2 * count >= min(len(own), len(runs[other])):
                one, two = group[text], group[other]
                group = {t: one if g == two else g for t, g in group.items()}
        for run in own:
            holders.setdefault(run, []).append(text)
    return group


def _runs(text: str) -> set[str]:
    words = text.lower().split()
    return {" ".join(words[i : i + 6]) for i in range(max(1, len(words) - 5))}


def _item(row: dict[str, Any], groups: dict[str, str], pair: Pair) -> Item:
    return Item(row["id"], fold_of(groups[row["text"]], SEED, FOLDS), True, 1.0, row["answer"], pair)


def _join(task: Path, field: str) -> list[dict[str, Any]]:
    gold = {row["id"]: row[field] for row in read_jsonl(str(task / "gold.jsonl"))}
    return [{**row, "answer": gold[row["id"]]} for row in read_jsonl(str(task / "input.jsonl"))]


def _sides(row: dict[str, Any]) -> list[tuple[int, int] | None]:
    return [(s["start"], s["end"]) if (s := row.get(side)) else None for side in ("actor", "recipient")]


def _answer(event_type: str, question: Question, quads: dict[str, str]) -> str:
    """What our own label is in a question's terms; "" where it has no place there."""
    if question == "types":
        return event_type if event_type in CLASSES["types"] else ""
    if event_type == "REQUEST":
        return ""  # appeals are no event there, demands are
    return {"NONE": "NONE", "YIELD": "M-COOP"}.get(event_type) or quads[event_type]


def _figures(folder: Path, question: Question, items: Sequence[Item], logits: Any) -> dict[str, float]:
    field = "root" if question == "types" else "class"
    gold = read_jsonl(str(folder / f"event_{question}" / "gold.jsonl"))
    best = [CLASSES[question][k] for k in logits.argmax(axis=1)]
    rows = [{"id": i.id, field: answer} for i, answer in zip(items, best, strict=True)]
    figures: dict[str, float] = load_metric(f"event_{question}").score(gold, rows)
    return {k: round(v, 4) for k, v in figures.items() if "f1" in k or "accuracy" in k}


def _regress(c: float) -> Any:
    return LogisticRegression(C=c, class_weight="balanced", max_iter=100)


def _numbers(model: Any) -> tuple[Any, Any]:
    return np.asarray(model.coef_, np.float32), np.asarray(model.intercept_, np.float32)


def _arrays(heads: Heads, kind: Any = np.float32) -> dict[str, Any]:
    return {name: np.asarray(getattr(heads, name), dtype=kind) for name in Heads.__slots__}


if __name__ == "__main__":
    main(Path(sys.argv[1]), [q for q in CLASSES if q in sys.argv[2:] or not sys.argv[2:]])
