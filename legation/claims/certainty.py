"""How likely a claim is told so by its words: type, sides, direction and status all as a reader would say.

A small logistic regression over what a rule knows of its own work: how the trigger was met, whether the sides stand
near it under names of their own, what the status rests on. Weights: ``data/claims/score.toml``, with how and on what
they were fitted.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files

from legation.drafts.drafting import Draft
from legation.drafts.telling import acting, is_verbal, sides_of

LEAST, MOST = 0.05, 0.98
_OPEN = ("planned", "called_for", "hypothetical")
_NEVER = ("negated", "denied")
_FAR = 8  # words between a trigger and a side
_LONG = 45  # words of a sentence


def claim_score(lead: Draft, tellings: int) -> float:
    """From 0.05 to 0.98, two decimals: the share of claims like this one that readers found right in all.

    Args:
        lead: the draft that a claim is made of.
        tellings: how many drafts of the report tell it.
    """
    weights = _load_weights()
    found = features(lead, tellings)
    logit = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-logit)))), 2)


def comment_score() -> float:
    """The score of a COMMENT that rests on quotations: the share that readers found right."""
    return _load_weights()["comment_share"]


def features(lead: Draft, tellings: int) -> dict[str, float]:
    """What the regression sees, by name: 0 or 1 each."""
    trigger, tokens = lead.hit.trigger, lead.sentence.tokens
    named = [e for p in lead.parties for e in p.evidence[:1]]
    states = len(sides_of(acting(lead)))
    seen = {
        "told_by_verb": is_verbal(lead),
        "specific_trigger": trigger.specificity > 0,
        "weak_trigger": trigger.weak,
        "two_states": states >= 2,
        "many_states": states >= 4,
        "actor_named": bool(lead.actors),
        "recipient_named": bool(lead.recipients),
        "side_far": any(_words_between(lead, e.start) > _FAR for e in named),
        "side_by_pronoun": any(e.quote[:1].islower() for e in named),
        "status_open": lead.status in _OPEN,
        "status_negated": lead.status in _NEVER,
        "background": lead.background,
        "opinion": lead.opinion,
        "dated": lead.when is not None,
        "retold": tellings > 1,
        "long_sentence": len(tokens) > _LONG,
        "other_state_in_clause": lead.foreign,
        f"type_{lead.event_type.lower()}": True,
    }
    return {name: float(value) for name, value in seen.items()}


def _words_between(draft: Draft, at: int) -> int:
    """Words between the trigger's head and what stands at an offset of the text."""
    token = draft.hit.token
    low, high = sorted((token.start, at))
    return sum(low < t.start < high for t in draft.sentence.tokens)


@cache
def _load_weights() -> dict[str, float]:
    path = files("legation") / "data" / "claims" / "score.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}
