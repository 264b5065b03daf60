"""The sentence encoder: one vector for each part of a sentence that matters to what its sides do.

MiniLM in eight-bit numbers (``data/models/encoder.onnx``, built by ``tools/build_vectors.py``); runs on one core.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.records import Sentence, Span, Token
from legation.scoring.features import Pair, governor, next_verb, span_head
from legation.weights import read_model

WIDTH = 384
PARTS = 11
LONGEST = 96  # word pieces of a sentence that are read
_ROLES = ("someone", "others")
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Encoder:
    """A tokenizer and a network that turns word pieces into vectors."""

    tokens: Any
    network: Any

    def read(self, texts: Sequence[str]) -> list[tuple[Vectors, list[Span]]]:
        """The vectors of each text's word pieces and where each piece stands in it."""
        return [(self._vectors(code.ids), code.offsets) for code in self.tokens.encode_batch(list(texts))]

    def _vectors(self, ids: list[int]) -> Vectors:
        """One text at a time: eight-bit numbers are scaled by all that is in a batch, so neighbours would show."""
        row = np.array([ids], np.int64)
        found: Vectors = self.network.run(None, {"input_ids": row, "attention_mask": np.ones_like(row)})[0][0]
        return found


@cache
def load_encoder() -> Encoder | None:
    """The package's encoder, or None where it was built without."""
    network, words = read_model("encoder.onnx"), read_model("encoder_tokens.json")
    if network is None or words is None:
        return None
    import onnxruntime
    from tokenizers import Tokenizer

    tokens = Tokenizer.from_str(words.decode("utf-8"))
    tokens.no_padding()
    tokens.enable_truncation(LONGEST)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return Encoder(tokens, onnxruntime.InferenceSession(network, options, ["CPUExecutionProvider"]))


def pair_vectors(pairs: Sequence[Pair], encoder: Encoder) -> Vectors:
    """One row a pair: the vectors of its ``PARTS`` parts, each of length one (zero where a part is missing)."""
    masked = [mask_sides(p) for p in pairs]
    read = encoder.read([p.text for p in pairs] + [m[0] for m in masked])
    rows = np.zeros((len(pairs), PARTS, WIDTH), np.float32)
    for n, (pair, (_, actor, recipient)) in enumerate(zip(pairs, masked, strict=True)):
        spans = [(0, len(pair.text)), *_parts(pair)]
        rows[n, :8] = [_average(*read[n], span) for span in spans]
        whole = (0, len(masked[n][0]))
        rows[n, 8:] = [_average(*read[len(pairs) + n], span) for span in (whole, actor, recipient)]
    flat: Vectors = rows.reshape(len(pairs), PARTS * WIDTH)
    return flat


def mask_sides(pair: Pair) -> tuple[str, Span | None, Span | None]:
    """The text with its sides named by their roles, and where these stand; of two nested sides the actor is kept."""
    actor, recipient = pair.actor, pair.recipient
    if actor and recipient and actor[0] < recipient[1] and recipient[0] < actor[1]:
        recipient = None
    text, places = pair.text, dict[str, Span]()
    shift = 0
    sides = [(span, role) for span, role in zip((actor, recipient), _ROLES, strict=True) if span]
    for (start, end), role in sorted(sides):
        text = text[: start + shift] + role + text[end + shift :]
        places[role] = (start + shift, start + shift + len(role))
        shift += len(role) - (end - start)
    return text, places.get(_ROLES[0]), places.get(_ROLES[1])


def _parts(pair: Pair) -> list[Span | None]:
    """Actor, recipient, the actor's verb, the lowest verb below, its object, the recipient's verb, what is between."""
    found = next((s for s in pair.sentences if span_head(s, pair.actor)), None)
    sentence = found or next((s for s in pair.sentences if s.root is not None), None)
    if sentence is None:
        return [pair.actor, pair.recipient, None, None, None, None, None]
    first = span_head(sentence, pair.actor) or sentence.root
    assert first is not None
    verb = governor(sentence, first)
    lowest = _lowest(sentence, verb)
    things = sentence.child_tokens(lowest, "dobj", "attr", "acomp", "nsubjpass")
    other = span_head(sentence, pair.recipient)
    below = governor(sentence, other) if other else None
    words = [verb, lowest, things[0] if things else None, below]
    return [pair.actor, pair.recipient, *(_place(t) for t in words), _between(pair)]


def _lowest(sentence: Sentence, verb: Token) -> Token:
    for _ in range(3):
        lower = next_verb(sentence, verb)
        if lower is None:
            break
        verb = lower
    return verb


def _place(token: Token | None) -> Span | None:
    return (token.start, token.end) if token else None


def _between(pair: Pair) -> Span | None:
    if pair.actor is None or pair.recipient is None:
        return None
    first, second = sorted((pair.actor, pair.recipient))
    return (first[1], second[0]) if second[0] > first[1] else None


def _average(vectors: Vectors, places: list[Span], span: Span | None) -> Vectors:
    """The mean of a span's pieces, of length one."""
    inside = [n for n, (start, end) in enumerate(places) if span and end > start and start < span[1] and end > span[0]]
    if not inside:
        return np.zeros(WIDTH, np.float32)
    mean = vectors[inside].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), np.float32)
