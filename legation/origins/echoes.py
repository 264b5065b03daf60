"""Unattributed words that echo an attributed statement: evidence of a common origin, never proof.

The score is the share of the statement's content words that stand together in one passage of the other report,
words that few reports use counting more. It is kept beside the origin; the report stays unattributed in every count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from legation.origins.bodies import STEM
from legation.records import Claim, Document
from legation.text import find_words, fold

ECHO = 0.55  # share of a statement's weight from which a passage counts as its echo; chosen by eval.training.echoes
ECHO_DAYS = 3  # what is printed later than that rests on other news by then
FEWEST_WORDS = 6
PASSAGE = 60  # words of the passage that must hold the statement's words
_SHORT = re.compile(r"^\w{1,3}$")


def statement_words(claims: Iterable[Claim], texts: Mapping[str, str]) -> list[frozenset[str]]:
    """The stems of every attributed content in ``claims``, one set a statement."""
    found = []
    for claim in claims:
        if claim.attribution is not None:
            text = texts.get(claim.document_id, "")
            words = frozenset(s for start, end in claim.attribution.content for s in stems(text[start:end]))
            if len(words) >= FEWEST_WORDS:
                found.append(words)
    return found


def are_printed_near(one: Document, two: Document) -> bool:
    """Whether two reports came out within ``ECHO_DAYS``; a report without a day may have."""
    a, b = one.published.first, two.published.first
    return a is None or b is None or abs((a - b).days) <= ECHO_DAYS


def stems(words: str) -> Iterable[str]:
    """First letters of the longer words of a text, folded."""
    return (fold(w)[:STEM] for _, _, w in find_words(words) if not _SHORT.match(w))


def weigh(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weight of several stems, the same in any order."""
    return sum(weights.get(s, 1.0) for s in sorted(found))


def most_echo(statement: frozenset[str], found: frozenset[str], weights: Mapping[str, float]) -> float:
    """What ``echo_score`` cannot exceed, given the stems of a report each once: most reports need no closer look."""
    total = weigh(statement, weights)
    return round(weigh(statement & found, weights) / total, 3) if total else 0.0


def echo_score(statement: frozenset[str], words: Sequence[str], weights: Mapping[str, float]) -> float:
    """Weight of the statement's stems within the best passage of a report, given its stems in order, 0 to 1."""
    total = weigh(statement, weights)
    if not statement & set(words):
        return 0.0
    best = 0.0
    for start in range(0, max(1, len(words) - PASSAGE // 2), PASSAGE // 2):
        best = max(best, weigh(statement.intersection(words[start : start + PASSAGE]), weights))
    return round(best / total, 3) if total else 0.0
