"""Weights that have not seen an item: what the shipped weights would say of it, had it not been trained on.

``eval/training`` writes, beside each file of shipped weights, ``eval/folds/{name}.npz``: the weights of every fold,
the seed, and for every item of the development part the fold that left it out. An item that is not in it was never
trained on, and the shipped weights are the honest ones. Pages of one site, and all events of one sentence, are in one
fold. Only numbers are kept; an item is known by a hash of its id (a page) or of its text (a sentence).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.documents.body import BodyWeights, load_weights, make_weights
from legation.scoring import Heads, make_heads
from legation.scoring.heads import Question
from legation.statuses.scores import Head, make_head

FOLDER = Path(__file__).resolve().parent
Arrays = Mapping[str, NDArray[Any]]


def body_weights(page_id: str) -> BodyWeights | None:
    """The weights of the folds that left the page out, or None: the page was never trained on."""
    text, page = (find_fold(name, page_id) for name in ("body_text", "body_page"))
    if text is None and page is None:
        return None
    shipped = load_weights()
    return BodyWeights(make_weights(text) if text else shipped.text, make_weights(page) if page else shipped.page)


def factuality_head(sentence: str) -> Head | None:
    """The head of the fold that left the sentence out, or None: it was never trained on."""
    found = find_fold("factuality", sentence)
    return make_head(found) if found else None


def type_heads(question: Question, sentence: str) -> Heads | None:
    """The type scorer's heads of the fold that left the sentence out, or None: it was never trained on."""
    found = find_fold(f"event_{question}", sentence)
    return make_heads(found) if found else None


def find_fold(name: str, item: str) -> Arrays | None:
    """The weights ``name`` of the fold that left ``item`` out; None for an item that no fold has seen."""
    folds, weights = read_folds(name)
    fold = folds.get(item_key(item))
    return None if fold is None else weights[fold]


@cache
def read_folds(name: str, folder: Path = FOLDER) -> tuple[Mapping[int, int], Sequence[Arrays]]:
    """Of ``{name}.npz``: the fold of each item by its key, and the weights of each fold."""
    with np.load(folder / f"{name}.npz", allow_pickle=False) as data:
        arrays = dict(data)
    folds = dict(zip(arrays.pop("items").tolist(), arrays.pop("folds").tolist(), strict=True))
    del arrays["seed"]
    count = len(next(iter(arrays.values())))
    return folds, [{key: values[k] for key, values in arrays.items()} for k in range(count)]


def write_folds(
    name: str, seed: int, items: Mapping[str, int], weights: Sequence[Arrays], folder: Path = FOLDER
) -> None:
    """Save ``{name}.npz``: the seed, each item's fold, and the weights of all folds in half precision, stacked."""
    known = sorted((item_key(item), fold) for item, fold in items.items())
    stacked = {key: np.stack([w[key] for w in weights]).astype(np.float16) for key in weights[0]}
    np.savez_compressed(
        folder / f"{name}.npz",
        allow_pickle=False,
        seed=np.int64(seed),
        items=np.array([key for key, _ in known], dtype=np.uint64),
        folds=np.array([fold for _, fold in known], dtype=np.uint8),
        **stacked,
    )


def fold_of(group: str, seed: int, folds: int) -> int:
    """The fold of all items of ``group`` (a site, a sentence): the same on every machine, whatever the order.

    Example:
        >>> fold_of("example.org", 7, 6) in range(6)
        True
    """
    return zlib.crc32(f"{seed} {group}".encode()) % folds


def item_key(item: str) -> int:
    """64 bits by which an item is known."""
    return int.from_bytes(hashlib.sha256(item.encode("utf-8")).digest()[:8], "big")
