"""Did it happen: the status of an event word in its sentence, by syntax.

Governors, modals, negation and conditions are read along the dependency path from the event word upwards, nearest first
(after TruthTeller, Lotan, Stern and Dagan, NAACL 2013, and Stanovsky et al., ACL 2017, who read factuality so).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legation.languages.en.factuality import DEFAULT_FACTUALITY
from legation.records import Sentence, Span, Status, Token
from legation.statuses.effects import Effect
from legation.statuses.history import history_word
from legation.statuses.paths import path_effects
from legation.statuses.scores import Head, score

__all__ = ["Head", "StatusReading", "find_status", "read_rules"]

_STRENGTH: dict[str, int] = {"planned": 1, "called_for": 2, "hypothetical": 3}
_OPEN = ("planned", "called_for", "hypothetical")


@dataclass(frozen=True, slots=True)
class StatusReading:
    """Whether an event happened, by the words of its sentence.

    ``factuality`` runs from -3 (certainly not) over 0 (open) to 3 (certainly). ``background``: told as history.
    ``cue`` is the word that decided, None for a plainly told event. ``reasons`` name every word that had a say.
    """

    status: Status
    factuality: float
    background: bool = False
    cue: Span | None = None
    reasons: tuple[str, ...] = ()


def find_status(sentence: Sentence, token: Token, head: Head | None = None) -> StatusReading:
    """The status of the event that ``token`` (a verb or noun) names.

    Example:
        >>> from legation.sentences import parse_text
        >>> (sentence,) = parse_text("The envoys agreed to meet in Oslo.")
        >>> meet = next(t for t in sentence.tokens if t.text == "meet")
        >>> find_status(sentence, meet).status
        'planned'

    Args:
        sentence: a parsed sentence.
        token: the event word, one of its tokens.
        head: another trained head than the package's, for measuring sentences that it was trained on.

    Returns:
        A reading; "occurred" where no word says otherwise.
    """
    rules = read_rules(sentence, token)
    return replace(rules, factuality=score(sentence, token, rules.status, rules.reasons, rules.factuality, head))


def read_rules(sentence: Sentence, token: Token) -> StatusReading:
    """The reading by rules alone, before the trained head has its say on factuality (never on the status)."""
    effects = _each_word_once(path_effects(sentence, token))
    status, decisive = _decide(effects)
    past = history_word(sentence, token) if status in ("occurred", "ongoing") else None
    word = decisive.word if decisive else past
    reasons = tuple(e.reason for e in effects) + ((f"history: {past.text}",) if past else ())
    return StatusReading(
        status=status,
        factuality=_factuality(status, effects),
        background=past is not None,
        cue=(word.start, word.end) if word else None,
        reasons=reasons,
    )


def _each_word_once(effects: Iterable[Effect]) -> list[Effect]:
    """Effects without repeats: "No deal was reached" is negated once, as a noun and as a subject."""
    kept: dict[tuple[int, str], Effect] = {}
    for found in effects:
        kept.setdefault((found.word.index, found.status), found)
    return list(kept.values())


def _decide(effects: Sequence[Effect]) -> tuple[Status, Effect | None]:
    """One status from all effects: denial, then negation (twice is open), then the most open, then ongoing."""
    denied = next((e for e in effects if e.status == "denied"), None)
    if denied is not None:
        return "denied", denied
    negations = [e for e in effects if e.status == "negated"]
    opened = [e for e in effects if e.status in _OPEN]
    condition = next((e for e in opened if e.reason.startswith(("condition", "question", "report open"))), None)
    if condition is not None:
        return "hypothetical", condition
    if len(negations) % 2 == 1:
        return _negated(negations[0], opened)
    if negations:
        return "hypothetical", negations[0]
    if opened:
        strongest = max(opened, key=lambda e: _STRENGTH[e.status])
        return strongest.status, strongest
    ongoing = next((e for e in effects if e.status == "ongoing"), None)
    return ("ongoing", ongoing) if ongoing else ("occurred", None)


def _negated(negation: Effect, opened: Sequence[Effect]) -> tuple[Status, Effect]:
    """ "may not meet" stays open; "will not", "cannot", "does not want to meet" are no meeting."""
    may = next((e for e in opened if e.word.text.lower() in ("may", "might")), None)
    return ("hypothetical", may) if may else ("negated", negation)


def _factuality(status: Status, effects: Sequence[Effect]) -> float:
    """The least certain word's figure; the status's default where none is known."""
    known = [e.factuality for e in effects if e.factuality is not None]
    default = DEFAULT_FACTUALITY[status]
    if status in ("negated", "denied"):
        negative = [f for f in known if f < 0]
        return min(negative) if negative else default
    positive = [f for f in known if f > 0]
    if status in ("occurred", "ongoing"):
        return default
    return min(positive) if positive else default
