"""An event word in its sentence -> the numbered features of the factuality head.

Features are hashed (Weinberger et al., ICML 2009): the model holds numbers only, no words.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise

from legation.languages.en.statuses import SPEAKERS
from legation.records import Sentence, Token

SIZE = 1 << 16
_WINDOW = 4


def number_features(sentence: Sentence, token: Token, status: str, reasons: tuple[str, ...]) -> list[int]:
    """The distinct feature numbers of an event word, sorted; each is below ``SIZE``."""
    return _numbers([*_rule_names(status, reasons), *_word_names(sentence, token), *_register_names(sentence)])


def number_register(sentence: Sentence) -> list[int]:
    """The feature numbers by which a sentence sounds like a report or like talk: its words and their tags."""
    words = [f"word {t.text.lower()}" for t in sentence.tokens]
    tags = [f"tags {a.tag} {b.tag}" for a, b in pairwise(sentence.tokens)]
    return _numbers([*words, *tags, *_register_names(sentence)])


def _numbers(names: Iterable[str]) -> list[int]:
    return sorted({zlib.crc32(name.encode("utf-8")) % SIZE for name in names})


def _rule_names(status: str, reasons: tuple[str, ...]) -> Iterator[str]:
    yield f"status {status}"
    yield f"reasons {min(len(reasons), 3)}"
    for reason in reasons:
        yield f"reason {reason.lower()}"
        yield f"kind {reason.split(':')[0]}"
        yield f"status {status} kind {reason.split(':')[0]}"


def _word_names(sentence: Sentence, token: Token) -> Iterator[str]:
    lemma = token.lemma.lower()
    yield f"lemma {lemma}"
    yield f"tag {token.tag}"
    yield f"dep {token.dep}"
    yield f"tag {token.tag} dep {token.dep}"
    yield f"suffix {token.text[-3:].lower()}"
    for step in range(1, _WINDOW + 1):
        for side, index in (("left", token.index - step), ("right", token.index + step)):
            word = sentence.tokens[index].text.lower() if 0 <= index < len(sentence.tokens) else "edge"
            yield f"{side} {word}"
            if step <= 2:
                yield f"{side} {step} {word}"
    yield from _tree_names(sentence, token)


def _tree_names(sentence: Sentence, token: Token) -> Iterator[str]:
    for child in sentence.child_tokens(token):
        yield f"child {child.dep}"
        if child.dep in ("aux", "auxpass", "neg", "mark", "det", "advmod", "amod"):
            yield f"child {child.dep} {child.text.lower()}"
        if child.dep in ("nsubj", "nsubjpass"):
            yield f"subject {child.tag} {child.text.lower() if child.tag == 'PRP' else ''}"
    for step, above in enumerate(sentence.ancestors(token)[:3], start=1):
        yield f"above {step} {above.lemma.lower()}"
        yield f"above {step} tag {above.tag}"
        yield f"dep {token.dep} above {above.lemma.lower()}" if step == 1 else f"above {step} dep {above.dep}"


def _register_names(sentence: Sentence) -> Iterator[str]:
    """What tells a report from talk: who is spoken to, questions, length."""
    lows = {t.text.lower() for t in sentence.tokens}
    for word in sorted(lows & SPEAKERS):
        yield f"register {word}"
    yield f"end {sentence.text[-1:]}"
    yield f"length {min(len(sentence.tokens) // 8, 6)}"
    yield f"root {sentence.root.tag if sentence.root else ''}"
