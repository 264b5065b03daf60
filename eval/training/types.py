"""Train the heads of the type scorer and print their figures out of fold.

    python -m eval.training.types DATA_FOLDER [types|relevance]

A head is a ridge regression with weighed classes, solved in the space of the items (fewer than the features).

``DATA_FOLDER`` holds the development parts ``event_types`` and ``event_relevance``. They are joined by the sentences
of our own writing beside this file. Folds are sentences (seed below): a sentence and all that share half of its
six-word runs are in one fold, in both parts. Only numbers are kept: the heads of all items in
``legation/data/models/event_*.npz``, those of the folds in ``eval/folds/event_*.npz``; the directions of the waves in
``legation/data/models/waves.npz``.
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

from eval.folds import fold_of, write_folds
from eval.score import load_metric, read_jsonl
from eval.training.checksums import write_checksums
from eval.training.written import read_sentences
from legation.claims.pairs import make_pair
from legation.event_types import load_event_types
from legation.scoring.features import SIZE, Pair, number_words
from legation.scoring.heads import CLASSES, Heads, Question, count_rarity, weigh_words
from legation.scoring.vectors import load_encoder, pair_vectors
from legation.scoring.waves import draw_directions, make_waves

SEED, FOLDS = 7, 5
WORDS = 5.0  # the words' share of the kernel beside one for each part
RIDGE = 2.0
SHARPNESS = 8.0  # of the softmax over the head's answers: least surprise out of fold among 4, 6 and 8
OWN, OTHER = 0.5, 0.5  # weight of a sentence of our own, of a sentence of the other part
NEVER = -1  # the fold of what is in no development part of the question: trained on always, never scored
MODELS = Path(__file__).resolve().parents[2] / "legation" / "data" / "models"


@dataclass(frozen=True)
class Item:
    """One pair: id, fold, whether it is scored, weight, answer; the numbers of its words, the row of its waves."""

    id: str
    fold: int
    scored: bool
    weight: float
    answer: str
    pair: Pair
    numbers: tuple[int, ...] = ()
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


def train(items: Sequence[Item], classes: Sequence[str]) -> Heads:
    """The head from ``items``."""
    rarity = count_rarity([i.numbers for i in items])
    words, waves = _words(items, rarity), np.stack([i.row for i in items])
    truth = np.array([[a == i.answer for a in classes] for i in items], np.float64)
    weights = np.array([i.weight for i in items])
    common = weights @ truth  # how much of each answer there is
    weights = weights * np.sqrt(common.mean() / (truth @ common))
    wanted = np.where(truth > 0, 1.0, -1.0 / (len(classes) - 1))
    bias = weights @ wanted / weights.sum()
    kernel = waves @ waves.T + WORDS * np.asarray((words @ words.T).todense())
    duals = np.linalg.solve(kernel + np.diag(RIDGE / weights), wanted - bias) * SHARPNESS
    parts = (WORDS * (words.T @ duals).T, duals.T @ waves, bias * SHARPNESS)
    return Heads(rarity, *(np.asarray(p, np.float32) for p in parts))


def answer_items(items: Sequence[Item], heads: Sequence[Heads]) -> Any:
    """The logits of each item by the head of the fold that left it out."""
    rows = []
    for item in items:
        head = heads[item.fold]
        numbers, values = weigh_words(item.numbers, head.rarity)
        rows.append(head.words[:, numbers] @ values + head.waves @ item.row + head.bias)
    return np.stack(rows)


def main(folder: Path, questions: Sequence[Question] = ("types", "relevance")) -> None:
    """Train every fold and all items of both questions, print the figures out of fold, write the files."""
    encoder = load_encoder()
    assert encoder is not None, "build the encoder first: tools/build_vectors.py"
    np.savez_compressed(MODELS / "waves.npz", allow_pickle=False, directions=draw_directions(SEED))
    write_checksums()
    for question in questions:
        items = load_items(folder, question)
        rows = make_waves(pair_vectors([i.pair for i in items], encoder))
        items = [replace(i, row=r, numbers=tuple(number_words(i.pair))) for i, r in zip(items, rows, strict=True)]
        heads = [train([i for i in items if i.fold != fold], CLASSES[question]) for fold in range(FOLDS)]
        scored = [i for i in items if i.scored]
        print(question, _figures(folder, question, scored, answer_items(scored, heads)), flush=True)
        seen = {i.pair.text: i.fold for i in items if i.fold != NEVER}
        write_folds(f"event_{question}", SEED, seen, [_arrays(h) for h in heads])
        shipped = _arrays(train(items, CLASSES[question]), np.float16)
        np.savez_compressed(MODELS / f"event_{question}.npz", allow_pickle=False, **shipped)
    write_checksums()


def _words(items: Sequence[Item], rarity: Any) -> csr_matrix:
    """The weighed words of all items, one row each."""
    found = [weigh_words(i.numbers, rarity) for i in items]
    ends = np.cumsum([0, *(len(numbers) for numbers, _ in found)])
    columns, values = (np.concatenate([f[k] for f in found]) for k in (0, 1))
    return csr_matrix((values, columns, ends), shape=(len(items), SIZE))


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


def _arrays(heads: Heads, kind: Any = np.float32) -> dict[str, Any]:
    return {name: np.asarray(getattr(heads, name), dtype=kind) for name in Heads.__slots__}


if __name__ == "__main__":
    main(Path(sys.argv[1]), [q for q in CLASSES if q in sys.argv[2:] or not sys.argv[2:]])
