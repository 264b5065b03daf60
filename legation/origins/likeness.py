"""How alike reports are: cosines of their words, of their names and numbers, and of their first lines.

Words say what kind of story it is, names and numbers which one of its kind; the first lines hold its news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from legation.text import find_words, fold

LEAD_LINES = 4
MOST_COMMON = 0.5  # a word of more than this share of the reports tells nothing
Matrix = NDArray[np.float32]


def measure_likeness(texts: Sequence[str]) -> Matrix:
    """Likeness of every two texts, 0 to 1: the mean of three cosines, each feature weighed by its rarity among them."""
    found = np.zeros((len(texts), len(texts)), dtype=np.float32)
    for read in (words_of, names_of, lead_of):
        vectors = make_vectors([read(text) for text in texts])
        found += vectors @ vectors.T / 3
    return found


def words_of(text: str) -> list[str]:
    """All words, folded."""
    return [fold(word) for _, _, word in find_words(text)]


def names_of(text: str) -> list[str]:
    """Words in capitals that begin no line, and numbers, folded."""
    found = []
    for line in text.split("\n"):
        for n, (_, _, word) in enumerate(find_words(line)):
            if word[0].isdigit() or (n and word[0].isupper()):
                found.append(fold(word))
    return found


def lead_of(text: str) -> list[str]:
    """The words of the first lines."""
    return words_of("\n".join(text.split("\n", LEAD_LINES)[:LEAD_LINES]))


def make_vectors(texts: Sequence[Sequence[str]]) -> Matrix:
    """One unit row a text: words that at least two texts use, by 1 + log count and inverse document frequency."""
    counts = [Counter(words) for words in texts]
    spread = Counter(word for found in counts for word in found)
    telling = sorted(w for w, n in spread.items() if 1 < n <= max(2, MOST_COMMON * len(texts)))
    place = {word: i for i, word in enumerate(telling)}
    rows = np.zeros((len(texts), max(1, len(telling))), dtype=np.float32)

    weights = {word: log((1 + len(texts)) / spread[word]) for word in telling}
    for i, found in enumerate(counts):
        for word, n in found.items():
            if word in place:
                rows[i, place[word]] = (1 + log(n)) * weights[word]
    size = np.linalg.norm(rows, axis=1, keepdims=True)
    size[size == 0] = 1
    return np.asarray(rows / size, dtype=np.float32)
