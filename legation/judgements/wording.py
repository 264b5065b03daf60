"""Which words of several reports name one event, where no claim was made of them: by head word, context and partners.

Words are compared within a story only. The pair score is a weighted sum through a logistic curve; its weights are in
``wording.toml``. Clusters are made by average link.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from math import exp, log, sqrt
from typing import Any

import numpy as np

from legation.origins.linkage import link
from legation.records import Sentence, Token

OPEN = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
SHORTEST = 3
STEM = 5
APART = 0.7  # 1 minus the pair score, on average, from which two groups of words name other events


@dataclass(frozen=True, slots=True)
class Wording:
    """One naming of an event: its head word, the words around it and those bound to it."""

    document_id: str
    sentence: int
    lemma: str
    verb: str
    context: frozenset[str]
    partners: frozenset[str]
    numbers: frozenset[str]


@cache
def load_wording() -> dict[str, Any]:
    """The weights of a pair, and kin words: lemma -> numbers of the families that it belongs to."""
    table = tomllib.loads((files("legation.judgements") / "wording.toml").read_text(encoding="utf-8"))
    lists = tomllib.loads((files("legation.languages.en") / "kin.toml").read_text(encoding="utf-8"))
    kin: dict[str, set[int]] = defaultdict(set)
    for number, family in enumerate(lists["families"]):
        for word in family.split():
            kin[word].add(number)
    return {"weights": table["weights"], "kin": kin, "speech": set(lists["speech"]), "endings": lists["endings"]}


def read_wording(document_id: str, sentence: Sentence, start: int, end: int) -> Wording:
    """The wording of the event named at ``start:end``, which lies in the sentence.

    Example: "held talks" in "Ann Alpha held talks with Bo Beta": head "held", partners "talks", "alpha".
    """
    inside = [t.index for t in sentence.tokens if t.start < end and start < t.end]
    head = next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), None)
    tokens = [t for t in sentence.tokens if t.pos in OPEN and t.index != head]
    word = sentence.tokens[head] if head is not None else None
    return Wording(
        document_id=document_id,
        sentence=sentence.start,
        lemma=word.lemma.lower() if word else sentence.text[start - sentence.start : end - sentence.start].lower(),
        verb=word.pos if word else "X",
        context=frozenset(t.lemma.lower() for t in tokens if len(t.lemma) >= SHORTEST),
        partners=frozenset(t.lemma.lower() for t in tokens if word and _is_bound(t, word, sentence.tokens)),
        numbers=frozenset(t.text for t in sentence.tokens if t.pos == "NUM"),
    )


def _is_bound(token: Token, word: Token, tokens: Sequence[Token]) -> bool:
    """Whether a token is the word's governor, its dependant, or hangs on it by a preposition or a compound."""
    above = tokens[token.head]
    near = token.head == word.index or (word.head == token.index != word.index)
    return near or (above.head == word.index and (above.pos == "ADP" or token.dep == "compound"))


def group_wordings(wordings: Sequence[Wording], stories: Mapping[str, int]) -> tuple[int, ...]:
    """The number of each wording's event: the least index of the wordings that name it.

    Args:
        stories: document id -> story; wordings of two stories never name one event.
    """
    weights = weigh_words(wordings)
    blocks: dict[int, list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        blocks[stories[wording.document_id]].append(i)
    found = [0] * len(wordings)
    for block in blocks.values():
        distances = np.zeros((len(block), len(block)), dtype=np.float32)
        for i, j in combinations(range(len(block)), 2):
            score = score_wordings(wordings[block[i]], wordings[block[j]], weights)
            distances[i, j] = distances[j, i] = 1 - score
        for i, home in zip(block, link(distances, APART), strict=True):
            found[i] = block[home]
    return tuple(found)


def weigh_words(wordings: Sequence[Wording]) -> dict[str, float]:
    """Inverse frequency of every word among the sentences of the wordings."""
    sentences = {(w.document_id, w.sentence): w.context | {w.lemma} for w in wordings}
    spread = Counter(word for words in sentences.values() for word in words)
    return {word: log(len(sentences) / n) for word, n in spread.items()}


def score_wordings(a: Wording, b: Wording, weights: Mapping[str, float]) -> float:
    """How likely two wordings of one story name one event, 0 to 1."""
    told = load_wording()["weights"]
    total = told["bias"] + sum(told[name] * value for name, value in find_likeness(a, b, weights).items())
    return 1 / (1 + exp(-float(total)))


def find_likeness(a: Wording, b: Wording, weights: Mapping[str, float]) -> dict[str, float]:
    """The features of a pair, by name."""
    table = load_wording()
    lemma, kin = a.lemma == b.lemma, bool(_kin(a.lemma) & _kin(b.lemma))
    stem = stem_of(a.lemma) == stem_of(b.lemma) or a.lemma[:STEM] == b.lemma[:STEM]
    alike = lemma or stem or kin
    context = _share(a.context, b.context, weights, power=2)
    partners = _share(a.partners, b.partners, weights, power=1)
    strangers = bool(a.partners and b.partners and not a.partners & b.partners)
    same_report = a.document_id == b.document_id
    return {
        "lemma": lemma,
        "stem": stem,
        "kin": kin,
        "context": context,
        "partners": partners,
        "strangers": strangers,
        "same_report": same_report,
        "same_sentence": same_report and a.sentence == b.sentence,
        "speech": alike and bool({a.lemma, b.lemma} & table["speech"]),
        "other_numbers": bool(a.numbers and b.numbers and not a.numbers & b.numbers),
        "same_class": a.verb == b.verb,
        "named_beside": a.lemma in b.context or b.lemma in a.context,
        "alike_context": alike * context,
        "alike_partners": alike * partners,
        "alike_strangers": alike and strangers,
        "unlike_context": (not alike) * context,
        "alike_in_report": alike and same_report,
    }


def _share(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float], power: int) -> float:
    shared, x, y = (sum(weights.get(w, 1.0) ** power for w in sorted(words)) for words in (one & two, one, two))
    size = sqrt(x * y) if power == 2 else min(x or 1.0, y or 1.0)
    return shared / size if size > 0 else 0.0


def _kin(lemma: str) -> set[int]:
    found: set[int] = load_wording()["kin"].get(lemma, set())
    return found


@cache
def stem_of(lemma: str) -> str:
    """The lemma without the longest ending of the table that leaves three letters: "acquisition" -> "acqu"."""
    for ending in load_wording()["endings"]:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= SHORTEST:
            return lemma[: -len(ending)]
    return lemma
