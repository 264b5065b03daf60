"""A seeded sample of a file of reports, the same one at each run."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from legation.documents import make_document
from legation.errors import LegationError
from legation.readers import read_inputs
from legation.records import Document, RawDocument


def sample_raws(
    path: Path, number: int, seed: int, fits: Callable[[RawDocument], bool] | None = None
) -> list[RawDocument]:
    """``number`` reports of the file drawn by ``seed``, all if it has fewer; only those that fit."""
    found = [raw for raw in read_inputs([path]) if isinstance(raw, RawDocument) and (fits is None or fits(raw))]
    return random.Random(seed).sample(found, min(number, len(found)))


def sample_documents(path: Path, number: int, seed: int) -> Iterator[Document]:
    """The sampled reports as documents; those without text left out."""
    yield from make_documents(sample_raws(path, number, seed))


def make_documents(raws: Iterable[RawDocument]) -> Iterator[Document]:
    """Reports as documents; those without text left out."""
    for raw in raws:
        try:
            yield make_document(raw)
        except LegationError:
            continue
