"""The parser's vectors of words remembered: what it makes of a word before it looks at the words beside it.

That hangs on the word's form alone, and most words of a report were met before; the layers that mix a word with its
neighbours run as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, Ragged

if TYPE_CHECKING:
    from spacy.tokens import Doc

REMEMBERED = 1 << 15  # words; 12 MB of vectors
_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
Floats = NDArray[np.float32]


def remember_words(model: Any) -> None:
    """Let each part of a model that makes vectors of words, in the way known here, keep them; all else stays as it is.

    Args:
        model: of a component of the parser: its ``tok2vec``, or one that has vectors of its own.
    """
    for owner in list(model.walk()):
        for place, layer in enumerate(owner.layers):
            if [part.name.partition("(")[0] for part in layer.layers] == _LAYERS:
                owner.layers[place] = Model("remembered", Words(layer).forward)


class Words:
    """The vectors of the words met so far, by what the model looks at: norm, prefix, suffix, shape, blank after it."""

    def __init__(self, embed: Any) -> None:
        self._embed = embed
        self._rows: dict[bytes, int] = {}
        self._table: Floats = np.empty((0, 0), np.float32)

    def forward(
        self, _: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[[Any], Any]]:
        """A row a word for each text, and how errors flow back, which nobody asks for.

        Raises:
            NotImplementedError: in training.
        """
        if is_train:
            raise NotImplementedError("remembered vectors cannot be trained")
        found = self._find(np.concatenate(self._embed.layers[0].predict(docs)))
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return np.split(found, ends), lambda errors: errors

    def _find(self, features: NDArray[np.uint64]) -> Floats:
        """The vector of each row of features."""
        packed = np.ascontiguousarray(features)
        keys: list[bytes] = packed.view(f"V{packed.shape[1] * packed.itemsize}").ravel().tolist()
        fresh = self._list_fresh(keys)
        if len(self._rows) + len(fresh) > len(self._table):
            self._rows.clear()
            fresh = self._list_fresh(keys)
        if fresh:
            self._learn(list(fresh), self._make(packed[list(fresh.values())]))
        return self._table[[self._rows[key] for key in keys]]

    def _list_fresh(self, keys: list[bytes]) -> dict[bytes, int]:
        """The keys without a vector, each with its last place."""
        return {key: place for place, key in enumerate(keys) if key not in self._rows}

    def _learn(self, keys: list[bytes], made: Floats) -> None:
        known = len(self._rows)
        if not known:
            self._table = np.empty((max(REMEMBERED, len(keys)), made.shape[1]), np.float32)
        self._table[known : known + len(keys)] = made
        self._rows.update(zip(keys, range(known, known + len(keys)), strict=True))

    def _make(self, features: NDArray[np.uint64]) -> Floats:
        given: Any = Ragged(cast(Any, features), cast(Any, np.array([len(features)], np.int32)))
        for layer in self._embed.layers[2:4]:
            given = layer.predict(given)
        made: Floats = given.dataXd
        return made
