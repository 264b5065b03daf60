"""The words of many reports' bodies as numbers of one vocabulary: read once, for copies, echoes and likeness.

A text is cut at blanks, and each different piece is read once: its words, folded, stand for every place where the
piece stands. A body is what of a document is no noise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from legation.records import Document
from legation.text import fold, list_words

STEM = 6  # letters by which forms of a word are joined
Numbers = NDArray[np.int32]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Bodies:
    """Bodies by document id: ``words[id]`` are the places of its words in the sorted ``vocabulary``, in their order.

    Example:
        >>> bodies = read_bodies([Document("d", "d.txt", "The state-owned mill. The mills")])
        >>> bodies.vocabulary, bodies.words["d"].tolist(), bodies.stems_of("d")
        (('mill', 'mills', 'state-owned', 'the'), [3, 2, 0, 3, 1], ['the', 'state-', 'mill', 'the', 'mills'])
    """

    vocabulary: tuple[str, ...]
    words: Mapping[str, Numbers]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The first letters of all words, each once, sorted."""
        return tuple(dict.fromkeys(word[:STEM] for word in self.vocabulary))

    @cached_property
    def is_figure(self) -> NDArray[np.bool_]:
        """Whether each word of the vocabulary begins with a digit."""
        return np.array([word[:1].isdigit() for word in self.vocabulary], dtype=bool)

    @cached_property
    def stem_of(self) -> Numbers:
        """The place in ``stems`` of every word of the vocabulary."""
        place = {stem: i for i, stem in enumerate(self.stems)}
        return np.array([place[word[:STEM]] for word in self.vocabulary], dtype=np.int32)

    @cached_property
    def stem_sets(self) -> Mapping[str, Numbers]:
        """The different stems of every body, in order."""
        return {key: distinct(self.stem_of[words]) for key, words in self.words.items()}

    @cached_property
    def stem_weights(self) -> NDArray[np.float64]:
        """How telling each stem is: the logarithm of reports over reports that use it, plus a little."""
        counts = np.zeros(len(self.stems), dtype=np.int64)
        for found in self.stem_sets.values():
            counts[found] += 1
        return np.array([0.3 + log((1 + len(self.words)) / n) for n in counts.tolist()])

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weight of every stem, by stem."""
        return dict(zip(self.stems, self.stem_weights.tolist(), strict=True))

    def stems_of(self, document_id: str) -> list[str]:
        """The stem of every word of a body, in order."""
        return [self.stems[i] for i in self.stem_of[self.words[document_id]].tolist()]


def read_bodies(documents: Iterable[Document]) -> Bodies:
    """The bodies of documents."""
    pieces = _Pieces()
    number = pieces.__getitem__
    found = {d.id: np.fromiter(map(number, (p for t in _parts(d) for p in t.split())), np.int32) for d in documents}
    told = [[fold(word) for word in list_words(piece)] for piece in pieces]
    vocabulary = tuple(sorted({word for words in told for word in words}))
    place = {word: i for i, word in enumerate(vocabulary)}
    spelling = _Spelling(
        np.array([place[word] for words in told for word in words], dtype=np.int32),
        np.array([len(words) for words in told], dtype=np.int64),
    )
    return Bodies(vocabulary, {key: spelling.read(numbers) for key, numbers in found.items()})


class _Pieces(dict[str, int]):
    """What stands between blanks -> its number, in the order in which they were met."""

    def __missing__(self, piece: str) -> int:
        self[piece] = number = len(self)
        return number


def _parts(document: Document) -> Iterator[str]:
    """The text outside noise, in order."""
    at = 0
    for start, end in sorted((n.start, n.end) for n in document.noise):
        yield document.text[at:start]
        at = max(at, end)
    yield document.text[at:]


def distinct(values: NDArray[T]) -> NDArray[T]:
    """The different values, sorted; of a thousand, several times faster than ``numpy.unique``."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    found: NDArray[T] = ordered[first]
    return found


class _Spelling:
    """The words of every piece: those of piece 0, then those of piece 1, and how many each has."""

    def __init__(self, words: Numbers, counts: NDArray[np.int64]) -> None:
        self.words, self.counts = words, counts
        self.starts = np.cumsum(counts) - counts

    def read(self, pieces: Numbers) -> Numbers:
        """The words of several pieces, one piece after the other."""
        counts = self.counts[pieces]
        before = np.cumsum(counts) - counts
        found: Numbers = self.words[np.repeat(self.starts[pieces] - before, counts) + np.arange(counts.sum())]
        return found
