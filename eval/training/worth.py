"""Learn which parts of a report promise a claim, from what the package itself claims of them.

    python -m eval.training.worth label CORPORA LABELS.jsonl [--number N]
    python -m eval.training.worth fit CORPORA LABELS.jsonl

``CORPORA`` holds ``news.jsonl.gz`` and ``whitehouse.jsonl.gz``. ``label`` analyses reports drawn by seed, five of
news to one statement, with the rules of the gate alone, and writes how often each part tells an event: no words.
``fit`` learns a logistic model of them, prints what is kept out of fold (folds are reports), and writes
``legation/data/models/gate.npz``, the bound with it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bench.sampling import sample_raws
from eval.folds import fold_of
from eval.training.checksums import MODELS, write_checksums
from legation.analysis import analyse_parsed
from legation.documents import is_analysed, make_document
from legation.errors import LegationError
from legation.gate import SHORT, count_sides, weigh_parts
from legation.gate.parts import read_part
from legation.gate.worth import BUCKETS, features_of
from legation.knowledge import load_knowledge
from legation.records import Document
from legation.sentences import parse_document

SEED, FOLDS = 101, 5
DRAWN = {"news.jsonl.gz": 3000, "whitehouse.jsonl.gz": 600}
ROUND = 5  # of news to one statement
BOUND = -4.5  # chosen on whole analyses of 300 further reports, since a part also tells whom others mean: gate.md
FREEDOM = 0.1  # of the weights: C of the logistic model


@dataclass(frozen=True)
class Row:
    """A part that the rules let through: file, report, features, words, and how often it tells a claim's event."""

    file: str
    report: str
    features: list[int]
    words: int
    claims: int


def draw(corpora: Path) -> Iterator[tuple[str, Document]]:
    """The reports to learn from with their files, five of news, then a statement."""
    news, statements = (sample_raws(corpora / name, number, SEED) for name, number in DRAWN.items())
    for turn, statement in enumerate(statements):
        some = [("news.jsonl.gz", raw) for raw in news[turn * ROUND : (turn + 1) * ROUND]]
        for name, raw in (*some, ("whitehouse.jsonl.gz", statement)):
            try:
                yield name, make_document(raw)
            except LegationError:
                continue


def label(corpora: Path, target: Path, number: int | None) -> None:
    """Write the parts of each report that the rules let through, with how often a claim's event is told in each."""
    knowledge = load_knowledge()
    with target.open("w", encoding="utf-8") as lines:
        for count, (name, document) in enumerate(draw(corpora)):
            if count == number:
                return
            blocks, kept = weigh_parts(document, knowledge, learnt=False)
            worthy = [block for block, is_kept in zip(blocks, kept, strict=True) if is_kept]
            if not (is_analysed(document) and worthy) or sum(end - start for start, end in blocks) < SHORT:
                continue
            found = analyse_parsed(document, parse_document(document, frozenset(worthy)), knowledge).claims
            told = [e.start for claim in found for e in claim.evidence if e.field == "event"]
            spans = [(start, end, sum(start <= at < end for at in told)) for start, end in worthy]
            lines.write(json.dumps([name, document.id, spans]) + "\n")


def read_rows(corpora: Path, labels: Path) -> Iterator[Row]:
    """The labelled parts with their features."""
    knowledge = load_knowledge()
    told = {(name, report): spans for name, report, spans in map(json.loads, labels.open(encoding="utf-8"))}
    for name, document in draw(corpora):
        spans = {(start, end): claims for start, end, claims in told.get((name, document.id), ())}
        blocks = weigh_parts(document, knowledge, learnt=False)[0] if spans else ()
        parts = [read_part(document.text[start:end], knowledge) for start, end in blocks]
        for place, (block, part) in enumerate(zip(blocks, parts, strict=True)):
            if block in spans:
                features = sorted(features_of(part, place, count_sides(parts)))
                words = sum(len(line.words) for line in part.lines)
                yield Row(name, document.id, features, words, spans[block])


def to_matrix(rows: Iterable[Row]) -> csr_matrix:
    """A row a part, a column a bucket; 1 where the part has the feature."""
    features = [row.features for row in rows]
    ends = np.cumsum([0, *map(len, features)])
    columns = np.concatenate([np.array(f, dtype=np.int32) for f in features])
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(features), BUCKETS))


def learn(rows: list[Row]) -> np.ndarray:
    """A weight a bucket; the model has no other constant than that of the feature that all parts have."""
    model = LogisticRegression(C=FREEDOM, fit_intercept=False, solver="liblinear", random_state=SEED, max_iter=1000)
    return np.asarray(model.fit(to_matrix(rows), [row.claims > 0 for row in rows]).coef_[0])


def sums_out_of_fold(rows: list[Row]) -> np.ndarray:
    """The sum of each part by weights that have not seen its report."""
    folds, sums = np.array([fold_of(row.report, SEED, FOLDS) for row in rows]), np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = learn([row for row, its in zip(rows, folds, strict=True) if its != fold])
        tested = np.flatnonzero(folds == fold)
        sums[tested] = to_matrix([rows[i] for i in tested]) @ weights
    return sums


def find_bound(rows: list[Row], sums: np.ndarray, share: float) -> tuple[float, float]:
    """The largest bound that keeps a share of the claims, and what share of the words passes it."""
    claims, words = np.array([row.claims for row in rows]), np.array([row.words for row in rows])
    order = np.argsort(-sums, kind="stable")
    last = int(np.searchsorted(np.cumsum(claims[order]) / claims.sum(), share))
    return float(sums[order[last]]), float(words[order[: last + 1]].sum() / words.sum())


def fit(corpora: Path, labels: Path) -> None:
    """Print the curve out of fold, and write the weights of all with the bound."""
    rows = list(read_rows(corpora, labels))
    sums = sums_out_of_fold(rows)
    for name in DRAWN:
        chosen = [i for i, row in enumerate(rows) if row.file == name]
        some, its = [rows[i] for i in chosen], sums[chosen]
        curve = {share: round(find_bound(some, its, share)[1], 3) for share in (0.95, 0.98, 0.99, 0.995, 0.997, 1.0)}
        print(f"{name}: {len(some)} parts, {sum(r.claims for r in some)} claims; claims kept: words parsed {curve}")
        print(f"  at the bound: words {share_of(some, its >= BOUND, 'words'):.3f},"
              f" claims {share_of(some, its >= BOUND, 'claims'):.4f}")  # fmt: skip
    np.savez_compressed(MODELS / "gate.npz", weights=learn(rows).astype(np.float16), bound=np.float32(BOUND))
    write_checksums()


def share_of(rows: list[Row], kept: np.ndarray, field: str) -> float:
    """Which share of the words or the claims stands in the rows kept."""
    counts = np.array([getattr(row, field) for row in rows])
    return float(counts[kept].sum() / counts.sum())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("step", choices=("label", "fit"))
    parser.add_argument("corpora", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--number", type=int, help="of reports to label; all that are drawn by default")
    given = parser.parse_args()
    if given.step == "label":
        label(given.corpora, given.labels, given.number)
    else:
        fit(given.corpora, given.labels)
