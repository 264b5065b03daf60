"""Numbers about what the lines of a dumped page speak of: a teaser has other words than the report beside it.

A line's words are compared with those of the page's title, with those of the prose that takes up the title (expanded as
in pseudo-relevance feedback, Rocchio 1971), and with those of the prose around it. Function words and figures tell
nothing; of two words the one that fewer lines of the page use tells more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from legation.documents.features import Matrix, window_sums
from legation.documents.lines import Line
from legation.documents.vocabulary import load_vocabulary

Words = Sequence[frozenset[str]]
Vector = NDArray[np.float64]
SEEDS, SEED_SHARE = 12, 0.34  # lines at most that take up the title, and their share of the best one's hits
COMMON_SHARE = 0.15  # of the page's lines that hold a word of the title from which it is the site's own
WIDTHS = (2, 5, 12, 30)  # lines each way
_NEAR, _AROUND = 8, 5  # lines


def cohesion_features(lines: Sequence[Line]) -> Matrix:
    """One row a line: its share in the words of the title, of prose about the title, of prose around; and windows'."""
    words = [_telling(line) for line in lines]
    held = Counter(word for found in words for word in found)
    weights = {word: math.log((len(lines) + 1) / count) for word, count in held.items()}
    sizes = np.array([max(len(found), 1) for found in words], dtype=np.float64)
    masses = np.array([_mass(found, weights) for found in words])
    prose = np.array([line.is_prose for line in lines], dtype=np.float64)
    title = frozenset(w for w in words[0] if held[w] <= max(3, COMMON_SHARE * len(lines)))
    hits = np.array([len(found & title) for found in words], dtype=np.float64)
    about = _about_title(words, weights, np.where(prose > 0, hits, 0.0))
    near, again = _repeated(words, weights, held, prose)
    columns = [hits / max(len(title), 1), hits / sizes, about / np.maximum(masses, 1e-9)]
    for width in WIDTHS:
        columns.append(4 * window_sums(hits, width) / np.maximum(window_sums(sizes, width), 1))
        columns.append(window_sums(about, width) / np.maximum(window_sums(masses, width), 1))
    columns += [near, again]
    around = np.maximum(window_sums(prose, _AROUND), 1)
    columns += [window_sums(shares * prose, _AROUND) / around for shares in (near, again)]
    return np.stack(columns, axis=1)


def _telling(line: Line) -> frozenset[str]:
    small = load_vocabulary().function_words
    lower = (word.lower() for word in line.words if len(word) >= 3 and not word.isdigit())
    return frozenset(word for word in lower if word not in small)


def _mass(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in sorted(words))  # sorted: sums of floats depend on their order


def _about_title(words: Words, weights: Mapping[str, float], hits: Vector) -> Vector:
    """The weight of each line's words that stand in a line of prose, not itself, that takes up the title best."""
    hits = np.where(np.arange(len(words)) > 0, hits, 0.0)
    best = np.argsort(-hits, kind="stable")[:SEEDS].tolist()
    seeds = frozenset(at for at in best if hits[at] >= max(1, SEED_SHARE * hits.max()))
    counts = Counter(word for at in sorted(seeds) for word in words[at])
    shared = [frozenset(w for w in found if counts[w] > (at in seeds)) for at, found in enumerate(words)]
    return np.array([_mass(found, weights) for found in shared])


def _repeated(
    words: Words, weights: Mapping[str, float], held: Mapping[str, int], prose: Vector
) -> tuple[Vector, Vector]:
    """Shares of each line's words that the prose within eight lines has too, and that no other line of the page has."""
    near, alone = np.zeros(len(words)), np.zeros(len(words))
    for at, found in enumerate(words):
        window = range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1))
        around = frozenset[str]().union(*(words[i] for i in window if i != at and prose[i]))
        total = max(_mass(found, weights), 1e-9)
        near[at] = _mass(found & around, weights) / total
        alone[at] = _mass(frozenset(w for w in found if held[w] == 1), weights) / total
    return near, alone
